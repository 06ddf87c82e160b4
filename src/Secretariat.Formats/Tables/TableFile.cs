namespace Secretariat.Formats.Tables;

/// <summary>A list as a person would read it: a header, the rows below it, what the columns hold and what is wrong.</summary>
public sealed record TableFile
{
    /// <summary>The charset of a text file by its IANA name; null for a workbook.</summary>
    public string? Encoding { get; init; }

    /// <summary>Whether the text can hardly be in another charset: it was said, the file shows it, or every other makes clearly less sense.</summary>
    public bool IsEncodingSure { get; init; } = true;

    /// <summary>What stands between the cells of a text file: <c>,</c> <c>;</c> a tab or <c>|</c>; null for a workbook.</summary>
    public string? Delimiter { get; init; }

    /// <summary>The sheet that was read; null for a text file.</summary>
    public string? Sheet { get; init; }

    /// <summary>All sheets of the workbook that have cells, the hidden ones too, in their order; none for a text file.</summary>
    public IReadOnlyList<string> Sheets { get; init; } = [];

    /// <summary>The row of the header, from 1 as a spreadsheet counts, title rows and empty rows included; of two header rows the lower; null where there is none.</summary>
    public int? HeaderRow { get; init; }

    /// <summary>The names of the columns; empty where there is no header. A column without a name is an empty text.</summary>
    public IReadOnlyList<string> Header { get; init; } = [];

    /// <summary>The rows below the header (all rows where there is none) that hold anything; of what <see cref="TableWriter"/> wrote, all.</summary>
    public IReadOnlyList<TableRow> Rows { get; init; } = [];

    /// <summary>
    /// Which column holds what: of <c>given</c>, <c>family</c>, <c>name</c>, <c>function</c>, <c>organisation</c>, <c>email</c>, <c>phone</c>
    /// and <c>country</c>, those that were found, with the name of the column or its letter where it has none.
    /// </summary>
    public IReadOnlyDictionary<string, string> Mapping { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The same fields, each with the place of its column in <see cref="TableRow.Cells"/>.</summary>
    public IReadOnlyDictionary<string, int> Places { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>For a field with several columns of its name: the others, the likeliest first.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<int>> OtherPlaces { get; init; } =
        new Dictionary<string, IReadOnlyList<int>>(StringComparer.Ordinal);

    /// <summary>The columns to the left of the first one of <see cref="TableRow.Cells"/>, which hold nothing.</summary>
    public int EmptyBefore { get; init; }

    /// <summary>What a column is called, by its place in <see cref="TableRow.Cells"/>: its name, or its letter where it has none.</summary>
    public string NameOf(int column) =>
        column >= 0 && column < Header.Count && Header[column].Length > 0
            ? Header[column]
            : CellReference.LettersOf(column + EmptyBefore);

    /// <summary>What somebody should look at, in the order of the rows; at most <see cref="TableReader.MaxProblems"/>.</summary>
    public IReadOnlyList<TableProblem> Problems { get; init; } = [];

    /// <summary>Those of them that the reader met in cells, whatever the columns hold: where the cell is empty, what stood there could not be read.</summary>
    public IReadOnlyList<TableProblem> Met { get; init; } = [];

    /// <summary>Why nothing could be read, as a sentence with the remedy; null where something was.</summary>
    public Sentence? Refusal { get; init; }

    /// <summary>The same in English.</summary>
    public string? UnreadableReason => Refusal?.ToString();
}

/// <summary>A row of a list.</summary>
/// <param name="Number">From 1, as a spreadsheet counts.</param>
/// <param name="Cells">As text, at the places of <see cref="TableFile.Header"/>; a row may be shorter or longer than the header.</param>
public sealed record TableRow(int Number, IReadOnlyList<string> Cells);

/// <summary>Something in a list that somebody should look at.</summary>
/// <param name="Row">From 1, as a spreadsheet counts.</param>
/// <param name="Column">The name of the column, its letter where it has none, or null where it is about the row.</param>
/// <param name="Said">A sentence.</param>
public sealed record TableProblem(int Row, string? Column, Sentence Said)
{
    /// <summary>The sentence in English.</summary>
    public string Message => Said.ToString();
}
