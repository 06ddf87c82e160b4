using System.CommandLine;
using System.Globalization;
using Secretariat.Formats.ICalendar;
using Secretariat.Formats.VCard;
using Secretariat.Platform.Cli;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Correspondence;

/// <summary>What comes with mails, cards and calendars, on the command line.</summary>
public static class CardVerbs
{
    public static IEnumerable<Command> Inspections =>
        [
            Inspection.Of("vcard", "Shows the people and organisations on cards (.vcf).", VCardReader.MaxBytes, DescribeCards),
            Inspection.Of("calendar", "Shows the events of calendars (.ics).", CalendarReader.MaxBytes, DescribeCalendar),
        ];

    private static object DescribeCards(string file, byte[] bytes)
    {
        var read = VCardReader.Read(bytes);
        Refuse(file, read.UnreadableReason);
        return new
        {
            file,
            ok = true,
            error = (string?)null,
            read.Cards,
        };
    }

    private static object DescribeCalendar(string file, byte[] bytes)
    {
        // A time without a zone is the time of whoever reads it (RFC 5545 section 3.3.5): of the office.
        var calendar = CalendarReader.Read(bytes, Clock.Brussels);
        Refuse(file, calendar.UnreadableReason);
        return new
        {
            file,
            ok = true,
            error = (string?)null,
            calendar.Method,
            Events = calendar.Events.Select(Describe),
        };
    }

    private static object Describe(CalendarEvent e) =>
        new
        {
            e.Uid,
            e.Sequence,
            e.Status,
            e.Summary,
            Start = Describe(e.Start),
            End = Describe(e.End),
            e.AllDay,
            e.TimeZone,
            e.Location,
            e.Organizer,
            e.Attendees,
        };

    private static string? Describe(CalendarTime? time) =>
        time?.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        ?? time?.Instant?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static void Refuse(string file, string? reason)
    {
        if (reason is not null)
            throw new InvalidDataException($"{file}: {reason}");
    }
}
