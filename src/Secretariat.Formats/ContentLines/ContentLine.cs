using System.Text;
using Secretariat.Formats.Mime;

namespace Secretariat.Formats.ContentLines;

/// <summary>One unfolded line of a card or calendar, <c>group.NAME;PARAMETER=value:value</c> (RFC 6350 section 3.3, RFC 5545 section 3.1).</summary>
internal readonly ref struct ContentLine
{
    private const int MaxName = 60;

    private readonly ReadOnlySpan<byte> parameters;
    private readonly ReadOnlySpan<byte> value;
    private readonly bool isDecoded;

    private ContentLine(string name, ReadOnlySpan<byte> parameters, ReadOnlySpan<byte> value, bool isDecoded)
    {
        Name = name;
        this.parameters = parameters;
        this.value = value;
        this.isDecoded = isDecoded;
    }

    /// <summary>The name in upper case, without the group before it.</summary>
    public string Name { get; }

    /// <summary>The value as one word in upper case; empty where it is too long for one.</summary>
    public string Word => value.Length > MaxName ? "" : Charsets.DecodeUnlabelled(value).Trim().ToUpperInvariant();

    /// <param name="line">The unfolded line.</param>
    /// <param name="isDecoded">Whether the source was text already, so that a CHARSET says nothing any more.</param>
    /// <param name="parsed">The line in its pieces.</param>
    public static bool TryParse(ReadOnlySpan<byte> line, bool isDecoded, out ContentLine parsed)
    {
        parsed = default;
        var colon = ColonIn(line);
        if (colon <= 0)
            return false;
        var head = line[..colon];
        var end = head.IndexOf((byte)';');
        var name = (end < 0 ? head : head[..end]).Trim(" \t"u8);
        name = name[(name.LastIndexOf((byte)'.') + 1)..];
        if (name.IsEmpty || name.Length > MaxName || name.ContainsAnyExcept(ContentLineReader.NameBytes))
            return false;
        var rest = end < 0 ? default : head[(end + 1)..];
        parsed = new ContentLine(Encoding.ASCII.GetString(name).ToUpperInvariant(), rest, line[(colon + 1)..], isDecoded);
        return true;
    }

    /// <summary>Parsed anew at each call.</summary>
    public ContentParameters ReadParameters() => ContentParameters.Read(parameters);

    /// <summary>The value as text, escapes still in it. ENCODING and CHARSET are those of vCard 2.1 section 2.1; what claims neither is read as UTF-8 or else as Windows-1252.</summary>
    public string ReadText(ContentParameters parameters)
    {
        var encoding = parameters["ENCODING"]?.ToUpperInvariant();
        if (encoding is "QUOTED-PRINTABLE")
            return Charsets.Decode(TransferEncodings.QuotedPrintable(value).Span, parameters["CHARSET"], out _);
        if (encoding is "BASE64" or "B")
            return Charsets.Decode(TransferEncodings.Base64(value).Span, parameters["CHARSET"], out _);
        return isDecoded ? Charsets.DecodeUnlabelled(value) : Charsets.Decode(value, parameters["CHARSET"], out _);
    }

    /// <summary>The first colon outside quotes; where a quote is never closed, the first colon.</summary>
    private static int ColonIn(ReadOnlySpan<byte> line)
    {
        var isQuoted = false;
        for (var at = 0; line[at..].IndexOfAny((byte)':', (byte)'"') is >= 0 and var next; at++)
        {
            at += next;
            if (line[at] is (byte)'"')
                isQuoted = !isQuoted;
            else if (!isQuoted)
                return at;
        }
        return isQuoted ? line.IndexOf((byte)':') : -1;
    }
}
