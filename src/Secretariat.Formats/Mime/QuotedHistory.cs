namespace Secretariat.Formats.Mime;

/// <summary>Marks the lines of a body that repeat earlier mail.</summary>
internal sealed class QuotedHistory(BodyLines text, NewTextRules rules)
{
    private const int MaxIntroductionLines = 4;
    private const int MaxHeaderLines = 12;

    public void Mark()
    {
        for (var i = 0; i < text.Count; i++)
        {
            if (text.Kinds[i] is LineKind.Quoted || text.IsBlank(i))
                continue;
            if (text.IsMarked(i))
                text.Kinds[i] = LineKind.Quoted;
            else if (IntroductionLength(i) is > 0 and var introduction)
                MarkIntroduced(i, introduction);
            else if (IsDivider(i) || HasHeaderBlock(i))
            {
                text.MarkFrom(i, text.Count, LineKind.Quoted);
                return;
            }
        }
        FillGaps();
    }

    /// <summary>
    /// After "On … wrote:" either the marked lines are quoted, and answers may stand between them, or all that follows is, unless then
    /// nothing would be left of the sender's own.
    /// </summary>
    private void MarkIntroduced(int index, int length)
    {
        var next = text.NextFilled(index + length);
        var isMarked = next < text.Count && text.IsMarked(next);
        var opens = text.NextFilled(0) == index;
        text.MarkFrom(index, isMarked || opens ? next : text.Count, LineKind.Quoted);
    }

    /// <summary>Blank lines between two quoted lines are part of the quotation.</summary>
    private void FillGaps()
    {
        var last = -1;
        for (var i = 0; i < text.Count; i++)
        {
            if (text.Kinds[i] is not LineKind.Quoted)
                continue;
            if (last >= 0 && text.NextFilled(last + 1) >= i)
                text.MarkFrom(last, i, LineKind.Quoted);
            last = i;
        }
    }

    /// <summary>How many lines an introduction such as "On Monday, A. Example wrote:" takes from here, since programs wrap it; 0 for none.</summary>
    private int IntroductionLength(int index)
    {
        for (var last = index; last < Math.Min(text.Count, index + MaxIntroductionLines) && !text.IsBlank(last); last++)
            if (text[last].EndsWith(":") && IsIntroducedBy(index, last) && IsIntroduction(index, last))
                return last - index + 1;
        return 0;
    }

    private bool IsIntroducedBy(int first, int last)
    {
        foreach (var (begin, end) in rules.Introductions)
            if (
                text[first].StartsWith(begin, StringComparison.OrdinalIgnoreCase)
                && text[last].EndsWith(end, StringComparison.OrdinalIgnoreCase)
            )
                return true;
        return false;
    }

    /// <summary>
    /// Marked lines must follow; where none do, the introduction must stand alone and name an address or a time of day, since people too
    /// write "On 5 March the Minister wrote:".
    /// </summary>
    private bool IsIntroduction(int first, int last)
    {
        var next = text.NextFilled(last + 1);
        if (next < text.Count && text.IsMarked(next))
            return true;
        if (first > 0 && !text.IsBlank(first - 1))
            return false;
        for (var i = first; i <= last; i++)
            if (text[i].Contains('@') || HasTime(text[i]))
                return true;
        return false;
    }

    private static bool HasTime(ReadOnlySpan<char> line)
    {
        for (var i = 1; i < line.Length - 1; i++)
            if (line[i] is ':' && char.IsAsciiDigit(line[i - 1]) && char.IsAsciiDigit(line[i + 1]))
                return true;
        return false;
    }

    /// <summary>-----Original Message-----, or a divider that ends in a colon and stands alone.</summary>
    private bool IsDivider(int index)
    {
        var line = text[index];
        var words = line.Trim("-_* ");
        var isDashed = line.StartsWith("--") && words.Length < line.Length;
        if (!isDashed && !line.EndsWith(":"))
            return false;
        foreach (var divider in rules.Dividers)
            if (
                isDashed
                    ? words.StartsWith(divider, StringComparison.OrdinalIgnoreCase)
                    : divider.EndsWith(':') && words.Equals(divider, StringComparison.OrdinalIgnoreCase)
            )
                return true;
        return false;
    }

    /// <summary>A block of copied header fields, with or without the line of underscores above it: the sender and two more.</summary>
    private bool HasHeaderBlock(int index)
    {
        var line = text[index];
        if (line.Length > 4 && line.IndexOfAnyExcept("_-") < 0)
            index = text.NextFilled(index + 1);
        if (index >= text.Count || FieldOf(text[index]) is Field.None)
            return false;
        var hasSender = false;
        var others = 0;
        for (var i = index; i < Math.Min(text.Count, index + MaxHeaderLines) && (!text.IsBlank(i) || i == index + 1); i++)
        {
            var field = FieldOf(text[i]);
            hasSender |= field is Field.Sender;
            others += field is Field.Other ? 1 : 0;
        }
        return hasSender && others >= 2;
    }

    private enum Field
    {
        None,
        Sender,
        Other,
    }

    private Field FieldOf(ReadOnlySpan<char> line)
    {
        line = line.TrimStart("*> ");
        var colon = line.IndexOf(':');
        if (colon is <= 0 or > 30)
            return Field.None;
        var name = line[..colon].TrimEnd("* \u00A0");
        return Names(rules.SenderFields, name) ? Field.Sender
            : Names(rules.OtherFields, name) ? Field.Other
            : Field.None;
    }

    private static bool Names(IReadOnlyList<string> fields, ReadOnlySpan<char> name)
    {
        foreach (var field in fields)
            if (name.Equals(field, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }
}
