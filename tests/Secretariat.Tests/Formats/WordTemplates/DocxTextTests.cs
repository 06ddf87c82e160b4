using Secretariat.Formats.WordTemplates;

namespace Secretariat.Tests.Formats.WordTemplates;

/// <summary>The text of letters in Word.</summary>
public class DocxTextTests
{
    private const string Tabbed =
        "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\" w:pos=\"720\"/><w:tab w:val=\"right\" w:pos=\"9000\"/></w:tabs><w:rPr><w:del/></w:rPr></w:pPr>"
        + "<w:r><w:rPr><w:b/></w:rPr><w:t>Dear</w:t><w:tab/><w:t>Ann</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>";

    [Fact]
    public void Tab_stops_are_no_tabs() => Assert.Equal("Dear\tAnn\n", DocxText.Read(Packed.Document(Tabbed)));

    [Theory]
    [InlineData("word/document2.xml", "word/document2.xml")]
    [InlineData("/word/document2.xml", "word/document2.xml")]
    public void The_document_is_where_the_package_says(string target, string part)
    {
        var file = Packed.Zip(
            ("_rels/.rels", Packed.Relationships(("r1", "officeDocument", target))),
            (part, $"<w:document {Packed.Word}><w:body>{Tabbed}</w:body></w:document>")
        );
        Assert.Equal("Dear\tAnn\n", DocxText.Read(file));
    }

    [Fact]
    public void What_is_no_document_of_Word_is_refused()
    {
        foreach (var file in new[] { Packed.Workbook("<row/>"), Packed.Zip(("a.txt", "Dear Ann")) })
            Assert.Equal(
                "It is no Word document: save it as .docx.",
                Assert.Throws<InvalidDataException>(() => DocxText.Read(file)).Message
            );
    }
}
