namespace Secretariat.Formats.Tables;

/// <summary>Whether a header goes on in the row below it: the columns of its groups by their names, or all its names in another language.</summary>
internal static class HeaderBelow
{
    private const int MostColumns = 100;

    /// <summary>Words that are in names of columns and of nobody and nothing else.</summary>
    private const int FewestWords = 2;

    /// <param name="rows">The rows that hold anything.</param>
    /// <param name="index">Of the row that is known to be a header.</param>
    public static bool Is(IReadOnlyList<TableRow> rows, int index)
    {
        if (index + 1 >= rows.Count || rows[index + 1].Number != rows[index].Number + 1)
            return false;
        var (upper, lower) = (rows[index].Cells, rows[index + 1].Cells);
        var filled = Enumerable.Range(0, Math.Min(lower.Count, MostColumns)).Where(i => IsFilled(lower, i)).ToList();
        if (filled.Exists(i => CellShape.IsData(lower[i])))
            return false;
        var words = filled.FindAll(i => FieldOf(lower[i]) is not null);
        return GoesOnInGroups(upper, lower, filled, words) || IsSaidAgain(lower, filled, words);
    }

    /// <summary>Words of columns under a group; what else stands there is in a group, too.</summary>
    private static bool GoesOnInGroups(
        IReadOnlyList<string> upper,
        IReadOnlyList<string> lower,
        List<int> filled,
        List<int> words
    ) =>
        words.Count >= FewestWords
        && words.Exists(i => !IsFilled(upper, i))
        && filled.TrueForAll(i => words.Contains(i) || IsInGroup(upper, lower, i));

    /// <summary>A group stands in its first column; to the right of it is nothing, and below that its next column.</summary>
    private static bool IsInGroup(IReadOnlyList<string> upper, IReadOnlyList<string> lower, int column) =>
        !IsFilled(upper, column) || !IsFilled(upper, column + 1) && IsFilled(lower, column + 1);

    /// <summary>Nothing but words of columns; a ministry with a contact may be a row.</summary>
    private static bool IsSaidAgain(IReadOnlyList<string> lower, List<int> filled, List<int> words) =>
        words.Count == filled.Count && words.Count(i => FieldOf(lower[i]) is not ("organisation" or "function")) > FewestWords;

    private static string? FieldOf(string cell) =>
        ColumnNames.Meanings(cell) is [{ Score: >= ColumnNames.Exact - 1 } meant, ..] ? meant.Field : null;

    private static bool IsFilled(IReadOnlyList<string> cells, int column) =>
        column < cells.Count && !string.IsNullOrWhiteSpace(cells[column]);
}
