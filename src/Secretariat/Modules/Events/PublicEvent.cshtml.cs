using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Alliance;
using Secretariat.Modules.Events.Day;
using Secretariat.Modules.Events.Programme;
using Secretariat.Modules.Events.Series;
using Secretariat.Modules.Figures;
using Secretariat.Modules.Legislation;
using Secretariat.Modules.Partners;
using Secretariat.Platform;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Web;

namespace Secretariat.Modules.Events;

/// <summary>One event as the world sees it: when and where, who convened it, the press, what came of it; never who sat in a delegation.</summary>
public sealed class PublicEventModel(SecretariatDb db, Settings settings, Text t, TimeProvider time) : PublicPage(time)
{
    public TimetableEntry Entry { get; private set; } = null!;

    public IReadOnlyList<Strand> Strands { get; private set; } = [];

    public IReadOnlyList<Participants> Participants { get; private set; } = [];

    /// <summary>Counts of it as officially quoted.</summary>
    public IReadOnlyList<QuotedCount> Quoted { get; private set; } = [];

    public IReadOnlyList<Instrument> Outcomes { get; private set; } = [];

    public IReadOnlyList<LegislativeFile> Files { get; private set; } = [];

    /// <summary>Those that were given out for it.</summary>
    public IReadOnlyList<Figure> Figures { get; private set; } = [];

    /// <summary>The event that took its place, where that is known by then.</summary>
    public Event? SupersededBy { get; private set; }

    /// <summary>One was released by then.</summary>
    public bool HasProgramme { get; private set; }

    public EventSeries? Series { get; private set; }

    /// <summary>Of this day, while it is today.</summary>
    public IReadOnlyList<EventNotice> Notices { get; private set; } = [];

    /// <summary>What search engines read.</summary>
    public string? JsonLd { get; private set; }

    /// <summary>What was given out afterwards is shown from the day on which it is known to have taken place.</summary>
    public bool IsHeld => Entry.Standing is Standing.Held;

    public string CalendarAddress => $"/{t.Language.Code}/events/{Entry.Event.Code}.ics";

    public IEnumerable<EventPerson> In(string role) => Entry.Event.Persons.Where(p => p.Role == role);

    public async Task<IActionResult> OnGetAsync(string code)
    {
        if (await db.EntryAsync(code, AsOf, Cancelled) is not { } entry)
            return NotFound();
        Entry = entry;
        Strands = await db.Strands.AsNoTracking().OrderBy(s => s.Order).ToListAsync(Cancelled);
        HasProgramme = (await db.ReleasesAsync(entry.Event.Id, AsOf, Cancelled)).Count > 0;
        Series = await db.EventSeries.AsNoTracking().SingleOrDefaultAsync(s => s.Id == entry.Event.SeriesId, Cancelled);
        if (AsOf.IsToday)
            Notices = await db.NoticesAsync(entry, Now, Cancelled);
        await ReadLaterAsync(entry.Event.Details);
        JsonLd = EventJsonLd.Write(entry, $"{settings.BaseUrl}/{t.Language.Code}/events/{code}", t.Language.Code);
        return Page();
    }

    private async Task ReadLaterAsync(EventDetails details)
    {
        var code = Entry.Event.Code;
        var (outcomes, files, later) = (details.Outcomes, details.Files, details.SupersededBy);
        Files = await db
            .LegislativeFiles.AsNoTracking()
            .Where(f => files.Contains(f.Code))
            .OrderBy(f => f.Code)
            .ToListAsync(Cancelled);
        var codes = details.Figures;
        var figures = await db.Figures.AsNoTracking().Where(f => codes.Contains(f.Code)).ToListAsync(Cancelled);
        Figures = [.. codes.Select(c => figures.Find(f => f.Code == c && f.IsKnownOn(AsOf))).OfType<Figure>()];
        if (AsOf.IsToday && later is not null)
            SupersededBy = await db.Events.AsNoTracking().SingleOrDefaultAsync(e => e.Code == later, Cancelled);
        if (!IsHeld)
            return;
        Participants = await Events.Participants.ReadAsync(db, code, AsOf, t.Language.Code, Cancelled);
        Quoted = await db
            .QuotedCounts.AsNoTracking()
            .Where(c => c.Scope == code && c.On <= AsOf.Day)
            .OrderBy(c => c.On)
            .ThenBy(c => c.Code)
            .ToListAsync(Cancelled);
        Outcomes = await db
            .Instruments.AsNoTracking()
            .Where(i => outcomes.Contains(i.Code) && i.On <= AsOf.Day)
            .OrderBy(i => i.On)
            .ToListAsync(Cancelled);
    }
}
