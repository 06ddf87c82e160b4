using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Timelines;

/// <summary>The days from which the partner was of another kind.</summary>
internal sealed class KindChanges(SecretariatDb db, Partner partner, Text t) : ITimelineSource
{
    public TimelineSort Sort => TimelineSort.Change;

    public async Task<IReadOnlyList<TimelineEntry>> ReadAsync(Stretch stretch, CancellationToken cancellationToken)
    {
        var all = db.KindsBefore.Where(k => k.PartnerId == partner.Id);
        var rows = await (
            from before in stretch.Of(all, k => k.Until)
            let next = all.Where(k => k.Until > before.Until).OrderBy(k => k.Until).Select(k => k.KindCode).FirstOrDefault()
                ?? partner.KindCode
            select new
            {
                before.Id,
                before.Until,
                Was = db.PartnerKinds.First(k => k.Code == before.KindCode).Name,
                Becomes = db.PartnerKinds.First(k => k.Code == next).Name,
            }
        ).ToListAsync(cancellationToken);
        var language = t.Language.Code;
        return
        [
            .. rows.Select(r => new TimelineEntry(
                Sort,
                Stretch.PlaceOf(r.Until, r.Id),
                t.Of("Kind of partner: {0}, before: {1}", r.Becomes.In(language), r.Was.In(language)),
                $"/office/partners/{partner.Code}"
            )),
        ];
    }
}

internal sealed class RoutesBegun(SecretariatDb db, Partner partner, Text t) : ITimelineSource
{
    public TimelineSort Sort => TimelineSort.Change;

    public Task<IReadOnlyList<TimelineEntry>> ReadAsync(Stretch stretch, CancellationToken cancellationToken) =>
        Places.TellAsync(
            (db, partner, t),
            stretch.Of(db.PartnerRoutes.Where(r => r.PartnerId == partner.Id), r => r.From),
            (Text.Key("On the route {0}: {1}"), r => r.From),
            cancellationToken
        );
}

/// <summary>On the first day on which the partner no longer lay there.</summary>
internal sealed class RoutesEnded(SecretariatDb db, Partner partner, Text t) : ITimelineSource
{
    public TimelineSort Sort => TimelineSort.Change;

    public Task<IReadOnlyList<TimelineEntry>> ReadAsync(Stretch stretch, CancellationToken cancellationToken) =>
        Places.TellAsync(
            (db, partner, t),
            stretch.Of(
                db.PartnerRoutes.Where(r => r.PartnerId == partner.Id && r.To != null && r.To != r.From),
                r => r.To!.Value
            ),
            (Text.Key("No longer on the route {0}: {1}"), r => r.To!.Value),
            cancellationToken
        );
}

/// <summary>Says of places on routes which they are.</summary>
internal static class Places
{
    public static async Task<IReadOnlyList<TimelineEntry>> TellAsync(
        (SecretariatDb Db, Partner Partner, Text T) of,
        IQueryable<PartnerRoute> places,
        (string Words, Func<PartnerRoute, DateOnly> On) says,
        CancellationToken cancellationToken
    )
    {
        var rows = await (
            from place in places.AsNoTracking()
            join route in of.Db.Routes on place.RouteCode equals route.Code
            select new { Place = place, route.Name }
        ).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r => new TimelineEntry(
                TimelineSort.Change,
                Stretch.PlaceOf(says.On(r.Place), r.Place.Id),
                of.T.Of(says.Words, r.Name.In(of.T.Language.Code), of.T.Of(r.Place.Role.Name())),
                $"/office/partners/{of.Partner.Code}"
            )),
        ];
    }
}
