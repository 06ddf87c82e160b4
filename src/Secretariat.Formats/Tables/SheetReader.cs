using System.Globalization;
using System.Xml;
using Secretariat.Formats.Packages;

namespace Secretariat.Formats.Tables;

/// <summary>The cells of a sheet as text (ECMA-376 part 1, section 18.3.1), row by row; what lies between two rows or cells takes no room.</summary>
/// <param name="strings">The texts that cells share.</param>
/// <param name="formats">How cells show their numbers.</param>
/// <param name="since1904">Whether days are counted from 1904.</param>
/// <param name="isWhole">Whether cells and rows without anything are kept where the sheet has them.</param>
internal sealed class SheetReader(SharedStrings strings, CellFormats formats, bool since1904, bool isWhole)
{
    private const long MaxBytes = 64_000_000;
    private const int MaxMerged = 5_000;
    private const int LastRow = 1_048_576;

    private readonly RawTable table = new(isWhole);
    private readonly List<string> cells = [];
    private readonly CellText text = new();
    private int row;
    private int merged;

    public RawTable Read(OfficePackage package, string part)
    {
        using var xml = package.Open(part, MaxBytes)!;
        while (xml.Next())
        {
            if (xml.NodeType is not XmlNodeType.Element)
                continue;
            if (xml.LocalName is "row")
                ReadRow(xml);
            else if (xml.LocalName is "mergeCell")
                Merge(xml.GetAttribute("ref") ?? "");
            else if (xml.LocalName is "extLst")
                xml.Pass();
        }

        return table;
    }

    private void ReadRow(XmlReader xml)
    {
        row = NumberOf(xml.GetAttribute("r")) is { } said && said > row && said <= LastRow ? said : row + 1;
        cells.Clear();
        if (xml.IsEmptyElement)
            return;
        var (depth, next) = (xml.Depth, 0);
        while (xml.Next() && xml.Depth > depth)
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "c" })
                continue;
            next = CellReference.Parse(xml.GetAttribute("r"))?.Column ?? next;
            if (next >= TableReader.MaxColumns)
                throw new UnreadableException(
                    Sentence.Of("Row {0} has more than {1} cells: save the list again.", row, TableReader.MaxColumns)
                );
            if (ReadCell(xml, next) is var value && (value.Length > 0 || isWhole))
                Put(next, value);
            next++;
        }

        table.Add(row, cells);
    }

    private void Put(int column, string value)
    {
        while (cells.Count <= column)
            cells.Add("");
        cells[column] = value;
    }

    private string ReadCell(XmlReader xml, int column)
    {
        var (type, style) = (xml.GetAttribute("t"), NumberOf(xml.GetAttribute("s")) ?? 0);
        if (xml.IsEmptyElement)
            return "";
        string? value = null;
        var (depth, isFormula) = (xml.Depth, false);
        while (xml.Next() && xml.Depth > depth)
        {
            if (xml.NodeType is not XmlNodeType.Element)
                continue;
            if (xml.LocalName is "v")
                value = type is "s" ? Shared(text.ReadPlain(xml), column) : ValueOf(type, text.ReadPlain(xml), style);
            else if (xml.LocalName is "is")
                value = text.ReadRich(xml);
            else if (xml.LocalName is "f")
            {
                isFormula = true;
                xml.Pass();
            }
        }

        Tell(column, type, value, isFormula);
        return value ?? "";
    }

    private void Tell(int column, string? type, string? value, bool isFormula)
    {
        if (isFormula && value is null)
            table.Tell(
                row,
                column,
                Sentence.Of(
                    "The cell holds a formula whose result was not saved: save the workbook again in a spreadsheet program."
                )
            );
        else if (type is "e")
            table.Tell(row, column, Sentence.Of("The formula of the cell fails: {0}.", value));
        else if (value is not null && text.IsCut)
            TellCut(column);
    }

    private void TellCut(int column) =>
        table.Tell(
            row,
            column,
            Sentence.Of("The cell is too long; the first {0} characters were read.", TableReader.MaxCellCharacters)
        );

    private string Shared(string written, int column)
    {
        if (NumberOf(written.Trim()) is not { } index || strings[index] is not { } shared)
        {
            table.Tell(
                row,
                column,
                Sentence.Of("The text of the cell is missing in the file: save the workbook again in a spreadsheet program.")
            );
            return "";
        }

        if (strings.IsCut(index))
            TellCut(column);
        return shared;
    }

    private string ValueOf(string? type, string written, int style) =>
        type switch
        {
            "str" or "inlineStr" => XmlText.Unescape(written),
            "b" => written.Trim() is "1" or "true" ? "TRUE" : "FALSE",
            "e" or "d" => written.Trim(),
            _ => Number(written.Trim(), formats.Of(style)),
        };

    private string Number(string written, NumberFormat format)
    {
        if (
            !double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            || !double.IsFinite(number)
        )
            return written;
        var day = format.Date is DateParts.None ? null : SheetDate.Show(number, format.Date, since1904);
        return day ?? format.Show(number, written);
    }

    private void Merge(string range)
    {
        var colon = range.IndexOf(':', StringComparison.Ordinal);
        if (
            colon < 0
            || CellReference.Parse(range.AsSpan(0, colon)) is not { } first
            || CellReference.Parse(range.AsSpan(colon + 1)) is not { } last
            || last.Row <= first.Row
        )
            return;
        if (++merged <= MaxMerged)
            table.FillDown(first.Column, first.Row, last.Row);
        else if (merged == MaxMerged + 1)
            table.Tell(
                first.Row,
                first.Column,
                Sentence.Of(
                    "From here on merged cells hold for their first row alone, as only {0} are followed: undo the merging and save the list again.",
                    MaxMerged
                )
            );
    }

    private static int? NumberOf(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
