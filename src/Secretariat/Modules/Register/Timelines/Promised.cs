using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Commitments;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Timelines;

/// <summary>What the partner has promised.</summary>
internal sealed class Promised(SecretariatDb db, Partner partner, Text t) : ITimelineSource
{
    public TimelineSort Sort => TimelineSort.Commitment;

    public async Task<IReadOnlyList<TimelineEntry>> ReadAsync(Stretch stretch, CancellationToken cancellationToken)
    {
        var rows = await stretch
            .Of(db.Commitments.Where(c => c.PartnerId == partner.Id), c => c.On)
            .Select(c => new
            {
                c.Id,
                c.On,
                c.Title,
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(c => new TimelineEntry(
                Sort,
                Stretch.PlaceOf(c.On, c.Id),
                t.Of("Commitment made: {0}", c.Title.In(t.Language.Code)),
                $"/office/commitments/{c.Id}"
            )),
        ];
    }
}

/// <summary>How it stood with what the partner has promised.</summary>
internal sealed class ProgressMade(SecretariatDb db, Partner partner, Text t) : ITimelineSource
{
    public TimelineSort Sort => TimelineSort.Commitment;

    public async Task<IReadOnlyList<TimelineEntry>> ReadAsync(Stretch stretch, CancellationToken cancellationToken)
    {
        var theirs = db.CommitmentProgress.Where(p =>
            db.Commitments.Any(c => c.Id == p.CommitmentId && c.PartnerId == partner.Id)
        );
        var rows = await (
            from progress in stretch.Of(theirs, p => p.On)
            join commitment in db.Commitments on progress.CommitmentId equals commitment.Id
            select new
            {
                progress.Id,
                progress.On,
                progress.Status,
                progress.Words,
                progress.CommitmentId,
                commitment.Title,
            }
        ).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(p => new TimelineEntry(
                Sort,
                Stretch.PlaceOf(p.On, p.Id),
                t.Of("{0}: {1}", p.Title.In(t.Language.Code), t.Of(p.Status.Name())),
                $"/office/commitments/{p.CommitmentId}#progress"
            )
            {
                Detail = p.Words,
            }),
        ];
    }
}
