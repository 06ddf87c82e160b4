using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Timelines;

/// <summary>The days from which the partner might be shown in public, or might no longer.</summary>
internal sealed class ListingChanges(SecretariatDb db, Partner partner, Text t) : ITimelineSource
{
    public TimelineSort Sort => TimelineSort.Change;

    public async Task<IReadOnlyList<TimelineEntry>> ReadAsync(Stretch stretch, CancellationToken cancellationToken)
    {
        var all = db.ListingsBefore.Where(l => l.PartnerId == partner.Id);
        var rows = await stretch.Of(all.AsNoTracking(), l => l.Until).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(l => new TimelineEntry(
                Sort,
                Stretch.PlaceOf(l.Until, l.Id),
                t.Of("In public: {0}, before: {1}", t.Of(Listings.Name(!l.IsListed)), t.Of(Listings.Name(l.IsListed))),
                $"/office/partners/{partner.Code}"
            )),
        ];
    }
}
