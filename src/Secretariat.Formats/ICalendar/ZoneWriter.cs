using System.Globalization;
using Secretariat.Formats.ContentLines;

namespace Secretariat.Formats.ICalendar;

/// <summary>Describes the zones in which a calendar names times (VTIMEZONE, RFC 5545 section 3.6.5): each change of their offsets for as long as the calendar lasts.</summary>
internal sealed class ZoneWriter
{
    private readonly Dictionary<string, TimeZoneInfo?> zones = [];
    private readonly SortedDictionary<string, (long First, long Last)> used = new(StringComparer.Ordinal);

    /// <summary>
    /// The time on the clock of that zone; null where it is to be written in UTC: in a zone that the system does not know, and in an hour that comes
    /// twice, of which section 3.3.5 means the first and some readers the second.
    /// </summary>
    public DateTime? Local(string? name, DateTimeOffset instant)
    {
        if (name is null or "UTC" || Find(name) is not { } zone)
            return null;
        var offset = zone.GetUtcOffset(instant);
        if (instant < DateTimeOffset.MinValue.AddDays(3) || instant > DateTimeOffset.MaxValue.AddDays(-3))
            return null;
        var local = instant.UtcDateTime + offset;
        if (ComesTwice(zone, local, offset, instant))
            return null;
        var (first, last) = used.GetValueOrDefault(name, (instant.UtcTicks, instant.UtcTicks));
        used[name] = (Math.Min(first, instant.UtcTicks), Math.Max(last, instant.UtcTicks));
        return DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
    }

    /// <summary>Whether the clock shows that time again within a day, before or after.</summary>
    private static bool ComesTwice(TimeZoneInfo zone, DateTime local, TimeSpan offset, DateTimeOffset instant)
    {
        foreach (var day in new[] { -1, 1 })
        {
            var other = zone.GetUtcOffset(instant.AddDays(day));
            if (other != offset && zone.GetUtcOffset(DateTime.SpecifyKind(local - other, DateTimeKind.Utc)) == other)
                return true;
        }

        return false;
    }

    public void Write(ContentLineWriter lines)
    {
        foreach (var (name, (first, last)) in used)
            Write(lines, name, zones[name]!, YearOf(first), YearOf(last));
    }

    private TimeZoneInfo? Find(string name)
    {
        if (!zones.TryGetValue(name, out var zone))
            zones[name] = zone = SystemZone.Find(name);
        return zone;
    }

    private static int YearOf(long ticks) => new DateTime(ticks).Year;

    /// <summary>From the year before the first time to the one after the last: no client has to guess on either side.</summary>
    private static void Write(ContentLineWriter lines, string name, TimeZoneInfo zone, int firstYear, int lastYear)
    {
        var day = new DateTime(Math.Max(2, firstYear) - 1, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var end = new DateTime(Math.Min(9998, lastYear) + 1, 12, 31, 0, 0, 0, DateTimeKind.Utc);
        lines.Write("BEGIN:VTIMEZONE");
        lines.Write($"TZID:{name}");
        Write(lines, zone, day, zone.GetUtcOffset(day));
        for (; day < end; day = day.AddDays(1))
            if (zone.GetUtcOffset(day) != zone.GetUtcOffset(day.AddDays(1)))
                Write(lines, zone, ChangeWithin(zone, day), zone.GetUtcOffset(day));
        lines.Write("END:VTIMEZONE");
    }

    /// <summary>The first moment of the new offset, to the second.</summary>
    private static DateTime ChangeWithin(TimeZoneInfo zone, DateTime day)
    {
        var before = zone.GetUtcOffset(day);
        var (low, high) = (0, 24 * 60 * 60);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = zone.GetUtcOffset(day.AddSeconds(middle)) == before ? (middle, high) : (low, middle);
        }

        return day.AddSeconds(high);
    }

    private static void Write(ContentLineWriter lines, TimeZoneInfo zone, DateTime at, TimeSpan from)
    {
        var kind = zone.IsDaylightSavingTime(at) ? "DAYLIGHT" : "STANDARD";
        var onset = (at + from).ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
        lines.Write($"BEGIN:{kind}");
        lines.Write($"DTSTART:{onset}");
        lines.Write($"TZOFFSETFROM:{Offset(from)}");
        lines.Write($"TZOFFSETTO:{Offset(zone.GetUtcOffset(at))}");
        lines.Write($"END:{kind}");
    }

    /// <summary>Hours and minutes, and seconds where there are any (section 3.3.14).</summary>
    private static string Offset(TimeSpan offset)
    {
        var sign = offset < TimeSpan.Zero ? '-' : '+';
        var digits = offset.Duration().ToString(offset.Seconds is 0 ? "hhmm" : "hhmmss", CultureInfo.InvariantCulture);
        return $"{sign}{digits}";
    }
}
