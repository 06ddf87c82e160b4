using System.Runtime.InteropServices;

namespace Secretariat.Formats.Statistics;

/// <summary>
/// Takes observations one by one: counts them and their series, and keeps the first ones. Codes are held once and a key is a few numbers,
/// so that a full file takes little more memory than its bytes.
/// </summary>
/// <param name="maxRows">How many observations are kept as rows.</param>
internal sealed class ObservationTable(int maxRows)
{
    private readonly List<Column> columns = [];
    private readonly Dictionary<string, int> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> series = new(StringComparer.Ordinal);
    private readonly List<string> keys = [];
    private readonly List<Row> rows = [];
    private readonly Dictionary<string, string> periods = new(StringComparer.Ordinal);
    private readonly List<string> notices = [];
    private int[] key = [];
    private int current = -1;
    private int codes;
    private int moreNotices;
    private int leftOut;

    public int Observations { get; private set; }

    /// <summary>Whether the next observation is kept as a row: else its value need not be made a text.</summary>
    public bool Keeps => rows.Count < maxRows;

    /// <summary>The column of the dimension of time, which is no part of a series' key.</summary>
    public int? Time { get; set; }

    /// <summary>The column of that name, which is added when it is new.</summary>
    public int ColumnOf(string name)
    {
        if (byName.TryGetValue(name, out var known))
            return known;
        if (columns.Count == StatisticsReader.MaxDimensions)
            throw new InvalidDataException(
                $"It has more than {StatisticsReader.MaxDimensions} dimensions: give only the columns of the key, the period, the value and the flag."
            );
        RefuseLong(name, "The name of a dimension");
        columns.Add(new Column(name));
        byName.Add(name, columns.Count - 1);
        Array.Resize(ref key, columns.Count);
        key[^1] = -1;
        return columns.Count - 1;
    }

    /// <summary>The number by which a code of the column is set; a code is held once.</summary>
    public int CodeOf(int column, ReadOnlySpan<char> code)
    {
        var lookup = columns[column].Numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(code, out var number))
            return number;
        RefuseLong(code, $"A code of {Words.OnOneLine(columns[column].Name)}");
        if (++codes > StatisticsReader.MaxCodes)
            throw new InvalidDataException(
                $"Its dimensions have more than {StatisticsReader.MaxCodes} codes: ask the source for fewer series."
            );
        lookup[code] = columns[column].Codes.Count;
        columns[column].Codes.Add(code.ToString());
        return columns[column].Codes.Count - 1;
    }

    public void Set(int column, ReadOnlySpan<char> code) => Set(column, CodeOf(column, code));

    public void Set(int column, int code)
    {
        if (key[column] == code)
            return;
        key[column] = code;
        current = -1;
    }

    /// <summary>Forgets the key of the observations before.</summary>
    public void Clear()
    {
        key.AsSpan().Fill(-1);
        current = -1;
    }

    /// <summary>Adds an observation under the key that is set.</summary>
    public void Add(string? time, string value, string flags)
    {
        if (current < 0)
            current = SeriesOfKey();
        Observations++;
        if (Keeps)
            rows.Add(new Row(current, Period(time), value, flags));
    }

    /// <summary>Says why a part is left out; a file of which most cannot be read is not what it seems.</summary>
    public void LeaveOut(string why)
    {
        Notice(why);
        if (++leftOut > StatisticsReader.MaxLeftOut)
            throw new InvalidDataException(
                $"More than {StatisticsReader.MaxLeftOut} of its parts cannot be read, the first because: {notices[0]} Fetch it again from its source."
            );
    }

    public void Notice(string text)
    {
        if (notices.Count == StatisticsReader.MaxNotices - 1)
            moreNotices++;
        else if (Words.OnOneLine(text) is { Length: > 0 } said && !notices.Contains(said))
            notices.Add(said);
    }

    /// <summary>What was read.</summary>
    /// <param name="format">The name of the format.</param>
    /// <param name="structure">The id of the structure.</param>
    /// <param name="drops">Whether a column that some series have not is no dimension: an attribute cannot be told from one otherwise.</param>
    public StatisticsFile Finish(string format, string? structure, bool drops = false)
    {
        if (moreNotices > 0)
            notices.Add($"And {moreNotices} more of this kind.");
        else if (Observations is 0 && notices.Count is 0)
            notices.Add("It has no observation with a value.");
        var shown = Enumerable
            .Range(0, columns.Count)
            .Where(c => c == Time || !drops || keys.All(k => CodeAt(k, c) >= 0))
            .ToArray();
        var inKey = shown.Where(c => c != Time).ToArray();
        return new StatisticsFile(
            format,
            structure,
            [.. shown.Select(c => columns[c].Name)],
            shown.Length == columns.Count ? keys.Count : keys.DistinctBy(k => Pack(inKey.Select(c => CodeAt(k, c)))).Count(),
            Observations,
            notices,
            rows.Select(r => Describe(r, inKey))
        );
    }

    private StatisticsObservation Describe(Row row, int[] inKey)
    {
        var dimensions = new KeyValuePair<string, string>[inKey.Length];
        for (var i = 0; i < inKey.Length; i++)
        {
            var column = columns[inKey[i]];
            var code = CodeAt(keys[row.Series], inKey[i]);
            dimensions[i] = new(column.Name, code < 0 ? "" : column.Codes[code]);
        }
        return new StatisticsObservation(dimensions, row.Time, row.Value, row.Flags);
    }

    private int SeriesOfKey()
    {
        // What is added later makes no other key of one that has no code for it.
        var packed = MemoryMarshal.Cast<int, char>(key.AsSpan().TrimEnd(-1));
        var lookup = series.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(packed, out var known))
            return known;
        if (series.Count == StatisticsReader.MaxSeries)
            throw new InvalidDataException(
                $"It has more than {StatisticsReader.MaxSeries} series: ask the source for fewer, or give it in parts."
            );
        keys.Add(packed.ToString());
        series.Add(keys[^1], keys.Count - 1);
        return keys.Count - 1;
    }

    /// <summary>The code's number in a packed key; a key that is older than the column has none.</summary>
    private static int CodeAt(string packed, int column)
    {
        var numbers = MemoryMarshal.Cast<char, int>(packed.AsSpan());
        return column < numbers.Length ? numbers[column] : -1;
    }

    private static string Pack(IEnumerable<int> numbers) => new(MemoryMarshal.Cast<int, char>(numbers.ToArray().AsSpan()));

    private string? Period(string? time)
    {
        if (time is null)
            return null;
        if (periods.TryGetValue(time, out var known))
            return known;
        RefuseLong(time, "A period");
        return periods[time] = TimePeriod.Normalise(time);
    }

    private static void RefuseLong(ReadOnlySpan<char> text, string what)
    {
        if (text.Length > StatisticsReader.MaxCodeLength)
            throw new InvalidDataException(
                $"{what} has {text.Length} characters, and at most {StatisticsReader.MaxCodeLength} are read: give codes instead of texts."
            );
    }

    private readonly record struct Row(int Series, string? Time, string Value, string Flags);

    private sealed class Column(string name)
    {
        public string Name { get; } = name;

        public Dictionary<string, int> Numbers { get; } = new(StringComparer.Ordinal);

        public List<string> Codes { get; } = [];
    }
}
