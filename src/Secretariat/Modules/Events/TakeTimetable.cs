using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Alliance;
using Secretariat.Modules.Figures;
using Secretariat.Modules.Letters;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events;

/// <summary>
/// Gathers what a campaign's letters say of the record on a day: only dates and counts that had been announced by then, so
/// that nothing later enters an earlier letter.
/// </summary>
public sealed class TakeTimetable(SecretariatDb db)
{
    /// <param name="Announcement">The last one of a date, with the words of the printed annex.</param>
    /// <param name="When">What holds of it.</param>
    private sealed record Dated(Event Event, Announcement Announcement, Timing When)
    {
        public bool IsNamedInLetter { get; init; }
    }

    public async Task<CampaignContent> AsOfAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var events = await db.Events.AsNoTracking().Include(e => e.Announcements).ToListAsync(cancellationToken);
        var announced = events
            .SelectMany(e => StandingOn(e, day))
            .Where(d => d.When.SortKey >= FirstOfMonth(day))
            .OrderBy(d => d.When, Timing.AsRead)
            .ThenBy(d => d.Event.Code, StringComparer.Ordinal)
            .ToList();
        var strands = await db.Strands.AsNoTracking().OrderBy(s => s.Order).ToListAsync(cancellationToken);
        return new CampaignContent
        {
            Strands = [.. strands.Select(s => StrandOf(s, announced))],
            Files = await FilesAsync(day, cancellationToken),
            Conference = announced.Find(d => d.Event is { Kind: "conference", IsOwn: true })?.When.Text,
            Council = announced.Find(d => d.Event.Kind == "council")?.When.Text,
            Participants = await CountAsync("participants", day, cancellationToken),
            Commitment = await CountAsync("commitment-expressed", day, cancellationToken),
            AnnexTitle = new LocalizedText(
                new Dictionary<string, string>
                {
                    ["en"] = $"Indicative planning {day.Year}",
                    ["fr"] = $"Programmation indicative {day.Year}",
                    ["de"] = $"Vorläufige Planung {day.Year}",
                }
            ),
            AnnexRows = [.. AnnexRows(announced), .. LiveRows(announced)],
            Partners = await TakePartners.AsOfAsync(db, new AsOf(day), cancellationToken),
        };
    }

    /// <summary>The dates that stood on a day: all where the sources disagree, else the last; none of what is off or over.</summary>
    private static IEnumerable<Dated> StandingOn(Event e, DateOnly day)
    {
        var dates = TimetableEntry.AnnouncedBy(e, day).Where(a => a.AnnouncedOn is not null).ToList();
        if (dates is [] or [.., { Status: EventStatus.Cancelled or EventStatus.Held }])
            return [];
        var (last, isNamed) = (dates[^1], dates.Exists(a => a.IsNamedInLetter));
        dates.RemoveAll(a => a.Status is not EventStatus.Planned);
        return last.EnteredAt is null && e.IsDisputed
            ? dates.Select(a => new Dated(e, a, a.Timing) { IsNamedInLetter = a.IsNamedInLetter })
            : dates.TakeLast(1).Select(a => new Dated(e, a, last.Timing) { IsNamedInLetter = isNamed });
    }

    /// <summary>The season or quarter in which the day lies has begun before it, and still stands in the timetable.</summary>
    private static DateOnly FirstOfMonth(DateOnly day) => new(day.Year, day.Month, 1);

    private static StrandContent StrandOf(Strand strand, IEnumerable<Dated> announced) =>
        new(
            strand.Code,
            strand.Name,
            [
                .. announced
                    .Where(d => d.IsNamedInLetter && d.Event.Strands.Contains(strand.Code))
                    .Select(d => new EventContent(d.When.Text, d.Event.Title, d.Event.City)),
            ]
        );

    /// <summary>
    /// In the printed order. A row that the source breaks off after its date is left out: nobody signs an annex with a gap in it, and nothing
    /// is put in its place; the timetable has the event all the same.
    /// </summary>
    private static IEnumerable<AnnexRow> AnnexRows(IEnumerable<Dated> announced) =>
        announced
            .Select(d => d.Announcement)
            .Where(a => a.AnnexOrder is not null && (a.AnnexTitle ?? a.AnnexVenue) is not null)
            .OrderBy(a => a.AnnexOrder)
            .Select(a => new AnnexRow(a.AnnexDate ?? a.Timing.Text, a.AnnexTitle, a.AnnexVenue));

    /// <summary>What the office itself announced since, after what was printed.</summary>
    private static IEnumerable<AnnexRow> LiveRows(IEnumerable<Dated> announced) =>
        announced
            .Where(d => d.Announcement.EnteredAt is not null)
            .Select(d => new AnnexRow(d.When.Text, d.Event.Title, d.Event.City));

    private Task<List<FileContent>> FilesAsync(DateOnly day, CancellationToken cancellationToken) =>
        db
            .LegislativeFiles.AsNoTracking()
            .Where(f => f.ProposedOn <= day)
            .OrderByDescending(f => f.Code)
            .Select(f => new FileContent(f.Procedure, f.Name))
            .ToListAsync(cancellationToken);

    /// <summary>The newest quoted count of that definition: a citation, with its day and what it counts.</summary>
    private async Task<CountContent?> CountAsync(string definition, DateOnly day, CancellationToken cancellationToken)
    {
        var count = await db
            .QuotedCounts.AsNoTracking()
            .Where(c => c.Definition == definition && c.On <= day)
            .OrderByDescending(c => c.On)
            .FirstOrDefaultAsync(cancellationToken);
        return count is null ? null : new CountContent(count.InWords, count.OnInWords, count.DefinitionText);
    }
}
