using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Nominations;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Timelines;

/// <summary>Events, and what else ties the partner to the Alliance.</summary>
internal sealed class Relations(SecretariatDb db, Partner partner, Text t) : ITimelineSource
{
    public TimelineSort Sort => TimelineSort.Relation;

    public async Task<IReadOnlyList<TimelineEntry>> ReadAsync(Stretch stretch, CancellationToken cancellationToken)
    {
        var rows = await (
            from relation in stretch.Of(db.PartnerRelations.Where(r => r.PartnerId == partner.Id), r => r.On)
            join e in db.Events on relation.Of equals e.Code into events
            from e in events.DefaultIfEmpty()
            select new
            {
                relation.Id,
                relation.On,
                relation.Kind,
                relation.Of,
                relation.IsMonthOnly,
                Title = (LocalizedText?)e.Title,
            }
        ).ToListAsync(cancellationToken);
        var language = t.Language.Code;
        return
        [
            .. rows.Select(r => new TimelineEntry(
                Sort,
                Stretch.PlaceOf(r.On, r.Id),
                $"{t.Of(r.Kind.Name())} {r.Title?.In(language) ?? r.Of}".TrimEnd(),
                r.Title is null ? $"/office/partners/{partner.Code}#relations" : $"/{language}/events/{r.Of}"
            )
            {
                IsMonthOnly = r.IsMonthOnly,
            }),
        ];
    }
}
