using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Events;

/// <summary>How an event stood on a day, as far as was known by then.</summary>
public enum Standing
{
    Coming,
    Held,
    Moved,
    Cancelled,

    /// <summary>Its announced time has passed, and nothing says whether it took place.</summary>
    NoRecord,
}

/// <summary>What was known of an event on a day: nothing that was announced or happened later.</summary>
public sealed record TimetableEntry(Event Event, Standing Standing, Timing When, IReadOnlyList<Announcement> Announcements)
{
    public static TimetableEntry? At(Event e, AsOf asOf)
    {
        var announcements = e
            .Announcements.Where(a => IsKnown(a, asOf.Day))
            .OrderBy(a => a.AnnouncedOn ?? DateOnly.MaxValue)
            .ThenBy(a => a.Timing.SortKey)
            .ToList();
        if (e.Actual is { } actual && End(actual) <= asOf.Day)
            return new(e, Standing.Held, actual, announcements);
        if (announcements.Count == 0)
            return null;
        return new(e, StandingOf(e, announcements, asOf), Latest(e, announcements), announcements);
    }

    /// <summary>The whole timetable by date, then by title in the reader's language.</summary>
    public static async Task<List<TimetableEntry>> AllAsync(
        SecretariatDb db,
        AsOf asOf,
        CultureInfo reader,
        CancellationToken cancellationToken
    )
    {
        var events = await db.Events.AsNoTracking().Include(e => e.Announcements).ToListAsync(cancellationToken);
        return
        [
            .. events
                .Select(e => At(e, asOf))
                .OfType<TimetableEntry>()
                .OrderBy(e => e.When, Timing.AsRead)
                .ThenBy(
                    e => e.Event.Title.In(reader.TwoLetterISOLanguageName),
                    StringComparer.Create(reader, CompareOptions.IgnoreCase)
                ),
        ];
    }

    /// <summary>The sources of what is shown, and of nothing later.</summary>
    public IEnumerable<string> Sources =>
        Standing is Standing.Held ? Event.Sources : Announcements.SelectMany(a => a.Sources).Distinct();

    /// <summary>The dates to show at the head: one, or all of them where the sources disagree.</summary>
    public IEnumerable<Timing> Dates =>
        Event.IsDisputed && Standing is not Standing.Held ? Announcements.Select(a => a.Timing).OrderBy(t => t.SortKey) : [When];

    /// <summary>The days on which it takes place, where they are known.</summary>
    public (DateOnly First, DateOnly Last)? Days =>
        When is { Precision: Precision.Day or Precision.Range, Earliest: { } first } ? (first, When.Latest ?? first) : null;

    // A later announcement replaces an earlier one, unless the sources disagree: then none is taken as settled.
    private static Timing Latest(Event e, List<Announcement> announcements) =>
        (e.IsDisputed ? announcements.MinBy(a => a.Timing.SortKey)! : announcements[^1]).Timing;

    // An announcement whose own day is not known is shown once the announced time has begun.
    private static bool IsKnown(Announcement a, DateOnly day) => (a.AnnouncedOn ?? a.Timing.SortKey) <= day;

    // When it was moved or cancelled is not on record: that is said of today alone.
    private static Standing StandingOf(Event e, List<Announcement> announcements, AsOf asOf) =>
        (asOf.IsToday, e.Status) switch
        {
            (true, EventStatus.Moved) => Standing.Moved,
            (true, EventStatus.Cancelled) => Standing.Cancelled,
            _ => announcements.Any(a => End(a.Timing) >= asOf.Day) ? Standing.Coming : Standing.NoRecord,
        };

    private static DateOnly End(Timing timing) => timing.Latest ?? timing.Earliest ?? DateOnly.MaxValue;
}

public static class TimetableQueries
{
    /// <summary>The event of that code as it was known on a day, or null where nothing was.</summary>
    public static async Task<TimetableEntry?> EntryAsync(
        this SecretariatDb db,
        string code,
        AsOf asOf,
        CancellationToken cancellationToken
    )
    {
        var e = await db
            .Events.AsNoTracking()
            .Include(e => e.Announcements)
            .SingleOrDefaultAsync(e => e.Code == code, cancellationToken);
        return e is null ? null : TimetableEntry.At(e, asOf);
    }
}
