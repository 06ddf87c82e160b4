using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Nominations;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Partners.Endorsements;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Timelines;

/// <summary>How the partner stands towards the instruments, from which day on.</summary>
internal sealed class Standings(SecretariatDb db, Partner partner, Text t) : ITimelineSource
{
    public TimelineSort Sort => TimelineSort.Endorsement;

    public async Task<IReadOnlyList<TimelineEntry>> ReadAsync(Stretch stretch, CancellationToken cancellationToken)
    {
        var rows = await (
            from said in stretch.Of(db.Endorsements.AsNoTracking().Where(e => e.PartnerId == partner.Id), e => e.From)
            join instrument in db.Instruments on said.InstrumentCode equals instrument.Code
            select new { Endorsement = said, instrument.Title }
        ).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r => new TimelineEntry(
                Sort,
                Stretch.PlaceOf(r.Endorsement.From, r.Endorsement.Id),
                t.Of("{0}: {1}", EndorsementWords.Of(r.Title, r.Endorsement.TextVersion, t), t.Of(r.Endorsement.Status.Name())),
                $"/office/partners/{partner.Code}#endorsements"
            )
            {
                Detail = t.Of(r.Endorsement.HeldOnNoDay() ? Text.Key("overruled the same day") : r.Endorsement.Mode.Name()),
            }),
        ];
    }
}

/// <summary>What the partner said about the strands.</summary>
internal sealed class Interests(SecretariatDb db, Partner partner, Text t) : ITimelineSource
{
    public TimelineSort Sort => TimelineSort.Interest;

    public async Task<IReadOnlyList<TimelineEntry>> ReadAsync(Stretch stretch, CancellationToken cancellationToken)
    {
        var rows = await (
            from said in stretch.Of(db.Interests.AsNoTracking().Where(i => i.PartnerId == partner.Id), i => i.From)
            join strand in db.Strands on said.StrandCode equals strand.Code
            select new { Interest = said, strand.Name }
        ).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r => new TimelineEntry(
                Sort,
                Stretch.PlaceOf(r.Interest.From, r.Interest.Id),
                t.Of("{0}: {1}", r.Name.In(t.Language.Code), t.Of(r.Interest.Stance.Name())),
                $"/office/inbox/{r.Interest.MessageId}"
            )
            {
                Detail = r.Interest.IsOverruled ? t.Of("overruled the same day") : null,
            }),
        ];
    }
}
