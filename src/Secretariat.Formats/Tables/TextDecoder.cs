using System.Text;

namespace Secretariat.Formats.Tables;

/// <summary>Text of a file that does not say in which charset it is: by its byte order mark, as UTF-16 or UTF-8 where it can be, else by the letters that result.</summary>
internal static class TextDecoder
{
    private const int SampleBytes = 64 * 1024;
    private const char EndOfDosFile = '\u001A';
    private const char Mark = '\uFEFF';

    private static readonly Encoding Utf8 = Charsets.Named("utf-8")!;
    private static readonly Encoding BigEndian = Charsets.Named("utf-16be")!;

    private static readonly string[] Markup = ["<!doctype", "<html", "<table", "<?xml", "{\\rtf", "%pdf"];

    /// <summary>The text without its byte order mark, the charset by its IANA name, and whether it can hardly be another.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="asked">The charset that somebody knows it to be in; null, or one that is not known: by what stands in it.</param>
    public static (string Text, string Name, bool IsSure) Decode(ReadOnlySpan<byte> bytes, string? asked)
    {
        var (encoding, name, isSure) = Charsets.Named(asked) is { } known ? (known, asked!, true) : Find(bytes);
        var text = encoding.GetString(bytes).TrimStart(Mark).TrimEnd(EndOfDosFile);
        if (string.IsNullOrWhiteSpace(text))
            throw new UnreadableException(Sentence.Of("There is nothing in it: save the list again."));
        if (text.AsSpan(0, Math.Min(text.Length, 200)).TrimStart() is var start)
        {
            foreach (var sign in Markup)
            {
                if (start.StartsWith(sign, StringComparison.OrdinalIgnoreCase))
                    throw new UnreadableException(
                        Sentence.Of("It is a page or document and no list: save it as CSV or as a workbook (.xlsx).")
                    );
            }
        }

        return (text, name, isSure);
    }

    private static (Encoding Encoding, string Name, bool IsSure) Find(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            return (Utf8, "utf-8", true);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return (Encoding.Unicode, "utf-16le", true);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return (BigEndian, "utf-16be", true);
        if (FindUtf16(bytes) is { } wide)
            return (wide, wide.Equals(BigEndian) ? "utf-16be" : "utf-16le", true);
        RefuseBinary(bytes);
        if (IsMostlyUtf8(bytes))
            return (Utf8, "utf-8", true);
        return CharsetGuess.Of(bytes);
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
            throw new UnreadableException(
                Sentence.Of("It is neither text nor a workbook: save the list as CSV or as a workbook (.xlsx).")
            );
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
