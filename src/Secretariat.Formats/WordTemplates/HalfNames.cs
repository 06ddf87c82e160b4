using System.Text.Json;

namespace Secretariat.Formats.WordTemplates;

/// <summary>Names that are no text: JSON can write half a character (RFC 8259, section 8.2).</summary>
internal static class HalfNames
{
    /// <exception cref="UnreadableException">One of the names is none; the message says where.</exception>
    public static void Refuse(JsonElement values)
    {
        if (FirstIn(values) is not { } place)
            return;
        throw new UnreadableException(
            place.Length is 0
                ? Sentence.Of("One of the names of the values holds half a character; write it anew.")
                : Sentence.Of("One of the names in “{0}” holds half a character; write it anew.", Flow.Short(place))
        );
    }

    /// <summary>What holds the first of them, from the outermost name on, entries counted from 1; empty where nothing does.</summary>
    private static string? FirstIn(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => FirstInObject(value),
            JsonValueKind.Array => FirstInList(value),
            _ => null,
        };

    private static string? FirstInObject(JsonElement value)
    {
        foreach (var member in value.EnumerateObject())
        {
            if (NameOf(member) is not { } name)
                return "";
            if (FirstIn(member.Value) is { } place)
                return Joined(name, place);
        }

        return null;
    }

    private static string? FirstInList(JsonElement value)
    {
        foreach (var (index, entry) in value.EnumerateArray().Index())
        {
            if (FirstIn(entry) is { } place)
                return Joined($"{index + 1}", place);
        }

        return null;
    }

    private static string Joined(string name, string place) => place.Length is 0 ? name : $"{name} › {place}";

    private static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
