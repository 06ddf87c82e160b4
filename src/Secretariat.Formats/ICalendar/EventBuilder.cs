using System.Globalization;
using Secretariat.Formats.ContentLines;

namespace Secretariat.Formats.ICalendar;

/// <summary>Collects the lines of one event; its times wait for the zones, which may stand behind it.</summary>
internal sealed class EventBuilder
{
    private static readonly HashSet<string> Texts =
    [
        "UID",
        "SEQUENCE",
        "STATUS",
        "SUMMARY",
        "DURATION",
        "RRULE",
        "LOCATION",
        "DESCRIPTION",
        "URL",
    ];
    private static readonly HashSet<string> Others = ["ORGANIZER", "ATTENDEE", "COMMENT"];
    private static readonly HashSet<string> Times = ["DTSTART", "DTEND", "RECURRENCE-ID", "DTSTAMP"];

    private readonly Dictionary<string, string> texts = [];
    private readonly List<Attendee> attendees = [];
    private readonly Dictionary<string, WrittenTime?> times = [];
    private readonly List<string> comments = [];
    private CalendarAddress? organizer;

    public void Take(ContentLine line)
    {
        if (!Texts.Contains(line.Name) && !Times.Contains(line.Name) && !Others.Contains(line.Name))
            return;
        var parameters = line.ReadParameters();
        var value = line.ReadText(parameters);
        if (Times.Contains(line.Name))
            times[line.Name] = Time(line.Name) ?? WrittenTime.Read(value, parameters);
        else if (line.Name is "ORGANIZER")
            organizer ??= Address(value, parameters);
        else if (line.Name is "ATTENDEE")
            Attend(Address(value, parameters), parameters);
        else if (line.Name is "COMMENT")
            Comment(value);
        else
            texts.TryAdd(line.Name, value);
    }

    public CalendarEvent Build(Zones zones) =>
        new()
        {
            Uid = Text("UID"),
            Sequence = int.TryParse(Text("SEQUENCE"), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : 0,
            Status = Text("STATUS")?.ToUpperInvariant(),
            Summary = Text("SUMMARY"),
            Instance = zones.Place(Time("RECURRENCE-ID")),
            Stamp = zones.Place(Time("DTSTAMP")),
            Start = zones.Place(Time("DTSTART")),
            End = End(zones),
            TimeZone = Time("DTSTART") is { IsDay: false } time ? time.ZoneName : null,
            Recurrence = EscapedText.OnOneLine(texts.GetValueOrDefault("RRULE", "")),
            Location = Text("LOCATION"),
            Description = EscapedText.OnItsLines(EscapedText.Unescape(texts.GetValueOrDefault("DESCRIPTION", ""))),
            Url = EscapedText.OnOneLine(texts.GetValueOrDefault("URL", "")),
            Organizer = organizer,
            Attendees = attendees,
            Comments = comments,
        };

    private string? Text(string name) => EscapedText.OnOneLine(EscapedText.Unescape(texts.GetValueOrDefault(name, "")));

    private WrittenTime? Time(string name) => times.GetValueOrDefault(name);

    private CalendarTime? End(Zones zones)
    {
        if (Time("DTEND") is { } written)
            return zones.Place(Time("DTSTART") is { } first ? written.OfTheKindOf(first) : written);
        if (Time("DTSTART") is not { } begin)
            return null;
        if (!texts.TryGetValue("DURATION", out var text))
            return zones.Place(begin.IsDay ? begin.Later(1) : begin);
        return WrittenDuration.Read(text) is { } duration ? zones.Place(begin, duration) : null;
    }

    private void Comment(string value)
    {
        if (EscapedText.OnOneLine(EscapedText.Unescape(value)) is { } comment)
            comments.Add(comment);
    }

    private void Attend(CalendarAddress? address, ContentParameters parameters)
    {
        var answer = EscapedText.OnOneLine(parameters["PARTSTAT"] ?? "")?.ToUpperInvariant();
        if (address is not null)
            attendees.Add(new Attendee(address.Address, address.Name, answer ?? "NEEDS-ACTION"));
    }

    /// <summary>The address of a mailbox, else that of EMAIL (RFC 7986 section 6.2), else whatever identifies the user.</summary>
    private static CalendarAddress? Address(string value, ContentParameters parameters)
    {
        var written = value.Trim();
        var named =
            written.Contains(':', StringComparison.Ordinal)
            && !written.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)
            && parameters["EMAIL"] is { Length: > 0 } email
                ? email
                : written;
        return EscapedText.OnOneLine(ContactUri.Email(named)) is { } address
            ? new CalendarAddress(address, EscapedText.OnOneLine(parameters["CN"] ?? ""))
            : null;
    }
}
