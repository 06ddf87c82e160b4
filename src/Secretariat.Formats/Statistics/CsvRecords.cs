namespace Secretariat.Formats.Statistics;

/// <summary>The records of a CSV text (RFC 4180), also with another separator; lines may end in CRLF, LF or CR, empty ones are passed over.</summary>
internal sealed class CsvRecords(string text, char separator)
{
    /// <summary>Most fields of a record.</summary>
    public const int MaxFields = 1_000;

    private int at;
    private int line = 1;

    /// <summary>The line of the last record's beginning, counted from 1.</summary>
    public int Line { get; private set; }

    /// <summary>The fields of the next record in the given list, which is emptied before; false at the end.</summary>
    public bool TryRead(List<ReadOnlyMemory<char>> fields)
    {
        fields.Clear();
        while (at < text.Length && text[at] is '\r' or '\n')
            EndLine();
        if (at >= text.Length)
            return false;
        Line = line;
        while (true)
        {
            if (fields.Count == MaxFields)
                throw new InvalidDataException(
                    $"Line {Line} has more than {MaxFields} fields: give only the columns that are needed."
                );
            fields.Add(at < text.Length && text[at] is '"' ? Quoted() : Plain());
            if (at >= text.Length)
                return true;
            if (text[at] != separator)
            {
                EndLine();
                return true;
            }
            at++;
        }
    }

    private void EndLine()
    {
        if (text[at] is '\r' && at + 1 < text.Length && text[at + 1] is '\n')
            at++;
        at++;
        line++;
    }

    private ReadOnlyMemory<char> Plain()
    {
        var length = text.AsSpan(at).IndexOfAny(separator, '\r', '\n');
        var field = text.AsMemory(at, length < 0 ? text.Length - at : length);
        at += field.Length;
        return field;
    }

    private ReadOnlyMemory<char> Quoted()
    {
        var start = at + 1;
        var isDoubled = false;
        for (at = start; ; at += 2)
        {
            var next = text.AsSpan(Math.Min(at, text.Length)).IndexOf('"');
            if (next < 0)
                throw new InvalidDataException(
                    $"A quotation mark in line {Line} is never closed: close it, or double it if it belongs to the text."
                );
            at += next;
            if (at + 1 >= text.Length || text[at + 1] is not '"')
                break;
            isDoubled = true;
        }
        var field = text.AsMemory(start, at - start);
        line += field.Span.Count('\n');
        at++;
        // Whatever stands between the closing mark and the separator is no part of the field.
        Plain();
        return isDoubled ? field.ToString().Replace("\"\"", "\"", StringComparison.Ordinal).AsMemory() : field;
    }
}
