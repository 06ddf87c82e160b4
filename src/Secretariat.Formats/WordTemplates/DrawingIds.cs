namespace Secretariat.Formats.WordTemplates;

/// <summary>The numbers and names under which a template knows its drawings, each of which may stand in a document only once.</summary>
internal sealed class DrawingIds
{
    private readonly HashSet<string> numbers = new(StringComparer.Ordinal);
    private readonly HashSet<string> shapes = new(StringComparer.Ordinal);
    private readonly HashSet<string> shapesBefore = new(StringComparer.Ordinal);
    private readonly HashSet<string> endings = new(StringComparer.Ordinal);

    public bool HasNumber(int number) => numbers.Contains($"{number}");

    /// <summary>Whether the name of a shape ends in this number, as those of copies do.</summary>
    public bool HasEnding(int number) => endings.Contains($"{number}");

    public void BeginStory()
    {
        shapesBefore.UnionWith(shapes);
        shapes.Clear();
    }

    /// <summary>Whether no drawing before it has this number.</summary>
    public bool IsNewNumber(string number) => numbers.Add(number);

    /// <summary>Whether no story before this one has a shape of this name; what belongs to a shape names it once more beside it.</summary>
    public bool IsNewShape(string name)
    {
        shapes.Add(name);
        endings.Add(name[(name.LastIndexOf('_') + 1)..]);
        return !shapesBefore.Contains(name);
    }
}

/// <summary>Numbers for the drawings of one filled document.</summary>
/// <param name="taken">Those of its template.</param>
internal sealed class DrawingNumbers(DrawingIds taken)
{
    private int drawing = 1_000_000;
    private int copy;

    public int NextDrawing()
    {
        do drawing++;
        while (taken.HasNumber(drawing));
        return drawing;
    }

    /// <summary>The number of a story, or of one more entry of a list in it.</summary>
    public int NextCopy()
    {
        do copy++;
        while (taken.HasEnding(copy));
        return copy;
    }
}
