using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;

namespace Secretariat.Formats.Json;

/// <summary>
/// JSON (RFC 8259) that was checked as a whole before anything is taken from it, so that its parts can be read in any order, straight from
/// the bytes and without a tree of the whole.
/// </summary>
internal static class SoundJson
{
    /// <summary>Longest part in bytes that is held as a tree, which takes several times as much memory.</summary>
    public const int MaxTree = 4 * 1024 * 1024;

    /// <summary>Members of an object that is read by name.</summary>
    private const int MaxMembers = 1_000;

    public static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> json) =>
        json.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? json[3..] : json;

    /// <exception cref="InvalidDataException">It is nested too deep, or one of its texts is none.</exception>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static void Check(ReadOnlySpan<byte> json, int maxDepth)
    {
        if (!Utf8.IsValid(json))
            throw new InvalidDataException("It is JSON that is not written in UTF-8: fetch it again from its source.");
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = maxDepth + 1 });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && reader.CurrentDepth >= maxDepth)
                throw new InvalidDataException(
                    $"Its objects and arrays are nested more than {maxDepth} deep at byte {reader.TokenStartIndex}: such a file is not read; fetch it again from its source."
                );
            if (reader.ValueIsEscaped)
                CheckText(ref reader);
        }
    }

    /// <summary>JSON can write half a character, which no text can hold (RFC 8259 section 8.2).</summary>
    private static void CheckText(ref Utf8JsonReader reader)
    {
        try
        {
            reader.GetString();
        }
        catch (InvalidOperationException problem)
        {
            throw new InvalidDataException(
                $"The text at byte {reader.TokenStartIndex} holds half a character: fetch the file again from its source.",
                problem
            );
        }
    }

    public static string WhyNot(JsonException problem) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"It is no sound JSON at line {(problem.LineNumber ?? 0) + 1}, byte {problem.BytePositionInLine ?? 0}: fetch it again from its source."
        );

    /// <summary>The members of an object and the bytes of their values; of a name that comes twice the last one.</summary>
    public static Dictionary<string, ReadOnlyMemory<byte>> Members(ReadOnlyMemory<byte> json)
    {
        var members = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(json.Span);
        if (!reader.Read() || reader.TokenType is not JsonTokenType.StartObject)
            return members;
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            members[name] = Value(ref reader, json);
            if (members.Count > MaxMembers)
                throw new InvalidDataException(
                    $"One of its objects has more than {MaxMembers} members where a few are meant: it is not read."
                );
        }
        return members;
    }

    /// <summary>The values of an array, one after the other.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Items(ReadOnlyMemory<byte> json)
    {
        for (var at = FirstItem(json); at < json.Length; )
        {
            if (NextItem(json, ref at) is not { } item)
                yield break;
            yield return item;
        }
    }

    /// <summary>A part as a tree.</summary>
    public static JsonDocument Tree(ReadOnlyMemory<byte> json, string what) =>
        json.Length <= MaxTree
            ? JsonDocument.Parse(json)
            : throw new InvalidDataException(
                $"{what} has {json.Length} bytes, and at most {MaxTree} are read: ask the source for fewer codes."
            );

    /// <summary>Moves on to the next value, and over it.</summary>
    public static ReadOnlyMemory<byte> Value(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json)
    {
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return json[start..(int)reader.BytesConsumed];
    }

    private static int FirstItem(ReadOnlyMemory<byte> json)
    {
        var reader = new Utf8JsonReader(json.Span);
        return reader.Read() && reader.TokenType is JsonTokenType.StartArray ? (int)reader.BytesConsumed : json.Length;
    }

    private static ReadOnlyMemory<byte>? NextItem(ReadOnlyMemory<byte> json, ref int at)
    {
        var left = json[at..];
        var blanks = left.Span.IndexOfAnyExcept(" \t\r\n,"u8);
        if (blanks < 0 || left.Span[blanks] is (byte)']')
            return null;
        // A reader that may stop within the text reads one value of what follows.
        var reader = new Utf8JsonReader(left.Span[blanks..], isFinalBlock: false, default);
        if (!reader.Read())
            return null;
        reader.TrySkip();
        at += blanks + (int)reader.BytesConsumed;
        return left.Slice(blanks, (int)reader.BytesConsumed);
    }
}
