using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Programme;

/// <summary>What is otherwise in one programme than in the one before it.</summary>
/// <param name="Before">Null for what is new.</param>
/// <param name="After">Null for what is taken out.</param>
public sealed record ProgrammeChange(ReleasedItem? Before, ReleasedItem? After)
{
    /// <summary>The one of which it tells.</summary>
    public ReleasedItem Item => After ?? Before!;

    /// <summary>It is at another time or in another room.</summary>
    public bool IsMoved => Before is { } before && After is { } after && PlaceOf(before) != PlaceOf(after);

    /// <summary>Something else about it is told otherwise.</summary>
    public bool IsReworded =>
        Before is { } before
        && After is { } after
        && (before with { Room = null }) != InPlaceOf(after with { Room = null }, before);

    public string What =>
        (Before, After) switch
        {
            (null, _) => Text.Key("New"),
            (_, null) => Text.Key("Taken out"),
            _ when IsMoved && IsReworded => Text.Key("Moved and reworded"),
            _ when IsMoved => Text.Key("Moved"),
            _ => Text.Key("Reworded"),
        };

    /// <summary>By day and time of what stands now, then of what stood.</summary>
    public static IReadOnlyList<ProgrammeChange> Between(IReadOnlyList<ReleasedItem> before, IReadOnlyList<ReleasedItem> after)
    {
        var (old, now) = (before.ToDictionary(i => i.Id), after.Select(i => i.Id).ToHashSet());
        return
        [
            .. after
                .Select(i => new ProgrammeChange(old.GetValueOrDefault(i.Id), i))
                .Where(c => c.Before != c.After)
                .Concat(before.Where(i => !now.Contains(i.Id)).Select(i => new ProgrammeChange(i, null)))
                .OrderBy(c => c.Item.Day)
                .ThenBy(c => c.Item.From)
                .ThenBy(c => c.Item.Id),
        ];
    }

    private static (DateOnly, TimeOnly, TimeOnly?, string?) PlaceOf(ReleasedItem item) =>
        (item.Day, item.From, item.Until, item.Room);

    private static ReleasedItem InPlaceOf(ReleasedItem item, ReleasedItem other) =>
        item with
        {
            Day = other.Day,
            From = other.From,
            Until = other.Until,
        };
}
