namespace Secretariat.Modules.Register.Import;

/// <summary>Which column holds which field: guessed, and changed by whoever knows better.</summary>
public sealed record ColumnChoice(IReadOnlyDictionary<string, int> Columns)
{
    public int? this[string field] => Columns.TryGetValue(field, out var column) ? column : null;

    /// <summary>
    /// Columns called as in our own files and on our own pages, unless their cells or their neighbours say otherwise; then what can be
    /// nothing else by its cells, what the reader of lists found, and what is called so.
    /// </summary>
    public static ColumnChoice Guess(GivenList list, IReadOnlyList<Field> fields)
    {
        var cells = new ColumnCells(list, fields);
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var field in fields)
            Take(field, ColumnCalled(field, field.IsCalledAsOurs));
        foreach (var field in fields.Where(f => f.IsTold))
        {
            Take(field, PlacesOf(list.Width).Find(i => cells.AllAre(field.Holds!, i!.Value)));
            Take(field, ColumnCalled(field, field.IsCalled));
        }

        foreach (var field in fields)
        foreach (var name in field.Understood)
            Take(field, list.Understood(name) is { } place && cells.MayHold(field, place) ? place : null);
        foreach (var field in fields)
        foreach (var column in field.Understood.SelectMany(list.AlsoUnderstood))
            Take(field, column);
        foreach (var field in fields)
            Take(field, ColumnCalled(field, field.IsCalled));
        return new ColumnChoice(columns);

        void Take(Field field, int? column)
        {
            if (column is { } place && !columns.ContainsValue(place))
                columns.TryAdd(field.Column, place);
        }

        int? ColumnCalled(Field field, Predicate<string> isCalled) =>
            PlacesOf(list.Header.Count).Find(i => isCalled(list.Header[i!.Value]) && cells.MayHold(field, i.Value));
    }

    private static List<int?> PlacesOf(int count) => [.. Enumerable.Range(0, count).Select(i => (int?)i)];
}
