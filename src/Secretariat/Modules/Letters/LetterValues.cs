using System.Text;
using System.Text.Json;
using Secretariat.Platform.Cli;

namespace Secretariat.Modules.Letters;

/// <summary>The values of one letter out of a file: a JSON object in UTF-8, with or without its mark, or in UTF-16 with it.</summary>
internal static class LetterValues
{
    private const int MaxBytes = 20 * 1024 * 1024;

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
        try
        {
            using var reader = new StreamReader(
                new MemoryStream(bytes),
                new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true),
                detectEncodingFromByteOrderMarks: true
            );
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            throw new RefusedException($"{file} is not in UTF-8: save it in that encoding.");
        }
    }
}
