using System.Text;

namespace Secretariat.Formats.Mime;

/// <summary>A boundary line, or the end of the bytes (level -1).</summary>
/// <param name="ContentEnd">Where the content before it ends; the line break before a boundary line belongs to the boundary.</param>
/// <param name="LineStart">Where the line begins.</param>
/// <param name="LineEnd">Where the next line begins.</param>
/// <param name="Level">Which open multipart it belongs to, counted from the outermost.</param>
/// <param name="Closes">Whether it ends that multipart.</param>
internal readonly record struct Delimiter(int ContentEnd, int LineStart, int LineEnd, int Level, bool Closes);

/// <summary>Finds the boundary lines of all multiparts that are open at a place.</summary>
internal sealed class DelimiterScanner(ReadOnlyMemory<byte> bytes)
{
    /// <summary>RFC 2046 section 5.1.1 allows 70; some programs write more.</summary>
    public const int MaxBoundary = 250;

    private readonly List<string> open = [];

    /// <summary>The innermost level of each open boundary: a text can hold far more lines in dashes than are compared one by one with all.</summary>
    private readonly Dictionary<string, int> levels = new(StringComparer.Ordinal);

    public int Open(byte[] boundary)
    {
        open.Add(Encoding.Latin1.GetString(boundary));
        return levels[open[^1]] = open.Count - 1;
    }

    public void CloseFrom(int level)
    {
        while (open.Count > level)
        {
            var closed = open[^1];
            open.RemoveAt(open.Count - 1);
            // A multipart may have the boundary of one that it lies in.
            if (open.LastIndexOf(closed) is >= 0 and var outer)
                levels[closed] = outer;
            else
                levels.Remove(closed);
        }
    }

    /// <summary>The next boundary line at or behind a place where a line begins.</summary>
    public Delimiter Find(int start)
    {
        var span = bytes.Span;
        for (var at = start; open.Count > 0 && at < span.Length; )
        {
            var hit = span[at..].IndexOf("--"u8);
            if (hit < 0)
                break;
            at += hit;
            if ((at == start || span[at - 1] is (byte)'\n' or (byte)'\r') && TryMatch(at, out var delimiter))
                return delimiter;
            // Dashes that follow directly stand in the middle of the same line.
            at += span[at..].IndexOfAnyExcept((byte)'-') is >= 0 and var dashes ? dashes : span.Length - at;
        }
        return new Delimiter(span.Length, span.Length, span.Length, -1, Closes: false);
    }

    /// <summary>Whether the line that begins here is a boundary line; trailing blanks do not count, inner multiparts come first.</summary>
    public bool TryMatch(int at, out Delimiter delimiter)
    {
        delimiter = default;
        var rest = bytes.Span[at..];
        if (open.Count is 0 || !rest.StartsWith("--"u8))
            return false;
        var window = rest[..Math.Min(rest.Length, MaxBoundary + 1000)];
        var end = window.IndexOfAny((byte)'\r', (byte)'\n');
        if (end < 0 && window.Length < rest.Length)
            return false;
        var line = window[2..(end < 0 ? window.Length : end)].TrimEnd(" \t"u8);
        var (begins, ends) = (LevelOf(line), line.EndsWith("--"u8) ? LevelOf(line[..^2]) : -1);
        if (Math.Max(begins, ends) is not (>= 0 and var level))
            return false;
        delimiter = new Delimiter(BeforeBreak(at), at, Lines.Next(bytes.Span, at), level, ends > begins);
        return true;
    }

    private int LevelOf(ReadOnlySpan<byte> boundary)
    {
        Span<char> text = stackalloc char[boundary.Length];
        Encoding.Latin1.GetChars(boundary, text);
        return levels.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var level) ? level : -1;
    }

    /// <summary>The boundary of a multipart that does not name it: its first line in dashes, if the same line closes it further down.</summary>
    public byte[]? Guess(int start)
    {
        var span = bytes.Span;
        var first = start + Math.Max(0, span[start..].IndexOfAnyExcept("\r\n"u8));
        if (!span[first..].StartsWith("--"u8))
            return null;
        var line = Lines.Content(span, first).TrimEnd(" \t"u8);
        if (line.Length is < 4 or > MaxBoundary || span[(first + line.Length)..].IndexOf([.. "\n"u8, .. line, .. "--"u8]) < 0)
            return null;
        return line[2..].ToArray();
    }

    private int BeforeBreak(int at)
    {
        var span = bytes.Span;
        if (at > 0 && span[at - 1] is (byte)'\n')
            at--;
        else if (at > 0 && span[at - 1] is (byte)'\r')
            return at - 1;
        return at > 0 && span[at - 1] is (byte)'\r' ? at - 1 : at;
    }
}
