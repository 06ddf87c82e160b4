using Secretariat.Formats.Mime;

namespace Secretariat.Modules.Correspondence.Inbox;

/// <summary>A body with the words in it that are evidence. They are looked for once, however many stretches are shown.</summary>
public sealed class MarkedText
{
    private readonly string body;
    private readonly List<TextRange> marks;

    /// <param name="quotes">The exact words to mark wherever they stand in the body.</param>
    public MarkedText(string body, IEnumerable<string> quotes)
    {
        this.body = body;
        var found = quotes.Where(q => q.Length > 0).Distinct(StringComparer.Ordinal).SelectMany(q => PlacesOf(body, q));
        marks = Merge(found.OrderBy(m => m.Start));
    }

    public readonly record struct Piece(string Text, bool IsEvidence);

    /// <summary>A stretch, divided into pieces that are evidence and pieces that are not.</summary>
    public IEnumerable<Piece> In(TextRange range)
    {
        var at = range.Start;
        for (var i = FirstBehind(at); i < marks.Count && marks[i].Start < range.End; i++)
        {
            var (start, end) = (Math.Max(at, marks[i].Start), Math.Min(marks[i].End, range.End));
            if (start > at)
                yield return new Piece(body[at..start], false);
            yield return new Piece(body[start..end], true);
            at = end;
        }

        if (at < range.End)
            yield return new Piece(body[at..range.End], false);
    }

    private static IEnumerable<TextRange> PlacesOf(string body, string quote)
    {
        var found = body.IndexOf(quote, StringComparison.Ordinal);
        for (; found >= 0; found = body.IndexOf(quote, found + quote.Length, StringComparison.Ordinal))
            yield return new TextRange(found, quote.Length);
    }

    private static List<TextRange> Merge(IEnumerable<TextRange> sorted)
    {
        var merged = new List<TextRange>();
        foreach (var mark in sorted)
        {
            if (merged.Count > 0 && merged[^1] is var last && mark.Start < last.End)
                merged[^1] = new TextRange(last.Start, Math.Max(last.End, mark.End) - last.Start);
            else
                merged.Add(mark);
        }

        return merged;
    }

    /// <summary>The first mark that ends behind a place; marks are in order and do not overlap.</summary>
    private int FirstBehind(int place)
    {
        var (low, high) = (0, marks.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = marks[middle].End > place ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
