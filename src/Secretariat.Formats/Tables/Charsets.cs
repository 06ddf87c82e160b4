using System.Text;

namespace Secretariat.Formats.Tables;

/// <summary>The charsets that lists are read in.</summary>
internal static class Charsets
{
    /// <summary>Those that are told by the letters that result, the likelier ones first.</summary>
    public static readonly Charset[] Guessed =
    [
        new(1252, "windows-1252", Languages.Western, 0.6),
        new(28605, "iso-8859-15", Languages.Western, 0.3),
        new(1250, "windows-1250", Languages.Central, 0.4),
        new(28592, "iso-8859-2", Languages.Central, 0.3),
        new(1257, "windows-1257", Languages.Baltic, 0.3),
        new(28603, "iso-8859-13", Languages.Baltic, 0.2),
        new(28594, "iso-8859-4", Languages.Baltic, 0.1),
        new(1254, "windows-1254", Languages.Turkish, 0.2),
        new(28593, "iso-8859-3", Languages.Maltese, 0),
        new(1253, "windows-1253", Languages.Greek, 0.4),
        new(28597, "iso-8859-7", Languages.Greek, 0.3),
        new(737, "ibm737", Languages.Greek, -0.5),
        new(1251, "windows-1251", Languages.Cyrillic, 0.4),
        new(28595, "iso-8859-5", Languages.Cyrillic, 0.3),
        new(20866, "koi8-r", Languages.Cyrillic, 0),
        new(866, "ibm866", Languages.Cyrillic, -0.5),
        new(1256, "windows-1256", Languages.Arabic, 0.2),
        new(28596, "iso-8859-6", Languages.Arabic, 0.1),
        new(720, "ibm720", Languages.Arabic, -0.6),
        new(1255, "windows-1255", Languages.Hebrew, 0.2),
        new(874, "windows-874", Languages.Thai, 0),
        new(949, "euc-kr", [Common(949, 0xB0, 0xC8)], -0.6),
        new(932, "shift_jis", [Common(932, 0x82, 0x97)], -0.7),
        new(54936, "gb18030", [Common(54936, 0xB0, 0xD7)], -0.8),
        new(850, "ibm850", Languages.Western, -0.5),
        new(852, "ibm852", Languages.Central, -0.5),
        new(10000, "macintosh", Languages.Western, -0.6),
    ];

    private static readonly (string Name, Encoding Encoding)[] Unicode =
    [
        ("utf-8", new UTF8Encoding(false)),
        ("utf-16le", Encoding.Unicode),
        ("utf-16be", new UnicodeEncoding(bigEndian: true, byteOrderMark: false)),
    ];

    public static IEnumerable<string> Names => Unicode.Select(u => u.Name).Concat(Guessed.Select(c => c.Name));

    /// <summary>The charset of that name; null where it is none of these.</summary>
    public static Encoding? Named(string? name) =>
        Array.Find(Unicode, u => u.Name == name).Encoding ?? Array.Find(Guessed, c => c.Name == name)?.Encoding;

    /// <summary>The letters in the rows that their standards give to the common ones (KS X 1001, JIS X 0208 with its kana, GB 2312).</summary>
    private static string Common(int codePage, byte firstRow, byte lastRow)
    {
        var bytes = new List<byte>();
        for (var row = (int)firstRow; row <= lastRow; row++)
        for (var cell = 0x40; cell <= 0xFE; cell++)
            bytes.AddRange(cell is 0x7F || IsBeforeRow(codePage, cell) ? [] : [(byte)row, (byte)cell]);
        var text = CodePagesEncodingProvider.Instance.GetEncoding(codePage)!.GetString([.. bytes]);
        return string.Concat(text.Where(char.IsLetter).Select(char.ToLowerInvariant).Distinct());
    }

    /// <summary>Only Shift JIS has the letters of its standard below A1, too.</summary>
    private static bool IsBeforeRow(int codePage, int cell) => codePage is not 932 && cell < 0xA1;
}
