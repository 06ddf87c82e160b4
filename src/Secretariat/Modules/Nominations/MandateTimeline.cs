using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Nominations;

/// <summary>Who spoke for a partner and when, with the days on which nobody did.</summary>
public sealed record MandateTimeline(IReadOnlyList<Mandate> Mandates, IReadOnlyList<Gap> Gaps, DateOnly Today)
{
    /// <summary>Whether each mandate leads to the message it rests on, which only the office may read.</summary>
    public bool ShowsEvidence { get; set; }

    public static async Task<MandateTimeline> OfAsync(
        SecretariatDb db,
        Guid partnerId,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var mandates = await db
            .Mandates.AsNoTracking()
            .Include(m => m.Person)
            .Where(m => m.PartnerId == partnerId)
            .OrderBy(m => m.From)
            .ThenBy(m => m.Id)
            .ToListAsync(cancellationToken);
        return new MandateTimeline(mandates, Gap.Between(mandates.Where(m => m.Role is MandateRole.ContactPoint), today), today);
    }

    /// <summary>Who took over the same role, at once or after a gap.</summary>
    public Mandate? SuccessorOf(Mandate mandate) =>
        mandate.To is { } end
            ? Mandates.FirstOrDefault(m =>
                m.Role == mandate.Role && m.PersonId != mandate.PersonId && m.From >= end && !m.HeldOnNoDay()
            )
            : null;
}
