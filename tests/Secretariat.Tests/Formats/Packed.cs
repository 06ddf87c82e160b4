using System.IO.Compression;
using System.Text;

namespace Secretariat.Tests.Formats;

/// <summary>Word and Excel files out of their parts.</summary>
internal static class Packed
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Sheets = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public const string Word =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";

    public static byte[] Zip(params (string Name, byte[] Content)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(content);
            }
        }

        return file.ToArray();
    }

    public static byte[] Zip(params (string Name, string Content)[] parts) =>
        Zip([.. parts.Select(p => (p.Name, Encoding.UTF8.GetBytes(p.Content)))]);

    public static string Relationships(params (string Id, string Kind, string Target)[] targets) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(
            targets.Select(t =>
                $"<Relationship Id=\"{t.Id}\" Type=\"{Office}/{t.Kind}\" Target=\"{t.Target}\"{(t.Target.Contains(':', StringComparison.Ordinal) ? " TargetMode=\"External\"" : "")}/>"
            )
        )
        + "</Relationships>";

    /// <summary>A workbook of one sheet; what else is said goes where it belongs.</summary>
    public static byte[] Workbook(
        string rows,
        string strings = "",
        string styles = "",
        string after = "",
        string properties = ""
    ) => Workbook(rows, $"<sheet name=\"People\" sheetId=\"1\" r:id=\"r1\"/>", strings, styles, after, properties);

    public static byte[] Workbook(string rows, string sheets, string strings, string styles, string after, string properties) =>
        Zip(
            ("_rels/.rels", Relationships(("r1", "officeDocument", "xl/workbook.xml"))),
            (
                "xl/workbook.xml",
                $"<workbook xmlns=\"{Sheets}\" xmlns:r=\"{Office}\">{properties}<sheets>{sheets}</sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                Relationships(
                    ("r1", "worksheet", "worksheets/sheet1.xml"),
                    ("r2", "worksheet", "/xl/worksheets/sheet2.xml"),
                    ("r3", "sharedStrings", "sharedStrings.xml"),
                    ("r4", "styles", "styles.xml")
                )
            ),
            ("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{Sheets}\"><sheetData>{rows}</sheetData>{after}</worksheet>"),
            (
                "xl/worksheets/sheet2.xml",
                $"<worksheet xmlns=\"{Sheets}\"><sheetData><row r=\"1\"><c r=\"A1\"><v>2</v></c></row></sheetData></worksheet>"
            ),
            ("xl/sharedStrings.xml", $"<sst xmlns=\"{Sheets}\">{strings}</sst>"),
            ("xl/styles.xml", $"<styleSheet xmlns=\"{Sheets}\">{styles}</styleSheet>")
        );

    /// <summary>A document of these paragraphs as word processors open it.</summary>
    public static byte[] WholeDocument(string body) =>
        Document(
            body,
            (
                "[Content_Types].xml",
                """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
                </Types>
                """
            ),
            (
                "_rels/.rels",
                """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
                </Relationships>
                """
            )
        );

    /// <summary>A document of these paragraphs and other parts.</summary>
    public static byte[] Document(string body, params (string Name, string Content)[] parts) =>
        Zip([("word/document.xml", $"<w:document {Word}><w:body>{body}</w:body></w:document>"), .. parts]);
}
