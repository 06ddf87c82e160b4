namespace Secretariat.Formats.Tables;

/// <summary>The rows of a file that hold anything, before it is known what they mean; refuses what goes beyond the limits.</summary>
internal sealed class RawTable
{
    private readonly List<TableRow> rows = [];
    private readonly List<(int Row, int Column, string Message)> problems = [];
    private long cells;
    private long characters;

    public IReadOnlyList<TableRow> Rows => rows;

    /// <summary>What the reader met; columns count from 0.</summary>
    public IReadOnlyList<(int Row, int Column, string Message)> Problems => problems;

    /// <summary>Adds a row unless all its cells are empty; cuts the empty ones at its end.</summary>
    public void Add(int number, IReadOnlyList<string> row)
    {
        var width = WidthOf(row);
        if (width is 0)
            return;
        if (rows.Count == TableReader.MaxRows)
            throw new UnreadableException($"It has more than {TableReader.MaxRows} rows: give it in parts.");
        var kept = new string[width];
        var length = 0L;
        for (var i = 0; i < width; i++)
            length += (kept[i] = row[i]).Length;
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
        for (at++; at < rows.Count && rows[at].Number <= lastRow; at++)
        {
            if (column < rows[at].Cells.Count && !string.IsNullOrWhiteSpace(rows[at].Cells[column]))
                continue;
            var filled = rows[at].Cells.ToArray();
            if (column >= filled.Length)
                Array.Resize(ref filled, column + 1);
            for (var i = rows[at].Cells.Count; i < column; i++)
                filled[i] = "";
            filled[column] = value;
            Count(filled.Length, value.Length);
            rows[at] = rows[at] with { Cells = filled };
        }
    }

    public void Tell(int row, int column, string message)
    {
        if (problems.Count < TableReader.MaxProblems)
            problems.Add((row, column, message));
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
            throw new UnreadableException($"It has more than {TableReader.MaxCells} cells: give it in parts.");
        if (characters > TableReader.MaxCharacters)
            throw new UnreadableException("It holds too much text: give it in parts.");
    }

    private static int WidthOf(IReadOnlyList<string> row)
    {
        var width = row.Count;
        while (width > 0 && string.IsNullOrWhiteSpace(row[width - 1]))
            width--;
        return width;
    }
}
