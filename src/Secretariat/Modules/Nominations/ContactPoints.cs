using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Nominations;

/// <summary>How it stands with those who speak for a partner.</summary>
public enum Speaking
{
    /// <summary>Nobody is its contact point.</summary>
    Nobody,

    /// <summary>It has a contact point, though not for all strands.</summary>
    InPart,

    /// <summary>A contact point or an alternate is in office.</summary>
    Somebody,

    /// <summary>It is not asked for a contact point.</summary>
    NotExpected,
}

/// <summary>Which partners there are to speak with, and who is missing.</summary>
public static class ContactPoints
{
    /// <summary>
    /// Partners that were written to or had named somebody by the day; and those that are listed, unless whatever ties them to the
    /// Alliance came later.
    /// </summary>
    public static IQueryable<Partner> Expected(SecretariatDb db, AsOf asOf)
    {
        var (day, end) = (asOf.Day, asOf.EndsAt);
        var listed = db.ListedAt(asOf);
        return db.CurrentPartners.Where(p =>
            (
                listed.Any(l => l.Id == p.Id)
                && (
                    (!p.Relations.Any() && !p.Endorsements.Any())
                    || p.Relations.Any(r => r.On <= day)
                    || p.Endorsements.Any(e => e.From <= day)
                )
            )
            || db.Letters.Any(l => l.PartnerId == p.Id && l.SentAt < end)
            || db.Mandates.Any(m => m.PartnerId == p.Id && m.Role == MandateRole.ContactPoint && m.From <= day)
        );
    }

    /// <summary>Those of them with whom it stands so on a day, or those of whom none is expected.</summary>
    public static IQueryable<Partner> Expected(SecretariatDb db, Speaking speaking, AsOf asOf)
    {
        var held = db.Mandates.Where(m => m.Role == MandateRole.ContactPoint).At(asOf);
        var spoken = InOffice(db, asOf);
        return speaking switch
        {
            Speaking.Nobody => Expected(db, asOf).Where(p => !held.Any(m => m.PartnerId == p.Id)),
            Speaking.InPart => Expected(db, asOf)
                .Where(p => held.Any(m => m.PartnerId == p.Id))
                .Where(p =>
                    db.Strands.Any(s =>
                        !held.Any(m => m.PartnerId == p.Id && (m.Strands.Count == 0 || m.Strands.Contains(s.Code)))
                    )
                ),
            Speaking.NotExpected => db.CurrentPartners.Where(p => !Expected(db, asOf).Any(e => e.Id == p.Id)),
            _ => Expected(db, asOf).Where(p => spoken.Any(m => m.PartnerId == p.Id)),
        };
    }

    /// <summary>The mandates of contact points and alternates on a day.</summary>
    public static IQueryable<Mandate> InOffice(SecretariatDb db, AsOf asOf) =>
        db.Mandates.Where(m => m.Role == MandateRole.ContactPoint || m.Role == MandateRole.Alternate).At(asOf);

    public static Task<int> WithoutAsync(SecretariatDb db, AsOf asOf, CancellationToken cancellationToken) =>
        Expected(db, Speaking.Nobody, asOf).CountAsync(cancellationToken);

    /// <summary>The mandates of those who speak for a partner and whose address is of no use, so that they cannot be reached.</summary>
    public static async Task<List<Guid>> UnreachableAsync(SecretariatDb db, AsOf asOf, CancellationToken cancellationToken)
    {
        var failed = await FailedMail.ReadAsync(db, asOf, cancellationToken);
        if (failed.HasNone)
            return [];
        var speaking = await db
            .Mandates.Where(m => m.Role == MandateRole.ContactPoint && m.Person.Email != null)
            .At(asOf)
            .Where(m => Expected(db, asOf).Any(p => p.Id == m.PartnerId))
            .Select(m => new { m.Id, m.Person.Email })
            .ToListAsync(cancellationToken);
        return [.. speaking.Where(m => failed.IsOfNoUse(m.Email)).Select(m => m.Id)];
    }
}
