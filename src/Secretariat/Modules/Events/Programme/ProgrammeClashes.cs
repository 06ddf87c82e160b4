using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Programme;

/// <summary>What stands in a programme at the same time as something else that needs the same room or the same people.</summary>
public static class ProgrammeClashes
{
    /// <summary>Why each of the others cannot stand beside the item; none where all can.</summary>
    public static IEnumerable<Reason> Of(ProgrammeItem item, IEnumerable<ProgrammeItem> others)
    {
        foreach (var other in others.Where(o => o.Id != item.Id && AreAtOnce(o, item)))
        {
            if (item.Room is { } room && room.Equals(other.Room, StringComparison.OrdinalIgnoreCase))
                yield return Text.Key("“{0}” is in the same room: {1}.", other.Title, other.Time);
            foreach (var person in PeopleOf(item).Intersect(PeopleOf(other), StringComparer.OrdinalIgnoreCase))
                yield return Text.Key("{0} is at “{1}”: {2}.", person, other.Title, other.Time);
        }
    }

    /// <summary>What begins when another ends is not at once with it; what has no end stands at its beginning alone.</summary>
    private static bool AreAtOnce(ProgrammeItem one, ProgrammeItem other) =>
        one.Day == other.Day && (Holds(one, other.From) || Holds(other, one.From));

    private static bool Holds(ProgrammeItem item, TimeOnly time) =>
        time == item.From || (time > item.From && time < (item.Until ?? item.From));

    /// <summary>Names of those who lead or speak: what stands before the first comma between semicolons.</summary>
    public static IReadOnlyList<string> PeopleOf(ProgrammeItem item) => [.. NamesIn(item.Chairs), .. NamesIn(item.Speakers)];

    internal static IEnumerable<string> NamesIn(LocalizedText? people) =>
        (people?.ToString() ?? "").Split(';').Select(p => p.Split(',')[0].Trim()).Where(name => name.Length > 0);
}
