using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Audit;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Timelines;

/// <summary>
/// What was changed in the partner's entry: names, listing, how it is written to, when it was entered. Most of it has no day in the
/// world; a change of kind has one, and stands there unless it was taken back, and one of listing, which is entered with the names, too.
/// </summary>
internal sealed class EntryChanges(SecretariatDb db, Partner partner, Text t) : ITimelineSource
{
    public TimelineSort Sort => TimelineSort.Entry;

    public async Task<IReadOnlyList<TimelineEntry>> ReadAsync(Stretch stretch, CancellationToken cancellationToken)
    {
        var ofKind = await db
            .AuditEntries.Where(k => db.KindsBefore.Any(b => b.PartnerId == partner.Id && b.Id == k.SubjectId))
            .Select(k => k.At)
            .ToListAsync(cancellationToken);
        // Whoever enters something for a partner takes a turn on its entry, which changes no field of it.
        var changed = db.AuditEntries.Where(e =>
            e.SubjectId == partner.Id
            && !(e.Process == EditPartnerModel.ChangingKind && ofKind.Contains(e.At))
            && e.Payload!.Contains("\"Change\":\"Modified\"")
            && !e.Payload.Contains("\"Values\":{}")
        );
        var rows = await stretch.Of(changed.AsNoTracking(), e => e.At).ToListAsync(cancellationToken);
        var kinds = await db.PartnerKinds.AsNoTracking().ToDictionaryAsync(k => k.Code, k => k.Name, cancellationToken);
        return
        [
            .. from entry in rows
            let row = new AuditRow(entry, db.Model, t)
            let changes = row.Changes.Where(c => c.Name != nameof(Partner.KindCode) || !ofKind.Contains(entry.At)).ToList()
            select new TimelineEntry(Sort, new(entry.At, entry.Id), t.Of(entry.Process), $"/office/partners/{partner.Code}")
            {
                Detail = Told(changes, row.Why, kinds),
            },
        ];
    }

    private string Told(IEnumerable<AuditRow.Change> changes, string? why, Dictionary<string, LocalizedText> kinds)
    {
        return string.Join(
            " · ",
            changes
                .Select(c => t.Of("{0}: {1} → {2}", c.Field, Said(c.Name, c.First), Said(c.Name, c.Second)))
                .Append(why)
                .OfType<string>()
        );

        string Said(string field, string? value) =>
            field is nameof(Partner.KindCode) && kinds.TryGetValue(value ?? "", out var kind)
                ? kind.In(t.Language.Code)
                : value ?? "–";
    }
}

/// <summary>The domains that the partner writes from, when each was registered.</summary>
internal sealed class DomainsRegistered(SecretariatDb db, Partner partner, Text t) : ITimelineSource
{
    private static readonly string[] Processes = [EditDomainsModel.Registering, Text.Key("Import partners")];

    public TimelineSort Sort => TimelineSort.Entry;

    public async Task<IReadOnlyList<TimelineEntry>> ReadAsync(Stretch stretch, CancellationToken cancellationToken)
    {
        var domains = db.PartnerDomains.Where(d => d.PartnerId == partner.Id);
        var entered = db.AuditEntries.Where(e => Processes.Contains(e.Process) && domains.Any(d => d.Id == e.SubjectId));
        var rows = await (
            from entry in stretch.Of(entered, e => e.At)
            join domain in domains on entry.SubjectId equals domain.Id
            select new
            {
                entry.Id,
                entry.At,
                domain.Domain,
            }
        ).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r => new TimelineEntry(
                Sort,
                new(r.At, r.Id),
                t.Of("Domain registered: {0}", r.Domain),
                $"/office/partners/{partner.Code}"
            )),
        ];
    }
}

/// <summary>One that was taken away has left the record; its partner's entry says that it was.</summary>
internal sealed class DomainsRemoved(SecretariatDb db, Partner partner, Text t) : ITimelineSource
{
    public TimelineSort Sort => TimelineSort.Entry;

    public async Task<IReadOnlyList<TimelineEntry>> ReadAsync(Stretch stretch, CancellationToken cancellationToken)
    {
        var removed = db.AuditEntries.Where(e => e.SubjectId == partner.Id && e.Process == EditDomainsModel.Removing);
        var rows = await stretch.Of(removed.AsNoTracking(), e => e.At).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(e => new TimelineEntry(Sort, new(e.At, e.Id), t.Of(e.Process), $"/office/partners/{partner.Code}")
            {
                Detail = new AuditRow(e, db.Model, t).Why,
            }),
        ];
    }
}

/// <summary>The entries that were merged into the partner's.</summary>
internal sealed class EntriesMerged(SecretariatDb db, Partner partner, Text t) : ITimelineSource
{
    public TimelineSort Sort => TimelineSort.Entry;

    public async Task<IReadOnlyList<TimelineEntry>> ReadAsync(Stretch stretch, CancellationToken cancellationToken)
    {
        var rows = await (
            from merge in stretch.Of(db.PartnerMerges.Where(m => m.KeptId == partner.Id), m => m.At)
            join gone in db.Partners on merge.GoneId equals gone.Id
            select new
            {
                merge.Id,
                merge.At,
                merge.UndoneAt,
                gone.Code,
                gone.Name,
            }
        ).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(m => new TimelineEntry(
                Sort,
                new(m.At, m.Id),
                t.Of("Merged into this entry: {0}", m.Name.In(t.Language.Code)),
                $"/office/partners/{m.Code}"
            )
            {
                Detail = m.UndoneAt is { } undone ? t.Of("undone on {0}", Clock.DayOf(undone)) : null,
            }),
        ];
    }
}
