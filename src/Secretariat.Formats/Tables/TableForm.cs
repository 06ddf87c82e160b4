namespace Secretariat.Formats.Tables;

/// <summary>How a table is written to a file.</summary>
public enum TableForm
{
    /// <summary>Text with commas (RFC 4180), in UTF-8 with its mark: <c>text/csv</c>.</summary>
    Csv,

    /// <summary>The same with tabs: <c>text/tab-separated-values</c>.</summary>
    Tsv,

    /// <summary>A workbook of one sheet (ECMA-376): <c>application/vnd.openxmlformats-officedocument.spreadsheetml.sheet</c>.</summary>
    Xlsx,
}
