namespace Secretariat.Formats.Tables;

/// <summary>Which column holds which field, by their names and, where those say nothing, by what stands in them.</summary>
internal sealed class ColumnMap
{
    private const int MostColumns = 200;
    private const int Sample = 200;
    private const double EnoughOfAKind = 0.6;

    private static readonly string[] Order = ["given", "family", "name", "function", "organisation", "email", "phone", "country"];

    private readonly Dictionary<string, int> columns = new(StringComparer.Ordinal);

    private readonly List<(string Field, int Column)> others = [];

    private ColumnMap() { }

    public IEnumerable<(string Field, int Column)> Fields =>
        Order.Where(columns.ContainsKey).Select(name => (name, columns[name]));

    /// <summary>The column of a field; null where none was found.</summary>
    public int? this[string field] => columns.TryGetValue(field, out var column) ? column : null;

    /// <summary>The other columns that are called as the field is, and hold no other field; the likeliest first.</summary>
    public IEnumerable<int> OthersOf(string field) =>
        others.Where(o => o.Field == field && !columns.ContainsValue(o.Column)).Select(o => o.Column);

    public static ColumnMap Of(IReadOnlyList<string> names, IReadOnlyList<TableRow> rows)
    {
        var map = new ColumnMap();
        var meant = names
            .Take(MostColumns)
            .SelectMany((name, i) => ColumnNames.Meanings(name).Select(m => (m.Field, m.Score, Column: i)))
            .Where(m => m.Field is not "function" || !HoldsForms(rows, m.Column))
            .OrderByDescending(m => m.Score)
            .ThenBy(m => m.Column);
        foreach (var (field, _, column) in meant)
        {
            if (!map.columns.ContainsValue(column) && !map.columns.TryAdd(field, column))
                map.others.Add((field, column));
        }

        map.TellHalves();
        map.LookAt(rows);
        return map;
    }

    /// <summary>Many languages call one half of the name by the word for the whole: beside a surname, “nombre” is the given name.</summary>
    private void TellHalves()
    {
        var (hasGiven, hasFamily) = (columns.ContainsKey("given"), columns.ContainsKey("family"));
        if (hasGiven != hasFamily && columns.Remove("name", out var column))
            columns[hasGiven ? "family" : "given"] = column;
    }

    /// <summary>A column “title” of Mr, Ms and Dr holds no functions.</summary>
    private static bool HoldsForms(IReadOnlyList<TableRow> rows, int column) =>
        Filled(rows, column) is { Count: > 0 } cells && cells.TrueForAll(AddressForms.Is);

    private void LookAt(IReadOnlyList<TableRow> rows)
    {
        var width = rows.Take(Sample).Select(r => r.Cells.Count).DefaultIfEmpty().Max();
        for (var i = 0; i < Math.Min(width, MostColumns); i++)
        {
            if (columns.ContainsValue(i) || columns.ContainsKey("email") && columns.ContainsKey("phone"))
                continue;
            var cells = Filled(rows, i);
            if (Holds(cells, CellShape.IsAddressLike))
                columns.TryAdd("email", i);
            else if (
                Holds(cells, CellShape.IsPhone)
                && cells.Any(c => c.AsSpan().Trim().IndexOfAny('+', ' ', '/') >= 0 || c.StartsWith('0'))
            )
                columns.TryAdd("phone", i);
        }
    }

    private static List<string> Filled(IReadOnlyList<TableRow> rows, int column) =>
        [
            .. rows.Take(Sample)
                .Where(r => column < r.Cells.Count)
                .Select(r => r.Cells[column])
                .Where(c => !string.IsNullOrWhiteSpace(c)),
        ];

    private static bool Holds(List<string> cells, Func<string, bool> isOfKind) =>
        cells.Count > 0 && cells.Count(isOfKind) >= EnoughOfAKind * cells.Count;
}
