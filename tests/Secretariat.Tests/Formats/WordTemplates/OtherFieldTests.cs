using System.Text.Json;
using Secretariat.Formats.WordTemplates;

namespace Secretariat.Tests.Formats.WordTemplates;

/// <summary>Fields of Word that no value takes the place of: what they showed last may be meant for somebody else.</summary>
public class OtherFieldTests
{
    private const string Begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>";
    private const string Separate = "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
    private const string End = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

    [Theory]
    [InlineData("REF partner \\h", "REF")]
    [InlineData("partner", "PARTNER")]
    [InlineData("DOCPROPERTY Title", "DOCPROPERTY")]
    [InlineData("DOCVARIABLE name", "DOCVARIABLE")]
    [InlineData("TITLE\\* Upper", "TITLE")]
    [InlineData("FILLIN \"Who?\"", "FILLIN")]
    [InlineData("ASK who \"Who?\"", "ASK")]
    [InlineData("SET who \"Ms Berg\"", "SET")]
    [InlineData("QUOTE \"Ms Berg\"", "QUOTE")]
    [InlineData("if 1 = 1 \"Ms Berg\"", "IF")]
    [InlineData("=2+2", "=2+2")]
    [InlineData("STYLEREF \"Heading 1\"", "STYLEREF")]
    [InlineData("FORMTEXT", "FORMTEXT")]
    [InlineData("MACROBUTTON Run Ms Berg", "MACROBUTTON")]
    public void A_field_that_would_keep_what_it_showed_last_is_refused(string code, string keyword) =>
        AssertRefused(
            code,
            $"the field {keyword} would keep what it showed last, which may be meant for somebody else; put a text, “{{name}}” or a merge field in its place."
        );

    [Theory]
    [InlineData("INCLUDETEXT \"a.docx\"")]
    [InlineData("LINK Excel.Sheet.12 \"a.xlsx\"")]
    [InlineData("DDE Excel a")]
    public void A_field_that_takes_in_what_lies_outside_is_refused(string code) =>
        AssertRefused(
            code,
            $"the field {code.Split(' ')[0]} takes in content from outside, which is never loaded; put the content in its place."
        );

    [Theory]
    [InlineData("DATE \\@ \"d MMMM yyyy\"")]
    [InlineData("SAVEDATE")]
    public void A_field_that_shows_the_day_of_reading_is_refused(string code) =>
        AssertRefused(
            code,
            $"the field {code.Split(' ')[0]} shows another day than that of the letter; put “{{date}}” in its place and give the day as it is to be written."
        );

    [Fact]
    public void A_field_without_an_instruction_is_refused() =>
        AssertRefused(" ", "a field of Word has no instruction: delete it and insert it anew.");

    [Theory]
    [InlineData("PAGE")]
    [InlineData("page\\* ROMAN")]
    [InlineData("NUMPAGES \\* MERGEFORMAT")]
    [InlineData("SECTIONPAGES")]
    [InlineData("SECTION")]
    [InlineData("PAGEREF annex \\h")]
    [InlineData("TOC \\o \"1-3\" \\h")]
    [InlineData("SEQ Table \\* ARABIC")]
    [InlineData("HYPERLINK \"https://example.org/\"")]
    public void A_field_that_Word_works_out_from_the_document_stays(string code)
    {
        foreach (var body in Written(code))
        {
            var read = WordTemplate.Read(Packed.Document(body));
            Assert.Empty(read.Problems);
            Assert.Contains("3", DocxText.Read(read.Fill(Json("{}")).Document!), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_instruction_is_that_of_Word_not_one_of_the_same_local_name()
    {
        var field =
            "<w:fldSimple xmlns:x=\"urn:other\" x:instr=\"PAGE\" w:instr=\"MERGEFIELD name\"><w:r><w:t>Ms Berg</w:t></w:r></w:fldSimple>";
        var read = WordTemplate.Read(Packed.Document($"<w:p>{field}</w:p>"));
        Assert.Equal(["name"], read.Fields);
        Assert.Equal("Ms Holm\n", DocxText.Read(read.Fill(Json("""{"name":"Ms Holm"}""")).Document!));
    }

    [Fact]
    public void The_marks_of_a_field_are_those_of_Word_not_ones_of_the_same_local_name()
    {
        string Mark(string kind) =>
            $"<w:r><w:fldChar xmlns:x=\"urn:other\" x:fldCharType=\"end\" w:fldCharType=\"{kind}\"/></w:r>";
        var body = $"<w:p>{Mark("begin")}{Code("MERGEFIELD name")}{Mark("separate")}{Shown("Ms Berg")}{Mark("end")}</w:p>";
        var read = WordTemplate.Read(Packed.Document(body));
        Assert.Equal("Ms Holm\n", DocxText.Read(read.Fill(Json("""{"name":"Ms Holm"}""")).Document!));
    }

    [Fact]
    public void What_is_called_deleted_in_another_namespace_is_read() =>
        Assert.Equal(
            ["name"],
            WordTemplate
                .Read(
                    Packed.Document(
                        $"<w:p><x:del xmlns:x=\"urn:other\"><w:fldSimple w:instr=\"MERGEFIELD name\">{Shown("Ms Berg")}</w:fldSimple></x:del></w:p>"
                    )
                )
                .Fields
        );

    [Theory]
    [InlineData("MERGEFIELD नाम", "नाम")]
    [InlineData("MERGEFIELD cafe\u0301", "cafe\u0301")]
    [InlineData("MERGEFIELD \"𐐷𐐲\"", "𐐷𐐲")]
    public void The_name_of_a_merge_field_may_hold_marks_and_letters_of_every_script(string code, string name) =>
        Assert.All(Written(code), body => Assert.Equal([name], WordTemplate.Read(Packed.Document(body)).Fields));

    private static void AssertRefused(string code, string problem)
    {
        foreach (var body in Written(code))
            Assert.Equal([$"Paragraph 1 of the document: {problem}"], WordTemplate.Read(Packed.Document(body)).Problems);
    }

    /// <summary>A field as its marks, and as one element.</summary>
    private static IEnumerable<string> Written(string code) =>
        [
            $"<w:p>{Begin}{Code(code)}{Separate}{Shown("3")}{End}</w:p>",
            $"<w:p><w:fldSimple w:instr=\"{System.Net.WebUtility.HtmlEncode(code)}\">{Shown("3")}</w:fldSimple></w:p>",
        ];

    private static string Code(string code) => $"<w:r><w:instrText xml:space=\"preserve\">{code}</w:instrText></w:r>";

    private static string Shown(string text) => $"<w:r><w:t>{text}</w:t></w:r>";

    private static JsonElement Json(string values) => JsonDocument.Parse(values).RootElement;
}
