using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Nominations;

/// <summary>Which partners there are to speak with, and who is missing.</summary>
public static class ContactPoints
{
    /// <summary>
    /// Partners that were written to or had named somebody by the day; and those that are listed, from the first day on which
    /// something tied them to the Alliance.
    /// </summary>
    public static IQueryable<Partner> Expected(SecretariatDb db, AsOf asOf)
    {
        var (day, end) = (asOf.Day, asOf.EndsAt);
        return db.CurrentPartners.Where(p =>
            (p.IsListed && (p.Relations.Any(r => r.On <= day) || p.Endorsements.Any(e => e.From <= day)))
            || db.Letters.Any(l => l.PartnerId == p.Id && l.SentAt < end)
            || db.Mandates.Any(m => m.PartnerId == p.Id && m.Role == MandateRole.ContactPoint && m.From <= day)
        );
    }

    public static Task<int> WithoutAsync(SecretariatDb db, AsOf asOf, CancellationToken cancellationToken)
    {
        var held = db.Mandates.Where(m => m.Role == MandateRole.ContactPoint).At(asOf);
        return Expected(db, asOf).CountAsync(p => !held.Any(m => m.PartnerId == p.Id), cancellationToken);
    }

    /// <summary>How many of those who speak for a partner have an address that is of no use, and so cannot be reached.</summary>
    public static async Task<int> UnreachableAsync(SecretariatDb db, AsOf asOf, CancellationToken cancellationToken)
    {
        var failed = await FailedMail.ReadAsync(db, asOf, cancellationToken);
        if (failed.HasNone)
            return 0;
        var addresses = await db
            .Mandates.Where(m => m.Role == MandateRole.ContactPoint && m.Person.Email != null)
            .At(asOf)
            .Where(m => Expected(db, asOf).Any(p => p.Id == m.PartnerId))
            .Select(m => m.Person.Email)
            .ToListAsync(cancellationToken);
        return addresses.Count(failed.IsOfNoUse);
    }
}
