using System.Text;

namespace Secretariat.Formats.Tables;

/// <summary>Text of a file that does not say in which charset it is: by its byte order mark, as UTF-16 or UTF-8 where it can be, else by the letters that result.</summary>
internal static class TextDecoder
{
    private const int SampleBytes = 64 * 1024;
    private const char EndOfDosFile = '\u001A';

    private static readonly UTF8Encoding Utf8 = new(false);
    private static readonly UnicodeEncoding BigEndian = new(bigEndian: true, byteOrderMark: false);

    private static readonly string[] Markup = ["<!doctype", "<html", "<table", "<?xml", "{\\rtf", "%pdf"];

    /// <summary>The text without its byte order mark, and the charset by its IANA name.</summary>
    public static (string Text, string Name) Decode(ReadOnlySpan<byte> bytes)
    {
        var (encoding, name, mark) = Find(bytes);
        var text = encoding.GetString(bytes[mark..]).TrimEnd(EndOfDosFile);
        if (string.IsNullOrWhiteSpace(text))
            throw new UnreadableException("There is nothing in it: save the list again.");
        if (text.AsSpan(0, Math.Min(text.Length, 200)).TrimStart() is var start)
        {
            foreach (var sign in Markup)
            {
                if (start.StartsWith(sign, StringComparison.OrdinalIgnoreCase))
                    throw new UnreadableException(
                        "It is a page or document and no list: save it as CSV or as a workbook (.xlsx)."
                    );
            }
        }

        return (text, name);
    }

    private static (Encoding Encoding, string Name, int Mark) Find(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            return (Utf8, "utf-8", 3);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return (Encoding.Unicode, "utf-16le", 2);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return (BigEndian, "utf-16be", 2);
        if (FindUtf16(bytes) is { } wide)
            return (wide, wide.Equals(BigEndian) ? "utf-16be" : "utf-16le", 0);
        RefuseBinary(bytes);
        if (IsMostlyUtf8(bytes))
            return (Utf8, "utf-8", 0);
        var (encoding, name) = CharsetGuess.Of(bytes);
        return (encoding, name, 0);
    }

    /// <summary>Delimiters, digits, spaces and line ends have a zero byte before or behind in UTF-16, whatever the script.</summary>
    private static Encoding? FindUtf16(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, SampleBytes)];
        var (even, odd) = (0, 0);
        for (var i = 0; i < sample.Length; i++)
        {
            if (sample[i] is 0)
                _ = i % 2 is 0 ? even++ : odd++;
        }

        var many = sample.Length / 40 + 1;
        if (even + odd < many || bytes.Length % 2 is not 0)
            return null;
        if (even < odd / 20 + 1)
            return Encoding.Unicode;
        return odd < even / 20 + 1 ? BigEndian : null;
    }

    private static void RefuseBinary(ReadOnlySpan<byte> bytes)
    {
        var controls = 0;
        foreach (var b in bytes)
        {
            if (b < ' ' && b is not ((byte)'\t' or (byte)'\r' or (byte)'\n' or 0x0B or 0x0C or (byte)EndOfDosFile))
                controls++;
        }

        if (controls > 2 + bytes.Length / 500)
            throw new UnreadableException("It is neither text nor a workbook: save the list as CSV or as a workbook (.xlsx).");
    }

    /// <summary>A few bytes that are no UTF-8 do not make a text another charset: something was cut or pasted.</summary>
    private static bool IsMostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        if (System.Text.Unicode.Utf8.IsValid(bytes))
            return true;
        var (good, bad) = (0, 0);
        while (!bytes.IsEmpty)
        {
            var plain = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (plain < 0)
                break;
            bytes = bytes[plain..];
            var isGood = Rune.DecodeFromUtf8(bytes, out _, out var length) is System.Buffers.OperationStatus.Done;
            _ = isGood ? good++ : bad++;
            bytes = bytes[length..];
        }

        return good > bad;
    }
}
