using System.Text;
using System.Text.Json;
using Secretariat.Platform.Cli;

namespace Secretariat.Modules.Letters;

/// <summary>The values of one letter out of a file: a JSON object in UTF-8, with or without its mark, or in UTF-16 with it.</summary>
internal static class LetterValues
{
    private const int MaxBytes = 20 * 1024 * 1024;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    private static readonly Encoding[] Marked =
    [
        Utf8,
        new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
    ];

    public static async Task<JsonDocument> ReadAsync(string file, CancellationToken cancellationToken)
    {
        var text = Decoded(file, await InputFile.ReadAsync(file, MaxBytes, cancellationToken));
        try
        {
            var values = JsonDocument.Parse(text);
            if (values.RootElement.ValueKind is JsonValueKind.Object)
                return values;
            values.Dispose();
            throw new RefusedException($"{file} holds no object: write the values as {{\"name\": \"value\", …}}.");
        }
        catch (JsonException problem)
        {
            throw new RefusedException(
                $"{file} is no JSON from line {problem.LineNumber + 1}, byte {problem.BytePositionInLine + 1} on: mend it there."
            );
        }
    }

    private static string Decoded(string file, byte[] bytes)
    {
        var marked = Array.Find(Marked, encoding => bytes.AsSpan().StartsWith(encoding.Preamble));
        try
        {
            return marked is null ? Utf8.GetString(bytes) : marked.GetString(bytes.AsSpan(marked.Preamble.Length));
        }
        catch (DecoderFallbackException)
        {
            throw new RefusedException(
                marked is null or UTF8Encoding
                    ? $"{file} is not in UTF-8: save it in that encoding."
                    : $"{file} is not in the encoding that its first bytes say: save it in UTF-8."
            );
        }
    }
}
