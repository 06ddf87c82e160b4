using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters.Campaigns;

/// <summary>A number and day for a letter, by the same rule whether it is entered alone or stands in a pasted list.</summary>
public sealed record Registration(Letter Letter, string Number, DateOnly On)
{
    public Reason? WhyNot(DateOnly today, RegisteredNumbers taken)
    {
        if (Letter.WhyNotRegister(Number) is { } reason)
            return reason;
        if (AresNumbers.WhyNot(Number, On, today) is { } wrong)
            return wrong;
        if (taken.HolderOf(Number) is { } holder && holder.Id != Letter.Id)
            return Text.Key("{0} is already the number of letter {1}.", Number, holder.Reference);
        return taken.IsOfMessage(Number) ? Text.Key("{0} is already the number of a message.", Number) : null;
    }

    public void Enter() => Letter.Register(Number, On);
}

/// <summary>Which letters have which Ares numbers, over all campaigns, and which are those of messages.</summary>
public sealed class RegisteredNumbers
{
    private readonly HashSet<string> ofMessages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Guid Id, string? Reference)> holders = new(StringComparer.Ordinal);

    public (Guid Id, string? Reference)? HolderOf(string number) => holders.TryGetValue(number, out var holder) ? holder : null;

    public bool IsOfMessage(string number) => ofMessages.Contains(number);

    public void Add(Registration entry) => holders[entry.Number] = (entry.Letter.Id, entry.Letter.Reference);

    /// <param name="text">A number, or a list that holds some.</param>
    public static async Task<RegisteredNumbers> InAsync(SecretariatDb db, string? text, CancellationToken cancellationToken)
    {
        var numbers = RegistrationList.NumbersIn(text ?? "");
        var taken = new RegisteredNumbers();
        var letters = await db
            .Letters.Where(l => l.AresNumber != null && numbers.Contains(l.AresNumber))
            .Select(l => new
            {
                l.Id,
                l.Reference,
                l.AresNumber,
            })
            .ToListAsync(cancellationToken);
        foreach (var letter in letters)
            taken.holders[letter.AresNumber!] = (letter.Id, letter.Reference);
        var received = db.Messages.Select(m => m.AresNumber);
        taken.ofMessages.UnionWith(
            await received
                .Concat(db.Outbox.Select(m => m.AresNumber))
                .Where(n => n != null && numbers.Contains(n))
                .Select(n => n!)
                .ToListAsync(cancellationToken)
        );
        return taken;
    }
}
