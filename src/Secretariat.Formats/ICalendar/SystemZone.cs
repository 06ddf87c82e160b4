using System.Buffers;

namespace Secretariat.Formats.ICalendar;

/// <summary>Zones that a file names without defining them (RFC 5545 section 3.2.19).</summary>
internal static class SystemZone
{
    private const int MaxName = 100;

    private static readonly SearchValues<char> NameChars = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_+-/. ()"
    );

    /// <summary>By the name of IANA or of Windows; a name that begins with a slash is looked for by its end, as in "/example.org/2031/Europe/Brussels". Null where the system knows none.</summary>
    public static TimeZoneInfo? Find(string name)
    {
        if (!name.StartsWith('/'))
            return Look(name);
        var pieces = name.Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (var count = Math.Min(3, pieces.Length); count > 0; count--)
            if (Look(string.Join('/', pieces[^count..])) is { } zone)
                return zone;
        return null;
    }

    /// <summary>
    /// The offset from UTC; RFC 5545 section 3.3.5: of a time that comes twice the first, of one that is skipped that before the gap. The
    /// system is asked for instants only, as its own answers for local times are wrong where winter time is the exception or a day is skipped.
    /// </summary>
    public static TimeSpan OffsetAt(TimeZoneInfo zone, DateTime local)
    {
        var before = OffsetAt(zone, local.Ticks - TimeSpan.TicksPerDay);
        var after = OffsetAt(zone, local.Ticks + TimeSpan.TicksPerDay);
        var changesEarlier = OffsetAt(zone, local.Ticks - before.Ticks) != before;
        return changesEarlier && OffsetAt(zone, local.Ticks - after.Ticks) == after ? after : before;
    }

    private static TimeSpan OffsetAt(TimeZoneInfo zone, long utcTicks) =>
        zone.GetUtcOffset(new DateTime(Math.Clamp(utcTicks, 0, DateTime.MaxValue.Ticks), DateTimeKind.Utc));

    /// <summary>The name becomes a path on some systems: nothing that climbs out of the folder of zones.</summary>
    private static TimeZoneInfo? Look(string name) =>
        name.Length is > 0 and <= MaxName
        && !name.AsSpan().ContainsAnyExcept(NameChars)
        && !name.Contains("..", StringComparison.Ordinal)
        && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
            ? zone
            : null;
}
