using System.Text;
using System.Text.Unicode;

namespace Secretariat.Formats.Tables;

/// <summary>
/// Text as <see cref="DelimitedWriter"/> writes it, which says by its form that its first line is the header and all others are rows:
/// only the names stand without quotation marks. The least deviation, as any other program leaves one, and it is a list like others.
/// </summary>
internal sealed class WrittenText
{
    private const int LongestGuarded = TableReader.MaxCellCharacters + 1;

    private static readonly byte[] Mark = Encoding.UTF8.GetBytes([DelimitedWriter.Mark]);

    private readonly string text;
    private readonly char delimiter;
    private readonly StringBuilder quoted = new();
    private int at;

    private WrittenText(string text, char delimiter)
    {
        this.text = text;
        this.delimiter = delimiter;
    }

    /// <summary>The delimiter and all rows with the header as the first; null where the file is not of this form.</summary>
    public static (char Delimiter, RawTable Table)? Read(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith(Mark) || !file.EndsWith("\"\r\n"u8) || !Utf8.IsValid(file))
            return null;
        var content = Encoding.UTF8.GetString(file[Mark.Length..]);
        foreach (var candidate in ",\t")
        {
            if (new WrittenText(content, candidate).Read() is { } table)
                return (candidate, table);
        }

        return null;
    }

    private RawTable? Read()
    {
        var table = new RawTable(isWhole: true);
        if (ReadRecord(ReadName) is not { } names)
            return null;
        table.Add(1, names);
        for (var row = 2; at < text.Length; row++)
        {
            if (ReadRecord(ReadQuoted) is not { } cells || cells.Count != names.Count)
                return null;
            table.Add(row, cells);
        }

        return table.Rows.Count > 1 ? table : null;
    }

    private List<string>? ReadRecord(Func<string?> read)
    {
        var cells = new List<string>();
        do
        {
            if (cells.Count == TableReader.MaxColumns || read() is not { } cell)
                return null;
            cells.Add(FormulaGuard.Take(cell));
        } while (Skip(delimiter));

        return Skip('\r') && Skip('\n') ? cells : null;
    }

    private string? ReadName()
    {
        if (at < text.Length && text[at] is '"')
            return ReadQuoted() is { } name && !DelimitedWriter.IsBare(name) ? name : null;
        var length = text.AsSpan(at).IndexOfAny(delimiter, '\r');
        if (length <= 0)
            return null;
        var bare = text.Substring(at, length);
        at += length;
        return DelimitedWriter.IsBare(bare) ? bare : null;
    }

    private string? ReadQuoted()
    {
        if (!Skip('"'))
            return null;
        quoted.Clear();
        while (text.AsSpan(at).IndexOf('"') is >= 0 and var length && quoted.Length + length <= LongestGuarded)
        {
            quoted.Append(text, at, length);
            at += length + 1;
            if (!Skip('"'))
                return quoted.ToString();
            quoted.Append('"');
        }

        return null;
    }

    private bool Skip(char c)
    {
        if (at >= text.Length || text[at] != c)
            return false;
        at++;
        return true;
    }
}
