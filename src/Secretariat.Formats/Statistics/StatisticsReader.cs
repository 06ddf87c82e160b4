using System.Text.Json;
using System.Xml;
using Secretariat.Formats.Json;
using Secretariat.Formats.Mime;

namespace Secretariat.Formats.Statistics;

/// <summary>
/// Reads statistics as the offices of statistics exchange them: SDMX-CSV 1.0 and 2.0, SDMX-ML 2.1 (generic and structure-specific) and 3.0,
/// SDMX-JSON 1.0 and 2.0 data messages, Eurostat's TSV, JSON-stat 2.0 (a dataset, or a collection of one) and plain CSV.
/// </summary>
public static class StatisticsReader
{
    /// <summary>Largest file in bytes.</summary>
    public const int MaxBytes = 12 * 1024 * 1024;

    /// <summary>Most dimensions of a file.</summary>
    public const int MaxDimensions = 64;

    /// <summary>Most series of a file.</summary>
    public const int MaxSeries = 200_000;

    /// <summary>Most different codes of all dimensions together.</summary>
    public const int MaxCodes = 500_000;

    /// <summary>Longest code or name of a dimension in characters.</summary>
    public const int MaxCodeLength = 1_000;

    /// <summary>Most observations that are handed out as rows; all are counted.</summary>
    public const int MaxRows = 500_000;

    /// <summary>Most lines, observations or data sets that are left out because they cannot be read; a file with more is refused.</summary>
    public const int MaxLeftOut = 10_000;

    /// <summary>Most data sets of a message.</summary>
    public const int MaxDataSets = 1_000;

    /// <summary>Longest tag or text of XML in bytes.</summary>
    public const int MaxMarkup = 64 * 1024;

    /// <summary>Most notices of a file; the last one counts the others.</summary>
    public const int MaxNotices = 20;

    /// <summary>Deepest nesting of elements, objects and arrays.</summary>
    public const int MaxDepth = 64;

    /// <summary>Reads a file; takes time linear in its length. The bytes must stay as they are until the rows are read.</summary>
    /// <param name="bytes">The file, which tells its format itself. Text is UTF-8, UTF-16 with its mark, or else Windows-1252.</param>
    /// <param name="rows">How many observations to hand out, from 0 to <see cref="MaxRows"/>.</param>
    /// <exception cref="InvalidDataException">Why nothing can be made of the file, the place in it where there is one, and what to do.</exception>
    public static StatisticsFile Read(ReadOnlyMemory<byte> bytes, int rows = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows, MaxRows);
        if (bytes.Length > MaxBytes)
            throw new InvalidDataException(
                $"It has {bytes.Length} bytes, and at most {MaxBytes} are read: ask the source for fewer series or years."
            );
        try
        {
            return Begin(bytes.Span) switch
            {
                Kind.Empty => throw new InvalidDataException("There is nothing in it: fetch it again from its source."),
                Kind.Archive => throw new InvalidDataException(
                    "It is a workbook or another archive, of which no figures are read here: save the sheet as CSV."
                ),
                Kind.Json => ReadJson(SoundJson.WithoutMark(bytes), rows),
                Kind.Xml => new SdmxXml(new ObservationTable(rows)).Read(bytes),
                _ => ReadText(Charsets.Decode(bytes.Span, null, out _), rows),
            };
        }
        catch (XmlException problem)
        {
            throw new InvalidDataException(WhyNoXml(bytes.Span, problem), problem);
        }
        catch (JsonException problem)
        {
            throw new InvalidDataException(SoundJson.WhyNot(problem), problem);
        }
    }

    private static StatisticsFile ReadJson(ReadOnlyMemory<byte> json, int rows)
    {
        SoundJson.Check(json.Span, MaxDepth);
        if (json.Span.TrimStart(" \t\r\n"u8)[0] is not (byte)'{')
            throw new InvalidDataException(
                "It is a list of JSON: give one dataset of JSON-stat or one SDMX-JSON message a file."
            );
        var root = SoundJson.Members(json);
        return SdmxJson.IsOne(root)
            ? new SdmxJson(new ObservationTable(rows)).Read(root)
            : new JsonStat(new ObservationTable(rows)).Read(root);
    }

    private static StatisticsFile ReadText(string text, int rows)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
            throw new InvalidDataException("It is no text: give CSV, TSV, XML or JSON.");
        return EurostatTsv.IsOne(text)
            ? new EurostatTsv(new ObservationTable(rows)).Read(text)
            : new CsvStatistics(new ObservationTable(rows)).Read(text);
    }

    private static Kind Begin(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOfAnyExcept(" \t\r\n\0"u8) < 0)
            return Kind.Empty;
        if (bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            return Kind.Archive;
        // UTF-16 has zeros between the characters of markup.
        var start = bytes.TrimStart(
            (ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0, (byte)' ', (byte)'\t', (byte)'\r', (byte)'\n']
        );
        return start.IsEmpty ? Kind.Empty
            : start[0] is (byte)'<' ? Kind.Xml
            : start[0] is (byte)'{' or (byte)'[' ? Kind.Json
            : Kind.Text;
    }

    private static string WhyNoXml(ReadOnlySpan<byte> bytes, XmlException problem)
    {
        var start = Charsets
            .Decode(bytes[..Math.Min(bytes.Length, 4096)], null, out _)
            .TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (
            start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
        )
            return "It is a web page and no statistics: fetch the data behind it, as SDMX, JSON-stat, TSV or CSV.";
        return start.Contains("<!DOCTYPE", StringComparison.Ordinal)
            ? "It declares a document type, by which entities could be brought in, and SDMX has none: take the declaration out."
            : $"It is no sound XML at line {problem.LineNumber}, character {problem.LinePosition}: fetch it again from its source.";
    }

    private enum Kind
    {
        Empty,
        Archive,
        Json,
        Xml,
        Text,
    }
}
