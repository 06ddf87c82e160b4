using System.Buffers;
using System.Globalization;
using Secretariat.Formats.ContentLines;

namespace Secretariat.Formats.ICalendar;

/// <summary>
/// Writes calendars (RFC 5545) in UTF-8, with days as days and instants in UTC, so that no zone has to be described. What it writes,
/// <see cref="CalendarReader"/> gives back, where it is as that reader gives it: texts on one line and without byte order marks.
/// </summary>
public static class CalendarWriter
{
    private static readonly SearchValues<char> WordSigns = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ-");

    /// <summary>One calendar with these events.</summary>
    /// <param name="product">Who writes it (PRODID, section 3.7.3).</param>
    /// <param name="method">What it asks for: REQUEST, CANCEL, PUBLISH … (RFC 5546 section 1.4); null where it asks for nothing.</param>
    /// <param name="events">Each with UID and stamp; times with a day or an instant.</param>
    /// <exception cref="ArgumentException">An event has no UID or no stamp, which section 3.6.1 requires; or the method or an attendee’s answer is no word of capital letters.</exception>
    public static byte[] Write(string product, string? method, IEnumerable<CalendarEvent> events)
    {
        var lines = new ContentLineWriter();
        lines.Write("BEGIN:VCALENDAR");
        lines.Write("VERSION:2.0");
        lines.Write($"PRODID:{Text(product)}");
        if (method is not null)
            lines.Write($"METHOD:{Word(method)}");
        foreach (var e in events)
            Write(lines, e);
        lines.Write("END:VCALENDAR");
        return lines.ToArray();
    }

    private static void Write(ContentLineWriter lines, CalendarEvent e)
    {
        if (string.IsNullOrWhiteSpace(e.Uid) || e.Stamp is null)
            throw new ArgumentException("An event needs a UID and a stamp.", nameof(e));
        lines.Write("BEGIN:VEVENT");
        lines.Write($"UID:{Text(e.Uid)}");
        Time(lines, "DTSTAMP", e.Stamp);
        Time(lines, "RECURRENCE-ID", e.Instance);
        lines.Write(string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{e.Sequence}"));
        Time(lines, "DTSTART", e.Start);
        Time(lines, "DTEND", e.End);
        One(lines, "STATUS", e.Status);
        One(lines, "SUMMARY", e.Summary);
        One(lines, "LOCATION", e.Location);
        if (e.Organizer is { } organizer)
            lines.Write($"ORGANIZER{Name(organizer.Name)}:{Address(organizer.Address)}");
        foreach (var attendee in e.Attendees)
            lines.Write($"ATTENDEE{Name(attendee.Name)}{Answer(attendee.Answer)}:{Address(attendee.Address)}");
        foreach (var comment in e.Comments)
            One(lines, "COMMENT", comment);
        lines.Write("END:VEVENT");
    }

    private static void One(ContentLineWriter lines, string name, string? value)
    {
        if (Text(value) is { Length: > 0 } text)
            lines.Write($"{name}:{text}");
    }

    private static void Time(ContentLineWriter lines, string name, CalendarTime? time)
    {
        if (time?.Day is { } day)
            lines.Write($"{name};VALUE=DATE:{day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}");
        else if (time?.Instant is { } instant)
            lines.Write($"{name}:{instant.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}");
    }

    /// <summary>Who has not answered yet is asked to (RSVP, section 3.2.17).</summary>
    private static string Answer(string answer) =>
        answer is "NEEDS-ACTION" ? ";PARTSTAT=NEEDS-ACTION;RSVP=TRUE" : $";PARTSTAT={Word(answer)}";

    private static string Word(string value) =>
        value.Length > 0 && !value.AsSpan().ContainsAnyExcept(WordSigns)
            ? value
            : throw new ArgumentException($"'{value}' is no word of capital letters.", nameof(value));

    private static string Name(string? name) => string.IsNullOrWhiteSpace(name) ? "" : $";CN={Parameter(name)}";

    /// <summary>In quotation marks, with those that stand in it in the circumflex encoding (RFC 6868).</summary>
    private static string Parameter(string value)
    {
        var line = Line(value).Replace("^", "^^", StringComparison.Ordinal).Replace("\"", "^'", StringComparison.Ordinal);
        return $"\"{line}\"";
    }

    private static string Address(string address) =>
        address.Contains(':', StringComparison.Ordinal) ? Line(address) : $"mailto:{InUri(Line(address))}";

    /// <summary>Signs that would begin something else in a URI (RFC 6068 section 2).</summary>
    private static string InUri(string address) =>
        address
            .Replace("%", "%25", StringComparison.Ordinal)
            .Replace("?", "%3F", StringComparison.Ordinal)
            .Replace("#", "%23", StringComparison.Ordinal);

    private static string Text(string? value) => EscapedText.Escape(Line(value ?? ""));

    private static string Line(string value) =>
        EscapedText.OnOneLine(WellFormed.Of(value).Replace("\uFEFF", "", StringComparison.Ordinal)) ?? "";
}
