using System.Text;

namespace Secretariat.Formats.Mime;

/// <summary>What mail calls its character sets.</summary>
internal static class CharsetNames
{
    /// <summary>Names that .NET does not know, or knows in a narrower sense than mail does: the browsers' table (WHATWG Encoding) reads Latin-1 as Windows-1252 and so on.</summary>
    public static readonly Dictionary<string, int> CodePages = new(StringComparer.OrdinalIgnoreCase)
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

    /// <summary>Names of UTF-8.</summary>
    public static readonly HashSet<string> Utf8 = new(StringComparer.OrdinalIgnoreCase)
    {
        "utf-8",
        "utf8",
        "utf-8n",
        "cp65001",
        "unicode-1-1-utf-8",
    };

    /// <summary>Names that promise less than what follows them in practice, so that the bytes themselves are asked.</summary>
    public static readonly HashSet<string> Empty = new(StringComparer.OrdinalIgnoreCase)
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

    /// <summary>Charsets read by tables of our own.</summary>
    public static readonly Dictionary<string, Encoding> Own = new(StringComparer.OrdinalIgnoreCase)
    {
        ["iso-8859-10"] = SingleByteCharset.Latin6,
        ["latin6"] = SingleByteCharset.Latin6,
        ["iso-8859-14"] = SingleByteCharset.Latin8,
        ["latin8"] = SingleByteCharset.Latin8,
        ["iso-8859-16"] = SingleByteCharset.Latin10,
        ["latin10"] = SingleByteCharset.Latin10,
    };
}
