namespace Secretariat.Formats.Tables;

/// <summary>Tells what in the rows of a list somebody should look at.</summary>
/// <param name="map">Which column holds what.</param>
/// <param name="rows">The rows below the header.</param>
/// <param name="nameOf">What a column is called.</param>
/// <param name="width">Columns of the header; 0 where there is none.</param>
internal sealed class RowCheck(ColumnMap map, IReadOnlyList<TableRow> rows, Func<int, string> nameOf, int width)
{
    private const char Unreadable = '\uFFFD';

    private readonly Dictionary<IReadOnlyList<string>, int> whole = new(new SameCells(StringComparer.Ordinal));
    private readonly Dictionary<IReadOnlyList<string>, int> people = new(new SameCells(StringComparer.OrdinalIgnoreCase));
    private readonly List<TableProblem> problems = [];
    private readonly int[] nameColumns = [.. new[] { map["family"], map["given"], map["name"] }.OfType<int>()];

    public List<TableProblem> Problems()
    {
        for (var i = 0; i < rows.Count && problems.Count < TableReader.MaxProblems; i++)
            Check(i);
        return problems;
    }

    private void Check(int index)
    {
        var row = rows[index];
        CheckAddress(row);
        CheckName(row);
        if (FirstLike(whole, index, row.Cells) is { } same)
            Tell(row, null, Sentence.Of("The row repeats row {0}.", same));
        else
            CheckPerson(index);
        for (var i = 0; i < row.Cells.Count; i++)
            CheckCell(row, i);
    }

    private void CheckAddress(TableRow row)
    {
        if (map["email"] is { } column && At(row, column) is { Length: > 0 } said && !Addresses.AreUsable(said))
            Tell(row, column, Sentence.Of("“{0}” is no e-mail address that mail can be sent to.", Short(said)));
    }

    private void CheckName(TableRow row)
    {
        if (nameColumns.Length is 0 || HasName(row))
            return;
        var hasAddress = map["email"] is { } email && At(row, email).Length > 0;
        if (hasAddress || row.Cells.Count(c => !string.IsNullOrWhiteSpace(c)) > 1)
            Tell(row, nameColumns[0], Sentence.Of("The name is missing."));
    }

    /// <summary>Ministries share mailboxes: only the same name at the same address is the same person.</summary>
    private void CheckPerson(int index)
    {
        var row = rows[index];
        if (map["email"] is not { } column || nameColumns.Length is 0 || At(row, column).Length is 0)
            return;
        if (!HasName(row))
            return;
        var key = new string[nameColumns.Length + 1];
        for (var i = 0; i < nameColumns.Length; i++)
            key[i] = At(row, nameColumns[i]);
        key[^1] = At(row, column);
        if (FirstLike(people, index, key) is { } same)
            Tell(row, column, Sentence.Of("Row {0} has the same person with the same address.", same));
    }

    /// <summary>The number of the first row with this key.</summary>
    private int? FirstLike(Dictionary<IReadOnlyList<string>, int> seen, int index, IReadOnlyList<string> key) =>
        seen.TryAdd(key, index) ? null : rows[seen[key]].Number;

    private void CheckCell(TableRow row, int column)
    {
        var cell = row.Cells[column];
        if (cell.Length is 0)
            return;
        if (Formulas.Is(cell))
            Tell(
                row,
                column,
                Sentence.Of("The text would be a formula in a spreadsheet; it was kept as text and is not carried out.")
            );
        if (cell.Contains(Unreadable, StringComparison.Ordinal))
            Tell(row, column, Sentence.Of("The cell holds characters that were lost before the file was saved."));
        if (width > 0 && column >= width && !string.IsNullOrWhiteSpace(cell))
            Tell(row, column, Sentence.Of("The row has more cells than the header, which has {0}.", width));
    }

    private bool HasName(TableRow row) => Array.Exists(nameColumns, c => At(row, c).Length > 0);

    private static string At(TableRow row, int column) => column < row.Cells.Count ? row.Cells[column].Trim() : "";

    private static string Short(string text) => text.Length <= 60 ? text : WellFormed.Cut(text, 60) + "…";

    private void Tell(TableRow row, int? column, Sentence said)
    {
        if (problems.Count < TableReader.MaxProblems)
            problems.Add(new TableProblem(row.Number, column is { } c ? nameOf(c) : null, said));
    }

    /// <summary>Compares keys cell by cell; hashes of strings differ in each run, so nobody can make them collide.</summary>
    private sealed class SameCells(StringComparer comparer) : IEqualityComparer<IReadOnlyList<string>>
    {
        public bool Equals(IReadOnlyList<string>? x, IReadOnlyList<string>? y) =>
            x is not null && y is not null && x.SequenceEqual(y, comparer);

        public int GetHashCode(IReadOnlyList<string> obj)
        {
            var hash = new HashCode();
            foreach (var cell in obj)
                hash.Add(cell, comparer);
            return hash.ToHashCode();
        }
    }
}
