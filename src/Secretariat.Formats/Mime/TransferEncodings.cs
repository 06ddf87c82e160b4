using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Secretariat.Formats.Mime;

/// <summary>Content transfer encodings (RFC 2045 section 6), tolerant of what does not belong there.</summary>
internal static class TransferEncodings
{
    private static readonly SearchValues<byte> QuotedSpecials = SearchValues.Create("=\r\n"u8);

    public static ReadOnlyMemory<byte> Decode(ReadOnlyMemory<byte> content, string encoding) =>
        encoding switch
        {
            "base64" => Base64(content.Span),
            "quoted-printable" => QuotedPrintable(content.Span),
            "x-uuencode" or "uuencode" or "x-uue" or "uue" => Uuencode.Decode(content.Span),
            _ => content,
        };

    /// <summary>Base64 with anything outside its alphabet skipped; a padding character ends a group, what follows is read on.</summary>
    public static ReadOnlyMemory<byte> Base64(ReadOnlySpan<byte> source)
    {
        var target = new byte[source.Length / 4 * 3 + 3];
        // .NET's own decoder skips blanks and is many times faster; what it refuses is read tolerantly.
        if (System.Buffers.Text.Base64.DecodeFromUtf8(source, target, out _, out var written) != OperationStatus.Done)
            written = TolerantBase64(source, target);
        return target.AsMemory(0, written);
    }

    /// <summary>Quoted-printable (RFC 2045 section 6.7): soft breaks joined, blanks before a line end dropped, a stray "=" kept.</summary>
    public static ReadOnlyMemory<byte> QuotedPrintable(ReadOnlySpan<byte> source)
    {
        var target = new byte[source.Length];
        var length = 0;
        while (!source.IsEmpty)
        {
            var stop = source.IndexOfAny(QuotedSpecials);
            var plain = stop < 0 ? source : source[..stop];
            plain.CopyTo(target.AsSpan(length));
            length += plain.Length;
            if (stop < 0)
                break;
            source = source[stop..];
            if (source[0] is (byte)'=')
                source = source[Escape(source, target, ref length)..];
            else
            {
                while (length > 0 && plain.Length > 0 && target[length - 1] is (byte)' ' or (byte)'\t')
                {
                    length--;
                    plain = plain[..^1];
                }
                target[length++] = source[0];
                source = source[1..];
            }
        }
        return target.AsMemory(0, length);
    }

    /// <summary>
    /// The text of one encoded word, added as bytes; each word stands for itself, padding included. Characters beyond ASCII should have been
    /// encoded and were meant in the charset of the word.
    /// </summary>
    public static void DecodeWord(ReadOnlySpan<char> text, bool isBase64, Encoding charset, ArrayBufferWriter<byte> target)
    {
        var encoding = Ascii.IsValid(text) ? Encoding.Latin1 : charset;
        var source = ArrayPool<byte>.Shared.Rent(encoding.GetMaxByteCount(text.Length));
        var length = encoding.GetBytes(text, source);
        var span = source.AsSpan(0, length);
        if (isBase64)
        {
            var room = target.GetSpan(length / 4 * 3 + 3);
            target.Advance(TolerantBase64(span, room));
        }
        else
        {
            span.Replace((byte)'_', (byte)' ');
            var room = target.GetSpan(length + 1);
            target.Advance(QEncoding(span, room));
        }
        ArrayPool<byte>.Shared.Return(source);
    }

    private static int QEncoding(ReadOnlySpan<byte> source, Span<byte> target)
    {
        var length = 0;
        for (var i = 0; i < source.Length; i++)
        {
            if (source[i] is (byte)'=' && i + 2 < source.Length && Hex(source[i + 1], source[i + 2]) is >= 0 and var value)
            {
                target[length++] = (byte)value;
                i += 2;
            }
            else
                target[length++] = source[i];
        }
        return length;
    }

    /// <summary>Handles what begins with "=" and tells how many bytes were used.</summary>
    private static int Escape(ReadOnlySpan<byte> source, Span<byte> target, ref int length)
    {
        if (source.Length > 2 && Hex(source[1], source[2]) is >= 0 and var value)
        {
            target[length++] = (byte)value;
            return 3;
        }
        var end = 1;
        while (end < source.Length && source[end] is (byte)' ' or (byte)'\t')
            end++;
        if (end == source.Length)
            return end;
        if (source[end] is (byte)'\r')
            return end + 1 < source.Length && source[end + 1] is (byte)'\n' ? end + 2 : end + 1;
        if (source[end] is (byte)'\n')
            return end + 1;
        target[length++] = (byte)'=';
        return 1;
    }

    private static int Hex(byte high, byte low) =>
        char.IsAsciiHexDigit((char)high) && char.IsAsciiHexDigit((char)low) ? Digit(high) << 4 | Digit(low) : -1;

    private static int Digit(byte b) => b <= '9' ? b - '0' : (b | 0x20) - 'a' + 10;

    private static int TolerantBase64(ReadOnlySpan<byte> source, Span<byte> target)
    {
        int length = 0,
            bits = 0,
            count = 0;
        foreach (var b in source)
        {
            var value = Sextet(b);
            if (value < 0)
            {
                if (b is (byte)'=')
                    count = bits = 0;
                continue;
            }
            bits = bits << 6 | value;
            count += 6;
            if (count < 8)
                continue;
            count -= 8;
            target[length++] = (byte)(bits >> count);
            bits &= (1 << count) - 1;
        }
        return length;
    }

    private static int Sextet(byte b) =>
        b switch
        {
            >= (byte)'A' and <= (byte)'Z' => b - 'A',
            >= (byte)'a' and <= (byte)'z' => b - 'a' + 26,
            >= (byte)'0' and <= (byte)'9' => b - '0' + 52,
            (byte)'+' or (byte)'-' => 62,
            (byte)'/' or (byte)'_' => 63,
            _ => -1,
        };
}
