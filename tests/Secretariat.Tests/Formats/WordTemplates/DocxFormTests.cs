using System.Text;
using Secretariat.Formats.WordTemplates;

namespace Secretariat.Tests.Formats.WordTemplates;

/// <summary>The content controls of documents.</summary>
public class DocxFormTests
{
    private const string Word2010 = "xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\"";

    [Fact]
    public void Values_stand_in_the_text_with_their_tags_and_lines()
    {
        var form = Read($"<w:p>{Run("Name: ")}{Control("nominee.name", "Ada Bylen")}{Run(" (Ms)")}</w:p><w:p>{Run("End")}</w:p>");

        var name = Assert.Single(form.Controls);
        Assert.Equal(("nominee.name", false, null), (name.Tag, name.IsPlaceholder, name.IsChecked));
        Assert.Equal("Ada Bylen", form.ValueOf(name));
        Assert.Equal("Name: Ada Bylen (Ms)", form.LineOf(name));
        Assert.Equal("Name: Ada Bylen (Ms)\nEnd\n", form.Text);
    }

    [Theory]
    [InlineData("<w:showingPlcHdr/>", true)]
    [InlineData("<w:showingPlcHdr w:val=\"1\"/>", true)]
    [InlineData("<w:showingPlcHdr w:val=\"0\"/>", false)]
    [InlineData("", false)]
    public void A_placeholder_is_told_from_what_was_written(string property, bool isPlaceholder) =>
        Assert.Equal(isPlaceholder, Assert.Single(Read($"<w:p>{Control("a", "Click", property)}</w:p>").Controls).IsPlaceholder);

    [Theory]
    [InlineData("<w14:checkbox/>", false)]
    [InlineData("<w14:checkbox><w14:checked w14:val=\"0\"/></w14:checkbox>", false)]
    [InlineData("<w14:checkbox><w14:checked w14:val=\"1\"/></w14:checkbox>", true)]
    [InlineData("<w14:checkbox><w14:checked w14:val=\"true\"/></w14:checkbox>", true)]
    [InlineData("<w:text/>", null)]
    public void A_box_is_ticked_or_not(string property, bool? isChecked) =>
        Assert.Equal(isChecked, Assert.Single(Read($"<w:p>{Control("a", "☒", property)}</w:p>").Controls).IsChecked);

    [Fact]
    public void Blocks_cells_and_runs_are_read_alike_and_one_within_another()
    {
        var form = Read(
            $"<w:sdt><w:sdtPr><w:tag w:val=\"block\"/></w:sdtPr><w:sdtContent><w:p>{Run("A ")}{Control("inner", "B")}</w:p></w:sdtContent></w:sdt>"
                + $"<w:tbl><w:tr><w:sdt><w:sdtPr><w:tag w:val=\"cell\"/></w:sdtPr><w:sdtContent><w:tc><w:p>{Run("C")}</w:p></w:tc></w:sdtContent></w:sdt></w:tr></w:tbl>"
        );

        Assert.Equal(
            [("block", "A B", "A B"), ("inner", "B", "A B"), ("cell", "C", "C")],
            form.Controls.Select(c => (c.Tag, form.ValueOf(c), form.LineOf(c)))
        );
    }

    [Theory]
    [InlineData("<w:bookmarkStart w:id=\"1\" w:name=\"place\"/><w:bookmarkEnd w:id=\"1\"/>", "", "place")]
    [InlineData("", "<w:bookmarkStart w:id=\"1\" w:name=\"place\"/>", "place")]
    [InlineData("<w:bookmarkStart w:id=\"1\" w:name=\"place\"/><w:r><w:t>x</w:t></w:r>", "", null)]
    public void The_bookmark_at_its_beginning_is_its_own(string before, string within, string? bookmark)
    {
        var form = Read($"<w:p>{before}<w:sdt><w:sdtPr/><w:sdtContent>{within}{Run("Ada")}</w:sdtContent></w:sdt></w:p>");

        Assert.Equal(bookmark, Assert.Single(form.Controls).Bookmark);
    }

