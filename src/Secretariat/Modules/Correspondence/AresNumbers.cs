using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Correspondence;

/// <summary>What can have a number in the register, and its day.</summary>
public interface IRegistered
{
    Guid Id { get; }
    string? AresNumber { get; }
    void Register(string? number, DateOnly? on);
}

/// <summary>A number in the Commission's register of documents, <c>Ares(2024)1300417</c>. It is recorded here, never issued.</summary>
public static partial class AresNumbers
{
    /// <summary>Records a number as it was typed, or takes back the one recorded where none was.</summary>
    /// <returns>Why it cannot be, or what was done, for the audit and for the officer.</returns>
    public static async Task<(Reason? WhyNot, string Process, string Done)> EnterAsync(
        SecretariatDb db,
        IRegistered message,
        (string? Number, DateOnly? On) typed,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var number = string.IsNullOrWhiteSpace(typed.Number) ? null : typed.Number.Trim();
        if (number is null && message.AresNumber is not null)
        {
            message.Register(null, null);
            return (null, Text.Key("Take a number of the register back"), Text.Key("The number is taken back."));
        }

        var wrong = WhyNot(number, typed.On, today);
        if (wrong is null && await IsTakenAsync(db, number!, message.Id, cancellationToken))
            wrong = Text.Key("This is already the number of another message.");
        if (wrong is null)
            message.Register(number, typed.On);
        return (wrong, Text.Key("Register a message"), Text.Key("The number is recorded."));
    }

    public static bool IsOne(string? number) => number is not null && Pattern().IsMatch(number);

    /// <summary>Whether another message, received or sent, has this number.</summary>
    /// <param name="except">The message that it is to be the number of.</param>
    private static async Task<bool> IsTakenAsync(
        SecretariatDb db,
        string number,
        Guid except,
        CancellationToken cancellationToken
    ) =>
        await db.Messages.AnyAsync(m => m.AresNumber == number && m.Id != except, cancellationToken)
        || await db.Outbox.AnyAsync(m => m.AresNumber == number && m.Id != except, cancellationToken);

    /// <summary>Why a number and its day cannot be recorded, or null.</summary>
    public static Reason? WhyNot(string? number, DateOnly? on, DateOnly today)
    {
        if (!IsOne(number))
            return Text.Key("An Ares number looks like Ares(2024)1300417.");
        if (on is not { } day)
            return Text.Key("Say the day of registration.");
        if (day > today)
            return Text.Key("The day of registration lies in the future.");
        var year = day.Year.ToString(CultureInfo.InvariantCulture);
        return number!.Contains($"({year})", StringComparison.Ordinal)
            ? null
            : Text.Key("{0} is not a number of {1}: number and day name another year.", number, year);
    }

    [GeneratedRegex(@"^Ares\([0-9]{4}\)[0-9]{1,8}$", RegexOptions.None, 1000)]
    private static partial Regex Pattern();
}
