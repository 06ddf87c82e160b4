using Secretariat.Formats.Tables;

namespace Secretariat.Tests.Formats.Tables;

/// <summary>Lists in workbooks.</summary>
public class WorkbookTests
{
    private const string Header =
        """<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c><c r="B1" t="inlineStr"><is><t>Day</t></is></c></row>""";

    [Fact]
    public void Texts_are_shared_inline_rich_or_results()
    {
        var file = Packed.Workbook(
            Header
                + """
                <row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="s"><v>1</v></c></row>
                <row><c t="str"><f>A1&amp;"x"</f><v>Namex</v></c><c t="b"><v>1</v></c></row>
                <row><c t="inlineStr"><is><r><t>Zo</t></r><r><t xml:space="preserve">ë </t></r><rPh><t>no</t></rPh></is></c><c><v>0.30000000000000004</v></c></row>
                """,
            strings: "<si><t>Ann_x000D_</t></si><si><r><rPr/><t>Bo</t></r><r><t>b</t></r></si>"
        );
        var read = TableReader.Read(file);
        Assert.Equal(("People", null, 1), (read.Sheet, read.Delimiter, read.HeaderRow));
        Assert.Equal(
            [
                ["Ann\r", "Bob"],
                ["Namex", "TRUE"],
                ["Zoë ", "0.3"],
            ],
            read.Rows.Select(r => r.Cells)
        );
        Assert.Equal([3, 4, 5], read.Rows.Select(r => r.Number));
    }

    [Theory]
    [InlineData("14", "45000", "2023-03-15")]
    [InlineData("22", "45000.5", "2023-03-15T12:00:00")]
    [InlineData("20", "0.75", "18:00:00")]
    [InlineData("46", "1.5", "36:00:00")]
    [InlineData("14", "1", "1900-01-01")]
    [InlineData("14", "59", "1900-02-28")]
    [InlineData("14", "60", "1900-02-29")]
    [InlineData("14", "61", "1900-03-01")]
    [InlineData("14", "2958465", "9999-12-31")]
    [InlineData("14", "99999999", "99999999")]
    [InlineData("14", "-1", "-1")]
    [InlineData("0", "45000", "45000")]
    [InlineData("0", "1E-3", "0.001")]
    [InlineData("0", "32470123456", "32470123456")]
    [InlineData("0", "12345678901234567", "12345678901234567")]
    [InlineData("2", "3", "3.00")]
    [InlineData("1", "0.5", "0.5")]
    [InlineData("9", "0.25", "25%")]
    [InlineData("dd\\.mm\\.yyyy", "45000", "2023-03-15")]
    [InlineData("[$-407]d\\. mmmm yyyy;@", "45000", "2023-03-15")]
    [InlineData("[h]:mm", "1.5", "36:00:00")]
    [InlineData("mm:ss", "0.5", "12:00:00")]
    [InlineData("&quot;day &quot;0", "45000", "day 45000")]
    [InlineData("0000000000", "470123456", "0470123456")]
    [InlineData("&quot;+&quot;##\\ ###\\ ###\\ ###", "32470123456", "+32 470 123 456")]
    [InlineData("#,##0.00", "1234.5", "1234.50")]
    [InlineData("[Red]0.0", "1", "1.0")]
    [InlineData("0.00E+00", "12345", "12345")]
    [InlineData("# ?/?", "1.5", "1.5")]
    public void Numbers_are_shown_by_their_format_and_days_as_iso(string format, string number, string text)
    {
        var id = format.Length > 2 ? "164" : format;
        var styles =
            $"<numFmts><numFmt numFmtId=\"164\" formatCode=\"{format}\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"{id}\"/></cellXfs>";
        var file = Packed.Workbook($"<row><c s=\"1\"><v>{number}</v></c></row>", styles: styles);
        Assert.Equal(text, Assert.Single(TableReader.Read(file).Rows).Cells[0]);
    }

    [Fact]
    public void Days_are_counted_from_1904_where_the_workbook_says_so()
    {
        var file = Packed.Workbook(
            "<row><c s=\"0\"><v>43538</v></c></row>",
            styles: "<cellXfs><xf numFmtId=\"14\"/></cellXfs>",
            properties: "<workbookPr date1904=\"1\"/>"
        );
        Assert.Equal("2023-03-15", TableReader.Read(file).Rows[0].Cells[0]);
    }

