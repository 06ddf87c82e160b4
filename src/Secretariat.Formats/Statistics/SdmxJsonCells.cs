using System.Buffers.Text;
using System.Text.Json;

namespace Secretariat.Formats.Statistics;

/// <summary>Observations of an SDMX-JSON message, read straight from its bytes.</summary>
internal sealed class SdmxJsonCells(ObservationTable table, SdmxJsonStructure structure)
{
    private const int MaxKey = 1_000;

    private readonly int[] indexes = new int[Math.Max(structure.Series.Count, structure.Observation.Count)];
    private string? outerTime = structure.SetFixed();
    private string seriesFlags = "";
    private string? value;
    private string flags = "";

    /// <summary>Begins a series; false, with a notice, when its key does not fit the structure.</summary>
    public bool Begin(string key, ReadOnlyMemory<byte> attributes)
    {
        outerTime = structure.SetFixed();
        seriesFlags = attributes.IsEmpty ? "" : FlagsOf(attributes);
        if (key.Length <= MaxKey && TryIndexes(System.Text.Encoding.UTF8.GetBytes(key), structure.Series))
        {
            outerTime = Set(structure.Series) ?? outerTime;
            return true;
        }
        table.LeaveOut($"The series {key} is none of the structure; it is left out.");
        return false;
    }

    /// <summary>Reads an object of observations by key.</summary>
    public void Read(ReadOnlyMemory<byte> observations)
    {
        var reader = new Utf8JsonReader(observations.Span);
        if (!reader.Read() || reader.TokenType is not JsonTokenType.StartObject)
            return;
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var fits = !reader.ValueIsEscaped && TryIndexes(reader.ValueSpan, structure.Observation);
            if (!fits)
                table.LeaveOut($"The observation {reader.GetString()} is none of the structure; it is left out.");
            reader.Read();
            if (reader.TokenType is not JsonTokenType.StartArray)
                reader.Skip();
            else if (ReadCells(ref reader) && fits)
                table.Add(Set(structure.Observation) ?? outerTime, value!, flags.Length > 0 ? flags : seriesFlags);
        }
    }

    /// <summary>Takes value and flags of one observation: measures, then attributes.</summary>
    private bool ReadCells(ref Utf8JsonReader reader)
    {
        (value, flags) = (null, "");
        for (var place = 0; reader.Read() && reader.TokenType is not JsonTokenType.EndArray; place++)
        {
            if (place == structure.ValueAt && place < structure.Measures)
                value = Value(ref reader);
            else if (place >= structure.Measures)
                flags = ObservationValue.Join(
                    flags,
                    FlagsAt(ref reader, structure.ObservationStatus, place - structure.Measures)
                );
            if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
                reader.Skip();
        }
        return value is not null;
    }

    private string? Value(ref Utf8JsonReader reader)
    {
        if (!table.Keeps && reader.TokenType is JsonTokenType.Number && structure.Coded is null)
            return "";
        var written = Written(ref reader);
        if (structure.Coded is { } codes && Utf8Parser.TryParse(reader.ValueSpan, out int index, out _))
            written = index >= 0 && index < codes.Count ? codes[index] : null;
        return ObservationValue.Read(written, default);
    }

    private string FlagsOf(ReadOnlyMemory<byte> attributes)
    {
        var reader = new Utf8JsonReader(attributes.Span);
        if (!reader.Read() || reader.TokenType is not JsonTokenType.StartArray)
            return "";
        var letters = "";
        for (var place = 0; reader.Read() && reader.TokenType is not JsonTokenType.EndArray; place++)
        {
            letters = ObservationValue.Join(letters, FlagsAt(ref reader, structure.SeriesStatus, place));
            if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
                reader.Skip();
        }
        return letters;
    }

    private static string FlagsAt(
        ref Utf8JsonReader reader,
        IReadOnlyDictionary<int, SdmxJsonStructure.Attribute> known,
        int place
    )
    {
        if (!known.TryGetValue(place, out var attribute))
            return "";
        return reader.TokenType is JsonTokenType.StartArray ? SeveralFlags(ref reader, attribute) : Flags(ref reader, attribute);
    }

    private static string SeveralFlags(ref Utf8JsonReader reader, SdmxJsonStructure.Attribute attribute)
    {
        var letters = "";
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            letters = ObservationValue.Join(letters, Flags(ref reader, attribute));
            reader.Skip();
        }
        return letters;
    }

    private static string Flags(ref Utf8JsonReader reader, SdmxJsonStructure.Attribute attribute)
    {
        if (reader.TokenType is not JsonTokenType.Number || attribute.Flags.Count is 0)
            return ObservationValue.Flags(Written(ref reader));
        return reader.TryGetInt32(out var index) && index >= 0 && index < attribute.Flags.Count ? attribute.Flags[index] : "";
    }

    private static string? Written(ref Utf8JsonReader reader) =>
        reader.TokenType switch
        {
            JsonTokenType.Number => System.Text.Encoding.ASCII.GetString(reader.ValueSpan),
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.True => "true",
            JsonTokenType.False => "false",
            _ => null,
        };

    /// <summary>The indexes of a key such as 0:3:1, one for each dimension of the level and within its values.</summary>
    private bool TryIndexes(ReadOnlySpan<byte> key, IReadOnlyList<SdmxJsonStructure.Dimension> level)
    {
        for (var i = 0; i < level.Count; i++)
        {
            if (!Utf8Parser.TryParse(key, out int index, out var used) || index < 0 || index >= level[i].Codes.Count)
                return false;
            indexes[i] = index;
            key = key[used..];
            if (i < level.Count - 1)
            {
                if (key.IsEmpty || key[0] is not (byte)':')
                    return false;
                key = key[1..];
            }
        }
        return key.IsEmpty;
    }

    /// <summary>Sets the dimensions of a level by the indexes that were read; gives the period, if it is among them.</summary>
    private string? Set(IReadOnlyList<SdmxJsonStructure.Dimension> level)
    {
        string? time = null;
        for (var i = 0; i < level.Count; i++)
            if (level[i].IsTime)
                time = level[i].Codes[indexes[i]];
            else
                level[i].Set(table, indexes[i]);
        return time;
    }
}
