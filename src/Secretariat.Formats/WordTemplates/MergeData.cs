using System.Text.Json;

namespace Secretariat.Formats.WordTemplates;

/// <summary>The values of one letter, and within a section those of its entry before them.</summary>
internal sealed class MergeData(JsonElement entry, MergeData? outer)
{
    /// <summary>Which entry it is, of which list; zero where it is none of a list.</summary>
    public (int Number, string List) Entry { get; init; }

    /// <summary>
    /// The value of a name, null where there is none. The nearest entry counts that has the name as it is written, or its first part; a
    /// dotted name is then looked up there alone, so that it never mixes two entries.
    /// </summary>
    public JsonElement? Find(string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            if (scope.Property(name) is { } value)
                return value;
            if (dot > 0 && scope.Property(name[..dot]) is { } part)
                return Within(part, name[(dot + 1)..]);
        }

        return null;
    }

    private MergeData? Outer => outer;

    private JsonElement? Property(string name) => PropertyOf(entry, name);

    private static JsonElement? Within(JsonElement part, string name)
    {
        if (PropertyOf(part, name) is { } value)
            return value;
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && PropertyOf(part, name[..dot]) is { } inner ? Within(inner, name[(dot + 1)..]) : null;
    }

    private static JsonElement? PropertyOf(JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;
}
