namespace Secretariat.Formats.Mime;

/// <summary>Marks the lines of a body that repeat earlier mail.</summary>
internal sealed class QuotedHistory(BodyLines text, NewTextPhrases phrases)
{
    private readonly IntroductionLines introductions = new(text, phrases);
    private readonly HeaderBlocks headers = new(text, phrases);

    public void Mark()
    {
        for (var i = 0; i < text.Count; i = Math.Max(i + 1, MarkAt(i))) { }
        KeepWhatNothingIntroduces();
        FillGaps();
    }

    /// <summary>Marks what begins at the line, and says where to go on.</summary>
    private int MarkAt(int index)
    {
        if (text.IsBlank(index))
            return index + 1;
        if (text.IsMarked(index))
            return MarkLine(index);
        if (introductions.LengthAt(index) is > 0 and var introduction)
            return MarkIntroduced(index, introduction);
        if (DividerLength(index) is > 0 and var divider)
            return MarkBelow(index, headers.EndOf(text.NextFilled(index + divider)) is > 0 and var end ? end : index + divider);
        return headers.EndOf(index) is > 0 and var endOfHeader && !IsCopied(index)
            ? MarkBelow(index, endOfHeader)
            : MarkInitials(index);
    }

    /// <summary>A single line such as "> 50 persons" right below a line of text is no quotation.</summary>
    private int MarkLine(int index)
    {
        var isAlone = (index is 0 || !text.IsMarked(index - 1)) && (index + 1 == text.Count || !text.IsMarked(index + 1));
        var isGlued = index > 0 && !text.IsBlank(index - 1) && text.Kinds[index - 1] is LineKind.New;
        var words = text[index].TrimStart("> ");
        if (!(isAlone && isGlued && words.Length > 0 && char.IsAsciiDigit(words[0])))
            text.Kinds[index] = LineKind.Quoted;
        return index + 1;
    }

    /// <summary>
    /// After "On … wrote:" either the marked lines are quoted, and answers may stand between them, or all that follows is. Where nothing
    /// stands above, unmarked lines may be the answer: they count as new.
    /// </summary>
    private int MarkIntroduced(int index, int length)
    {
        var next = text.NextFilled(index + length);
        if (next < text.Count && text.IsMarked(next))
            text.MarkFrom(index, next, LineKind.Quoted);
        else if (next < text.Count && text[next].StartsWith("|"))
            text.MarkFrom(index, next = EndOfBars(next), LineKind.Quoted);
        else if (text.HasNewAbove(index))
            text.MarkFrom(index, next = text.Count, LineKind.Quoted);
        else if (introductions.HasAddress(index, length))
            text.MarkFrom(index, index + length, LineKind.Quoted);
        return next;
    }

    private int EndOfBars(int index)
    {
        while (index < text.Count && text[index].StartsWith("|"))
            index++;
        return index;
    }

    /// <summary>Below a divider or header the marked lines are quoted, or all down to where the program says that the earlier mail ends, or all.</summary>
    private int MarkBelow(int index, int end)
    {
        var next = text.NextFilled(end);
        if (next == text.Count || !text.IsMarked(next))
            next = EndOfForwarded(next);
        text.MarkFrom(index, next, LineKind.Quoted);
        return next;
    }

    private int EndOfForwarded(int index)
    {
        for (; index < text.Count; index++)
            if (text[index].StartsWith("---") && NewTextPhrases.IsEnd(FoldedLine.Of(text[index].Trim("- "))))
                return index + 1;
        return index;
    }

    /// <summary>A header right below a line that ends in a colon was copied by the sender.</summary>
    private bool IsCopied(int index) => index > 0 && text[index - 1].EndsWith(":");

    /// <summary>-----Original Message-----, or a line that says it with a colon and stands alone; 0 for none.</summary>
    private int DividerLength(int index)
    {
        var line = text[index];
        if (line.StartsWith("---") || line.StartsWith("___") || line.StartsWith("==="))
            return phrases.IsDivider(FoldedLine.Of(line.Trim("-_=*< "))) ? 1 : 0;
        return line.EndsWith(":") && phrases.IsStandingDivider(text.Folded(index)) ? 1 : 0;
    }

    /// <summary>Two lines or more behind the initials of who wrote them: "AE> Please reply."</summary>
    private int MarkInitials(int index)
    {
        var mark = text[index].IndexOf('>');
        if (mark is < 1 or > 3 || text[index][..mark].ContainsAnyExceptInRange('A', 'Z'))
            return index + 1;
        var initials = text[index][..(mark + 1)];
        var end = index + 1;
        while (end < text.Count && text[end].StartsWith(initials))
            end++;
        if (end > index + 1)
            text.MarkFrom(index, end, LineKind.Quoted);
        return end;
    }

    /// <summary>Where every line is marked and nothing says who wrote them, the sender may have written among the marks.</summary>
    private void KeepWhatNothingIntroduces()
    {
        var first = text.NextFilled(0);
        if (first == text.Count || text.HasNewAbove(text.Count) || !text.IsMarked(first))
            return;
        for (var i = first; i < text.Count; i++)
            if (!text.IsBlank(i) && (!text.IsMarked(i) || text[i].EndsWith(":") || headers.IsField(i)))
                return;
        text.MarkFrom(0, text.Count, LineKind.New);
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
}
