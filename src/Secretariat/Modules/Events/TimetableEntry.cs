using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

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
        var announcements = AnnouncedBy(e, asOf.Day).ToList();
        if (announcements is [.., { Status: EventStatus.Held } report])
            return new(e, Standing.Held, report.Timing, announcements);
        if (e.Actual is { } actual && End(actual) <= asOf.Day)
            return new(e, Standing.Held, actual, announcements);
        if (announcements.Count == 0)
            return null;
        return new(e, StandingOf(e, announcements, asOf), Latest(e, announcements), announcements)
        {
            IsConfirmedByLast = StatusOf(e, announcements[^1], asOf) is EventStatus.Confirmed,
        };
    }

    /// <summary>The organiser has said that the date is certain.</summary>
    public bool IsConfirmed => Standing is Standing.Coming && IsConfirmedByLast;

    private bool IsConfirmedByLast { get; init; }

    /// <summary>The sources disagree about the date, and no officer has entered since which one holds.</summary>
    public bool IsDisputed => AreDisputed(Event, Announcements);

    /// <summary>The date that stood before another one that leaves none of its days; null where the date has only become more exact.</summary>
    public Timing? MovedFrom =>
        Standing is Standing.Coming && !IsDisputed
            ? Announcements.Select(a => a.Timing).LastOrDefault(before => before.IsLeftBy(When))
            : null;

    /// <summary>What was known on a day, in the order in which it became known; first what has no day of its own.</summary>
    public static IEnumerable<Announcement> AnnouncedBy(Event e, DateOnly day) =>
        e
            .Announcements.Where(a => !a.IsTakenBack && a.KnownFrom <= day)
            .OrderBy(a => a.AnnouncedOn ?? DateOnly.MinValue)
            .ThenBy(a => a.EnteredAt ?? DateTimeOffset.MinValue)
            .ThenBy(a => a.Timing.SortKey);

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

    /// <summary>Why that cannot be announced of it now, or null where it can.</summary>
    public string? WhyNotAnnounce(EventStatus status, DateOnly today) =>
        Standing is Standing.Held
            ? Text.Key("It was held: what is wrong about that is taken back first.")
            : status switch
            {
                EventStatus.Confirmed when Standing is not Standing.Coming => Text.Key(
                    "Only what is still to come is confirmed."
                ),
                EventStatus.Confirmed when Days is null => Text.Key(
                    "Its days are not known yet: enter them as another date first."
                ),
                EventStatus.Confirmed when IsConfirmed => Text.Key("It is confirmed already."),
                EventStatus.Cancelled when Standing is Standing.Cancelled => Text.Key("It is cancelled already."),
                EventStatus.Held when Standing is Standing.Cancelled => Text.Key("It is cancelled: enter its other date first."),
                EventStatus.Held when Days?.First > today => Text.Key("Its date is still to come."),
                _ => null,
            };

    /// <summary>The sources of what is shown, and of nothing later.</summary>
    public IEnumerable<string> Sources => IsHeldBySources ? Event.Sources : Announcements.SelectMany(a => a.Sources).Distinct();

    /// <summary>How far what is shown can be trusted.</summary>
    public string Confidence => IsHeldBySources ? Event.Confidence : "confirmed";

    private bool IsHeldBySources => Standing is Standing.Held && Announcements is not [.., { Status: EventStatus.Held }];

    /// <summary>The dates to show at the head: one, or all of them where the sources disagree.</summary>
    public IEnumerable<Timing> Dates =>
        IsDisputed && Standing is not Standing.Held ? Announcements.Select(a => a.Timing).OrderBy(t => t.SortKey) : [When];

    /// <summary>The days on which it takes place, where they are known.</summary>
    public (DateOnly First, DateOnly Last)? Days =>
        When is { Precision: Precision.Day or Precision.Range, Earliest: { } first } ? (first, When.Latest ?? first) : null;

    /// <summary>The beginning of its first day in Brussels, where its days are known.</summary>
    public DateTimeOffset? Begins => Days is var (first, _) ? Clock.InstantOf(first.ToDateTime(TimeOnly.MinValue)) : null;

    // A later announcement replaces an earlier one, unless the sources disagree: then none is taken as settled.
    private static Timing Latest(Event e, List<Announcement> announcements) =>
        (AreDisputed(e, announcements) ? announcements.MinBy(a => a.Timing.SortKey)! : announcements[^1]).Timing;

    private static Standing StandingOf(Event e, List<Announcement> announcements, AsOf asOf) =>
        StatusOf(e, announcements[^1], asOf) switch
        {
            EventStatus.Moved => Standing.Moved,
            EventStatus.Cancelled => Standing.Cancelled,
            _ => announcements.Exists(a => (AreDisputed(e, announcements) || a == announcements[^1]) && End(a.Timing) >= asOf.Day)
                ? Standing.Coming
                : Standing.NoRecord,
        };

    // On which day the sources learnt how it stands is not on record: that is said of today alone, until an officer enters more.
    private static EventStatus StatusOf(Event e, Announcement last, AsOf asOf) =>
        last.EnteredAt is null && asOf.IsToday ? e.Status : last.Status;

    private static bool AreDisputed(Event e, IReadOnlyList<Announcement> announcements) =>
        e.IsDisputed && announcements is not [.., { EnteredAt: not null }];

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