    [Fact]
    public void Deleted_text_and_properties_are_no_value()
    {
        var form = Read(
            $"<w:p>{Control("a", "Ada</w:t></w:r><w:del><w:r><w:delText>Bob</w:delText></w:r></w:del><w:r><w:t>!", "<w:rPr><w:b/></w:rPr>")}</w:p>"
        );

        Assert.Equal("Ada!", form.ValueOf(Assert.Single(form.Controls)));
    }

    [Fact]
    public void Ten_thousand_controls_are_read_in_part_and_their_text_whole()
    {
        var form = Read($"<w:p>{string.Concat(Enumerable.Range(0, 10_000).Select(i => Control($"t{i}", "x")))}</w:p>");

        Assert.Equal(DocxForm.MaxControls, form.Controls.Count);
        Assert.Equal(10_001, form.Text.Length);
    }

    [Fact]
    public void Controls_without_end_within_each_other_are_refused()
    {
        var many = string.Concat(Enumerable.Repeat("<w:sdt><w:sdtContent>", 400));

        Assert.EndsWith(
            ".",
            Assert.Throws<InvalidDataException>(() => DocxForm.Read(Packed.Document(many))).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Huge_values_and_tags_are_cut()
    {
        var form = Read($"<w:p>{Control(new string('t', 5_000), new string('x', 300_000))}</w:p>");

        var control = Assert.Single(form.Controls);
        Assert.Equal(DocxForm.MaxName, control.Tag!.Length);
        Assert.Equal(DocxText.MaxCharacters, form.ValueOf(control).Length);
    }

    [Fact]
    public void What_is_no_document_of_Word_is_refused() =>
        Assert.Equal(
            "It is no Word document: save it as .docx.",
            Assert.Throws<InvalidDataException>(() => DocxForm.Read(Packed.Workbook("<row/>"))).Message
        );

    [Fact]
    public Task No_form_makes_the_reader_throw_hang_or_grow()
    {
        var form = Encoding.UTF8.GetBytes(
            $"<w:document {Packed.Word} {Word2010}><w:body><w:p><w:bookmarkStart w:id=\"1\" w:name=\"b\"/>{Run("Name: ")}"
                + $"{Control("nominee.name", "Ada", "<w:showingPlcHdr/><w:text/>")}{Control("box", "☒", "<w14:checkbox><w14:checked w14:val=\"1\"/></w14:checkbox>")}</w:p></w:body></w:document>"
        );
        return new Fuzz("docx-form", [form], Pieces) { Most = 64 * 1024 * 1024 }.RunAsync(xml =>
        {
            try
            {
                Check(DocxForm.Read(Packed.Zip(("word/document.xml", xml))));
            }
            catch (InvalidDataException refused)
            {
                Assert.EndsWith(".", refused.Message, StringComparison.Ordinal);
            }
        });
    }

    private static readonly string[] Pieces =
    [
        "<w:sdt>",
        "</w:sdt>",
        "<w:sdtPr>",
        "</w:sdtPr>",
        "<w:sdtContent>",
        "</w:sdtContent>",
        "<w:tag w:val=\"x\"/>",
        "<w:showingPlcHdr/>",
        "<w14:checkbox>",
        "<w14:checked w14:val=\"1\"/>",
        "<w:bookmarkStart w:name=\"x\"/>",
        "<w:p>",
        "</w:p>",
        "<w:tc>",
        "<w:t>",
        "&#0;",
        "<![CDATA[",
        "\0",
    ];

    private static void Check(DocxForm form)
    {
        Assert.InRange(form.Controls.Count, 0, DocxForm.MaxControls);
        foreach (var control in form.Controls)
            Assert.Contains(form.ValueOf(control), form.LineOf(control), StringComparison.Ordinal);
    }

    private static DocxForm Read(string body) =>
        DocxForm.Read(
            Packed.Zip(("word/document.xml", $"<w:document {Packed.Word} {Word2010}><w:body>{body}</w:body></w:document>"))
        );

    private static string Run(string text) => $"<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    private static string Control(string tag, string value, string properties = "") =>
        $"<w:sdt><w:sdtPr><w:tag w:val=\"{tag}\"/>{properties}</w:sdtPr><w:sdtContent>{Run(value)}</w:sdtContent></w:sdt>";
}
