using System.Text;

namespace Secretariat.Formats.Procedures;

/// <summary>A row of a table that is being read: its cells, each as the texts that its elements part.</summary>
internal sealed class OeilRow
{
    /// <summary>Cells of a row that are read; those of an event are four.</summary>
    private const int MaxCells = 8;

    /// <summary>Elements that do not part a text.</summary>
    private static readonly HashSet<string> Inline = ["b", "strong", "i", "em", "sup", "sub", "abbr", "wbr"];

    private List<List<string>> cells = [];
    private OpenElement? cell;

    public void StartCell(string name)
    {
        EndCell();
        if (cells.Count == MaxCells)
            return;
        cells.Add([]);
        cell = new OpenElement(name);
    }

    public void Start(string name)
    {
        if (cell is null)
            return;
        cell.Start(name);
        if (!Inline.Contains(name))
            EndText(cell.Text);
    }

    public void End(string name)
    {
        if (cell is null)
            return;
        if (!Inline.Contains(name))
            EndText(cell.Text);
        if (cell.End(name) || name is "tr" or "table")
            EndCell();
    }

    public void Text(string text) => cell?.Text.Append(text);

    /// <summary>The cells so far; the next ones are another row's.</summary>
    public List<List<string>> Take()
    {
        EndCell();
        var taken = cells;
        cells = [];
        return taken;
    }

    private void EndCell()
    {
        if (cell is not null)
            EndText(cell.Text);
        cell = null;
    }

    private void EndText(StringBuilder text)
    {
        if (Words.OnOneLine(text.ToString()) is { Length: > 0 } said)
            cells[^1].Add(said);
        text.Clear();
    }
}

/// <summary>An element whose text is wanted, until its own end.</summary>
internal sealed class OpenElement(string name)
{
    private int depth = 1;

    public string Name { get; } = name;

    public StringBuilder Text { get; } = new();

    public void Start(string other)
    {
        if (other == Name)
            depth++;
    }

    /// <summary>Whether this end tag ends it.</summary>
    public bool End(string other) => other == Name && --depth is 0;
}
