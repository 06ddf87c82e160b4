using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Correspondence;

/// <summary>What can have a number in the register, and its day.</summary>
public interface IRegistered
{
    Guid Id { get; }
    string? AresNumber { get; }
    void Register(string? number, DateOnly? on);
}

/// <summary>Says whether a number is that of something else in the record; a higher module does, which has the letters.</summary>
public interface IHoldAresNumbers
{
    Task<bool> HoldsAsync(string number, CancellationToken cancellationToken);

    /// <summary>The threads of what has that number in the register, or that number of the partner’s own.</summary>
    Task<IReadOnlyList<Guid>> ThreadsWithAsync(string number, CancellationToken cancellationToken);
}

/// <summary>Records a number of the register for a message received or sent, or takes it back. Saves nothing.</summary>
public sealed class EnterAresNumber(SecretariatDb db, IEnumerable<IHoldAresNumbers> others, TimeProvider time)
{
    /// <param name="message">The message.</param>
    /// <param name="typed">As it was typed; nothing takes back the number recorded.</param>
    /// <param name="on">The day of registration.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Why it cannot be, or what was done, for the audit and for the officer.</returns>
    public async Task<(Reason? WhyNot, string Process, string Done)> RunAsync(
        IRegistered message,
        string? typed,
        DateOnly? on,
        CancellationToken cancellationToken
    )
    {
        var number = string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
        if (number is null && message.AresNumber is not null)
        {
            message.Register(null, null);
            return (null, Text.Key("Take a number of the register back"), Text.Key("The number is taken back."));
        }

        var wrong = AresNumbers.WhyNot(number, on, time.Today()) ?? await WhyTakenAsync(number!, message.Id, cancellationToken);
        if (wrong is null)
            message.Register(number, on);
        return (wrong, Text.Key("Register a message"), Text.Key("The number is recorded."));
    }

    private async Task<Reason?> WhyTakenAsync(string number, Guid except, CancellationToken cancellationToken)
    {
        if (
            await db.Messages.AnyAsync(m => m.AresNumber == number && m.Id != except, cancellationToken)
            || await db.Outbox.AnyAsync(m => m.AresNumber == number && m.Id != except, cancellationToken)
        )
            return Text.Key("This is already the number of another message.");
        foreach (var other in others)
        {
            if (await other.HoldsAsync(number, cancellationToken))
                return Text.Key("This is already the number of a letter.");
        }

        return null;
    }
}
