using System.Text.Json;

namespace Secretariat.Formats.Statistics;

/// <summary>What an answer says instead of data: SDMX-JSON's errors, Eurostat's error and warning.</summary>
internal static class JsonNotices
{
    private static readonly string[] Names = ["title", "detail", "label", "message", "text"];

    /// <summary>Takes the texts of an object or of each object of an array.</summary>
    public static void Take(ObservationTable table, ReadOnlyMemory<byte> json)
    {
        var reader = new Utf8JsonReader(json.Span);
        var isText = false;
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.PropertyName)
            {
                isText = Array.IndexOf(Names, reader.GetString()) >= 0;
                continue;
            }
            if (reader.TokenType is JsonTokenType.String && (isText || reader.CurrentDepth is 0))
                table.Notice(reader.GetString()!);
        }
    }
}
