using System.Xml;
using Secretariat.Formats.Packages;

namespace Secretariat.Formats.Tables;

/// <summary>A workbook (ECMA-376 part 1, section 18.2): which sheets it has, and the cells of one.</summary>
internal sealed class Workbook
{
    private const long MaxWorkbookBytes = 4_000_000;
    private const int MaxNamesTold = 10;

    private readonly OfficePackage package;
    private readonly IReadOnlyList<PackageRelationship> parts;
    private readonly List<Sheet> sheets = [];
    private bool since1904;

    private Workbook(OfficePackage package)
    {
        this.package = package;
        var main = MainPart(package);
        parts = package.RelationshipsOf(main);
        ReadSheets(main);
    }

    /// <summary>The name and the cells of a sheet, found by its name or as the first one that is shown.</summary>
    public static (string Name, RawTable Table) Read(ReadOnlyMemory<byte> file, string? sheet) =>
        OfficePackage.Read(
            file,
            package =>
            {
                var workbook = new Workbook(package);
                var chosen = workbook.Choose(sheet);
                var table = workbook.ReadCells(chosen);
                return table.Rows.Count > 0
                    ? (chosen.Name, table)
                    : throw new UnreadableException($"The sheet “{chosen.Name}” is empty. {workbook.SheetsAsWords()}");
            }
        );

    private static string MainPart(OfficePackage package)
    {
        var main = package.RelationshipsOf("").FirstOrDefault(r => r.Is("officeDocument"))?.Part ?? "xl/workbook.xml";
        if (main.EndsWith(".bin", StringComparison.OrdinalIgnoreCase))
            throw new UnreadableException("It is a binary workbook (.xlsb): save it as .xlsx.");
        return package.Has(main) && !main.StartsWith("word/", StringComparison.OrdinalIgnoreCase)
            ? main
            : throw new UnreadableException("It is no Excel workbook: save the list as .xlsx or CSV.");
    }

    private void ReadSheets(string main)
    {
        using var xml = package.Open(main, MaxWorkbookBytes)!;
        while (xml.Next())
        {
            if (xml.NodeType is not XmlNodeType.Element)
                continue;
            if (xml.LocalName is "workbookPr")
                since1904 = xml.GetAttribute("date1904") is "1" or "true" or "on";
            else if (xml.LocalName is "sheet" && PartOf(xml) is { } part)
                sheets.Add(new(xml.GetAttribute("name") ?? "", part, xml.GetAttribute("state") is "hidden" or "veryHidden"));
        }

        if (sheets.Count is 0)
            throw new UnreadableException("It has no sheet with cells: save the list again.");
    }

    /// <summary>The part of a sheet with cells; charts and macros are sheets too.</summary>
    private string? PartOf(XmlReader sheet)
    {
        string? id = null;
        while (sheet.MoveToNextAttribute())
        {
            if (sheet.LocalName is "id")
                id = sheet.Value;
        }

        sheet.MoveToElement();
        var part = parts.FirstOrDefault(r => r.Id == id && r.Is("worksheet") && !r.IsExternal)?.Part;
        return part is not null && package.Has(part) ? part : null;
    }

    private Sheet Choose(string? name)
    {
        if (name is null)
            return sheets.Find(s => !s.IsHidden) ?? sheets[0];
        return sheets.Find(s => string.Equals(s.Name.Trim(), name.Trim(), StringComparison.OrdinalIgnoreCase))
            ?? throw new UnreadableException($"There is no sheet “{WellFormed.Cut(name, 100)}”. {SheetsAsWords()}");
    }

    private string SheetsAsWords()
    {
        var names = sheets.Take(MaxNamesTold).Select(s => $"“{s.Name}”");
        return $"Its sheets: {string.Join(", ", names)}{(sheets.Count > MaxNamesTold ? " and more" : "")}.";
    }

    private RawTable ReadCells(Sheet sheet)
    {
        var strings = SharedStrings.Read(package, PartOf("sharedStrings"));
        var formats = CellFormats.Read(package, PartOf("styles"));
        return new SheetReader(strings, formats, since1904).Read(package, sheet.Part);
    }

    private string? PartOf(string kind) => parts.FirstOrDefault(r => r.Is(kind) && !r.IsExternal)?.Part;

    private sealed record Sheet(string Name, string Part, bool IsHidden);
}
