namespace Secretariat.Formats.Mime;

/// <summary>Looks upwards from the end of a stretch of the sender's lines for the line at which a signature begins.</summary>
internal sealed class SignatureSearch(BodyLines text, NewTextPhrases phrases, int first, int end)
{
    private const int MaxDashedLines = 25;
    private const int MaxRuledLines = 10;
    private const int MaxClosedLines = 12;
    private const int MaxNames = 4;
    private const int MinWrappedLine = 45;

    private readonly ClosingLines closings = new(text, phrases);

    /// <summary>The first line that a device added at the end.</summary>
    private int? device;

    /// <summary>The first line of the signature, with the dashes that set it off (RFC 3676 section 4.3); or null.</summary>
    public int? Start()
    {
        var tail = Tail();
        int filled = 0,
            prose = -1;
        int? named = null;
        for (var i = LastFilled(tail); i >= first && filled <= MaxDashedLines; i = LastFilled(i))
        {
            if (IsSeparator(i, filled > 0 || tail < end, filled, prose))
                return i;
            if (
                filled <= MaxClosedLines
                && closings.EndAt(i, tail) is > 0 and var closed
                && (prose < closed || IsOffice(closed, prose, tail))
            )
                return closings.HasName(i) || text.NextFilled(closed) < tail ? WithDashes(i) : named ?? device;
            if (prose < 0 && filled is > 0 and <= MaxClosedLines && OpensWithName(i))
                named = i;
            if (prose < 0 && SignatureLine.IsText(text[i]))
                prose = i;
            filled++;
        }
        return named ?? device;
    }

    /// <summary>"For the Minister:" right below the closing, and a name or two below it; no address, which a person nominated would have.</summary>
    private bool IsOffice(int closed, int heading, int tail)
    {
        if (heading != text.NextFilled(closed) || !text[heading].EndsWith(":") || tail - heading > MaxNames)
            return false;
        for (var i = heading + 1; i < tail; i++)
            if (text[i].Contains('@') || text[i].ContainsAnyInRange('0', '9'))
                return false;
        return text.NextFilled(heading + 1) < tail;
    }

    /// <summary>"-- " always; other dashes and rules where no sentence follows, since people part their letters with them too.</summary>
    private bool IsSeparator(int index, bool partsSomething, int filled, int prose)
    {
        if (!partsSomething || !text.HasNewAbove(index) && !text.HasHistory)
            return false;
        if (text.IsSignatureDashes(index))
            return true;
        if (prose >= 0)
            return false;
        if (SignatureLine.IsDashes(text[index]))
            return true;
        var above = LastFilled(index);
        return filled is > 0 and <= MaxRuledLines
            && SignatureLine.IsRule(text[index])
            && above >= first
            && !text[above].EndsWith(":");
    }

    /// <summary>A first name, and below it the same name in full: "Ann", "Ann Example | Ministry".</summary>
    private bool OpensWithName(int index)
    {
        var name = text[index].TrimEnd(",.");
        var below = text[text.NextFilled(index + 1)];
        return name.Length > 1
            && char.IsUpper(name[0])
            && !name.Contains(' ')
            && text.IsBlank(index + 1)
            && below.StartsWith(name)
            && below.IndexOf(' ') == name.Length
            && SignatureLine.IsName(below[..(below.IndexOfAny("|,/-") is > 0 and var mark ? mark : below.Length)].Trim())
            && index > first
            && text.IsBlank(index - 1)
            && text.HasNewAbove(index);
    }

    private int WithDashes(int closing)
    {
        var above = LastFilled(closing);
        return above > first && SignatureLine.IsDashes(text[above]) ? above : closing;
    }

    /// <summary>Where the lines begin that a device or an organisation adds below the signature.</summary>
    private int Tail()
    {
        for (var tail = end; ; )
        {
            var last = LastFilled(tail);
            if (last < first)
                return tail;
            if (phrases.IsDevice(text.Folded(last)))
                device = tail = last;
            else if (
                SignatureLine.IsLink(text[last])
                && LastFilled(last) is var above
                && above >= first
                && phrases.IsDevice(text.Folded(above))
            )
                device = tail = above;
            else if (
                ParagraphStart(last) is var start
                && start > first
                && phrases.IsDisclaimer(FoldedLine.Of(text.Joined(start, last)))
            )
                tail = start;
            else
                return tail;
        }
    }

    private int LastFilled(int index)
    {
        for (index--; index >= first && text.IsBlank(index); )
            index--;
        return index;
    }

    /// <summary>Up to a line too short to be a wrapped one: a name may stand right above a warning.</summary>
    private int ParagraphStart(int last)
    {
        while (last > first && text[last - 1].Length >= MinWrappedLine)
            last--;
        return last;
    }
}
