namespace Secretariat.Formats.ICalendar;

/// <summary>The zones that the times of one file are in: its own (VTIMEZONE), then the system's by their names, then the reader's.</summary>
internal sealed class Zones
{
    /// <summary>Most names that the system is asked for; times in further ones have no instant.</summary>
    private const int MaxNamed = 100;

    private readonly Dictionary<string, OwnZone> own = [];
    private readonly Dictionary<string, TimeZoneInfo?> named = [];
    private readonly TimeZoneInfo? local;

    public Zones(IEnumerable<ZoneBuilder> written, TimeZoneInfo? local)
    {
        this.local = local;
        foreach (var builder in written)
            if (builder is { Id: { } id } && builder.Build() is { } zone)
                own.TryAdd(id, zone);
    }

    public CalendarTime? Place(WrittenTime? written) =>
        written is not { } time ? null
        : time.IsDay ? new CalendarTime(DateOnly.FromDateTime(time.Local), null)
        : Moment(InstantOf(time), TimeSpan.Zero);

    /// <summary>RFC 5545 section 3.3.6: the days are counted on the calendar, the rest from there on the clock.</summary>
    public CalendarTime? Place(WrittenTime start, WrittenDuration duration) =>
        start.IsDay
            ? Place(start.Later(duration.Days + duration.Time.Days))
            : Moment(start.Later(duration.Days) is { } day ? InstantOf(day) : null, duration.Time);

    private static CalendarTime? Moment(DateTimeOffset? instant, TimeSpan later) =>
        instant is { } from && from <= DateTimeOffset.MaxValue - later ? new CalendarTime(null, from + later) : null;

    private DateTimeOffset? InstantOf(WrittenTime time)
    {
        var ticks = time.Local.Ticks - OffsetAt(time)?.Ticks;
        return ticks is >= 0 && ticks <= DateTime.MaxValue.Ticks ? new DateTimeOffset(ticks.Value, TimeSpan.Zero) : null;
    }

    private TimeSpan? OffsetAt(WrittenTime time) =>
        time.IsUtc ? TimeSpan.Zero
        : time.Zone is not { } name
            ? local is null ? null
                : SystemZone.OffsetAt(local, time.Local)
        : own.TryGetValue(name, out var zone) ? zone.OffsetAt(time.Local)
        : Named(name) is { } system ? SystemZone.OffsetAt(system, time.Local)
        : null;

    private TimeZoneInfo? Named(string name)
    {
        if (named.TryGetValue(name, out var zone) || named.Count >= MaxNamed)
            return zone;
        return named[name] = SystemZone.Find(name);
    }
}
