using System.Text.Json;
using Secretariat.Formats.Html;
using Secretariat.Formats.Json;
using Secretariat.Formats.Mime;

namespace Secretariat.Formats.Procedures;

/// <summary>
/// Reads a legislative procedure from the European Parliament's open data (API v2, a Process as JSON-LD) or from its page in the
/// Legislative Observatory (OEIL, HTML, English or French, as it is since 2024 and as it was before).
/// </summary>
public static class ProcedureReader
{
    /// <summary>Largest file in bytes.</summary>
    public const int MaxBytes = SoundJson.MaxTree;

    /// <summary>Most events of a procedure.</summary>
    public const int MaxEvents = 20_000;

    /// <summary>Most notices; the last one counts the others.</summary>
    public const int MaxNotices = 50;

    /// <summary>Deepest nesting of JSON.</summary>
    public const int MaxDepth = 64;

    /// <summary>
    /// Reads a file; takes time linear in its length. An event that has no content or no date becomes a notice, and the others stay. Of an OEIL
    /// page the events are its key events, which name no actor.
    /// </summary>
    /// <param name="bytes">The file, which tells itself whether it is JSON or HTML.</param>
    /// <exception cref="InvalidDataException">Why no procedure can be made out, the place in the file where there is one, and what to do.</exception>
    public static Procedure Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > MaxBytes)
            throw new InvalidDataException(
                $"It has {bytes.Length} bytes, and at most {MaxBytes} are read: give the file of one procedure."
            );
        var json = SoundJson.WithoutMark(bytes);
        var start = json.Span.TrimStart(" \t\r\n"u8);
        if (start.IsEmpty)
            throw new InvalidDataException("There is nothing in it: fetch it again from its source.");
        if (start[0] is not ((byte)'{' or (byte)'['))
            return new OeilPage().Read(Charsets.Decode(bytes.Span, HtmlCharset.NamedIn(bytes.Span), out _));
        try
        {
            SoundJson.Check(json.Span, MaxDepth);
            using var tree = JsonDocument.Parse(json);
            return new ParliamentProcess().Read(tree.RootElement);
        }
        catch (JsonException problem)
        {
            throw new InvalidDataException(SoundJson.WhyNot(problem), problem);
        }
    }
}
