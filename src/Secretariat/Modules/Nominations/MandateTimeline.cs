using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Nominations;

/// <summary>Who spoke for a partner and when, with the days on which nobody did.</summary>
public sealed record MandateTimeline(IReadOnlyList<Mandate> Mandates, IReadOnlyList<Gap> Gaps, DateOnly Today)
{
    /// <summary>Whether each mandate leads to the message it rests on, which only the office may read.</summary>
    public bool ShowsEvidence { get; set; }

    /// <summary>Where the pages lie on which a mandate is corrected; null where none is.</summary>
    public string? CorrectedAt { get; set; }

    /// <summary>Where mail does not arrive, which the office alone is told.</summary>
    public FailedMail Failed { get; set; } = FailedMail.None;

    public MandateWords Words { get; private init; } = MandateWords.None;

    /// <summary>Strands in which nobody speaks for it today, while somebody does in others.</summary>
    public IReadOnlyList<(LocalizedText Strand, DateOnly? Since)> Uncovered { get; private init; } = [];

    /// <summary>Days that are over on which nobody spoke for it in a strand, while somebody did in others.</summary>
    public IReadOnlyList<(LocalizedText Strand, Gap Gap)> FormerlyUncovered { get; private init; } = [];

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
        var strands = await db.Strands.AsNoTracking().OrderBy(s => s.Order).ToListAsync(cancellationToken);
        var uncovered = Partners.Uncovered.On(today, mandates, strands.Select(s => s.Code));
        return new MandateTimeline(mandates, Gap.Between(mandates.Where(m => m.Role is MandateRole.ContactPoint), today), today)
        {
            Words = await MandateWords.ReadAsync(db, cancellationToken),
            Uncovered =
                uncovered.Count == strands.Count
                    ? []
                    : [.. uncovered.Select(u => (strands.Find(s => s.Code == u.StrandCode)!.Name, u.Since))],
            FormerlyUncovered =
            [
                .. strands.SelectMany(s => Partners.Uncovered.Before(today, mandates, s.Code).Select(gap => (s.Name, gap))),
            ],
        };
    }

    /// <summary>Those alone who hold a mandate on its day, and the gap that is open on it.</summary>
    public MandateTimeline OnItsDay() =>
        this with
        {
            Mandates = [.. Mandates.Where(m => m.HoldsOn(Today))],
            Gaps = [.. Gaps.Where(g => g.To is null)],
            FormerlyUncovered = [],
        };

    /// <summary>Who took over the same role in one of the same strands, at once or after a gap.</summary>
    public Mandate? SuccessorOf(Mandate mandate) =>
        mandate.To is { } end
            ? Mandates.FirstOrDefault(m =>
                m.Role == mandate.Role
                && m.PersonId != mandate.PersonId
                && m.From >= end
                && m.CoversAny(mandate.Strands)
                && !m.HeldOnNoDay()
            )
            : null;
}
