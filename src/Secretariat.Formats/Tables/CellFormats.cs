using System.Globalization;
using System.Xml;
using Secretariat.Formats.Packages;

namespace Secretariat.Formats.Tables;

/// <summary>How the cells of a workbook show their numbers, by the number of the style that a cell names (ECMA-376 part 1, section 18.8).</summary>
internal sealed class CellFormats
{
    private const long MaxBytes = 16_000_000;
    private const int MaxFormats = 100_000;

    private readonly Dictionary<int, NumberFormat> codes = [];
    private readonly List<NumberFormat> cells = [];

    public static CellFormats Read(OfficePackage package, string? part)
    {
        var formats = new CellFormats();
        using var xml = part is null ? null : package.Open(part, MaxBytes);
        var inCells = false;
        while (xml?.Next() is true)
        {
            if (xml.LocalName is "cellXfs")
                inCells = xml.NodeType is XmlNodeType.Element && !xml.IsEmptyElement;
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "numFmt" })
                formats.AddCode(xml);
            else if (inCells && xml is { NodeType: XmlNodeType.Element, LocalName: "xf" })
                formats.AddCell(NumberOf(xml, "numFmtId"));
        }

        return formats;
    }

    /// <summary>The format of a style; of one that is not there, the general one.</summary>
    public NumberFormat Of(int style) => style >= 0 && style < cells.Count ? cells[style] : NumberFormat.General;

    private void AddCode(XmlReader xml)
    {
        // The formats for parts of cells (dxf) come later in the file and may repeat numbers.
        if (NumberOf(xml, "numFmtId") is { } id && codes.Count < MaxFormats)
            codes.TryAdd(id, NumberFormat.Parse(xml.GetAttribute("formatCode") ?? ""));
    }

    private void AddCell(int? id)
    {
        if (cells.Count == MaxFormats)
            throw OfficePackage.TooLarge();
        cells.Add(codes.TryGetValue(id ?? 0, out var own) ? own : NumberFormat.BuiltIn(id ?? 0));
    }

    private static int? NumberOf(XmlReader xml, string attribute) =>
        int.TryParse(xml.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
