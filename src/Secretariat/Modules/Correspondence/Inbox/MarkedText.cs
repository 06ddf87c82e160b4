using Secretariat.Formats.Mime;

namespace Secretariat.Modules.Correspondence.Inbox;

/// <summary>A stretch of a message, divided into pieces that are evidence and pieces that are not.</summary>
public static class MarkedText
{
    public readonly record struct Piece(string Text, bool IsEvidence);

    /// <param name="quotes">The exact words to mark wherever they stand in the body.</param>
    public static IEnumerable<Piece> Of(string body, TextRange range, IReadOnlyCollection<string> quotes)
    {
        var at = range.Start;
        foreach (var mark in Marks(body, range, quotes))
        {
            if (mark.End <= at)
                continue;
            var start = Math.Max(at, mark.Start);
            if (start > at)
                yield return new Piece(body[at..start], false);
            yield return new Piece(body[start..mark.End], true);
            at = mark.End;
        }

        if (at < range.End)
            yield return new Piece(body[at..range.End], false);
    }

    private static IEnumerable<TextRange> Marks(string body, TextRange range, IReadOnlyCollection<string> quotes)
    {
        var marks = new List<TextRange>();
        foreach (var quote in quotes.Where(q => q.Length > 0).Distinct(StringComparer.Ordinal))
        {
            var found = body.IndexOf(quote, StringComparison.Ordinal);
            for (; found >= 0; found = body.IndexOf(quote, found + quote.Length, StringComparison.Ordinal))
            {
                var (start, end) = (Math.Max(found, range.Start), Math.Min(found + quote.Length, range.End));
                if (start < end)
                    marks.Add(new TextRange(start, end - start));
            }
        }

        return marks.OrderBy(m => m.Start);
    }
}
