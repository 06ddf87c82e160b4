using System.IO.Compression;
using System.Text.Json;
using Secretariat.Formats.WordTemplates;

namespace Secretariat.Tests.Formats.WordTemplates;

/// <summary>What a merge field showed last may be another addressee's: nothing of it stays in a letter.</summary>
public class MergeResultTests
{
    private const string Formula =
        "<m:oMath xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"><m:r><m:t>OLD</m:t></m:r></m:oMath>";

    [Theory]
    [InlineData("<w:fldSimple w:instr=\"MERGEFIELD b\"><w:r><w:t>OLD</w:t></w:r></w:fldSimple>")]
    [InlineData("<w:fldSimple w:instr=\"PAGE\"><w:r><w:t>OLD</w:t></w:r></w:fldSimple>")]
    [InlineData("<w:fldSimple w:instr=\"REF old\"><w:r><w:t>OLD</w:t></w:r></w:fldSimple>")]
    [InlineData(Formula)]
    [InlineData(
        "<mc:AlternateContent><mc:Choice Requires=\"wps\"><w:r><w:t>OLD</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>OLD</w:t></w:r></mc:Fallback></mc:AlternateContent>"
    )]
    [InlineData("<w:hyperlink w:anchor=\"old\"><w:r><w:t>OLD</w:t></w:r></w:hyperlink>")]
    [InlineData("<w:r><w:delText>OLD</w:delText></w:r>")]
    [InlineData("<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>{OLD}</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>")]
    public void Nothing_stays_of_what_was_shown(string shown)
    {
        var (begin, code, separate, end) = (Mark("begin"), Code("MERGEFIELD a"), Mark("separate"), Mark("end"));
        AssertFilled(begin + code + separate + shown + end, ["a"], Run("A"));
        AssertFilled(begin + code + separate + Run("x") + shown + end, ["a"], Run("A"));
        AssertFilled(begin + code + separate + shown + Run("x") + end, ["a"], Run("A"));
    }

    [Theory]
    [InlineData("MERGEFIELD b")]
    [InlineData("REF old")]
    public void A_field_within_what_was_shown_goes_with_it(string inner)
    {
        var shown = Mark("begin") + Code(inner) + Mark("separate") + Run("OLD") + Mark("end");
        AssertFilled(Field("a", Run("x") + shown + Run("y")), ["a"], Run("A"));
        AssertFilled(Field("a", shown), ["a"], Run("A"));
    }

    [Fact]
    public void A_value_in_a_content_control_stays_there_without_what_the_control_said()
    {
        const string Control = "<w:sdt><w:sdtPr><w:date w:fullDate=\"2020-01-01T00:00:00Z\"/></w:sdtPr><w:sdtContent>";
        const string End = "</w:sdtContent></w:sdt>";
        AssertFilled(Field("a", Control + Run("OLD") + End), ["a"], $"<w:sdt><w:sdtPr/><w:sdtContent>{Run("A")}{End}");
    }

    [Theory]
    [InlineData("<w:hyperlink r:id=\"r1\"><w:r><w:t>OLD</w:t></w:r></w:hyperlink>")]
    [InlineData("<w:r><w:drawing><a:blip r:embed=\"r1\" xmlns:a=\"urn:a\"/></w:drawing></w:r>")]
    public void What_would_stay_in_the_file_is_told(string shown)
    {
        const string R = "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
        foreach (var field in new[] { Field("a", shown), $"<w:fldSimple w:instr=\"MERGEFIELD a\">{shown}</w:fldSimple>" })
            Assert.Equal(
                [
                    "Paragraph 1 of the document: the merge field “a” shows a link or a picture, which would stay in the file: delete it and insert it anew.",
                ],
                WordTemplate.Read(Packed.Document($"<w:p {R}>{field}</w:p>")).Problems
            );
    }

    [Fact]
    public void A_field_that_reaches_into_a_copy_for_older_programs_is_told()
    {
        var shown = Mark("separate") + Run("OLD");
        var copies =
            $"<mc:AlternateContent><mc:Choice Requires=\"wps\">{shown}</mc:Choice><mc:Fallback>{shown}</mc:Fallback></mc:AlternateContent>";
        Assert.Equal(
            [
                "Paragraph 1 of the document: a field of Word begins or ends within a drawing or a formula: delete it and insert it anew.",
            ],
            WordTemplate.Read(Packed.Document($"<w:p>{Mark("begin")}{Code("MERGEFIELD a")}{copies}{Mark("end")}</w:p>")).Problems
        );
    }

    [Fact]
    public void What_stands_in_the_instruction_of_a_merge_field_goes_with_it() =>
        AssertFilled(
            Mark("begin")
                + Code("MERGEFIELD a")
                + $"<mc:AlternateContent><mc:Choice Requires=\"wps\">{Run("x")}</mc:Choice><mc:Fallback>{Run("OLD")}</mc:Fallback></mc:AlternateContent>"
                + Formula
                + Mark("end"),
            ["a"],
            Run("A")
        );

    [Theory]
    [InlineData("<m:r><m:t>{x}+1</m:t></m:r>", "{x}")]
    [InlineData("<m:sSup><m:e><m:r><m:t>2{#li</m:t></m:r></m:e></m:sSup><m:r><m:t>st}</m:t></m:r>", "{#list}")]
    public void A_tag_in_a_formula_is_told(string formula, string tag)
    {
        var math = $"<m:oMath xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\">{formula}</m:oMath>";
        foreach (var body in new[] { $"<w:p>{math}</w:p>", $"<w:p/>{math}" })
            Assert.Equal(
                [
                    $"Paragraph 1 of the document: “{tag}” stands in a formula, where nothing is filled; put it into the text beside the formula.",
                ],
                WordTemplate.Read(Packed.Document(body)).Problems
            );
    }

    [Fact]
    public void A_formula_without_a_tag_stays() => AssertFilled(Formula + Field("a", Run("x")), ["a"], Formula + Run("A"));

    private static string Mark(string kind) => $"<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>";

    private static string Code(string code) => $"<w:r><w:instrText>{code}</w:instrText></w:r>";

    private static string Run(string text) => $"<w:r><w:t>{text}</w:t></w:r>";

    private static string Field(string name, string shown) =>
        Mark("begin") + Code($"MERGEFIELD {name}") + Mark("separate") + shown + Mark("end");

    private static void AssertFilled(string paragraph, string[] fields, string filled)
    {
        var template = WordTemplate.Read(Packed.Document($"<w:p>{paragraph}</w:p>"));
        Assert.Empty(template.Problems);
        Assert.Equal(fields, template.Fields);
        using var zip = new ZipArchive(
            new MemoryStream(template.Fill(JsonDocument.Parse("""{"a":"A"}""").RootElement).Document!)
        );
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        var xml = reader.ReadToEnd().Replace(" xml:space=\"preserve\"", "", StringComparison.Ordinal);
        Assert.Contains($"<w:body><w:p>{filled}</w:p></w:body>", xml, StringComparison.Ordinal);
    }
}
