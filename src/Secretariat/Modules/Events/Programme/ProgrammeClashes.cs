using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Programme;

/// <summary>Why an item cannot stand where it does, unless it is said why it may.</summary>
/// <param name="With">What stands in its way; null where it is the time of a person.</param>
public sealed record ProgrammeClash(ProgrammeItem Item, ProgrammeItem? With, Reason Why)
{
    /// <summary>It is said of one of the two why both may stand.</summary>
    public bool IsExplained => Item.ClashBecause is not null || With?.ClashBecause is not null;
}

/// <summary>
/// What needs the same room or the same people at once, leaves them no time for the way between, or has them when they are not there.
/// </summary>
public static class ProgrammeClashes
{
    /// <summary>Why the item cannot stand beside each of the others and when its people are there; none where it can.</summary>
    public static IReadOnlyList<ProgrammeClash> Of(
        ProgrammeItem item,
        IEnumerable<ProgrammeItem> others,
        ProgrammeLimits limits
    ) =>
        [
            .. others
                .Where(o => o.Id != item.Id)
                .SelectMany(
                    o => AreAtOnce(item, o) ? AtOnce(item, o) : OnTheWay(item, o, limits.MinutesBetweenRooms),
                    (o, why) => new ProgrammeClash(item, o, why)
                ),
            .. Outside(item, limits.Windows).Select(why => new ProgrammeClash(item, null, why)),
        ];

    /// <summary>All of a programme of which nobody has said why they may stand.</summary>
    public static IReadOnlyList<ProgrammeClash> Unexplained(IReadOnlyList<ProgrammeItem> items, ProgrammeLimits limits) =>
        [.. items.SelectMany(i => Of(i, items, limits)).Where(c => !c.IsExplained)];

    private static IEnumerable<Reason> AtOnce(ProgrammeItem item, ProgrammeItem other)
    {
        if (item.Room is { } room && room.Equals(other.Room, StringComparison.OrdinalIgnoreCase))
            yield return Text.Key("“{0}” is in the same room: {1}.", other.Title, other.Time);
        foreach (var person in InBoth(item, other))
            yield return Text.Key("{0} is at “{1}”: {2}.", person, other.Title, other.Time);
    }

    private static IEnumerable<Reason> OnTheWay(ProgrammeItem item, ProgrammeItem other, int minutes)
    {
        var (first, second) = Start(item) < Start(other) ? (item, other) : (other, item);
        if (first.Room is not { } from || second.Room is not { } to || from.Equals(to, StringComparison.OrdinalIgnoreCase))
            return [];
        if (Start(second) - End(first) >= TimeSpan.FromMinutes(minutes))
            return [];
        return InBoth(item, other)
            .Select(person =>
                Text.Key(
                    "{0} needs at least {1} minutes to get from {2} to {3}: “{4}”, {5}.",
                    person,
                    minutes,
                    from,
                    to,
                    other.Title,
                    other.Time
                )
            );
    }

    private static IEnumerable<Reason> Outside(ProgrammeItem item, IReadOnlyList<TimeWindow> windows)
    {
        var byName = windows.ToLookup(w => Fold.Plain(w.Name));
        return from person in PeopleOf(item).DistinctBy(Fold.Plain)
            let there = byName[Fold.Plain(person)].ToList()
            where there.Count > 0 && !TimeWindow.Joined(there).Any(w => w.Holds(item))
            select Text.Key("{0} is at the event only at these times: {1}.", person, InWords(there));
    }

    /// <summary>Each with its day, which every language writes in its own way.</summary>
    private static Reason InWords(List<TimeWindow> windows) =>
        new(
            string.Join("; ", windows.Select((_, i) => $"{{{2 * i}}}, {{{(2 * i) + 1}}}")),
            [.. windows.SelectMany(w => new object[] { w.Day, w.Time })]
        );

    /// <summary>What begins when another ends is not at once with it; what has no end stands at its beginning alone.</summary>
    private static bool AreAtOnce(ProgrammeItem one, ProgrammeItem other) =>
        one.Day == other.Day && (Holds(one, other.From) || Holds(other, one.From));

    private static bool Holds(ProgrammeItem item, TimeOnly time) =>
        time == item.From || (time > item.From && time < (item.Until ?? item.From));

    private static DateTime Start(ProgrammeItem item) => item.Day.ToDateTime(item.From);

    private static DateTime End(ProgrammeItem item) => item.Day.ToDateTime(item.Until ?? item.From);

    private static IEnumerable<string> InBoth(ProgrammeItem item, ProgrammeItem other) =>
        PeopleOf(item).IntersectBy(PeopleOf(other).Select(Fold.Plain), Fold.Plain);

    /// <summary>Names of those who lead or speak: what stands before the first comma between semicolons.</summary>
    public static IReadOnlyList<string> PeopleOf(ProgrammeItem item) => [.. NamesIn(item.Chairs), .. NamesIn(item.Speakers)];

    internal static IEnumerable<string> NamesIn(LocalizedText? people) => NamesIn(people?.ToString() ?? "");

    internal static IEnumerable<string> NamesIn(string people) =>
        people.Split(';').Select(p => p.Split(',')[0].Trim()).Where(name => name.Length > 0);
}
