using System.Text;
using Secretariat.Formats.Mime;

namespace Secretariat.Formats.ContentLines;

/// <summary>The parameters of a content line (RFC 6350 section 5, RFC 5545 section 3.2, RFC 6868); a word alone is a type or an encoding (vCard 2.1).</summary>
internal sealed class ContentParameters
{
    private const int MaxCount = 100;

    private readonly List<(string Name, string Value)> written = [];

    private ContentParameters() { }

    /// <summary>The first value of that name in upper case, without quotes; several values are still apart by commas. Null where there is none.</summary>
    public string? this[string name] => written.Find(p => p.Name == name).Value;

    /// <summary>Whether one of the comma-separated values of that name is this one.</summary>
    public bool Has(string name, string value) =>
        written.Exists(p =>
            p.Name == name && p.Value.Split(',', StringSplitOptions.TrimEntries).Contains(value, StringComparer.OrdinalIgnoreCase)
        );

    public static ContentParameters Read(ReadOnlySpan<byte> source)
    {
        var read = new ContentParameters();
        if (source.IsEmpty)
            return read;
        var text = Charsets.DecodeUnlabelled(source);
        var (start, isQuoted) = (0, false);
        for (var i = 0; i <= text.Length && read.written.Count < MaxCount; i++)
        {
            if (i < text.Length && text[i] is '"')
                isQuoted = !isQuoted;
            if (i < text.Length && (text[i] is not ';' || isQuoted))
                continue;
            read.Add(text[start..i]);
            start = i + 1;
        }
        return read;
    }

    private void Add(string piece)
    {
        var equals = piece.IndexOf('=', StringComparison.Ordinal);
        var name = equals < 0 ? NameOf(piece.Trim()) : piece[..equals].Trim().ToUpperInvariant();
        written.Add((name, Decode(piece[(equals + 1)..].Replace("\"", "", StringComparison.Ordinal).Trim())));
    }

    private static string NameOf(string word) =>
        word.ToUpperInvariant() is "QUOTED-PRINTABLE" or "BASE64" or "7BIT" or "8BIT" ? "ENCODING" : "TYPE";

    /// <summary>RFC 6868 section 3: ^n is a line break, ^' a quote, ^^ itself; before anything else it stays.</summary>
    private static string Decode(string value)
    {
        if (!value.Contains('^', StringComparison.Ordinal))
            return value;
        var text = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            var meant = value[i] is '^' && i + 1 < value.Length ? Meant(value[i + 1]) : '\0';
            text.Append(meant is '\0' ? value[i] : meant);
            i += meant is '\0' ? 0 : 1;
        }
        return text.ToString();
    }

    private static char Meant(char c) =>
        c switch
        {
            'n' => '\n',
            '\'' => '"',
            '^' => '^',
            _ => '\0',
        };
}
