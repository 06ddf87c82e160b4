namespace Secretariat.Formats.Tables;

/// <summary>
/// Lists of people and partners as they are sent: delimited text (RFC 4180, and what people make of it) and Excel workbooks (ECMA-376
/// part 1, section 18). Never throws on any bytes; time and memory are linear in the size, within the limits below. What
/// <see cref="TableWriter"/> wrote is known by its form and given back as it was; of all other files the reader finds out what is meant.
/// </summary>
public static class TableReader
{
    /// <summary>Bytes of a file that are read: 12 MiB.</summary>
    public const int MaxBytes = 12 * 1024 * 1024;

    /// <summary>Rows that hold anything.</summary>
    public const int MaxRows = 250_000;

    /// <summary>Columns, as many as a sheet of Excel has.</summary>
    public const int MaxColumns = 16_384;

    /// <summary>Cells of all rows together, the empty ones before the last of a row included.</summary>
    public const int MaxCells = 2_000_000;

    /// <summary>UTF-16 units of one cell, as many as Excel takes; what follows is cut, and told as a problem.</summary>
    public const int MaxCellCharacters = 32_767;

    /// <summary>UTF-16 units of all cells together.</summary>
    public const int MaxCharacters = 24 * 1024 * 1024;

    /// <summary>Problems that are told; the last one says that there are more.</summary>
    public const int MaxProblems = 1_000;

    /// <summary>The charsets that text is read in, by their IANA names.</summary>
    public static IReadOnlyList<string> CharsetNames { get; } = [.. Charsets.Names];

    /// <summary>Reads a list from the bytes of its file.</summary>
    /// <param name="file">The bytes.</param>
    /// <param name="sheet">The sheet of a workbook by its name, whatever its case; null for the first one that is shown. Text has no sheets.</param>
    /// <param name="mustBeWorkbook">Whether the name of the file promises a workbook, so that text is refused.</param>
    /// <param name="names">Names of columns that whoever asks knows: the first row that mostly holds such names is the header.</param>
    /// <param name="charset">One of <see cref="CharsetNames"/>, where whoever asks knows it; else it is found out. A workbook has none.</param>
    public static TableFile Read(
        ReadOnlyMemory<byte> file,
        string? sheet = null,
        bool mustBeWorkbook = false,
        IReadOnlySet<string>? names = null,
        string? charset = null
    )
    {
        try
        {
            return ReadOrRefuse(file, sheet, mustBeWorkbook, names, charset);
        }
        catch (UnreadableException refused)
        {
            return new TableFile { Refusal = refused.Reason };
        }
    }

    private static TableFile ReadOrRefuse(
        ReadOnlyMemory<byte> file,
        string? sheet,
        bool mustBeWorkbook,
        IReadOnlySet<string>? names,
        string? charset
    )
    {
        if (file.Length > MaxBytes)
            throw new UnreadableException(
                Sentence.Of("It has {0} bytes, and at most {1} are read: give it in parts.", file.Length, MaxBytes)
            );
        if (file.IsEmpty)
            throw new UnreadableException(Sentence.Of("There is nothing in it: save the list again."));
        return mustBeWorkbook || IsPackage(file.Span) ? ReadWorkbook(file, sheet, names) : ReadText(file.Span, names, charset);
    }

    private static bool IsPackage(ReadOnlySpan<byte> file) =>
        file.StartsWith("PK\u0003\u0004"u8) || file.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);

    private static TableFile ReadWorkbook(ReadOnlyMemory<byte> file, string? sheet, IReadOnlySet<string>? names)
    {
        var (name, raw, isWritten, sheets) = Workbook.Read(file, sheet);
        return (isWritten ? Understanding.OfWritten(raw) : Understanding.Of(raw, names)) with { Sheet = name, Sheets = sheets };
    }

    private static TableFile ReadText(ReadOnlySpan<byte> file, IReadOnlySet<string>? names, string? charset)
    {
        if (charset is null && WrittenText.Read(file) is { } written)
            return Understanding.OfWritten(written.Table) with { Encoding = "utf-8", Delimiter = written.Delimiter.ToString() };
        var (text, encoding, isSure) = TextDecoder.Decode(file, charset);
        var (start, delimiter) = Delimiters.Find(text);
        var raw = new DelimitedReader(text, start, delimiter).Read();
        return Understanding.Of(raw, names) with
        {
            Encoding = encoding,
            IsEncodingSure = isSure,
            Delimiter = delimiter.ToString(),
        };
    }
}
