using System.Globalization;
using Secretariat.Formats.ContentLines;

namespace Secretariat.Formats.ICalendar;

/// <summary>A day or time as a calendar writes it (RFC 5545 sections 3.3.4 and 3.3.5), its zone by name.</summary>
/// <param name="Local">The time on the clock; midnight for a day.</param>
/// <param name="IsDay">Whether it is a day.</param>
/// <param name="IsUtc">Whether it is in UTC, whatever zone is named.</param>
/// <param name="Zone">The name of its zone, or null.</param>
internal readonly record struct WrittenTime(DateTime Local, bool IsDay, bool IsUtc = false, string? Zone = null)
{
    private const int MaxLength = 40;

    private static readonly string[] Formats = ["yyyyMMdd'T'HHmmss", "yyyyMMdd'T'HHmm", "yyyyMMdd"];

    public string? ZoneName => IsUtc ? "UTC" : Zone;

    /// <summary>The time, or null when it is none. Separators of ISO 8601 are allowed; a day is what says VALUE=DATE or has no time.</summary>
    public static WrittenTime? Read(string value, ContentParameters parameters)
    {
        var isDay = "DATE".Equals(parameters["VALUE"], StringComparison.OrdinalIgnoreCase);
        return Read(value) is { } time
            ? time with
            {
                Local = isDay ? time.Local.Date : time.Local,
                IsDay = time.IsDay || isDay,
                Zone = EscapedText.OnOneLine(parameters["TZID"] ?? ""),
            }
            : null;
    }

    /// <summary>The same of a value alone.</summary>
    public static WrittenTime? Read(ReadOnlySpan<char> value)
    {
        value = value.Trim();
        if (value.Length > MaxLength)
            return null;
        var text = value.ToString().Replace("-", "", StringComparison.Ordinal).Replace(":", "", StringComparison.Ordinal);
        var isUtc = text.EndsWith('Z');
        text = isUtc ? text[..^1] : text;
        // Section 3.3.12: a leap second counts as the one before it.
        if (text.Length is 15 && text.EndsWith("60", StringComparison.Ordinal))
            text = $"{text[..13]}59";
        return DateTime.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? new WrittenTime(local, IsDay: text.Length is 8, isUtc)
            : null;
    }

    /// <summary>DTEND has the type of DTSTART (section 3.8.2.2); where it has not, it is understood in that type and, as a time, in that zone.</summary>
    public WrittenTime OfTheKindOf(WrittenTime start) =>
        IsDay == start.IsDay ? this
        : start.IsDay ? new WrittenTime(Local.Date, IsDay: true)
        : start with { Local = Local };

    /// <summary>So many days later on the calendar; null where the calendar ends before.</summary>
    public WrittenTime? Later(int days) =>
        days <= (DateTime.MaxValue - Local).Days ? this with { Local = Local.AddDays(days) } : null;
}
