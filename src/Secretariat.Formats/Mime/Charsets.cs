using System.Collections.Concurrent;
using System.Text;

namespace Secretariat.Formats.Mime;

/// <summary>Character sets by the names mail uses for them. Decoding never throws: bytes that make no sense become U+FFFD.</summary>
public static class Charsets
{
    private const int MaxName = 60;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);
    private static readonly UTF8Encoding Utf8 = new(false);
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(
        1252
    )!;

    /// <summary>Names that .NET does not know, or knows in a narrower sense than mail does: the browsers' table (WHATWG Encoding) reads Latin-1 as Windows-1252 and so on.</summary>
    private static readonly Dictionary<string, int> CodePages = new(
        StringComparer.OrdinalIgnoreCase
    )
    {
        ["iso-8859-1"] = 1252,
        ["iso8859-1"] = 1252,
        ["iso_8859-1"] = 1252,
        ["latin1"] = 1252,
        ["l1"] = 1252,
        ["cp1252"] = 1252,
        ["windows1252"] = 1252,
        ["iso-8859-9"] = 1254,
        ["iso8859-9"] = 1254,
        ["latin5"] = 1254,
        ["iso-8859-11"] = 874,
        ["tis-620"] = 874,
        ["gb2312"] = 54936,
        ["gbk"] = 54936,
        ["cp936"] = 54936,
        ["x-gbk"] = 54936,
        ["ks_c_5601-1987"] = 949,
        ["euc-kr"] = 949,
        ["cp949"] = 949,
        ["shift-jis"] = 932,
        ["x-sjis"] = 932,
        ["cp932"] = 932,
        ["windows-31j"] = 932,
        ["big5-hkscs"] = 950,
        ["cp1250"] = 1250,
        ["cp1251"] = 1251,
        ["cp1253"] = 1253,
        ["cp1254"] = 1254,
        ["cp1255"] = 1255,
        ["cp1256"] = 1256,
        ["cp1257"] = 1257,
        ["iso8859-2"] = 28592,
        ["iso8859-5"] = 28595,
        ["iso8859-15"] = 28605,
        ["latin9"] = 28605,
        ["iso-8859-8-i"] = 38598,
        ["cp850"] = 850,
        ["cp852"] = 852,
        ["cp866"] = 866,
        ["koi8"] = 20866,
        ["mac"] = 10000,
    };

    private static readonly HashSet<string> Utf8Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "utf-8",
        "utf8",
        "utf-8n",
        "cp65001",
        "unicode-1-1-utf-8",
    };

    /// <summary>Names that promise less than what follows them in practice, so that the bytes themselves are asked.</summary>
    private static readonly HashSet<string> NoNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "us-ascii",
        "ascii",
        "ansi_x3.4-1968",
        "x-unknown",
        "unknown-8bit",
        "unknown",
        "default",
        "binary",
        "8bit",
        "7bit",
        "none",
        "auto",
        "iso-10646",
    };

    private static readonly ConcurrentDictionary<string, Encoding?> Known = new(
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>The encoding of this name, or null when the name is unknown or promises nothing (us-ascii, x-unknown).</summary>
    public static Encoding? Find(string? name)
    {
        name = name?.Trim(' ', '"', '\'');
        if (string.IsNullOrEmpty(name) || name.Length > MaxName || NoNames.Contains(name))
            return null;
        if (Utf8Names.Contains(name))
            return Utf8;
        // Only names that lead somewhere are remembered: a sender must not be able to fill the table.
        if (Known.TryGetValue(name, out var known))
            return known;
        var found = Look(name);
        if (found is not null)
            Known.TryAdd(name, found);
        return found;
    }

    /// <summary>Text of bytes in a named charset; for an unknown name or none, valid UTF-8 is read as such and the rest as Windows-1252. A byte order mark wins over both.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="name">The charset as the message names it, or null.</param>
    /// <param name="isKnown">Whether the name was understood; true where there was none.</param>
    public static string Decode(ReadOnlySpan<byte> bytes, string? name, out bool isKnown)
    {
        isKnown = true;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            return Utf8.GetString(bytes[3..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        if (Find(name) is { } encoding)
            return encoding.GetString(bytes);
        isKnown = string.IsNullOrWhiteSpace(name) || NoNames.Contains(name);
        return DecodeUnlabelled(bytes);
    }

    internal static string DecodeUnlabelled(ReadOnlySpan<byte> bytes)
    {
        if (Ascii.IsValid(bytes))
            return Encoding.Latin1.GetString(bytes);
        return System.Text.Unicode.Utf8.IsValid(bytes)
            ? StrictUtf8.GetString(bytes)
            : Windows1252.GetString(bytes);
    }

    private static Encoding? Look(string name)
    {
        try
        {
            if (CodePages.TryGetValue(name, out var page))
                return CodePagesEncodingProvider.Instance.GetEncoding(page)
                    ?? Encoding.GetEncoding(page);
            // UTF-7 is refused by .NET for good reasons; its text stays readable as ASCII.
            return CodePagesEncodingProvider.Instance.GetEncoding(name)
                ?? Encoding.GetEncoding(name);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
