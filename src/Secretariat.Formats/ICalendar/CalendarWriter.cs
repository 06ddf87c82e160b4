using System.Buffers;
using System.Globalization;
using Secretariat.Formats.ContentLines;

namespace Secretariat.Formats.ICalendar;

/// <summary>
/// Writes calendars (RFC 5545) in UTF-8: days as days, instants on the clock of the event's zone, which is described beside them, else in UTC. What
/// it writes, <see cref="CalendarReader"/> gives back, where it is as that reader gives it: texts on one line and without byte order marks.
/// </summary>
public static class CalendarWriter
{
    private static readonly SearchValues<char> WordSigns = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ-");

    /// <summary>One calendar with these events.</summary>
    /// <param name="product">Who writes it (PRODID, section 3.7.3).</param>
    /// <param name="method">What it asks for: REQUEST, CANCEL, PUBLISH … (RFC 5546 section 1.4); null where it asks for nothing.</param>
    /// <param name="events">Each with UID and stamp; times with a day or an instant, the latter written in the event's <see cref="CalendarEvent.TimeZone"/> where the system knows it.</param>
    /// <param name="name">What the calendar is called where somebody subscribes to it (NAME, RFC 7986 section 5.1, and its forerunner X-WR-CALNAME); null for one that is sent.</param>
    /// <exception cref="ArgumentException">An event has no UID or no stamp, which section 3.6.1 requires; or the method or an attendee’s answer is no word of capital letters.</exception>
    public static byte[] Write(string product, string? method, IReadOnlyCollection<CalendarEvent> events, string? name = null)
    {
        var (written, zones) = (new ContentLineWriter(), new ZoneWriter());
        foreach (var e in events)
            Write(written, zones, e);
        var lines = new ContentLineWriter();
        lines.Write("BEGIN:VCALENDAR");
        lines.Write("VERSION:2.0");
        lines.Write($"PRODID:{Text(product)}");
        if (method is not null)
            lines.Write($"METHOD:{Word(method)}");
        One(lines, "NAME", name);
        One(lines, "X-WR-CALNAME", name);
        zones.Write(lines);
        lines.Add(written);
        lines.Write("END:VCALENDAR");
        return lines.ToArray();
    }

    private static void Write(ContentLineWriter lines, ZoneWriter zones, CalendarEvent e)
    {
        if (string.IsNullOrWhiteSpace(e.Uid) || e.Stamp is null)
            throw new ArgumentException("An event needs a UID and a stamp.", nameof(e));
        lines.Write("BEGIN:VEVENT");
        lines.Write($"UID:{Text(e.Uid)}");
        Time(lines, "DTSTAMP", e.Stamp);
        Time(lines, "RECURRENCE-ID", e.Instance, e.TimeZone, zones);
        lines.Write(string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{e.Sequence}"));
        Time(lines, "DTSTART", e.Start, e.TimeZone, zones);
        Time(lines, "DTEND", e.End, e.TimeZone, zones);
        One(lines, "STATUS", e.Status);
        One(lines, "SUMMARY", e.Summary);
        One(lines, "LOCATION", e.Location);
        if (e.Description is { } description && Lines(description) is { Length: > 0 } text)
            lines.Write($"DESCRIPTION:{EscapedText.Escape(text)}");
        if (e.Url is { } url)
            lines.Write($"URL:{Line(url)}");
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

    private static void Time(
        ContentLineWriter lines,
        string name,
        CalendarTime? time,
        string? zone = null,
        ZoneWriter? zones = null
    )
    {
        if (time?.Day is { } day)
            lines.Write($"{name};VALUE=DATE:{day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}");
        else if (time?.Instant is { } named && zones?.Local(zone, named) is { } local)
            lines.Write($"{name};TZID={zone}:{local.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture)}");
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

    private static string Line(string value) => EscapedText.OnOneLine(Plain(value)) ?? "";

    private static string Lines(string value) => EscapedText.OnItsLines(Plain(value)) ?? "";

    private static string Plain(string value) => WellFormed.Of(value).Replace("\uFEFF", "", StringComparison.Ordinal);
}
