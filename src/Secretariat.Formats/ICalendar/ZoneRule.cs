using System.Globalization;

namespace Secretariat.Formats.ICalendar;

/// <summary>
/// A rule by which a zone changes every year or every few years on a day of one month (RFC 5545 sections 3.3.10 and 3.6.5): a day of the month, the
/// n-th weekday of the month, or that weekday among some days of the month.
/// </summary>
internal sealed class ZoneRule
{
    private static readonly string[] WeekDays = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    private static readonly TimeSpan EndOfDay = new(23, 59, 59);

    private readonly ZoneChange first;
    private readonly DateTime until;
    private readonly int month;
    private readonly int interval;
    private readonly HashSet<int> days;
    private readonly List<(DayOfWeek Day, int Which)> weekDays;
    private readonly Dictionary<int, DateTime[]> changes = [];

    private ZoneRule(Dictionary<string, string> parts, ZoneChange first)
    {
        this.first = first;
        month = Number(parts, "BYMONTH") is >= 1 and <= 12 and var named ? named : first.At.Month;
        interval = Number(parts, "INTERVAL") is > 0 and var years ? years : 1;
        until = End(parts);
        days = [.. Values(parts, "BYMONTHDAY").Select(Number).Where(d => d is >= -31 and <= 31 and not 0)];
        weekDays = [.. Values(parts, "BYDAY").Select(WeekDay).OfType<(DayOfWeek, int)>().Take(WeekDays.Length)];
        if (days.Count is 0 && weekDays.Count is 0)
            days.Add(first.At.Day);
    }

    /// <summary>The rule, or null where there is none or none that comes by the year.</summary>
    public static ZoneRule? Read(string? text, ZoneChange first)
    {
        if (text is null)
            return null;
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in text.Split(';'))
            if (part.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals)
                parts.TryAdd(part[..equals].Trim(), part[(equals + 1)..].Trim());
        return parts.GetValueOrDefault("FREQ") is { } often && often.Equals("YEARLY", StringComparison.OrdinalIgnoreCase)
            ? new ZoneRule(parts, first)
            : null;
    }

    /// <summary>The last change by this rule that is not after this time; null where that is the first, or there is none.</summary>
    public ZoneChange? Latest(DateTime local)
    {
        var limit = local < until ? local : until;
        if (limit < first.At)
            return null;
        var year = limit.Year - (limit.Year - first.At.Year) % interval;
        return LatestIn(year, limit) ?? LatestIn(year - interval, limit);
    }

    private ZoneChange? LatestIn(int year, DateTime limit)
    {
        if (year < first.At.Year)
            return null;
        if (!changes.TryGetValue(year, out var times))
            changes[year] = times = TimesIn(year);
        foreach (var at in times)
            if (at <= limit)
                return at > first.At ? first with { At = at } : null;
        return null;
    }

    /// <summary>The latest first. A year is asked for with every time that falls in it, and its days are looked through once.</summary>
    private DateTime[] TimesIn(int year)
    {
        var length = DateTime.DaysInMonth(year, month);
        return
        [
            .. Enumerable
                .Range(1, length)
                .Reverse()
                .Where(day => Falls(day, length, new DateTime(year, month, day).DayOfWeek))
                .Select(day => new DateTime(year, month, day).Add(first.At.TimeOfDay)),
        ];
    }

    private bool Falls(int day, int length, DayOfWeek weekDay)
    {
        if (days.Count > 0 && !days.Contains(day) && !days.Contains(day - length - 1))
            return false;
        var fromStart = (day + 6) / 7;
        var fromEnd = -((length - day) / 7 + 1);
        return weekDays.Count is 0
            || weekDays.Exists(w => w.Day == weekDay && (w.Which is 0 || w.Which == fromStart || w.Which == fromEnd));
    }

    /// <summary>The last moment of the rule; COUNT counts the first change, and one a year.</summary>
    private DateTime End(Dictionary<string, string> parts)
    {
        var end =
            parts.TryGetValue("UNTIL", out var text) && WrittenTime.Read(text) is { } time
                ? OnThisClock(time)
                : DateTime.MaxValue;
        var last = first.At.Year + (Number(parts, "COUNT") - 1L) * interval;
        return last >= first.At.Year && last < end.Year ? new DateTime((int)last, 12, 31, 23, 59, 59) : end;
    }

    /// <summary>UNTIL is in UTC (section 3.6.5); a day lasts to its end.</summary>
    private DateTime OnThisClock(WrittenTime time) =>
        time.IsUtc ? new DateTime(Math.Clamp(time.Local.Ticks + first.From.Ticks, 0, DateTime.MaxValue.Ticks))
        : time.IsDay ? time.Local.Add(EndOfDay)
        : time.Local;

    private static string[] Values(Dictionary<string, string> parts, string name) =>
        parts.TryGetValue(name, out var list) ? list.Split(',', StringSplitOptions.TrimEntries) : [];

    private static int Number(Dictionary<string, string> parts, string name) =>
        Values(parts, name) is [var one, ..] ? Number(one) : 0;

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static (DayOfWeek Day, int Which)? WeekDay(string text) =>
        text.Length >= 2
        && Array.FindIndex(WeekDays, d => text.EndsWith(d, StringComparison.OrdinalIgnoreCase)) is >= 0 and var day
            ? ((DayOfWeek)day, Number(text[..^2]))
            : null;
}
