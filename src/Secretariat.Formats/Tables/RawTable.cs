namespace Secretariat.Formats.Tables;

/// <summary>The rows of a file that hold anything, before it is known what they mean; refuses what goes beyond the limits.</summary>
/// <param name="isWhole">Whether rows and cells without anything are kept too.</param>
internal sealed class RawTable(bool isWhole = false)
{
    /// <summary>Cells that merging may visit: each of a table's once where it was empty and once where it was not, when no two merged cells overlap.</summary>
    private const int MaxVisited = 2 * TableReader.MaxCells;

    private readonly List<TableRow> rows = [];
    private readonly List<(int Row, int? Column, Sentence Said)> problems = [];
    private long cells;
    private long characters;
    private int visited;

    public IReadOnlyList<TableRow> Rows => rows;

    /// <summary>What the reader met; columns count from 0.</summary>
    public IReadOnlyList<(int Row, int? Column, Sentence Said)> Problems => problems;

    /// <summary>Whether all rows follow each other from the first one on and are of one width, as a table is written.</summary>
    public bool IsRectangle()
    {
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Number != i + 1 || rows[i].Cells.Count != rows[0].Cells.Count)
                return false;
        }

        return rows.Count > 0;
    }

    /// <summary>Adds a row unless all its cells are empty; cuts the empty ones at its end. A whole table takes it as it is.</summary>
    public void Add(int number, IReadOnlyList<string> row)
    {
        var width = isWhole ? row.Count : WidthOf(row);
        if (width is 0)
            return;
        if (rows.Count == TableReader.MaxRows)
            throw new UnreadableException(Sentence.Of("It has more than {0} rows: give it in parts.", TableReader.MaxRows));
        var kept = new List<string>(width);
        var length = 0L;
        for (var i = 0; i < width; i++)
        {
            kept.Add(row[i]);
            length += row[i].Length;
        }

        Count(width, length);
        rows.Add(new TableRow(number, kept));
    }

    /// <summary>Puts the value of a merged cell into its rows, which all show it; what a file holds there all the same is kept.</summary>
    public void FillDown(int column, int firstRow, int lastRow)
    {
        var at = IndexOf(firstRow);
        if (at == rows.Count || rows[at].Number != firstRow || column >= rows[at].Cells.Count)
            return;
        var value = rows[at].Cells[column];
        if (string.IsNullOrWhiteSpace(value))
            return;
        for (at++; at < rows.Count && rows[at].Number <= lastRow; at++)
        {
            if (++visited > MaxVisited)
                throw new UnreadableException(
                    Sentence.Of("Too many of its merged cells overlap: undo the merging and save the list again.")
                );
            Fill((List<string>)rows[at].Cells, column, value);
        }
    }

    /// <summary>In place: a row that is filled cell by cell would be copied as often.</summary>
    private void Fill(List<string> row, int column, string value)
    {
        if (column < row.Count && !string.IsNullOrWhiteSpace(row[column]))
            return;
        Count(Math.Max(0, column + 1 - row.Count), value.Length);
        while (row.Count <= column)
            row.Add("");
        row[column] = value;
    }

    public void Tell(int row, int column, Sentence said)
    {
        if (problems.Count < TableReader.MaxProblems)
            problems.Add((row, column, said));
    }

    /// <summary>The first row of that number or a later one.</summary>
    private int IndexOf(int number)
    {
        var (low, high) = (0, rows.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (rows[middle].Number < number)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private void Count(int moreCells, long moreCharacters)
    {
        cells += moreCells;
        characters += moreCharacters;
        if (cells > TableReader.MaxCells)
            throw new UnreadableException(Sentence.Of("It has more than {0} cells: give it in parts.", TableReader.MaxCells));
        if (characters > TableReader.MaxCharacters)
            throw new UnreadableException(Sentence.Of("It holds too much text: give it in parts."));
    }

    private static int WidthOf(IReadOnlyList<string> row)
    {
        var width = row.Count;
        while (width > 0 && string.IsNullOrWhiteSpace(row[width - 1]))
            width--;
        return width;
    }
}
