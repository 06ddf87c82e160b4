using Secretariat.Formats.ContentLines;

namespace Secretariat.Formats.ICalendar;

/// <summary>Reads invitations, answers and calendars (iCalendar, RFC 5545; iTIP, RFC 5546), also as mail programs write them.</summary>
public static class CalendarReader
{
    /// <summary>Largest file in bytes, or text in characters.</summary>
    public const int MaxBytes = 12 * 1024 * 1024;

    /// <summary>Most events in a file.</summary>
    public const int MaxEvents = 20_000;

    /// <summary>Most lines in a file, folded ones counted once.</summary>
    public const int MaxLines = 300_000;

    private const string Again = "save it as iCalendar (.ics) again.";

    /// <summary>
    /// Reads a file. Never throws, whatever the bytes; takes time linear in their number, as no series is expanded. A file beyond a limit is
    /// refused as a whole. Text around the calendar, tasks, alarms and parts unknown are passed over; a part ends at its END, at the next one
    /// on its level or with the file. Bytes are UTF-8 or else Windows-1252 (UTF-16 where the file begins so); an unfolded line is read up to 64 KiB.
    /// </summary>
    /// <param name="bytes">The file.</param>
    /// <param name="local">The clock of the reader, for times that name no zone (section 3.3.5); without one they are no instants.</param>
    public static CalendarObject Read(ReadOnlySpan<byte> bytes, TimeZoneInfo? local = null) =>
        WhyNotRead(bytes.Length, bytes.IndexOfAnyExcept(" \t\r\n\0"u8) < 0) is { } reason
            ? new CalendarObject(null, [], reason)
            : Read(ContentLineReader.Of(bytes), local);

    /// <summary>The same for text.</summary>
    /// <param name="text">The file.</param>
    /// <param name="local">As for bytes.</param>
    public static CalendarObject Read(string text, TimeZoneInfo? local = null) =>
        WhyNotRead(text.Length, text.AsSpan().IndexOfAnyExcept(" \t\r\n\0") < 0) is { } reason
            ? new CalendarObject(null, [], reason)
            : Read(ContentLineReader.Of(text), local);

    private static CalendarObject Read(ContentLineReader lines, TimeZoneInfo? local)
    {
        var scanner = new CalendarScanner(lines);
        if (scanner.Read() is { } reason)
            return new CalendarObject(null, [], reason);
        if (!scanner.HasCalendar)
            return new CalendarObject(null, [], $"No line says BEGIN:VCALENDAR, with which a calendar begins: {Again}");
        var zones = new Zones(scanner.Zones, local);
        return new CalendarObject(scanner.Method, [.. scanner.Events.Select(e => e.Build(zones))], null);
    }

    private static string? WhyNotRead(int length, bool isEmpty) =>
        isEmpty ? $"There is nothing in it: {Again}"
        : length > MaxBytes ? $"It is {length} long, and at most {MaxBytes} are read: save a shorter time of the calendar."
        : null;
}
