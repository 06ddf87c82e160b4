namespace Secretariat.Formats.Mime;

/// <summary>Reads the header block of a part (RFC 5322 section 2.2), up to the blank line or the first line that is no field.</summary>
internal sealed class HeaderReader(ReadOnlyMemory<byte> bytes, DelimiterScanner scanner, ReadState state)
{
    private readonly List<MimeHeader> fields = [];
    private int fieldStart = -1;
    private int fieldEnd;
    private int nameLength;
    private int valueStart;

    /// <summary>The place behind a byte order mark, blank lines and the "From " line of an mbox.</summary>
    public static int SkipPrologue(ReadOnlySpan<byte> bytes)
    {
        var at = bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;
        var blank = bytes[at..].IndexOfAnyExcept("\r\n"u8);
        if (blank > 0 && ColonIn(Lines.Content(bytes, at + blank)) > 0)
            at += blank;
        return bytes[at..].StartsWith("From "u8) || bytes[at..].StartsWith(">From "u8) ? Lines.Next(bytes, at) : at;
    }

    /// <summary>The fields; the position moves to where the body begins.</summary>
    public MimeHeaders Read(ref int position)
    {
        var span = bytes.Span;
        while (position < span.Length)
        {
            var line = Lines.Content(span, position);
            if (line.IsEmpty)
            {
                position = Lines.Next(span, position);
                break;
            }
            if (!TakeLine(line, position))
                break;
            position = Lines.Next(span, position);
        }
        Finish();
        return new MimeHeaders(fields);
    }

    private bool TakeLine(ReadOnlySpan<byte> line, int at)
    {
        if (line[0] is (byte)' ' or (byte)'\t')
        {
            fieldEnd = at + line.Length;
            return true;
        }
        if (line[0] is (byte)'-' && scanner.TryMatch(at, out _))
            return false;
        var colon = ColonIn(line);
        if (colon <= 0)
        {
            state.Report(MimeProblem.NoEndOfHeader);
            return false;
        }
        Finish();
        (fieldStart, fieldEnd) = (at, at + line.Length);
        (nameLength, valueStart) = (line[..colon].TrimEnd(" \t"u8).Length, colon + 1);
        return true;
    }

    private void Finish()
    {
        var length = fieldEnd - fieldStart;
        if (fieldStart < 0)
            return;
        if (fields.Count >= state.Limits.MaxHeaders)
            state.Report(MimeProblem.HeadersLeftOut, state.Limits.MaxHeaders);
        else
        {
            if (length > state.Limits.MaxHeaderLength)
                state.Report(MimeProblem.HeaderCut, state.Limits.MaxHeaderLength);
            var kept = Math.Max(valueStart, Math.Min(length, state.Limits.MaxHeaderLength));
            fields.Add(new MimeHeader(bytes.Slice(fieldStart, kept), nameLength, valueStart));
        }
        fieldStart = -1;
    }

    /// <summary>Where the colon behind a field name stands: printable ASCII without blanks (RFC 5322 section 3.6.8), blanks before the colon allowed (section 4.5).</summary>
    private static int ColonIn(ReadOnlySpan<byte> line)
    {
        var colon = line[..Math.Min(line.Length, 200)].IndexOf((byte)':');
        if (colon <= 0)
            return -1;
        var name = line[..colon].TrimEnd(" \t"u8);
        return !name.IsEmpty && name.IndexOfAnyExceptInRange((byte)33, (byte)126) < 0 ? colon : -1;
    }
}