    [Fact]
    public void The_first_sheet_that_is_shown_is_read_or_the_one_that_is_named()
    {
        const string Sheets =
            "<sheet name=\"Lists\" sheetId=\"1\" state=\"hidden\" r:id=\"r1\"/><sheet name=\"People\" sheetId=\"2\" r:id=\"r2\"/>";
        var file = Packed.Workbook("<row><c><v>1</v></c></row>", Sheets, "", "", "", "");
        Assert.Equal(("People", "2"), (TableReader.Read(file).Sheet, TableReader.Read(file).Rows[0].Cells[0]));
        Assert.Equal(("Lists", "1"), (TableReader.Read(file, "lists").Sheet, TableReader.Read(file, "lists").Rows[0].Cells[0]));
        Assert.Equal(
            "There is no sheet “Nobody”. Its sheets: “Lists”, “People”.",
            TableReader.Read(file, "Nobody").UnreadableReason
        );
    }

    [Fact]
    public void A_cell_merged_over_rows_holds_for_each_of_them()
    {
        var file = Packed.Workbook(
            Header + """<row r="2"><c r="A2"><v>7</v></c><c r="B2"><v>1</v></c></row><row r="3"><c r="B3"><v>2</v></c></row>""",
            after: "<mergeCells><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"nonsense:\"/></mergeCells>"
        );
        Assert.Equal(
            [
                ["7", "1"],
                ["7", "2"],
            ],
            TableReader.Read(file).Rows.Select(r => r.Cells)
        );
    }

    [Fact]
    public void A_merged_cell_fills_only_what_is_empty()
    {
        var file = Packed.Workbook(
            Header
                + """<row r="2"><c r="A2"><v>7</v></c><c r="B2"><v>1</v></c></row><row r="3"><c r="A3"><v>8</v></c><c r="B3"><v>2</v></c></row>""",
            after: "<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>"
        );
        Assert.Equal(["7", "8"], TableReader.Read(file).Rows.Select(r => r.Cells[0]));
    }

    [Fact]
    public void Merged_cells_that_overlap_too_often_are_refused()
    {
        var rows = string.Concat(Enumerable.Range(1, 2_000).Select(i => $"<row r=\"{i}\"><c r=\"A{i}\"><v>1</v></c></row>"));
        var merges = string.Concat(Enumerable.Repeat("<mergeCell ref=\"A1:A1048576\"/>", 3_000));
        Assert.Equal(
            "Too many of its merged cells overlap: undo the merging and save the list again.",
            TableReader.Read(Packed.Workbook(rows, after: $"<mergeCells>{merges}</mergeCells>")).UnreadableReason
        );
    }

    [Fact]
    public void Cells_that_merging_fills_count_once()
    {
        // Two columns of a hundred over twenty thousand rows: as many cells as are read at most, less those of one column more.
        var rows = string.Concat(Enumerable.Range(1, 19_000).Select(i => $"<row r=\"{i}\"><c r=\"CV{i}\"><v>1</v></c></row>"));
        var first = "<c r=\"A1\"><v>7</v></c><c r=\"B1\"><v>8</v></c>";
        var file = Packed.Workbook(
            rows.Replace("<row r=\"1\">", $"<row r=\"1\">{first}", StringComparison.Ordinal),
            after: "<mergeCells><mergeCell ref=\"A1:A19000\"/><mergeCell ref=\"B1:B19000\"/></mergeCells>"
        );
        var read = TableReader.Read(file);
        Assert.Null(read.UnreadableReason);
        Assert.All(read.Rows, r => Assert.Equal(("7", "8"), (r.Cells[0], r.Cells[1])));
    }

