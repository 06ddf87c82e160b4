namespace Secretariat.Formats.Tables;

/// <summary>Finds header, columns and problems in the rows of a file.</summary>
internal static class Understanding
{
    private const double ShareOfUnnamed = 0.2;

    public static TableFile Of(RawTable raw, IReadOnlySet<string>? known = null)
    {
        if (raw.Rows.Count is 0)
            throw new UnreadableException(Sentence.Of("There is nothing in it: save the list again."));
        var header = TableHeader.Find(raw.Rows, known);
        var below = raw.Rows.Skip(header is null ? 0 : header.Index + 1).ToList();
        var first = EmptyColumns(header?.Names ?? [], below);
        if (first > 0)
            below = [.. below.Select(r => r with { Cells = [.. r.Cells.Skip(first)] })];
        var names = Trimmed(header?.Names.Skip(first).ToList() ?? [], below);
        var repeats = names.Count is 0 ? [] : below.Where(r => IsHeader(r, names)).ToList();
        if (repeats.Count > 0)
            below = [.. below.Except(repeats)];
        return Describe(
            new TableFile
            {
                HeaderRow = header is null ? null : raw.Rows[header.Index].Number,
                Header = names,
                Rows = below,
                EmptyBefore = first,
            },
            [
                .. raw.Problems,
                .. repeats.Select(r => (r.Number, (int?)null, Sentence.Of("The row repeats the header and was left out."))),
            ]
        );
    }

    /// <summary>The same of a table whose first row is known to be its header, and whose rows and cells are kept as they are.</summary>
    public static TableFile OfWritten(RawTable raw) =>
        Describe(
            new TableFile
            {
                HeaderRow = raw.Rows[0].Number,
                Header = raw.Rows[0].Cells,
                Rows = [.. raw.Rows.Skip(1)],
            },
            raw.Problems
        );

    /// <summary>Finds out what the columns hold and what is wrong with the rows.</summary>
    /// <param name="table">The header and the rows.</param>
    /// <param name="met">What the reader met, columns counted in the file.</param>
    private static TableFile Describe(TableFile table, IEnumerable<(int Row, int? Column, Sentence Said)> met)
    {
        var map = ColumnMap.Of(table.Header, table.Rows);
        var inCells = met.Select(p => new TableProblem(
                p.Row,
                p.Column is { } column ? table.NameOf(column - table.EmptyBefore) : null,
                p.Said
            ))
            .ToList();
        var found = inCells.Concat(new RowCheck(map, table.Rows, table.NameOf, table.Header.Count).Problems());
        return table with
        {
            Mapping = map.Fields.ToDictionary(f => f.Field, f => table.NameOf(f.Column), StringComparer.Ordinal),
            Places = map.Fields.ToDictionary(f => f.Field, f => f.Column, StringComparer.Ordinal),
            OtherPlaces = map.Fields.ToDictionary(
                f => f.Field,
                IReadOnlyList<int> (f) => [.. map.OthersOf(f.Field)],
                StringComparer.Ordinal
            ),
            Met = Bounded(inCells),
            Problems = Bounded([.. found.OrderBy(p => p.Row)]),
        };
    }

    /// <summary>Columns to the left of the table that hold nothing.</summary>
    private static int EmptyColumns(IReadOnlyList<string> names, List<TableRow> rows)
    {
        var empty = names.TakeWhile(string.IsNullOrWhiteSpace).Count();
        empty = names.Count is 0 ? int.MaxValue : empty;
        foreach (var row in rows)
        {
            if (empty is 0)
                return 0;
            empty = Math.Min(empty, row.Cells.TakeWhile(string.IsNullOrWhiteSpace).Count());
        }

        return empty is int.MaxValue ? 0 : empty;
    }

    /// <summary>Without the nameless columns at the end, unless so many rows use them that they are columns.</summary>
    private static List<string> Trimmed(List<string> names, List<TableRow> rows)
    {
        while (names.Count > 0 && names[^1].Length is 0)
            names.RemoveAt(names.Count - 1);
        if (names.Count is 0)
            return names;
        while (rows.Count(r => r.Cells.Count > names.Count) is > 1 and var users && users > ShareOfUnnamed * rows.Count)
            names.Add("");
        return names;
    }

    private static bool IsHeader(TableRow row, List<string> names) =>
        names.Count > 1
        && row.Cells.Count == names.Count
        && string.Equals(row.Cells[^1].Trim(), names[^1], StringComparison.Ordinal)
        && row.Cells.Zip(names).All(p => string.Equals(p.First.Trim(), p.Second, StringComparison.Ordinal));

    private static List<TableProblem> Bounded(List<TableProblem> problems)
    {
        if (problems.Count < TableReader.MaxProblems)
            return problems;
        var last = problems[TableReader.MaxProblems - 1];
        return
        [
            .. problems.Take(TableReader.MaxProblems - 1),
            new(last.Row, null, Sentence.Of("There are more problems from here on.")),
        ];
    }
}
