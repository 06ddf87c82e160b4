using System.Text.Json;
using Secretariat.Formats.Json;

namespace Secretariat.Formats.Statistics;

/// <summary>
/// JSON-stat 2.0: a dataset, or a collection that holds one. The values stand in one row, the last dimension running fastest (JSON-stat
/// format, "value"), as an array or as an object of those that there are; so does the status, which may also be one for all.
/// </summary>
internal sealed class JsonStat(ObservationTable table)
{
    private const string Name = "json-stat";

    public StatisticsFile Read(Dictionary<string, ReadOnlyMemory<byte>> root)
    {
        if (ClassOf(root) is "collection")
            root = OnlyDataset(root);
        foreach (var word in new[] { "error", "warning" })
            if (root.TryGetValue(word, out var said))
                JsonNotices.Take(table, said);
        if (!root.ContainsKey("value") && (root.ContainsKey("error") || root.ContainsKey("warning")))
            return table.Finish(Name, null);
        if (
            !root.TryGetValue("id", out var id)
            || !root.TryGetValue("size", out var size)
            || !root.TryGetValue("dimension", out var dimension)
        )
            throw new InvalidDataException(WhyNot(root));
        var cube = new JsonStatCube(table, id, size, dimension, root.GetValueOrDefault("role"));
        var status = new JsonStatStatus(root.GetValueOrDefault("status"));
        if (root.TryGetValue("value", out var values))
            ReadValues(values, cube, status);
        return table.Finish(Name, Structure(root));
    }

    private void ReadValues(ReadOnlyMemory<byte> values, JsonStatCube cube, JsonStatStatus status)
    {
        var reader = new Utf8JsonReader(values.Span);
        reader.Read();
        var isArray = reader.TokenType is JsonTokenType.StartArray;
        for (var at = -1L; reader.Read(); )
        {
            if (reader.TokenType is JsonTokenType.PropertyName)
            {
                at = JsonStatStatus.Position(ref reader);
                continue;
            }
            if (reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject)
                return;
            at = isArray ? at + 1 : at;
            if (Written(ref reader) is { } value)
                Take(cube, at, value, status);
        }
    }

    private void Take(JsonStatCube cube, long at, string value, JsonStatStatus status)
    {
        if (cube.TrySet(at, out var time))
            table.Add(time, value, status.At(at));
        else
            table.LeaveOut("It has values beyond the cells of its dimensions; they are left out.");
    }

    private string? Written(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is JsonTokenType.Number)
            return !table.Keeps ? "" : System.Text.Encoding.ASCII.GetString(reader.ValueSpan);
        if (reader.TokenType is JsonTokenType.String)
            return ObservationValue.Read(reader.GetString(), default);
        reader.Skip();
        return null;
    }

    private static string? ClassOf(Dictionary<string, ReadOnlyMemory<byte>> members) =>
        members.TryGetValue("class", out var json) && json.Span.StartsWith("\""u8)
            ? JsonSerializer.Deserialize<string>(json.Span)
            : null;

    private static Dictionary<string, ReadOnlyMemory<byte>> OnlyDataset(Dictionary<string, ReadOnlyMemory<byte>> root)
    {
        var link = root.TryGetValue("link", out var json) ? SoundJson.Members(json) : [];
        var items = link.TryGetValue("item", out var array) ? SoundJson.Items(array) : [];
        var datasets = items.Select(SoundJson.Members).Where(members => members.ContainsKey("value")).Take(2).ToList();
        return datasets.Count is 1
            ? datasets[0]
            : throw new InvalidDataException(
                $"It is a collection with {(datasets.Count is 0 ? "no dataset" : "several datasets")} in it, and one is read: give each its own file."
            );
    }

    private static string? Structure(Dictionary<string, ReadOnlyMemory<byte>> root)
    {
        if (!root.TryGetValue("extension", out var extension))
            return null;
        return SoundJson.Members(extension).TryGetValue("id", out var id) && id.Span.StartsWith("\""u8)
            ? Concepts.IdOf(JsonSerializer.Deserialize<string>(id.Span)!)
            : null;
    }

    private static string WhyNot(Dictionary<string, ReadOnlyMemory<byte>> root) =>
        root.ContainsKey("dataset")
            ? "It is JSON-stat of an older version than 2.0: ask the source for version 2.0."
            : "It is JSON, but neither a dataset of JSON-stat 2.0 (with id, size and dimension) nor an SDMX-JSON message: ask the source for one of them.";
}
