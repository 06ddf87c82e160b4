using System.Text.Json;

namespace Secretariat.Formats.Statistics;

/// <summary>What the indexes of an SDMX-JSON message mean.</summary>
internal sealed class SdmxJsonStructure
{
    private readonly ObservationTable table;

    public SdmxJsonStructure(JsonElement json, ObservationTable table)
    {
        this.table = table;
        Id = FindId(json);
        var dimensions = Member(json, "dimensions");
        Declare(dimensions);
        Fixed = Levels(dimensions, "dataSet");
        Series = Levels(dimensions, "series");
        Observation = Levels(dimensions, "observation");
        var attributes = Member(json, "attributes");
        SeriesStatus = StatusOf(attributes, "series");
        ObservationStatus = StatusOf(attributes, "observation");
        ReadMeasures(Member(json, "measures"));
        DataSets = Items(Member(json, "dataSets")).Where(d => d.TryGetInt32(out _)).Select(d => d.GetInt32()).ToHashSet();
    }

    public string? Id { get; }

    public IReadOnlyList<Dimension> Fixed { get; }

    public IReadOnlyList<Dimension> Series { get; }

    public IReadOnlyList<Dimension> Observation { get; }

    /// <summary>By their place among the attributes.</summary>
    public IReadOnlyDictionary<int, Attribute> SeriesStatus { get; }

    /// <summary>Places are counted from the first attribute, behind the measures.</summary>
    public IReadOnlyDictionary<int, Attribute> ObservationStatus { get; }

    /// <summary>How many measures stand before the attributes of an observation; one where the structure lists none.</summary>
    public int Measures { get; private set; } = 1;

    /// <summary>The place of the value among the measures.</summary>
    public int ValueAt { get; private set; }

    /// <summary>The values that the measure's indexes mean, where it is coded.</summary>
    public IReadOnlyList<string>? Coded { get; private set; }

    /// <summary>The data sets that follow this structure, where it says so.</summary>
    public IReadOnlySet<int> DataSets { get; }

    /// <summary>Sets what is the same for all observations of a data set; gives the period, if that is.</summary>
    public string? SetFixed()
    {
        foreach (var dimension in Fixed)
            if (dimension.Codes.Count > 0)
                dimension.Set(table, 0);
        return Fixed.FirstOrDefault(d => d.IsTime) is { Codes.Count: > 0 } time ? time.Codes[0] : null;
    }

    /// <summary>Puts the columns in the order of the structure, whatever level of the message they come from.</summary>
    private void Declare(JsonElement dimensions)
    {
        var all = new[] { "dataSet", "series", "observation" }.SelectMany(level => Items(Member(dimensions, level)));
        foreach (
            var (json, _) in all.Select(
                    (d, i) =>
                        (
                            d,
                            Place: Member(d, "keyPosition") is { ValueKind: JsonValueKind.Number } p && p.TryGetInt32(out var at)
                                ? at
                                : i
                        )
                )
                .OrderBy(d => d.Place)
        )
            table.ColumnOf(Text(json, "id") ?? "");
    }

    private List<Dimension> Levels(JsonElement dimensions, string level) =>
        [.. Items(Member(dimensions, level)).Select(ReadDimension)];

    private Dimension ReadDimension(JsonElement json)
    {
        var id = Text(json, "id") ?? "";
        var column = table.ColumnOf(id);
        var isTime = Concepts.IsTime(id) || Roles(json).Any(r => r is "time" or Concepts.TimePeriod);
        if (isTime)
            table.Time = column;
        var codes = Codes(json);
        return new Dimension(column, isTime, codes, isTime ? [] : [.. codes.Select(c => table.CodeOf(column, c))]);
    }

    private static Dictionary<int, Attribute> StatusOf(JsonElement attributes, string level) =>
        Items(Member(attributes, level))
            .Select((json, place) => (json, place))
            .Where(a => Text(a.json, "id") is { } id && Concepts.IsStatus(id))
            .ToDictionary(a => a.place, a => new Attribute([.. Codes(a.json).Select(c => ObservationValue.Flags(c))]));

    private void ReadMeasures(JsonElement measures)
    {
        var listed = Items(Member(measures, "observation")).ToList();
        if (measures.ValueKind is not JsonValueKind.Object || listed.Count is 0)
            return;
        Measures = listed.Count;
        ValueAt = Math.Max(0, listed.FindIndex(m => Text(m, "id") is Concepts.Value));
        Coded = Codes(listed[ValueAt]) is { Count: > 0 } codes ? codes : null;
    }

    /// <summary>A value is named by its id, or where it is of no list of codes by the value itself.</summary>
    private static List<string> Codes(JsonElement component) =>
        [.. Items(Member(component, "values")).Select(v => Text(v, "id") ?? Text(v, "value") ?? Text(v, "name") ?? "")];

    private static IEnumerable<string> Roles(JsonElement json) =>
        Text(json, "role") is { } role ? [role]
        : Member(json, "roles") is { ValueKind: JsonValueKind.Array } roles
            ? roles.EnumerateArray().Where(r => r.ValueKind is JsonValueKind.String).Select(r => r.GetString()!)
        : [];

    /// <summary>The structure's own id in the drafts; later its first link's URN (field guide, structure).</summary>
    private static string? FindId(JsonElement json)
    {
        var urn = Items(Member(json, "links")).Select(l => Text(l, "urn")).FirstOrDefault(u => u is not null);
        return Concepts.IdOf(urn ?? Text(json, "id") ?? "");
    }

    private static JsonElement Member(JsonElement json, string name) =>
        json.ValueKind is JsonValueKind.Object && json.TryGetProperty(name, out var member) ? member : default;

    private static IEnumerable<JsonElement> Items(JsonElement json) =>
        json.ValueKind is JsonValueKind.Array ? json.EnumerateArray() : Enumerable.Empty<JsonElement>();

    private static string? Text(JsonElement json, string name) =>
        Member(json, name) switch
        {
            { ValueKind: JsonValueKind.String } text => text.GetString(),
            { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
            _ => null,
        };

    /// <summary>A dimension: what its indexes mean, and by which numbers the table holds them.</summary>
    internal sealed record Dimension(int Column, bool IsTime, IReadOnlyList<string> Codes, IReadOnlyList<int> Numbers)
    {
        public void Set(ObservationTable table, int index)
        {
            if (!IsTime)
                table.Set(Column, Numbers[index]);
        }
    }

    /// <summary>A status: its flags by index, or none where the values stand in the data.</summary>
    internal sealed record Attribute(IReadOnlyList<string> Flags);
}
