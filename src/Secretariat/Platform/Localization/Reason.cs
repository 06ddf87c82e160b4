using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Secretariat.Formats;

namespace Secretariat.Platform.Localization;

/// <summary>Why something is not possible: a whole English sentence and its values, said later in the reader's language.</summary>
[JsonConverter(typeof(ReasonJson))]
public sealed class Reason(string english, params IReadOnlyList<object?> values)
{
    private const string Quotation = "{0}";

    public string English => english;

    public IReadOnlyList<object?> Values => values;

    /// <summary>The words of a server or program as they came, which nobody translates.</summary>
    public bool IsQuoted => english == Quotation;

    public static Reason Quoted(string words) => new(Quotation, words);

    /// <summary>What a reader of files says.</summary>
    public static Reason Of(Sentence sentence) => new(sentence.English, sentence.Values);

    /// <summary>Several in one, each a sentence.</summary>
    public static Reason Of(IReadOnlyList<Reason> all) =>
        all.Count == 1 ? all[0] : new(string.Join(' ', all.Select((_, i) => $"{{{i}}}")), [.. all]);

    [return: NotNullIfNotNull(nameof(english))]
    public static implicit operator Reason?(string? english) => english is null ? null : new(english);

    public override string ToString() =>
        values.Count == 0 ? english : string.Format(CultureInfo.InvariantCulture, english, [.. values]);
}

/// <summary>A list, first the sentence, then its values: <c>["{0} has no rank.", "Ada Sample"]</c>; a reason among them is such a list.</summary>
internal sealed class ReasonJson : JsonConverter<Reason>
{
    public override Reason Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        using var list = JsonDocument.ParseValue(ref reader);
        return Of(list.RootElement);
    }

    public override void Write(Utf8JsonWriter writer, Reason value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(value.English);
        foreach (var each in value.Values)
        {
            switch (each)
            {
                case Reason inner:
                    Write(writer, inner, options);
                    break;
                case int or long:
                    writer.WriteNumberValue(Convert.ToInt64(each, CultureInfo.InvariantCulture));
                    break;
                default:
                    writer.WriteStringValue(Convert.ToString(each, CultureInfo.InvariantCulture));
                    break;
            }
        }

        writer.WriteEndArray();
    }

    private static Reason Of(JsonElement list) => new(list[0].GetString()!, [.. list.EnumerateArray().Skip(1).Select(ValueOf)]);

    private static object? ValueOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Array => Of(value),
            JsonValueKind.Number => value.GetInt64(),
            _ => value.GetString(),
        };
}
