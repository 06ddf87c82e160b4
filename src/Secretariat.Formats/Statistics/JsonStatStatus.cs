using System.Buffers.Text;
using System.Text.Json;

namespace Secretariat.Formats.Statistics;

/// <summary>The status of a JSON-stat dataset's values: one for all, one a value, or of some positions.</summary>
internal sealed class JsonStatStatus
{
    private readonly Dictionary<long, string> byPosition = [];
    private readonly List<string> inOrder = [];
    private readonly Dictionary<string, string> known = new(StringComparer.Ordinal);
    private readonly string all = "";

    public JsonStatStatus(ReadOnlyMemory<byte> json)
    {
        if (json.IsEmpty)
            return;
        var reader = new Utf8JsonReader(json.Span);
        reader.Read();
        if (reader.TokenType is JsonTokenType.String)
            all = ObservationValue.Flags(reader.GetString());
        else if (reader.TokenType is JsonTokenType.StartArray)
        {
            ReadArray(reader);
            // Of one status, "status" of the format says that it holds for all values.
            if (inOrder is [var only])
                all = only;
        }
        else if (reader.TokenType is JsonTokenType.StartObject)
            ReadObject(reader);
    }

    public string At(long position) =>
        position < inOrder.Count ? inOrder[(int)position] : byPosition.GetValueOrDefault(position, all);

    /// <summary>The position that a member's name says, or -1.</summary>
    public static long Position(ref Utf8JsonReader reader) =>
        !reader.ValueIsEscaped
        && Utf8Parser.TryParse(reader.ValueSpan, out long position, out var used)
        && used == reader.ValueSpan.Length
            ? position
            : -1;

    private void ReadArray(Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            inOrder.Add(reader.TokenType is JsonTokenType.String ? Flags(reader.GetString()!) : "");
            reader.Skip();
        }
    }

    private void ReadObject(Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var at = Position(ref reader);
            reader.Read();
            if (reader.TokenType is JsonTokenType.String && Flags(reader.GetString()!) is { Length: > 0 } flags)
                byPosition[at] = flags;
            reader.Skip();
        }
    }

    private string Flags(string status)
    {
        if (!known.TryGetValue(status, out var flags))
            known[status] = flags = ObservationValue.Flags(status);
        return flags;
    }
}
