using System.Globalization;
using Secretariat.Formats.ContentLines;

namespace Secretariat.Formats.ICalendar;

/// <summary>Collects the lines of one zone (VTIMEZONE, RFC 5545 section 3.6.5).</summary>
internal sealed class ZoneBuilder
{
    /// <summary>Most rules, and most single changes, of a zone; one with more is not used.</summary>
    private const int MaxRules = 20,
        MaxChanges = 2_000;

    private static readonly string[] Offsets = ["hhmm", "hhmmss"];

    private readonly List<Observance> observances = [];
    private int dates;

    public string? Id { get; private set; }

    public void Take(ContentLine line)
    {
        if (line.Name is "BEGIN" && line.Word is "STANDARD" or "DAYLIGHT")
            observances.Add(new Observance());
        else if (line.Name is "TZID")
            Id ??= EscapedText.OnOneLine(line.ReadText(line.ReadParameters()));
        else if (line.Name is "DTSTART" or "RDATE" or "RRULE" or "TZOFFSETFROM" or "TZOFFSETTO" && observances.Count > 0)
            Take(observances[^1], line.Name, line.ReadText(line.ReadParameters()));
    }

    /// <summary>The zone, or null where its lines make none.</summary>
    public OwnZone? Build()
    {
        var changes = new List<ZoneChange>();
        var rules = new List<ZoneRule>();
        foreach (var observance in observances)
            if (observance is { Start: { } start, To: { } to })
            {
                var first = new ZoneChange(start, observance.From ?? to, to);
                changes.Add(first);
                changes.AddRange(observance.Dates.Select(at => first with { At = at }));
                if (ZoneRule.Read(observance.Rule, first) is { } rule)
                    rules.Add(rule);
            }
        return changes.Count > 0 && Math.Max(changes.Count, dates) <= MaxChanges && rules.Count <= MaxRules
            ? new OwnZone(changes, rules)
            : null;
    }

    private void Take(Observance observance, string name, string value)
    {
        if (name is "DTSTART")
            observance.Start ??= WrittenTime.Read(value)?.Local;
        else if (name is "RRULE")
            observance.Rule ??= value;
        else if (name is "TZOFFSETFROM")
            observance.From ??= Offset(value);
        else if (name is "TZOFFSETTO")
            observance.To ??= Offset(value);
        else
            TakeDates(observance, value);
    }

    private void TakeDates(Observance observance, string list)
    {
        foreach (var range in list.AsSpan().Split(','))
        {
            if (dates++ > MaxChanges)
                return;
            if (WrittenTime.Read(list.AsSpan()[range]) is { } time)
                observance.Dates.Add(time.Local);
        }
    }

    /// <summary>Hours and minutes, perhaps seconds, with their sign (section 3.3.14).</summary>
    private static TimeSpan? Offset(string value)
    {
        var text = value.Trim();
        return TimeSpan.TryParseExact(text.TrimStart('+', '-'), Offsets, CultureInfo.InvariantCulture, out var offset)
            ? text.StartsWith('-')
                ? -offset
                : offset
            : null;
    }

    private sealed class Observance
    {
        public DateTime? Start { get; set; }
        public TimeSpan? From { get; set; }
        public TimeSpan? To { get; set; }
        public string? Rule { get; set; }
        public List<DateTime> Dates { get; } = [];
    }
}
