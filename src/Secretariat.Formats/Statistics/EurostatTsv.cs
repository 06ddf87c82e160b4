namespace Secretariat.Formats.Statistics;

/// <summary>
/// Eurostat's TSV: the key before the first tab, parted by commas, its last name behind a backslash being what runs across (the periods);
/// each cell a value, a colon where there is none, and its flags behind a space.
/// </summary>
internal sealed class EurostatTsv(ObservationTable table)
{
    /// <summary>Most periods in a line.</summary>
    private const int MaxAcross = 50_000;

    private readonly List<string> across = [];
    private int[] dimensions = [];
    private int timeInKey = -1;
    private int acrossColumn;

    public static bool IsOne(string text)
    {
        var cell = FirstCell(text.AsSpan().TrimStart('\uFEFF'), out var isCut);
        return isCut && cell.Contains('\\');
    }

    public StatisticsFile Read(string text)
    {
        var rest = text.AsSpan().TrimStart('\uFEFF');
        // Only CR and LF end a line here; what else Unicode knows as one may stand in a cell.
        for (var number = 1; !rest.IsEmpty; number++)
        {
            var end = rest.IndexOfAny('\r', '\n');
            var line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + (rest[end..].StartsWith("\r\n") ? 2 : 1))..];
            if (across.Count is 0)
                ReadHeader(line);
            else if (!line.IsWhiteSpace())
                ReadRow(line, number);
        }
        return table.Finish("eurostat-tsv", null);
    }

    private void ReadHeader(ReadOnlySpan<char> line)
    {
        var cell = FirstCell(line, out _);
        var backslash = cell.LastIndexOf('\\');
        var names = cell[..backslash].ToString().Split(',', StringSplitOptions.TrimEntries);
        var runs = cell[(backslash + 1)..].Trim().ToString();
        if (names.Distinct(StringComparer.Ordinal).Count() < names.Length || names.Contains(runs, StringComparer.Ordinal))
            throw new InvalidDataException("Its header names a dimension twice: fetch the file again from its source.");
        dimensions = [.. names.Select(table.ColumnOf)];
        timeInKey = Array.FindIndex(names, Concepts.IsTime);
        acrossColumn = table.ColumnOf(runs);
        table.Time = timeInKey < 0 ? acrossColumn : dimensions[timeInKey];
        foreach (var range in line[(cell.Length + 1)..].Split('\t'))
            Across(line[(cell.Length + 1)..][range].Trim().ToString());
    }

    private void Across(string period)
    {
        if (across.Count == MaxAcross)
            throw new InvalidDataException($"Its lines have more than {MaxAcross} cells: ask the source for fewer periods.");
        across.Add(period);
    }

    private void ReadRow(ReadOnlySpan<char> line, int number)
    {
        var cell = FirstCell(line, out var isCut);
        if (!isCut || cell.Count(',') != dimensions.Length - 1)
        {
            table.LeaveOut($"Line {number} has no key of {dimensions.Length} codes before its first tab; it is left out.");
            return;
        }
        var time = SetKey(cell);
        var rest = line[(cell.Length + 1)..];
        var column = 0;
        foreach (var range in rest.Split('\t'))
        {
            if (column == across.Count)
            {
                table.LeaveOut($"Line {number} has more cells than the header; those are left out.");
                return;
            }
            Take(rest[range].Trim(), across[column++], time);
        }
    }

    private string? SetKey(ReadOnlySpan<char> cell)
    {
        string? time = null;
        var i = 0;
        foreach (var range in cell.Split(','))
        {
            if (i == timeInKey)
                time = cell[range].Trim().ToString();
            else
                table.Set(dimensions[i], cell[range].Trim());
            i++;
        }
        return time;
    }

    private void Take(ReadOnlySpan<char> cell, string period, string? time)
    {
        if (cell.StartsWith(":"))
            return;
        // A flag stands behind the value, mostly with a space between.
        var end = cell.IndexOf(' ');
        if (end < 0)
            end = cell.LastIndexOfAnyInRange('0', '9') is >= 0 and var digit ? digit + 1 : cell.Length;
        if (ObservationValue.Read(cell[..end], default) is not { } value)
            return;
        if (timeInKey >= 0)
            table.Set(acrossColumn, period);
        table.Add(time ?? period, value, ObservationValue.Flags(cell[end..]));
    }

    private static ReadOnlySpan<char> FirstCell(ReadOnlySpan<char> text, out bool isCut)
    {
        var end = text.IndexOfAny('\t', '\r', '\n');
        isCut = end >= 0 && text[end] is '\t';
        return end < 0 ? text : text[..end];
    }
}