    [Fact]
    public void Merged_cells_that_are_not_followed_are_told()
    {
        var merges = string.Concat(Enumerable.Range(1, 5_001).Select(i => $"<mergeCell ref=\"A{2 * i}:A{2 * i + 1}\"/>"));
        var rows = string.Concat(
            Enumerable
                .Range(2, 10_002)
                .Select(i =>
                    $"<row r=\"{i}\">{(i % 2 is 0 ? $"<c r=\"A{i}\"><v>7</v></c>" : "")}<c r=\"B{i}\"><v>{i}</v></c></row>"
                )
        );
        var read = TableReader.Read(Packed.Workbook(Header + rows, after: $"<mergeCells>{merges}</mergeCells>"));
        Assert.Equal(("7", ""), (read.Rows[9_999].Cells[0], read.Rows[10_001].Cells[0]));
        Assert.Equal(
            [
                new TableProblem(
                    10_002,
                    "Name",
                    "From here on merged cells hold for their first row alone, as only 5000 are followed: undo the merging and save the list again."
                ),
            ],
            read.Problems
        );
    }

    [Fact]
    public void Shared_texts_that_are_cut_or_missing_are_told()
    {
        var file = Packed.Workbook(
            Header + """<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>7</v></c></row>""",
            strings: $"<si><t>{new string('x', 40_000)}</t></si>"
        );
        Assert.Equal(
            [
                new TableProblem(2, "Name", "The cell is too long; the first 32767 characters were read."),
                new(2, "Day", "The text of the cell is missing in the file: save the workbook again in a spreadsheet program."),
            ],
            TableReader.Read(file).Problems
        );
    }

    [Fact]
    public void Sheets_are_bounded()
    {
        var sheets = string.Concat(Enumerable.Repeat("<sheet name=\"A\" sheetId=\"1\" r:id=\"r2\"/>", 1_001));
        Assert.Equal(
            "It has more than 1000 sheets: save the one with the list by itself.",
            TableReader.Read(Packed.Workbook("", sheets, "", "", "", "")).UnreadableReason
        );
    }

    [Fact]
    public void A_far_cell_takes_no_room_for_what_lies_between()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var read = TableReader.Read(
            Packed.Workbook("""<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>""")
        );
        Assert.Equal([1, 1_048_576], read.Rows.Select(r => r.Number));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8 * 1024 * 1024);
    }

    [Fact]
    public void Formulas_that_fail_or_were_not_calculated_are_told()
    {
        var read = TableReader.Read(
            Packed.Workbook(
                Header + """<row><c t="e"><f>1/0</f><v>#DIV/0!</v></c><c><f>A1</f></c></row><row><c><v>1</v></c></row>"""
            )
        );
        Assert.Equal(
            [
                new TableProblem(2, "Name", "The formula of the cell fails: #DIV/0!."),
                new(
                    2,
                    "Day",
                    "The cell holds a formula whose result was not saved: save the workbook again in a spreadsheet program."
                ),
            ],
            read.Problems
        );
    }

    [Fact]
    public void A_table_may_begin_in_any_column()
    {
        var read = TableReader.Read(
            Packed.Workbook(
                """<row r="2"><c r="C2" t="str"><v>Name</v></c><c r="D2" t="str"><v>Day</v></c></row><row r="3"><c r="C3" t="str"><v>Ann</v></c><c r="E3"><v>1</v></c></row>"""
            )
        );
        Assert.Equal(["Name", "Day"], read.Header);
        Assert.Equal(["Ann", "", "1"], read.Rows[0].Cells);
        Assert.Equal("E", Assert.Single(read.Problems).Column);
    }

    [Theory]
    [InlineData("no zip", "It is no zip archive, as every document of this kind is: save it anew.")]
    [InlineData("PK\u0003\u0004", "The archive is damaged or of an unusual kind: save it anew.")]
    [InlineData(
        "\u00D0\u00CF\u0011\u00E0",
        "It is protected by a password or of the format before 2007: save it anew without one."
    )]
    public void What_is_no_workbook_is_refused_where_one_is_promised(string file, string reason) =>
        Assert.Equal(reason, TableReader.Read(file.Select(c => (byte)c).ToArray(), mustBeWorkbook: true).UnreadableReason);

    [Fact]
    public void Document_types_and_entities_are_refused()
    {
        var file = Packed.Zip(("xl/workbook.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><workbook>&b;</workbook>"));
        Assert.Equal(
            "It declares a document type or entities, which are refused: save it anew.",
            TableReader.Read(file).UnreadableReason
        );
    }

    [Theory]
    [InlineData("", "<a>", 100_000, "It is too large when unpacked: give a smaller one.")]
    [InlineData("<row>", "<c><v>1</v></c>", 20_000, "Row 1 has more than 16384 cells: save the list again.")]
    [InlineData("<row><c><v>", "0000000000", 200_000, "It is too large when unpacked: give a smaller one.")]
    [InlineData("", "<row><c r=\"XFD1\"><v>1</v></c></row>", 200, "It has more than 2000000 cells: give it in parts.")]
    public void What_unpacks_to_too_much_is_refused(string start, string piece, int times, string reason)
    {
        var rows = start + string.Concat(Enumerable.Repeat(piece, times));
        Assert.Equal(reason, TableReader.Read(Packed.Workbook(rows)).UnreadableReason);
    }

    [Fact]
    public void An_empty_sheet_names_the_others() =>
        Assert.Equal(
            "The sheet “People” is empty. Its sheets: “People”.",
            TableReader.Read(Packed.Workbook("")).UnreadableReason
        );

    [Fact]
    public void A_word_document_is_no_list() =>
        Assert.Equal(
            "It is no Excel workbook: save the list as .xlsx or CSV.",
            TableReader.Read(Packed.Document("<w:p/>")).UnreadableReason
        );
}
