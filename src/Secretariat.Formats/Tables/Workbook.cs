using System.Xml;
using Secretariat.Formats.Packages;

namespace Secretariat.Formats.Tables;

/// <summary>A workbook (ECMA-376 part 1, section 18.2): which sheets it has, and the cells of one.</summary>
internal sealed class Workbook
{
    private const long MaxWorkbookBytes = 4_000_000;
    private const int MaxSheets = 1_000;
    private const int MaxNamesTold = 10;

    private readonly OfficePackage package;
    private readonly IReadOnlyList<PackageRelationship> parts;
    private readonly List<Sheet> sheets = [];
    private bool since1904;
    private bool isWritten;

    private Workbook(OfficePackage package)
    {
        this.package = package;
        var main = MainPart(package);
        parts = package.RelationshipsOf(main);
        ReadSheets(main);
    }

    /// <summary>A sheet of a workbook.</summary>
    /// <param name="Name">Of the sheet.</param>
    /// <param name="Table">Its cells.</param>
    /// <param name="IsWritten">Whether <see cref="TableWriter"/> wrote them.</param>
    /// <param name="Names">Of all the sheets with cells, in their order.</param>
    public sealed record Found(string Name, RawTable Table, bool IsWritten, IReadOnlyList<string> Names);

    /// <summary>Finds a sheet by its name, or the first one that is shown.</summary>
    public static Found Read(ReadOnlyMemory<byte> file, string? sheet) =>
        OfficePackage.Read(
            file,
            package =>
            {
                var workbook = new Workbook(package);
                var (chosen, names) = (workbook.Choose(sheet), workbook.sheets.ConvertAll(s => s.Name));
                if (workbook.ReadWritten(chosen) is { } written)
                    return new Found(chosen.Name, written, IsWritten: true, names);
                var table = workbook.ReadCells(chosen, isWhole: false);
                return table.Rows.Count > 0
                    ? new Found(chosen.Name, table, IsWritten: false, names)
                    : throw new UnreadableException(
                        Sentence.Of("The sheet “{0}” is empty. Its sheets: {1}.", chosen.Name, workbook.NamesTold())
                    );
            }
        );

    private static string MainPart(OfficePackage package)
    {
        var main = package.MainPart ?? "xl/workbook.xml";
        if (main.EndsWith(".bin", StringComparison.OrdinalIgnoreCase))
            throw new UnreadableException(Sentence.Of("It is a binary workbook (.xlsb): save it as .xlsx."));
        return package.Has(main) && !main.StartsWith("word/", StringComparison.OrdinalIgnoreCase)
            ? main
            : throw new UnreadableException(Sentence.Of("It is no Excel workbook: save the list as .xlsx or CSV."));
    }

    private void ReadSheets(string main)
    {
        var partsById = WorksheetsById();
        using var xml = package.Open(main, MaxWorkbookBytes)!;
        while (xml.Next())
        {
            if (xml.NodeType is not XmlNodeType.Element)
                continue;
            if (xml.LocalName is "fileVersion")
                isWritten = xml.GetAttribute("appName") is WorkbookWriter.Application;
            else if (xml.LocalName is "workbookPr")
                since1904 = xml.GetAttribute("date1904") is "1" or "true" or "on";
            else if (xml.LocalName is "sheet" && IdOf(xml) is { } id && partsById.TryGetValue(id, out var part))
                AddSheet(xml, part);
        }

        if (sheets.Count is 0)
            throw new UnreadableException(Sentence.Of("It has no sheet with cells: save the list again."));
    }

    /// <summary>The parts of sheets with cells; charts and macros are sheets too.</summary>
    private Dictionary<string, string> WorksheetsById()
    {
        var byId = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var relationship in parts)
        {
            if (relationship.Is("worksheet") && !relationship.IsExternal)
                byId.TryAdd(relationship.Id, relationship.Part);
        }

        return byId.Where(p => package.Has(p.Value)).ToDictionary(StringComparer.Ordinal);
    }

    private void AddSheet(XmlReader xml, string part)
    {
        if (sheets.Count == MaxSheets)
            throw new UnreadableException(
                Sentence.Of("It has more than {0} sheets: save the one with the list by itself.", MaxSheets)
            );
        sheets.Add(new(xml.GetAttribute("name") ?? "", part, xml.GetAttribute("state") is "hidden" or "veryHidden"));
    }

    private static string? IdOf(XmlReader sheet)
    {
        string? id = null;
        while (sheet.MoveToNextAttribute())
        {
            if (sheet.LocalName is "id")
                id = sheet.Value;
        }

        sheet.MoveToElement();
        return id;
    }

    private Sheet Choose(string? name)
    {
        if (name is null)
            return sheets.Find(s => !s.IsHidden) ?? sheets[0];
        return sheets.Find(s => string.Equals(s.Name.Trim(), name.Trim(), StringComparison.OrdinalIgnoreCase))
            ?? throw new UnreadableException(
                Sentence.Of("There is no sheet “{0}”. Its sheets: {1}.", WellFormed.Cut(name, 100), NamesTold())
            );
    }

    private string NamesTold() =>
        string.Join(", ", sheets.Take(MaxNamesTold).Select(s => $"“{s.Name}”")) + (sheets.Count > MaxNamesTold ? ", …" : "");

    /// <summary>The whole table where the workbook says that our writer made it and it looks so; programs that change a file may leave the word.</summary>
    private RawTable? ReadWritten(Sheet sheet)
    {
        if (!isWritten)
            return null;
        var table = ReadCells(sheet, isWhole: true);
        return table.IsRectangle() ? table : null;
    }

    private RawTable ReadCells(Sheet sheet, bool isWhole)
    {
        var strings = SharedStrings.Read(package, PartOf("sharedStrings"));
        var formats = CellFormats.Read(package, PartOf("styles"));
        return new SheetReader(strings, formats, since1904, isWhole).Read(package, sheet.Part);
    }

    private string? PartOf(string kind) => parts.FirstOrDefault(r => r.Is(kind) && !r.IsExternal)?.Part;

    private sealed record Sheet(string Name, string Part, bool IsHidden);
}
