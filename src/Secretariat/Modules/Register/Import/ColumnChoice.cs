namespace Secretariat.Modules.Register.Import;

/// <summary>Which column holds which field: guessed, and changed by whoever knows better.</summary>
public sealed record ColumnChoice(IReadOnlyDictionary<string, int> Columns)
{
    private const int Sample = 200;

    public int? this[string field] => Columns.TryGetValue(field, out var column) ? column : null;

    /// <summary>
    /// Where most columns are called as in our own files, by these names; else what can be nothing else by its cells, what the reader of lists found, and what is called so.
    /// </summary>
    public static ColumnChoice Guess(GivenList list, IReadOnlyList<Field> fields)
    {
        var own = fields.Where(f => list.Header.Contains(f.Column, StringComparer.OrdinalIgnoreCase)).ToList();
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        if (own.Count > list.Header.Count / 2)
            own.ForEach(f => Take(f, ColumnCalled(list, h => h.Equals(f.Column, StringComparison.OrdinalIgnoreCase))));
        foreach (var field in fields)
            Take(field, field.IsTold is { } isTold ? ColumnOf(list, isTold) : null);
        foreach (var field in fields)
        foreach (var name in field.Understood)
            Take(field, list.Understood(name));
        foreach (var field in fields)
            Take(field, ColumnCalled(list, field.IsCalled));
        return new ColumnChoice(columns);

        void Take(Field field, int? column)
        {
            if (column is { } place && !columns.ContainsValue(place))
                columns.TryAdd(field.Column, place);
        }
    }

    private static int? ColumnCalled(GivenList list, Predicate<string> isCalled)
    {
        for (var i = 0; i < list.Header.Count; i++)
        {
            if (isCalled(list.Header[i]))
                return i;
        }

        return null;
    }

    /// <summary>The first column with cells that all are of the kind.</summary>
    private static int? ColumnOf(GivenList list, Predicate<string> isTold)
    {
        for (var i = 0; i < list.Width; i++)
        {
            var cells = list
                .Rows.Take(Sample)
                .Where(r => i < r.Cells.Count && !string.IsNullOrWhiteSpace(r.Cells[i]))
                .Select(r => r.Cells[i])
                .ToList();
            if (cells.Count > 0 && cells.TrueForAll(isTold))
                return i;
        }

        return null;
    }
}
