namespace Secretariat.Formats.Mime;

/// <summary>
/// Marks the signature at the end of the sender's own words: behind "-- " (RFC 3676 section 4.3), a closing formula, or a line a device
/// added; with the warnings below it, and without a postscript or an annex.
/// </summary>
internal sealed class SignatureBlock(BodyLines text, NewTextPhrases phrases)
{
    private const int MaxLines = 200;
    private const int MaxPostscriptLines = 12;
    private const int MaxAnnexLines = 60;

    /// <summary>Where the last stretch of the sender's lines is signature alone, below a quotation, the one above it may end in one too.</summary>
    public void Mark()
    {
        var end = text.Count;
        do
        {
            while (end > 0 && (text.Kinds[end - 1] is not LineKind.New || text.IsBlank(end - 1)))
                end--;
            var first = end;
            while (first > 0 && text.Kinds[first - 1] is LineKind.New && end - first < MaxLines)
                first--;
            if (first == end || !MarkIn(first, end))
                return;
            end = first;
        } while (!HasNew(end, text.Count));
    }

    private bool MarkIn(int first, int end)
    {
        for (var i = end - 1; i >= Math.Max(first + 1, end - MaxAnnexLines); i--)
            if (IsAddition(i, end) && MarkUpTo(first, i))
                return true;
        return MarkUpTo(first, end);
    }

    /// <summary>A postscript, or an annex of which something follows.</summary>
    private bool IsAddition(int index, int end)
    {
        var line = text.Folded(index);
        return end - index <= MaxPostscriptLines && phrases.IsPostscript(line)
            || NewTextPhrases.IsAnnex(line) && text.NextFilled(index + 1) < end;
    }

    private bool MarkUpTo(int first, int end)
    {
        while (end > first && text.IsBlank(end - 1))
            end--;
        if (new SignatureSearch(text, phrases, first, end).Start() is not { } start)
            return false;
        text.MarkFrom(start, end, LineKind.Signature);
        return true;
    }

    private bool HasNew(int first, int end)
    {
        for (var i = first; i < end; i++)
            if (text.Kinds[i] is LineKind.New && !text.IsBlank(i))
                return true;
        return false;
    }
}
