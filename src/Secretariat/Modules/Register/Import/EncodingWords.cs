using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Import;

/// <summary>What charsets are for, since hardly anybody knows them by name.</summary>
internal static class EncodingWords
{
    /// <summary>The letters that it holds; null where it holds all.</summary>
    public static string? Script(string encoding) =>
        encoding switch
        {
            "windows-1252" or "iso-8859-15" or "ibm850" or "macintosh" => Text.Key("Western European letters"),
            "windows-1250" or "iso-8859-2" or "ibm852" => Text.Key("Central European letters"),
            "windows-1257" or "iso-8859-13" or "iso-8859-4" => Text.Key("Baltic letters"),
            "windows-1254" => Text.Key("Turkish letters"),
            "iso-8859-3" => Text.Key("Maltese letters"),
            "windows-1253" or "iso-8859-7" or "ibm737" => Text.Key("Greek letters"),
            "windows-1251" or "iso-8859-5" or "koi8-r" or "ibm866" => Text.Key("Cyrillic letters"),
            "windows-1256" or "iso-8859-6" or "ibm720" => Text.Key("Arabic letters"),
            "windows-1255" => Text.Key("Hebrew letters"),
            "windows-874" => Text.Key("Thai letters"),
            "euc-kr" => Text.Key("Korean letters"),
            "shift_jis" => Text.Key("Japanese letters"),
            "gb18030" => Text.Key("Chinese letters"),
            _ => null,
        };
}
