namespace Secretariat.Formats.Statistics;

/// <summary>
/// SDMX-CSV 1.0 and 2.0 (field guides of the SDMX technical working group) and plain CSV with a column of time and one of values. The
/// separator is a comma or, by the sender's language, another. Where it is a comma, one in a value of plain CSV keeps thousands apart
/// unless some value shows that it is decimal.
/// </summary>
internal sealed class CsvStatistics(ObservationTable table)
{
    private readonly List<ReadOnlyMemory<char>> fields = [];
    private CsvColumns columns = null!;
    private int[] dimensions = [];
    private NumberHabit habit;
    private int deleted;

    public StatisticsFile Read(string text)
    {
        var start = FirstLine(text, out var separator);
        text = start is 0 ? text : text[start..];
        var records = new CsvRecords(text, separator);
        if (!records.TryRead(fields))
            throw new InvalidDataException("There is nothing in it: fetch it again from its source.");
        columns = CsvColumns.Of([.. fields.Select(f => f.Span.Trim().ToString())]);
        Prepare(text, separator);
        string? structure = null;
        while (records.TryRead(fields))
            Take(records.Line, ref structure);
        if (deleted > 0)
            table.Notice($"Observations to be deleted: {deleted}; they are not counted.");
        return table.Finish(columns.Format, structure);
    }

    private void Prepare(string text, char separator)
    {
        // The dimension of time keeps its place among the others.
        var inOrder = columns.Dimensions.Append(columns.Time ?? -1).Where(c => c >= 0).Order();
        foreach (var column in inOrder)
            if (column == columns.Time)
                table.Time = table.ColumnOf(columns.Names[column]);
            else
                table.ColumnOf(columns.Names[column]);
        dimensions = [.. columns.Dimensions.Select(c => table.ColumnOf(columns.Names[c]))];
        var isDecimal = HasDecimalCommas(text, separator);
        habit = new NumberHabit(separator is ',' && columns.Structure is null && !isDecimal, separator is not ',' && isDecimal);
    }

    private void Take(int line, ref string? structure)
    {
        if (fields.Count != columns.Names.Count)
        {
            table.LeaveOut($"Line {line} has {fields.Count} fields instead of {columns.Names.Count}; it is left out.");
            return;
        }
        if (columns.Structure is { } named && structure is null)
            structure = Concepts.IdOf(fields[named].ToString());
        if (columns.Action is { } action && fields[action].Span.Trim() is "D")
            deleted++;
        else if (ObservationValue.Read(columns.Code(columns.Value, fields[columns.Value].Span), habit) is { } value)
            Take(line, value);
    }

    private void Take(int line, string value)
    {
        if (columns.Structure is null && !ObservationValue.IsNumber(value))
        {
            table.LeaveOut($"Line {line} has no number but “{value}” as its value; it is left out.");
            return;
        }
        for (var i = 0; i < dimensions.Length; i++)
            table.Set(dimensions[i], columns.Code(columns.Dimensions[i], fields[columns.Dimensions[i]].Span));
        var time = columns.Time is { } t ? columns.Code(t, fields[t].Span).ToString() : null;
        table.Add(time, value, Flags());
    }

    private string Flags()
    {
        var flags = "";
        foreach (var column in columns.Flags)
            if (!fields[column].Span.IsWhiteSpace())
                flags = ObservationValue.Join(flags, ObservationValue.Flags(fields[column].Span));
        return flags;
    }

    private bool HasDecimalCommas(string text, char separator)
    {
        var records = new CsvRecords(text, separator);
        var row = new List<ReadOnlyMemory<char>>();
        records.TryRead(row);
        while (records.TryRead(row))
            if (columns.Value < row.Count && IsDecimal(row[columns.Value].Span, separator))
                return true;
        return false;
    }

    private static bool IsDecimal(ReadOnlySpan<char> value, char separator) =>
        separator is ',' ? ObservationValue.HasDecimalComma(value) : value.Count(',') is 1;

    /// <summary>
    /// The separator: what follows the first header, whose name is fixed in SDMX-CSV, or else the most frequent one of the first line; where
    /// Excel's line sep= comes first, what it says.
    /// </summary>
    private static int FirstLine(string text, out char separator)
    {
        var start = text.AsSpan().IndexOfAnyExcept("\uFEFF\r\n");
        start = Math.Max(start, 0);
        var end = text.AsSpan(start).IndexOfAny('\r', '\n');
        var line = text.AsSpan(start, end < 0 ? text.Length - start : end);
        if (line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && line.Length is 5)
        {
            separator = line[4];
            return start + 5;
        }
        separator = Separator(line);
        return start;
    }

    private static char Separator(ReadOnlySpan<char> line)
    {
        var best = ',';
        var most = 0;
        foreach (var candidate in ",;\t|")
            if (line.Count(candidate) is var count && count > most)
                (best, most) = (candidate, count);
        var bracket = line.StartsWith("STRUCTURE[") ? line.IndexOf(']') + 1 : 0;
        var fixedName =
            bracket > 0 ? bracket
            : line.StartsWith("STRUCTURE") ? 9
            : line.StartsWith("DATAFLOW") ? 8
            : 0;
        return
            fixedName > 0
            && fixedName < line.Length
            && line[fixedName] is var next
            && !char.IsLetterOrDigit(next)
            && next is not ('_' or ':' or '"')
            ? next
            : best;
    }
}
