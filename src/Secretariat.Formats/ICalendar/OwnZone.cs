namespace Secretariat.Formats.ICalendar;

/// <summary>A change of a zone's offset, on the clock that showed <paramref name="From"/> until then (RFC 5545 section 3.6.5).</summary>
internal readonly record struct ZoneChange(DateTime At, TimeSpan From, TimeSpan To);

/// <summary>A zone as the file defines it: single changes, and rules by which they come every year.</summary>
internal sealed class OwnZone
{
    private readonly ZoneChange[] changes;
    private readonly IReadOnlyList<ZoneRule> rules;

    /// <param name="changes">At least one, the first of every rule included.</param>
    /// <param name="rules">Few, as each is asked for every time.</param>
    public OwnZone(IEnumerable<ZoneChange> changes, IReadOnlyList<ZoneRule> rules)
    {
        this.changes = [.. changes.OrderBy(c => c.At)];
        this.rules = rules;
    }

    /// <summary>The offset from UTC; section 3.3.5: of a time that comes twice the first, of one that is skipped that before the gap.</summary>
    public TimeSpan OffsetAt(DateTime local)
    {
        if (local < changes[0].At)
            return changes[0].From;
        var latest = changes[Last(local)];
        foreach (var rule in rules)
            if (rule.Latest(local) is { } change && change.At > latest.At)
                latest = change;
        return local - latest.At < latest.To - latest.From ? latest.From : latest.To;
    }

    /// <summary>The last change that is not after this time.</summary>
    private int Last(DateTime local)
    {
        var (low, high) = (0, changes.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (changes[middle].At <= local)
                low = middle;
            else
                high = middle - 1;
        }
        return low;
    }
}
