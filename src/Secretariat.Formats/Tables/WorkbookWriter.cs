using System.IO.Compression;
using System.Text;
using Secretariat.Formats.Packages;

namespace Secretariat.Formats.Tables;

/// <summary>A workbook of one sheet of text (ECMA-376 part 1, section 18.2). The same table always gives the same bytes.</summary>
internal static class WorkbookWriter
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>By which the reader knows a workbook that leaves nothing to guess (section 18.2.13): other programs put their own name there when they save.</summary>
    public const string Application = "Secretariat";

    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    /// <summary>The first day that an archive can name.</summary>
    private static readonly DateTimeOffset Day = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly (string Name, string Xml)[] Parts =
    [
        (
            "[Content_Types].xml",
            $"""
            <Types xmlns="{Package}/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Override PartName="/xl/workbook.xml" ContentType="{Sheet}.sheet.main+xml"/>
            <Override PartName="/xl/styles.xml" ContentType="{Sheet}.styles+xml"/>
            <Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Sheet}.worksheet+xml"/>
            </Types>
            """
        ),
        (
            "_rels/.rels",
            $"""
            <Relationships xmlns="{Package}/relationships">
            <Relationship Id="r1" Type="{Office}/relationships/officeDocument" Target="xl/workbook.xml"/>
            </Relationships>
            """
        ),
        (
            "xl/workbook.xml",
            $"""
            <workbook xmlns="{Main}" xmlns:r="{Office}/relationships">
            <fileVersion appName="{Application}"/>
            <bookViews><workbookView/></bookViews>
            <sheets><sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets>
            </workbook>
            """
        ),
        (
            "xl/_rels/workbook.xml.rels",
            $"""
            <Relationships xmlns="{Package}/relationships">
            <Relationship Id="r1" Type="{Office}/relationships/worksheet" Target="worksheets/sheet1.xml"/>
            <Relationship Id="r2" Type="{Office}/relationships/styles" Target="styles.xml"/>
            </Relationships>
            """
        ),
        ("xl/styles.xml", WorkbookStyles.Xml),
    ];

    public static async Task WriteAsync(
        Stream output,
        IReadOnlyList<string> header,
        IAsyncEnumerable<IReadOnlyList<string>> rows,
        CancellationToken cancellationToken
    )
    {
        await using var pending = new PendingStream(output);
        using (var zip = new ZipArchive(pending, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, xml) in Parts)
            {
                using var part = Open(zip, name);
                part.Write(Encoding.UTF8.GetBytes(xml));
            }

            using var sheet = new SheetWriter(Open(zip, "xl/worksheets/sheet1.xml"));
            await sheet.WriteAsync(header, rows, () => pending.SendPieceAsync(cancellationToken));
        }

        await pending.SendAsync(cancellationToken);
    }

    private static Stream Open(ZipArchive zip, string name)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = Day;
        return entry.Open();
    }
}
