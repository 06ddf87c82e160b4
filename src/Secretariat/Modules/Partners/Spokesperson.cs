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
    /// </summary>
    public static async Task<DateOnly?> MandateEndedAsync(
        this SecretariatDb db,
        Guid partnerId,
        Account account,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var mandates = await db
            .Mandates.AsNoTracking()
            .Include(m => m.Person)
            .Where(m => m.PartnerId == partnerId && (m.PersonId == account.PersonId || m.Person.Email != null))
            .ToListAsync(cancellationToken);
        var theirs = mandates.FindAll(m => m.PersonId == account.PersonId || IsOf(m.Person.Email, account));
        return theirs.Count > 0 && theirs.TrueForAll(m => m.To <= today || m.HeldOnNoDay()) ? theirs.Max(m => m.To) : null;
    }

    /// <summary>Changes the mailbox of a person; an account that was opened for the former one stays theirs.</summary>
    public static async Task MoveMailboxAsync(
        this SecretariatDb db,
        Person person,
        string? email,
        CancellationToken cancellationToken
    )
    {
        if (person.Email is { } former && !former.Equals(email, StringComparison.OrdinalIgnoreCase))
        {
            var address = former.ToUpperInvariant();
            var accounts = await db
                .Users.Where(a => a.NormalizedEmail == address && a.PersonId == null)
                .Where(a => db.Mandates.Any(m => m.PersonId == person.Id && m.PartnerId == a.PartnerId))
                .ToListAsync(cancellationToken);
            accounts.ForEach(a => a.PersonId = person.Id);
        }

        person.Email = email;
    }

    private static bool IsOf(string? mailbox, Account account) =>
        string.Equals(mailbox, account.Email, StringComparison.OrdinalIgnoreCase);
}
