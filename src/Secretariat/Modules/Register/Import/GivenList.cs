using Secretariat.Formats.Tables;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Import;

/// <summary>A list as it was given, in whatever form, read as rows of cells.</summary>
public sealed class GivenList
{
    /// <summary>Rows that are imported at once: all of them are looked at together, and written together.</summary>
    public const int MostRows = 10_000;

    private readonly TableFile table;
    private readonly ILookup<int, TableProblem> met;
    private readonly Dictionary<int, DayOrder> dayOrders = [];

    private GivenList(TableFile table) => (this.table, met) = (table, table.Met.ToLookup(p => p.Row));

    public IReadOnlyList<TableRow> Rows => table.Rows;

    public IReadOnlyList<string> Header => table.Header;

    public IReadOnlyList<TableProblem> Problems => table.Problems;

    /// <summary>The sheet that was read; null where there are none.</summary>
    public string? Sheet => table.Sheet;

    /// <summary>The charset of a text file; null where the file needs none.</summary>
    public string? Encoding => table.Encoding;

    public bool IsEncodingSure => table.IsEncodingSure;

    public IEnumerable<string> OtherSheets => table.Sheets.Where(s => s != table.Sheet);

    /// <summary>Why nothing can be imported from it, or null.</summary>
    public Reason? Refusal { get; private init; }

    public int Width { get; private init; }

    /// <param name="fields">What its rows can say: a row of their names is the header, whatever else it looks like.</param>
    /// <param name="encoding">The charset of a text file, where somebody chose it; else it is guessed.</param>
    public static GivenList Read(
        string fileName,
        byte[] bytes,
        string? sheet,
        IReadOnlyList<Field> fields,
        string? encoding = null
    )
    {
        if (bytes.Length > TableReader.MaxBytes)
            return Refused(TooLarge);
        var ending = Path.GetExtension(fileName).ToLowerInvariant();
        if (ending is ".json")
            return WrittenList.Read(bytes) is var (written, reason) && written is not null ? Of(written) : Refused(reason!);
        var names = fields.SelectMany(f => f.Headings).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var isWorkbook = ending is ".xlsx" or ".xlsm";
        var read = TableReader.Read(bytes, string.IsNullOrWhiteSpace(sheet) ? null : sheet, isWorkbook, names, encoding);
        return read.Refusal is { } unreadable ? Refused(Reason.Of(unreadable)) : Of(read);
    }

    public static Reason TooLarge =>
        Text.Key("The file has more than {0} MB: give it in parts.", TableReader.MaxBytes / 1024 / 1024);

    public static Reason TooMany(int rows) =>
        Text.Key("It has {0} rows, and at most {1} are imported at once: give it in parts.", rows, MostRows);

    /// <summary>What a column is called: its name, or its letter.</summary>
    public string NameOf(int column) => table.NameOf(column);

    /// <summary>What the reader met in the cells of a row, by the name of the column.</summary>
    public IEnumerable<TableProblem> MetIn(int row) => met[row];

    /// <summary>The columns that hold something and of which nothing is taken.</summary>
    public IReadOnlyList<string> Unread(ColumnChoice columns) =>
        [
            .. Enumerable
                .Range(0, Width)
                .Except(columns.Columns.Values)
                .Where(i => Rows.Any(r => i < r.Cells.Count && WrittenCell.Said(r.Cells[i]) is not null))
                .Select(NameOf),
        ];

    /// <summary>The column of a field by the reader of lists.</summary>
    public int? Understood(string field) => table.Places.TryGetValue(field, out var column) ? column : null;

    /// <summary>Further columns that are called as the field is.</summary>
    public IReadOnlyList<int> AlsoUnderstood(string field) => table.OtherPlaces.GetValueOrDefault(field) ?? [];

    /// <summary>Whether the reader of lists found some field in the column.</summary>
    public bool IsUnderstood(int column) => table.Places.Values.Contains(column);

    public DayOrder DayOrderOf(int column)
    {
        if (!dayOrders.TryGetValue(column, out var order))
            dayOrders[column] = order = WrittenDay.OrderOf(Rows.Where(r => column < r.Cells.Count).Select(r => r.Cells[column]));
        return order;
    }

    private static GivenList Of(TableFile read)
    {
        if (read.Rows.Count > MostRows)
            return Refused(TooMany(read.Rows.Count));
        return new(read) { Width = Math.Max(read.Header.Count, read.Rows.Select(r => r.Cells.Count).DefaultIfEmpty().Max()) };
    }

    private static GivenList Refused(Reason reason) => new(new TableFile()) { Refusal = reason };
}
