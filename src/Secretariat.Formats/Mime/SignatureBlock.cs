namespace Secretariat.Formats.Mime;

/// <summary>Marks the signature at the end of the sender's own words: behind "-- " (RFC 3676 section 4.3), a closing formula, or a line a device added.</summary>
internal sealed class SignatureBlock(BodyLines text, NewTextRules rules)
{
    private const int MaxDashedLines = 25;
    private const int MaxClosedLines = 12;
    private const int MaxLineLength = 120;

    /// <summary>The first line of the signature, or null.</summary>
    public int? Mark()
    {
        var end = text.Count;
        while (end > 0 && (text.Kinds[end - 1] is LineKind.Quoted || text.IsBlank(end - 1)))
            end--;
        var first = end;
        while (first > 0 && text.Kinds[first - 1] is LineKind.New && end - first < 200)
            first--;
        if (Find(first, end) is not { } start)
            return null;
        text.MarkFrom(start, end, LineKind.Signature);
        return start;
    }

    private int? Find(int first, int end)
    {
        var filled = 0;
        int? device = null;
        var hasProse = false;
        for (var i = end - 1; i >= first; i--)
        {
            if (text.IsBlank(i))
                continue;
            if (text[i] is "--" or "—" or "__" && filled > 0 && filled <= MaxDashedLines)
            {
                // RFC 3676 section 4.3: the dashes part text and signature and belong to neither.
                text.Kinds[i] = LineKind.Separator;
                return text.NextFilled(i + 1);
            }
            if (filled is 0 && IsDeviceLine(i))
                device = i;
            else if (filled <= MaxClosedLines && !hasProse && IsClosing(i))
                return filled > 0 ? i : device;
            hasProse |= device != i && IsProse(text[i]);
            if (text[i].Length > MaxLineLength || ++filled > MaxDashedLines)
                break;
        }
        return device;
    }

    /// <summary>A sentence or a wrapped line of one: what follows "Thank you." is then no name and address.</summary>
    private static bool IsProse(ReadOnlySpan<char> line)
    {
        var words = line.Count(' ') + 1;
        var isSentence = words >= 4 && line[^1] is '.' or '!' or '?';
        return isSentence || words >= 8 && !line.ContainsAny("|@") && !line.ContainsAnyInRange('0', '9');
    }

    private bool IsClosing(int index)
    {
        var line = text[index].TrimEnd(",.!;:- ");
        foreach (var closing in rules.Closings)
            if (line.Equals(closing, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    private bool IsDeviceLine(int index)
    {
        foreach (var device in rules.DeviceLines)
            if (text[index].StartsWith(device, StringComparison.OrdinalIgnoreCase) && text[index].Length <= 80)
                return true;
        return false;
    }
}
