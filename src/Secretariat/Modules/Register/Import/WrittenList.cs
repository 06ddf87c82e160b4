using System.Text.Json;
using Secretariat.Formats.Tables;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Import;

/// <summary>Reads the JSON that the register writes: an object with one list of records of texts.</summary>
internal static class WrittenList
{
    private const int MostColumns = 100;

    /// <summary>The records as rows, counted from 1, or why there are none.</summary>
    public static (TableFile? Table, Reason? Reason) Read(byte[] bytes)
    {
        try
        {
            using var json = JsonDocument.Parse(bytes.AsMemory(bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0));
            if (ListIn(json.RootElement) is not { } list)
                return (null, NotOurs);
            if (list.GetArrayLength() is var count && count > GivenList.MostRows)
                return (null, GivenList.TooMany(count));
            return Table(list) is { } table ? (table, null) : (null, NotOurs);
        }
        catch (JsonException problem)
        {
            return (null, Text.Key("It is no JSON: look at line {0}.", (problem.LineNumber ?? 0) + 1));
        }
    }

    private static Reason NotOurs =>
        Text.Key("It is no JSON as the register writes it: take the list out as JSON to see how it looks.");

    private static JsonElement? ListIn(JsonElement root) =>
        root.ValueKind is JsonValueKind.Array ? root
        : root.ValueKind is JsonValueKind.Object
        && root.EnumerateObject().Where(p => p.Value.ValueKind is JsonValueKind.Array).ToList() is [var only]
            ? only.Value
        : null;

    private static TableFile? Table(JsonElement list)
    {
        var names = new List<string>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var rows = new List<TableRow>();
        foreach (var record in list.EnumerateArray())
        {
            if (record.ValueKind is not JsonValueKind.Object)
                return null;
            var cells = Enumerable.Repeat("", names.Count).ToList();
            foreach (var each in record.EnumerateObject())
            {
                if (CellOf(each.Value) is not { } cell || !Place(each.Name, cells))
                    return null;
                cells[places[each.Name]] = cell;
            }

            rows.Add(new TableRow(rows.Count + 1, cells));
        }

        return new TableFile { Header = names, Rows = rows };

        bool Place(string name, List<string> cells)
        {
            if (places.TryAdd(name, names.Count))
            {
                names.Add(name);
                cells.Add("");
            }

            return names.Count <= MostColumns;
        }
    }

    private static string? CellOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Null => "",
            JsonValueKind.True or JsonValueKind.False or JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
}
