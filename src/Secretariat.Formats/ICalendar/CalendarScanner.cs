using Secretariat.Formats.ContentLines;

namespace Secretariat.Formats.ICalendar;

/// <summary>Tells the components of a calendar apart (RFC 5545 section 3.4 and 3.6).</summary>
internal ref struct CalendarScanner(ContentLineReader source)
{
    /// <summary>What stands directly in a calendar (section 3.6), so that one that has lost its END ends at the next.</summary>
    private static readonly HashSet<string> Components =
    [
        "VEVENT",
        "VTODO",
        "VJOURNAL",
        "VFREEBUSY",
        "VTIMEZONE",
        "VAVAILABILITY",
        "VPOLL",
    ];

    /// <summary>Most zones of a file; further ones are not read.</summary>
    private const int MaxZones = 100;

    private readonly List<EventBuilder> events = [];
    private readonly List<ZoneBuilder> zones = [];
    private ContentLineReader lines = source;
    private bool isOpen;
    private string? component;
    private EventBuilder? current;
    private ZoneBuilder? zone;
    private int inner;

    public readonly IReadOnlyList<EventBuilder> Events => events;

    public readonly IReadOnlyList<ZoneBuilder> Zones => zones;

    public bool HasCalendar { get; private set; }

    public string? Method { get; private set; }

    /// <returns>Why the file is refused, or null.</returns>
    public string? Read()
    {
        while (lines.TryRead(out var line))
        {
            Take(line);
            if (WhyNotFurther() is { } reason)
                return $"Line {lines.Number}: the file has more than {reason}; save a shorter time of the calendar.";
        }
        return null;
    }

    private readonly string? WhyNotFurther() =>
        lines.Count > CalendarReader.MaxLines ? $"{CalendarReader.MaxLines} lines"
        : events.Count > CalendarReader.MaxEvents ? $"{CalendarReader.MaxEvents} events"
        : null;

    private void Take(ContentLine line)
    {
        if (line.Name is "BEGIN")
            Begin(line.Word);
        else if (line.Name is "END")
            End(line.Word);
        else if (component is null && isOpen && line.Name is "METHOD")
            Method ??= line.Word is { Length: > 0 } method ? method : null;
        else if (inner is 0)
            current?.Take(line);
        zone?.Take(line);
    }

    private void Begin(string name)
    {
        if (name is "VCALENDAR")
        {
            Close();
            isOpen = HasCalendar = true;
        }
        else if (Components.Contains(name))
            Open(name);
        else if (component is null)
            component = name;
        else
            inner++;
    }

    private void Open(string name)
    {
        Close();
        component = name;
        if (name is "VEVENT")
            events.Add(current = new EventBuilder());
        else if (name is "VTIMEZONE" && zones.Count < MaxZones)
            zones.Add(zone = new ZoneBuilder());
        HasCalendar |= current is not null;
    }

    private void End(string name)
    {
        if (name is "VCALENDAR" || name == component || Components.Contains(name))
            Close();
        else if (inner > 0)
            inner--;
        isOpen &= name is not "VCALENDAR";
    }

    private void Close()
    {
        (component, current, zone) = (null, null, null);
        inner = 0;
    }
}
