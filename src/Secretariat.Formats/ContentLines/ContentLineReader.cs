using System.Buffers;
using System.Text;
using Secretariat.Formats.Mime;

namespace Secretariat.Formats.ContentLines;

/// <summary>
/// The lines of a card or calendar with their folds undone (RFC 6350 section 3.2, RFC 5545 section 3.1), as bytes, so that a character
/// that was cut by a fold becomes whole again. Line ends may be CRLF, LF or CR; what is no content line is passed over. A copy reads ahead.
/// </summary>
internal ref struct ContentLineReader
{
    /// <summary>Longest unfolded line in bytes; what a folded one has beyond it is left out, a plain one that long is cut.</summary>
    public const int MaxLength = 64 * 1024;

    public static readonly SearchValues<byte> NameBytes = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"u8
    );

    private readonly ReadOnlySpan<byte> bytes;
    private readonly bool isDecoded;
    private byte[] buffer = [];
    private int length;
    private int at;
    private int taken;

    private ContentLineReader(ReadOnlySpan<byte> bytes, bool isDecoded)
    {
        this.bytes = bytes;
        this.isDecoded = isDecoded;
    }

    /// <summary>Whether the blank after a fold belongs to the text, as in vCard 2.1 (section 2.1.3).</summary>
    public bool KeepsBlank { get; set; }

    /// <summary>Where in the file the last line read begins, counted from 1.</summary>
    public int Number { get; private set; }

    /// <summary>How many content lines were read.</summary>
    public int Count { get; private set; }

    /// <summary>Reads bytes; UTF-16 is known by its byte order mark or by the zeros in its first characters.</summary>
    public static ContentLineReader Of(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            [0xEF, 0xBB, 0xBF, .. var rest] => new ContentLineReader(rest, isDecoded: false),
            [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => Of(Charsets.Decode(bytes, null, out _)),
            [> 0, 0, > 0, 0, ..] => Of(Encoding.Unicode.GetString(bytes)),
            [0, > 0, 0, > 0, ..] => Of(Encoding.BigEndianUnicode.GetString(bytes)),
            _ => new ContentLineReader(bytes, isDecoded: false),
        };

    public static ContentLineReader Of(string text) =>
        new(Encoding.UTF8.GetBytes(text.StartsWith('\uFEFF') ? text[1..] : text), isDecoded: true);

    public bool TryRead(out ContentLine line)
    {
        while (at < bytes.Length)
        {
            Number = taken + 1;
            if (!ContentLine.TryParse(Unfold(Take()), isDecoded, out line))
                continue;
            Count++;
            return true;
        }
        line = default;
        return false;
    }

    private ReadOnlySpan<byte> Unfold(ReadOnlySpan<byte> first)
    {
        var isQuotedPrintable = EndsSoftly(first) && IsQuotedPrintable(first);
        if (!isQuotedPrintable && !IsFolded())
            return first[..Math.Min(first.Length, MaxLength)];
        length = 0;
        for (var piece = first; ; )
        {
            if (isQuotedPrintable && EndsSoftly(piece) && !IsDelimiter())
            {
                Append(piece.TrimEnd(" \t"u8)[..^1]);
                piece = Take();
                continue;
            }
            Append(piece);
            if (!IsFolded())
                return buffer.AsSpan(0, length);
            piece = Take();
            piece = KeepsBlank ? piece : piece[1..];
        }
    }

    private readonly bool IsFolded() => at < bytes.Length && bytes[at] is (byte)' ' or (byte)'\t';

    /// <summary>A soft line break of quoted-printable (RFC 2045 section 6.7), which needs no fold in vCard 2.1.</summary>
    private static bool EndsSoftly(ReadOnlySpan<byte> line) => line.TrimEnd(" \t"u8) is [.., (byte)'='];

    private static bool IsQuotedPrintable(ReadOnlySpan<byte> line)
    {
        var colon = line.IndexOf((byte)':');
        var head = Encoding.Latin1.GetString(colon < 0 ? line : line[..colon]);
        return head.Contains("QUOTED-PRINTABLE", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether a card or component begins or ends here: no soft break may swallow that.</summary>
    private readonly bool IsDelimiter()
    {
        var rest = bytes[at..];
        return rest.IsEmpty
            || (rest.Length > 4 && Ascii.EqualsIgnoreCase(rest[..4], "END:"u8))
            || (rest.Length > 6 && Ascii.EqualsIgnoreCase(rest[..6], "BEGIN:"u8));
    }

    private void Append(ReadOnlySpan<byte> piece)
    {
        piece = piece[..Math.Min(piece.Length, MaxLength - length)];
        if (buffer.Length < length + piece.Length)
            Array.Resize(ref buffer, Math.Max(length + piece.Length, buffer.Length * 2));
        piece.CopyTo(buffer.AsSpan(length));
        length += piece.Length;
    }

    private ReadOnlySpan<byte> Take()
    {
        var line = Lines.Content(bytes, at);
        at = Lines.Next(bytes, at + line.Length);
        // CR CR LF: a line end that was converted twice.
        if (bytes[at - 1] is (byte)'\r' && bytes[at..].StartsWith("\r\n"u8))
            at += 2;
        taken++;
        return line;
    }
}
