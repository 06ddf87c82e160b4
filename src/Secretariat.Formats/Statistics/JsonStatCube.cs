using System.Text.Json;
using Secretariat.Formats.Json;

namespace Secretariat.Formats.Statistics;

/// <summary>The dimensions of a JSON-stat dataset, and which codes a position in its row of values stands for.</summary>
internal sealed class JsonStatCube
{
    private readonly ObservationTable table;
    private readonly int[] columns;
    private readonly long[] strides;
    private readonly int[][] numbers;
    private readonly string[] periods = [];
    private readonly int time = -1;
    private readonly long cells = 1;

    public JsonStatCube(
        ObservationTable table,
        ReadOnlyMemory<byte> id,
        ReadOnlyMemory<byte> size,
        ReadOnlyMemory<byte> dimension,
        ReadOnlyMemory<byte> role
    )
    {
        this.table = table;
        var names = Texts(id);
        var sizes = Sizes(size, names.Count);
        columns = [.. names.Select(table.ColumnOf)];
        if (columns.Distinct().Count() < columns.Length)
            throw new InvalidDataException("It names a dimension twice in “id”: fetch it again from its source.");
        time = TimeAmong(names, role);
        numbers = new int[names.Count][];
        strides = new long[names.Count];
        for (var i = names.Count - 1; i >= 0; i--)
        {
            strides[i] = cells;
            cells =
                cells * sizes[i] <= int.MaxValue
                    ? cells * sizes[i]
                    : throw new InvalidDataException("Its dimensions span too many cells: ask the source for fewer codes.");
        }
        using var tree = SoundJson.Tree(dimension, "The description of the dimensions");
        for (var i = 0; i < names.Count; i++)
        {
            var codes = Codes(tree.RootElement, names[i], sizes[i]);
            numbers[i] = i == time ? [] : [.. codes.Select(c => table.CodeOf(columns[i], c))];
            if (i == time)
                periods = codes;
        }
        if (time >= 0)
            table.Time = columns[time];
    }

    /// <summary>Sets the key of the cell at a position counted from 0; false beyond the last cell.</summary>
    public bool TrySet(long at, out string? period)
    {
        period = null;
        if (at < 0 || at >= cells)
            return false;
        for (var i = 0; i < columns.Length; i++)
        {
            var index = (int)(at / strides[i]);
            at -= index * strides[i];
            if (i == time)
                period = periods[index];
            else
                table.Set(columns[i], numbers[i][index]);
        }
        return true;
    }

    private static int TimeAmong(List<string> names, ReadOnlyMemory<byte> role)
    {
        var roles = role.IsEmpty ? [] : SoundJson.Members(role);
        var told = roles.TryGetValue("time", out var times) ? Texts(times) : [];
        var found = names.FindIndex(n => told.Contains(n));
        return found >= 0 ? found : names.FindIndex(Concepts.IsTime);
    }

    private static List<string> Texts(ReadOnlyMemory<byte> json)
    {
        var texts = new List<string>();
        var reader = new Utf8JsonReader(json.Span);
        while (reader.Read() && texts.Count <= StatisticsReader.MaxDimensions)
            if (reader.TokenType is JsonTokenType.String)
                texts.Add(reader.GetString()!);
        return texts;
    }

    private static List<int> Sizes(ReadOnlyMemory<byte> json, int count)
    {
        var sizes = new List<int>();
        var reader = new Utf8JsonReader(json.Span);
        while (reader.Read() && sizes.Count <= count)
            if (reader.TokenType is JsonTokenType.Number && reader.TryGetInt32(out var size) && size >= 0)
                sizes.Add(size);
        return sizes.Count == count
            ? sizes
            : throw new InvalidDataException(
                "Its “size” does not say how many codes each dimension of “id” has: fetch it again from its source."
            );
    }

    /// <summary>The codes by position: of an array, of an object of positions, or the only one of the labels.</summary>
    private static string[] Codes(JsonElement dimensions, string name, int size)
    {
        var category = Member(Member(dimensions, name), "category");
        var index = Member(category, "index");
        var codes = index.ValueKind switch
        {
            JsonValueKind.Array =>
            [
                .. index.EnumerateArray().Select(c => c.ValueKind is JsonValueKind.String ? c.GetString() : null),
            ],
            JsonValueKind.Object => Placed(index, size),
            _ when Member(category, "label") is { ValueKind: JsonValueKind.Object } labels =>
            [
                .. labels.EnumerateObject().Select(l => l.Name),
            ],
            _ => Array.Empty<string?>(),
        };
        return codes.Length == size && Array.IndexOf(codes, null) < 0
            ? [.. codes.OfType<string>()]
            : throw new InvalidDataException(
                $"Its dimension {Words.OnOneLine(name)} does not name the {size} codes that “size” promises: fetch it again from its source."
            );
    }

    private static string?[] Placed(JsonElement index, int size)
    {
        var members = index.EnumerateObject().ToList();
        var codes = new string?[members.Count];
        foreach (var member in members)
            if (
                member.Value.ValueKind is JsonValueKind.Number
                && member.Value.TryGetInt32(out var at)
                && at >= 0
                && at < Math.Min(size, codes.Length)
            )
                codes[at] = member.Name;
        return codes;
    }

    private static JsonElement Member(JsonElement json, string name) =>
        json.ValueKind is JsonValueKind.Object && json.TryGetProperty(name, out var member) ? member : default;
}
