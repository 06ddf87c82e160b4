using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using Secretariat.Formats.WordTemplates;

namespace Secretariat.Tests.Formats.WordTemplates;

/// <summary>What may stand in a document only once, where sections repeat it or the stories of a template have it in common.</summary>
public partial class DrawingIdTests
{
    private const string Spaces =
        Packed.Word
        + " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\"";

    [Fact]
    public void Numbers_of_drawings_are_those_of_the_template_once_and_new_ones_else()
    {
        var list = P("{#l}") + Drawing("7") + Drawing("1000001") + P("{/l}");
        var (body, header) = Filled(list + Drawing("7"), list, """{"l":[{},{}]}""");
        Assert.Equal(["7", "1000001", "1000002", "1000003", "1000004"], Numbers(body));
        Assert.Equal(["1000005", "1000006", "1000007", "1000008"], Numbers(header));
    }

    [Fact]
    public void Names_of_shapes_differ_between_copies_and_stories_and_their_objects_follow_them()
    {
        const string Values = """{"l":[{"m":[1,2]},{"m":[3,4]}]}""";
        var (body, header) = Filled(
            P("{#l}") + Shape("s") + P("{#m}") + Shape("t") + P("{/m}{/l}"),
            Shape("s") + Shape("u_3"),
            Values
        );
        Assert.Equal(
            ["s o:s", "t o:t", "t_2", "s_4", "t_4", "t_5"],
            Shapes().Matches(body).Select(shape => shape.Groups[1].Value.Replace("\" o:spid=\"", " o:", StringComparison.Ordinal))
        );
        Assert.Equal(["s", "t", "t_2", "s_4", "t_4", "t_5"], Objects().Matches(body).Select(shape => shape.Groups[1].Value));
        Assert.Equal(["s_6", "u_3"], Objects().Matches(header).Select(shape => shape.Groups[1].Value));
        Assert.Contains("<v:shapetype id=\"kind\"/><v:shape id=\"s_6\"/>", header, StringComparison.Ordinal);
        Assert.Contains("<v:shape id=\"u_3\" o:spid=\"u_3\"/>", header, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("footnote")]
    [InlineData("endnote")]
    public void A_note_that_could_be_repeated_is_told(string kind)
    {
        var note = $"<w:p><w:r><w:{kind}Reference w:id=\"2\"/></w:r></w:p>";
        const string Told =
            "a footnote or endnote stands within “{#l}”, where it could be repeated, which Word takes for damage; put it outside, or its text in brackets.";
        Assert.Equal(
            [$"Paragraph 2 of the document: {Told}"],
            WordTemplate.Read(Packed.Document(P("a") + P("{#l}") + note + P("{/l}"))).Problems
        );
        Assert.Equal(
            [$"Paragraph 2 of the document: {Told}"],
            WordTemplate.Read(Packed.Document(P("{#k}") + P("{#l}{^m}") + note + P("{/m}{/l}{/k}"))).Problems
        );
        Assert.Empty(WordTemplate.Read(Packed.Document(P("{^l}") + note + P("{/l}"))).Problems);
        Assert.Empty(WordTemplate.Read(Packed.Document(P("{#l}x{/l}") + note)).Problems);
    }

    private static string P(string text) => $"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>";

    private static string Drawing(string number) =>
        $"<w:p><w:r><w:drawing><wp:inline><wp:docPr id=\"{number}\" name=\"x\"/></wp:inline></w:drawing></w:r></w:p>";

    private static string Shape(string name) =>
        $"<w:p><w:r><w:object><v:shapetype id=\"kind\"/><v:shape id=\"{name}\" o:spid=\"{name}\"/><o:OLEObject ShapeID=\"{name}\"/></w:object></w:r></w:p>";

    private static IEnumerable<string> Numbers(string xml) => DocPr().Matches(xml).Select(match => match.Groups[1].Value);

    private static (string Body, string Header) Filled(string body, string header, string values)
    {
        var template = Packed.Zip(
            ("word/document.xml", $"<w:document {Spaces}><w:body>{body}</w:body></w:document>"),
            ("word/_rels/document.xml.rels", Packed.Relationships(("r1", "header", "header1.xml"))),
            ("word/header1.xml", $"<w:hdr {Spaces}>{header}</w:hdr>")
        );
        var filled = WordTemplate.Read(template).Fill(JsonDocument.Parse(values).RootElement);
        Assert.Empty(filled.Problems);
        using var zip = new ZipArchive(new MemoryStream(filled.Document!));
        return (Text("word/document.xml"), Text("word/header1.xml"));

        string Text(string part)
        {
            using var reader = new StreamReader(zip.GetEntry(part)!.Open());
            return reader.ReadToEnd();
        }
    }

    [GeneratedRegex("<wp:docPr id=\"([^\"]*)\"", RegexOptions.None, 1000)]
    private static partial Regex DocPr();

    [GeneratedRegex("<v:shape id=\"(.*?)\"/>", RegexOptions.None, 1000)]
    private static partial Regex Shapes();

    [GeneratedRegex("ShapeID=\"([^\"]*)\"", RegexOptions.None, 1000)]
    private static partial Regex Objects();
}
