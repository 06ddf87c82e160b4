namespace Secretariat.Formats.Mime;

internal enum LineKind
{
    New,
    Quoted,
    Separator,
    Signature,
}

/// <summary>The lines of a body and what each was found to be.</summary>
internal sealed class BodyLines
{
    private readonly string body;
    private readonly List<TextRange> lines = [];

    public BodyLines(string body)
    {
        this.body = body;
        var at = 0;
        foreach (var range in body.AsSpan().Split('\n'))
        {
            var (start, length) = range.GetOffsetAndLength(body.Length);
            lines.Add(new TextRange(start, length));
            at = start + length;
        }
        Kinds = new LineKind[lines.Count];
    }

    public LineKind[] Kinds { get; }

    public int Count => lines.Count;

    /// <summary>The line without blanks at either end.</summary>
    public ReadOnlySpan<char> this[int index] => body.AsSpan(lines[index].Start, lines[index].Length).Trim();

    public bool IsBlank(int index) => this[index].IsEmpty;

    public bool IsMarked(int index) => this[index].StartsWith(">");

    /// <summary>The next line with something on it, or the number of lines.</summary>
    public int NextFilled(int index)
    {
        while (index < Count && IsBlank(index))
            index++;
        return index;
    }

    public void MarkFrom(int first, int end, LineKind kind) => Kinds.AsSpan(first, end - first).Fill(kind);

    /// <summary>The stretches of one kind, without blank lines and blanks at their ends; a blank line between two lines of a kind belongs to them.</summary>
    public IReadOnlyList<TextRange> Ranges(LineKind kind)
    {
        var ranges = new List<TextRange>();
        for (var i = 0; i < Count; )
        {
            var first = i;
            while (i < Count && Kinds[i] == kind)
                i++;
            if (i > first)
                Trim(first, i, ranges);
            else
                i++;
        }
        return ranges;
    }

    private void Trim(int first, int end, List<TextRange> ranges)
    {
        int start = lines[first].Start,
            stop = lines[end - 1].End;
        while (start < stop && char.IsWhiteSpace(body[start]))
            start++;
        while (stop > start && char.IsWhiteSpace(body[stop - 1]))
            stop--;
        if (stop > start)
            ranges.Add(new TextRange(start, stop - start));
    }
}
