using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Secretariat.Formats.Tables;

namespace Secretariat.Tests.Formats.Tables;

/// <summary>What a spreadsheet program finds in a workbook that is written.</summary>
public class WrittenWorkbookTests
{
    private static readonly string[] Header = ["Name", "Number"];

    [Fact]
    public async Task A_workbook_keeps_to_the_schema()
    {
        using var file = new MemoryStream(
            await TableWriterTests.WriteAsync(
                TableForm.Xlsx,
                Header,
                [
                    ["=1+1", "007"],
                    [" a\r\nb ", ""],
                    ["\u0001", "_x0041_"],
                ]
            )
        );
        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        Assert.Empty(
            new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019)
                .Validate(document, TestContext.Current.CancellationToken)
                .Select(e => e.Description)
        );
    }

    [Fact]
    public async Task Every_cell_is_text_below_a_header_that_stays()
    {
        var sheet = await SheetAsync([
            ["=1+1", "007"],
            ["2031-03-04", ""],
            [" +32 2\t", "a\nb"],
        ]);
        Assert.Equal(
            """<?xml version="1.0" encoding="utf-8" standalone="yes"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">"""
                + """<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>"""
                + """<cols><col min="1" max="1" width="12" customWidth="1" /><col min="2" max="2" width="8" customWidth="1" /></cols><sheetData>"""
                + """<row r="1"><c r="A1" s="2" t="inlineStr"><is><t>Name</t></is></c><c r="B1" s="2" t="inlineStr"><is><t>Number</t></is></c></row>"""
                + """<row r="2"><c r="A2" s="1" t="inlineStr"><is><t>=1+1</t></is></c><c r="B2" s="1" t="inlineStr"><is><t>007</t></is></c></row>"""
                + """<row r="3"><c r="A3" s="1" t="inlineStr"><is><t>2031-03-04</t></is></c><c r="B3" s="1" /></row>"""
                + """<row r="4"><c r="A4" s="1" t="inlineStr"><is><t xml:space="preserve"> +32 2"""
                + "\t</t></is></c><c r=\"B4\" s=\"1\" t=\"inlineStr\"><is><t>a\nb</t></is></c></row></sheetData></worksheet>",
            sheet
        );
    }

    [Theory]
    [InlineData("a\r\nb", "a_x000D_\nb")]
    [InlineData("\0\u001F", "_x0000__x001F_")]
    [InlineData("_x0041_", "_x005F_x0041_")]
    [InlineData("_x0041_x0042_", "_x005F_x0041_x005F_x0042_")]
    [InlineData("_x0041\u0001", "_x005F_x0041_x0001_")]
    [InlineData("_x00G1_ _X0041_ __x", "_x00G1_ _X0041_ __x")]
    public async Task What_xml_cannot_hold_is_escaped_as_the_standard_says(string cell, string written) =>
        Assert.Contains(
            $"<t>{written}</t>",
            await SheetAsync([
                [cell, ""],
            ]),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task Columns_are_as_wide_as_their_longest_line_within_bounds()
    {
        var sheet = await SheetAsync([
            ["twenty characters ab\nand less", new string('x', 500)],
        ]);
        Assert.Contains("width=\"22\"", sheet, StringComparison.Ordinal);
        Assert.Contains("width=\"60\"", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_that_was_changed_but_kept_our_name_is_a_list_like_others()
    {
        var file = new MemoryStream();
        await file.WriteAsync(
            await TableWriterTests.WriteAsync(
                TableForm.Xlsx,
                Header,
                [
                    ["Ann", "7"],
                ]
            ),
            TestContext.Current.CancellationToken
        );
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry("xl/worksheets/sheet1.xml")!.Delete();
            using var part = new StreamWriter(zip.CreateEntry("xl/worksheets/sheet1.xml").Open());
            part.Write(
                """
                <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
                <row r="2"><c r="A2" t="str"><v>Name</v></c><c r="B2" t="str"><v>E-mail</v></c></row>
                <row r="4"><c r="A4" t="str"><v>Ann</v></c></row></sheetData></worksheet>
                """
            );
        }

        var read = TableReader.Read(file.ToArray());
        Assert.Equal((2, 4), (read.HeaderRow, Assert.Single(read.Rows).Number));
    }

    [Fact]
    public async Task More_rows_than_a_sheet_has_are_refused()
    {
        var rows = Enumerable.Repeat<IReadOnlyList<string>>([""], 1_048_576).ToAsyncEnumerable();
        var refused = await Assert.ThrowsAsync<ArgumentException>(() =>
            TableWriter.WriteAsync(Stream.Null, TableForm.Xlsx, [""], rows, TestContext.Current.CancellationToken)
        );
        Assert.StartsWith(
            "There are more rows than a sheet has, which is 1048576 with the header.",
            refused.Message,
            StringComparison.Ordinal
        );
    }

    private static async Task<string> SheetAsync(string[][] rows)
    {
        using var file = new MemoryStream(await TableWriterTests.WriteAsync(TableForm.Xlsx, Header, rows));
        using var zip = new ZipArchive(file);
        using var part = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open(), Encoding.UTF8);
        return await part.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
