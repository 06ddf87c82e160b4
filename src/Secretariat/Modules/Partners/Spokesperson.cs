using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Partners;

public static class Spokesperson
{
    /// <summary>
    /// The day from which nobody with that account speaks for the partner any more; null while one does, and for an
    /// account that never had a mandate there, such as a ministry's registry: an administrator's word is enough for it.
    /// A mandate that stayed with an entry merged into the partner's is one of this partner.
    /// </summary>
    public static async Task<DateOnly?> MandateEndedAsync(
        this SecretariatDb db,
        Guid partnerId,
        Account account,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var entries = (await MergedEntries.ReadAsync(db, cancellationToken)).EntriesOf(partnerId);
        var mandates = await db
            .Mandates.AsNoTracking()
            .Include(m => m.Person)
            .Where(m => entries.Contains(m.PartnerId) && (m.PersonId == account.PersonId || m.Person.Email != null))
            .ToListAsync(cancellationToken);
        var theirs = mandates.FindAll(m => m.PersonId == account.PersonId || IsOf(m.Person.Email, account));
        return theirs.Count > 0 && theirs.TrueForAll(m => m.To <= today || m.HeldOnNoDay()) ? theirs.Max(m => m.To) : null;
    }

    /// <summary>Whose the account is, of those who hold a mandate for the partner; null where it is nobody's, or several share its mailbox.</summary>
    public static async Task<Person?> HolderAsync(
        this SecretariatDb db,
        Guid partnerId,
        Account account,
        AsOf today,
        CancellationToken cancellationToken
    )
    {
        var entries = (await MergedEntries.ReadAsync(db, cancellationToken)).EntriesOf(partnerId);
        var held = db.Mandates.At(today).Where(m => entries.Contains(m.PartnerId));
        var people = await db
            .Persons.Where(p => held.Any(m => m.PersonId == p.Id) && (p.Id == account.PersonId || p.Email != null))
            .ToListAsync(cancellationToken);
        var theirs = people.FindAll(p => p.Id == account.PersonId || IsOf(p.Email, account));
        return theirs.Find(p => p.Id == account.PersonId) ?? (theirs is [var one] ? one : null);
    }

    /// <summary>Whether the account is that of a contact point of the partner or of an alternate; their mailbox may be shared.</summary>
    public static async Task<bool> IsContactPointAsync(
        this SecretariatDb db,
        Guid partnerId,
        Account account,
        AsOf today,
        CancellationToken cancellationToken
    )
    {
        var entries = (await MergedEntries.ReadAsync(db, cancellationToken)).EntriesOf(partnerId);
        var people = await db
            .Mandates.At(today)
            .Where(m => entries.Contains(m.PartnerId))
            .Where(m => m.Role == MandateRole.ContactPoint || m.Role == MandateRole.Alternate)
            .Select(m => new { m.PersonId, m.Person.Email })
            .ToListAsync(cancellationToken);
        return people.Exists(p => p.PersonId == account.PersonId || IsOf(p.Email, account));
    }

    /// <summary>Changes the mailbox of a person; an account that was opened for the former one stays theirs.</summary>
    public static Task MoveMailboxAsync(
        this SecretariatDb db,
        Person person,
        string? email,
        CancellationToken cancellationToken
    ) => db.MoveMailboxesAsync([(person, email)], cancellationToken);

    /// <summary>The same for many, which asks the database no more often.</summary>
    public static async Task MoveMailboxesAsync(
        this SecretariatDb db,
        IReadOnlyCollection<(Person Person, string? Email)> moves,
        CancellationToken cancellationToken
    )
    {
        await db.TieAccountsAsync(moves, cancellationToken);
        foreach (var (person, email) in moves)
            person.Email = email;
    }

    /// <summary>An account that was opened for the mailbox of a person who leaves it for another one stays theirs.</summary>
    /// <returns>The accounts of which this was not known.</returns>
    internal static async Task<IReadOnlyList<Account>> TieAccountsAsync(
        this SecretariatDb db,
        IEnumerable<(Person Person, string? Email)> moves,
        CancellationToken cancellationToken
    )
    {
        var left = moves
            .Where(m => m.Person.Email is { } former && !former.Equals(m.Email, StringComparison.OrdinalIgnoreCase))
            .ToDictionary(m => m.Person.Id, m => m.Person.Email!.ToUpperInvariant());
        if (left.Count == 0)
            return [];
        var addresses = left.Values.ToList();
        var opened = await db
            .Users.Where(a => a.PersonId == null && a.NormalizedEmail != null && addresses.Contains(a.NormalizedEmail))
            .Join(db.Mandates, a => a.PartnerId, m => m.PartnerId, (a, m) => new { Account = a, m.PersonId })
            .ToListAsync(cancellationToken);
        var theirs = opened.FindAll(o => left.GetValueOrDefault(o.PersonId) == o.Account.NormalizedEmail);
        theirs.ForEach(found => found.Account.PersonId = found.PersonId);
        return [.. theirs.Select(found => found.Account).Distinct()];
    }

    private static bool IsOf(string? mailbox, Account account) =>
        string.Equals(mailbox, account.Email, StringComparison.OrdinalIgnoreCase);
}
