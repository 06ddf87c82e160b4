namespace Secretariat.Formats.Statistics;

/// <summary>What the columns of a CSV mean, by its header.</summary>
internal sealed class CsvColumns
{
    private static readonly HashSet<string> PlainTimes = new(StringComparer.OrdinalIgnoreCase)
    {
        Concepts.TimePeriod,
        "time",
        "time period",
        "period",
        "ref_period",
        "reference period",
        "year",
        "month",
        "quarter",
        "date",
    };

    private static readonly HashSet<string> PlainValues = new(StringComparer.OrdinalIgnoreCase)
    {
        Concepts.Value,
        "value",
        "values",
        "obs",
        "observation",
    };

    private static readonly HashSet<string> PlainFlags = new(StringComparer.OrdinalIgnoreCase)
    {
        "OBS_FLAG",
        "OBS_STATUS",
        "flag",
        "flags",
        "status",
    };

    private readonly bool[] isLabelled;

    private CsvColumns(string format, IReadOnlyList<string> names, bool[] labels)
    {
        Format = format;
        Names = names;
        isLabelled = labels;
    }

    public string Format { get; }

    /// <summary>The header without labels and brackets.</summary>
    public IReadOnlyList<string> Names { get; }

    public int? Time { get; private init; }

    public int Value { get; private init; } = -1;

    public IReadOnlyList<int> Flags { get; private init; } = [];

    public IReadOnlyList<int> Dimensions { get; private init; } = [];

    /// <summary>The column that names the structure.</summary>
    public int? Structure { get; private init; }

    /// <summary>The column that says what is to be done with the row (SDMX-CSV 2.0).</summary>
    public int? Action { get; private init; }

    /// <summary>The code of a field: what stands before its label, where the column has labels.</summary>
    public ReadOnlySpan<char> Code(int column, ReadOnlySpan<char> field)
    {
        var label = isLabelled[column] ? field.IndexOf(": ") : -1;
        return (label < 0 ? field : field[..label]).Trim();
    }

    /// <exception cref="InvalidDataException">Which column is missing or comes twice.</exception>
    public static CsvColumns Of(IReadOnlyList<string> header)
    {
        var labels = header.Select(h => h.Contains(": ", StringComparison.Ordinal)).ToArray();
        var names = header.Select(WithoutLabel).ToArray();
        if (names[0] is "DATAFLOW")
            return Sdmx(new CsvColumns("sdmx-csv-1.0", names, labels), 1);
        return names[0] is "STRUCTURE" && names.ElementAtOrDefault(1) is "STRUCTURE_ID"
            ? Sdmx(new CsvColumns("sdmx-csv-2.0", names, labels), 2)
            : Plain(names, labels);
    }

    /// <summary>
    /// Dimensions, measures, attributes is the order in which services write (field guide, Columns); where the value comes first, all are
    /// taken for dimensions that no attribute is named like. A column whose name is no id was added by the sender.
    /// </summary>
    private static CsvColumns Sdmx(CsvColumns columns, int first)
    {
        var names = columns.Names;
        var named = NameColumns(names, first);
        bool IsNamed(int i) => i >= first && !named.Contains(i);
        var value =
            First(names, n => n is Concepts.Value, IsNamed)
            ?? First(names, n => n.StartsWith("OBS_VALUE", StringComparison.Ordinal), IsNamed);
        if (value is null)
            throw new InvalidDataException("Its header has no column OBS_VALUE: ask the source for the observations.");
        var time = First(names, Concepts.IsTime, IsNamed);
        var end = time < value ? value.Value : names.Count;
        return new CsvColumns(columns.Format, names, columns.isLabelled)
        {
            Time = time,
            Value = value.Value,
            Flags = [.. Enumerable.Range(first, names.Count - first).Where(i => IsNamed(i) && Concepts.IsStatus(names[i]))],
            Dimensions = Once(
                names,
                Enumerable
                    .Range(first, end - first)
                    .Where(i => IsNamed(i) && Concepts.IsId(names[i]) && Concepts.CanBeDimension(names[i]) && i != value)
                    .Where(i => names[i] is not ("ACTION" or "STRUCTURE_NAME"))
            ),
            Structure = first - 1,
            Action = First(names, n => n is "ACTION", IsNamed),
        };
    }

    /// <summary>With labels=name each component is followed by a column of names, as the structure is (field guide, Optional parameters).</summary>
    private static HashSet<int> NameColumns(IReadOnlyList<string> names, int first)
    {
        if (names.ElementAtOrDefault(first) is not "STRUCTURE_NAME")
            return [];
        var start = first + 1;
        while (start < names.Count && names[start] is "ACTION" or "SERIES_KEY" or "OBS_KEY")
            start++;
        return [.. Enumerable.Range(start, names.Count - start).Where((_, i) => i % 2 is 1)];
    }

    private static CsvColumns Plain(string[] names, bool[] labels)
    {
        var time =
            First(names, Concepts.IsTime, _ => true)
            ?? First(names, PlainTimes.Contains, _ => true)
            ?? throw new InvalidDataException(
                "Its header names no column of time: name one TIME_PERIOD, and the one of the figures OBS_VALUE."
            );
        var value =
            First(names, n => n is Concepts.Value, _ => true)
            ?? First(names, PlainValues.Contains, _ => true)
            ?? throw new InvalidDataException("Its header names no column of values: name the one of the figures OBS_VALUE.");
        var flags = Enumerable.Range(0, names.Length).Where(i => PlainFlags.Contains(names[i])).ToArray();
        return new CsvColumns("csv", names, labels)
        {
            Time = time,
            Value = value,
            Flags = flags,
            Dimensions = Once(
                names,
                Enumerable
                    .Range(0, names.Length)
                    .Where(i =>
                        i != time && i != value && !flags.Contains(i) && names[i].Length > 0 && Concepts.CanBeDimension(names[i])
                    )
            ),
        };
    }

    private static int? First(IReadOnlyList<string> names, Func<string, bool> isIt, Func<int, bool> counts)
    {
        for (var i = 0; i < names.Count; i++)
            if (counts(i) && isIt(names[i]))
                return i;
        return null;
    }

    private static int[] Once(IReadOnlyList<string> names, IEnumerable<int> columns)
    {
        var once = columns.ToArray();
        return once.GroupBy(i => names[i]).FirstOrDefault(g => g.Skip(1).Any()) is { } twice
            ? throw new InvalidDataException(
                $"Its header names the column {Words.OnOneLine(twice.Key)} twice: give each its own name."
            )
            : once;
    }

    private static string WithoutLabel(string name)
    {
        var label = name.IndexOf(": ", StringComparison.Ordinal);
        name = (label < 0 ? name : name[..label]).Trim();
        var bracket = name.IndexOf('[', StringComparison.Ordinal);
        return bracket > 0 ? name[..bracket] : name;
    }
}
