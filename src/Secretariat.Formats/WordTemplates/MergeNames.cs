using System.Text.Json;

namespace Secretariat.Formats.WordTemplates;

/// <summary>
/// The names of an object (RFC 8259, section 4), found without going through all of them; of one that comes twice the last counts. What is
/// no object has none.
/// </summary>
internal sealed class MergeNames(JsonElement value)
{
    /// <summary>So few are gone through as fast as they are found.</summary>
    private const int Few = 12;

    private readonly Dictionary<string, JsonElement>? many =
        value.ValueKind is JsonValueKind.Object && value.GetPropertyCount() > Few ? Listed(value) : null;

    private Dictionary<string, MergeNames>? parts;

    /// <summary>The value of a name as it is written, then part by part through objects.</summary>
    public JsonElement? Find(string name)
    {
        if (Own(name) is { } found)
            return found;
        for (var dot = name.IndexOf('.', StringComparison.Ordinal); dot > 0; dot = name.IndexOf('.', dot + 1))
        {
            if (Own(name[..dot]) is { ValueKind: JsonValueKind.Object } part)
                return Part(name[..dot], part).Find(name[(dot + 1)..]);
        }

        return null;
    }

    /// <summary>The names within a value that is there; kept, since a list may ask for them once for each entry.</summary>
    public MergeNames Part(string name) => Part(name, Find(name)!.Value);

    private MergeNames Part(string name, JsonElement part)
    {
        parts ??= new(StringComparer.Ordinal);
        if (!parts.TryGetValue(name, out var names))
            parts[name] = names = new(part);
        return names;
    }

    private JsonElement? Own(string name) =>
        many is not null ? (many.TryGetValue(name, out var listed) ? listed : null)
        : value.ValueKind is JsonValueKind.Object && value.TryGetProperty(name, out var found) ? found
        : null;

    private static Dictionary<string, JsonElement> Listed(JsonElement value)
    {
        var listed = new Dictionary<string, JsonElement>(value.GetPropertyCount(), StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
            listed[member.Name] = member.Value;
        return listed;
    }
}
