namespace Secretariat.Formats.Mime;

/// <summary>Header fields as programs copy them above an earlier message.</summary>
internal sealed class HeaderBlocks(BodyLines text, NewTextPhrases phrases)
{
    private const int MaxName = 30;
    private const int MaxLinesBetweenFields = 8;
    private const int MaxLines = 40;
    private readonly Field[] fields = new Field[text.Count];

    private enum Field : byte
    {
        NotRead,
        None,
        Other,
        Subject,
        Sender,
    }

    public bool IsField(int index) => FieldAt(index) is not Field.None;

    /// <summary>Where a block that begins at the line ends, or 0 for none: the sender and two more fields. A line drawn above belongs to it.</summary>
    public int EndOf(int index)
    {
        if (index < text.Count && text[index].Length > 4 && text[index].IndexOfAnyExcept("_-") < 0)
            index = text.NextFilled(index + 1);
        if (index >= text.Count || FieldAt(index) is Field.None)
            return 0;
        var (senders, others, last) = (0, 0, index);
        for (var i = index; i < Math.Min(text.Count, index + MaxLines) && i - last <= MaxLinesBetweenFields; i++)
        {
            // Some programs leave a line empty between the fields; any other empty line ends the block.
            if (text.IsBlank(i) && text.NextFilled(i) is var next && (next == text.Count || FieldAt(next) is Field.None))
                break;
            var field = FieldAt(i);
            senders += field is Field.Sender ? 1 : 0;
            others += field is Field.Other or Field.Subject ? 1 : 0;
            last = field is Field.None ? last : i;
        }
        return senders > 0 && others >= 2 && EndOfValue(last) is var end && IsByProgram(index, end) ? end : 0;
    }

    /// <summary>
    /// The sender has an address, or there are a subject and a moment. A person who heads a letter with "To" and "From", or says from when
    /// to when a meeting lasts, hardly writes so.
    /// </summary>
    private bool IsByProgram(int index, int end)
    {
        var (field, hasSubject, hasMoment) = (Field.None, false, false);
        for (; index < end; index++)
        {
            field = FieldAt(index) is Field.None ? field : FieldAt(index);
            if (field is Field.Sender && LineEvidence.HasAddress(text[index]))
                return true;
            hasSubject |= field is Field.Subject;
            hasMoment |= field is Field.Other && LineEvidence.HasMoment(text.Folded(index));
        }
        return hasSubject && hasMoment;
    }

    /// <summary>A long value goes on over the next lines, down to an empty one.</summary>
    private int EndOfValue(int last)
    {
        var end = last + 1;
        while (end < text.Count && !text.IsBlank(end) && end - last <= MaxLinesBetweenFields && !text.IsMarked(end))
            end++;
        return end;
    }

    private Field FieldAt(int index)
    {
        if (fields[index] is Field.NotRead)
            fields[index] = Read(text[index]);
        return fields[index];
    }

    private Field Read(ReadOnlySpan<char> line)
    {
        line = line.TrimStart("*> |");
        var colon = line.IndexOfAny(':', '：');
        if (colon <= 0 || colon > MaxName)
            return Field.None;
        var name = FoldedLine.Of(line[..colon]);
        return phrases.IsSender(name) ? Field.Sender
            : phrases.IsSubject(name) ? Field.Subject
            : phrases.IsField(name) ? Field.Other
            : Field.None;
    }
}
