using System.Text;

namespace Secretariat.Formats.Mime;

internal enum LineKind
{
    New,
    Quoted,
    Signature,
}

/// <summary>The lines of a body and what each was found to be.</summary>
internal sealed class BodyLines
{
    private readonly string body;
    private readonly List<TextRange> lines = [];
    private int firstNew;

    public BodyLines(string body)
    {
        this.body = body;
        foreach (var range in body.AsSpan().Split('\n'))
        {
            var (start, length) = range.GetOffsetAndLength(body.Length);
            lines.Add(new TextRange(start, length));
        }
        Kinds = new LineKind[lines.Count];
    }

    public LineKind[] Kinds { get; }

    public int Count => lines.Count;

    /// <summary>The line without blanks and marks of direction at either end.</summary>
    public ReadOnlySpan<char> this[int index]
    {
        get
        {
            var line = body.AsSpan(lines[index].Start, lines[index].Length);
            while (!line.IsEmpty && IsNothing(line[0]))
                line = line[1..];
            while (!line.IsEmpty && IsNothing(line[^1]))
                line = line[..^1];
            return line;
        }
    }

    /// <summary>The line as phrases are compared.</summary>
    public string Folded(int index) => FoldedLine.Of(this[index]);

    public bool IsBlank(int index) => this[index].IsEmpty;

    /// <summary>
    /// Whether the line is quoted behind ">". Not so "&gt;= 5", nor ">From" as mailboxes write a line of text that begins with "From".
    /// </summary>
    public bool IsMarked(int index)
    {
        var line = this[index];
        if (line.IsEmpty || line[0] is not '>' || line.StartsWith(">="))
            return false;
        return !line.StartsWith(">From ") || HasMark(index - 1) || HasMark(index + 1);
    }

    /// <summary>Whether the line is "-- " to the letter, the signature's separator of RFC 3676.</summary>
    public bool IsSignatureDashes(int index) => body.AsSpan(lines[index].Start, lines[index].Length).TrimEnd('\r') is "-- ";

    /// <summary>The next line with something on it, or the number of lines.</summary>
    public int NextFilled(int index)
    {
        while (index < Count && IsBlank(index))
            index++;
        return index;
    }

    /// <summary>Several lines as one.</summary>
    public string Joined(int first, int last)
    {
        var joined = new StringBuilder();
        for (var i = first; i <= last && joined.Length <= 2 * FoldedLine.MaxLength; i++)
            joined.Append(this[i]).Append(' ');
        return joined.ToString();
    }

    /// <summary>Whether the sender wrote something above the line. Linear over all calls: lines that are not new stay so.</summary>
    public bool HasNewAbove(int index)
    {
        while (firstNew < index && (Kinds[firstNew] is not LineKind.New || IsBlank(firstNew)))
            firstNew++;
        return firstNew < index;
    }

    /// <summary>Whether anything is quoted.</summary>
    public bool HasHistory => Array.IndexOf(Kinds, LineKind.Quoted) >= 0;

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

    private bool HasMark(int index) => index >= 0 && index < Count && this[index].StartsWith(">");

    private static bool IsNothing(char c) => char.IsWhiteSpace(c) || FoldedLine.IsInvisible(c);
}
