using System.Text;
using System.Text.Json;
using Secretariat.Formats.WordTemplates;

namespace Secretariat.Tests.Formats.WordTemplates;

/// <summary>Mutated templates: the archive, and the XML within an archive that is whole.</summary>
public class TemplateFuzz
{
    /// <summary>Memory that reading one template of this size may take.</summary>
    private const long Most = 64 * 1024 * 1024;

    private const string Body = """
        <w:p><w:r><w:t>Dear {na</w:t></w:r><w:r><w:t>me}, {#list}{a.b}</w:t></w:r></w:p><w:p><w:r><w:t>{/list}</w:t></w:r></w:p>
        <w:p><w:fldSimple w:instr=" MERGEFIELD x "><w:r><w:t>x</w:t></w:r></w:fldSimple><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>MERGEFIELD "y z"</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>y</w:t><w:fldChar w:fldCharType="end"/></w:r></w:p>
        <w:tbl><w:sdt><w:sdtContent><w:tr><w:tc><w:p><w:bookmarkStart w:id="1"/><w:r><w:t>{#rows}{c}</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>{/rows}</w:t></w:r><w:bookmarkEnd w:id="1"/></w:p></w:tc></w:tr></w:sdtContent></w:sdt></w:tbl>
        <w:p><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>{box}</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback/></mc:AlternateContent></w:p>
        """;

    private static readonly string[] Pieces =
    [
        "{",
        "}",
        "{#",
        "{^a}",
        "{/a}",
        "{{",
        "{a.b.c}",
        "<w:p>",
        "</w:p>",
        "<w:p/>",
        "<w:t>",
        "</w:t>",
        "<w:txbxContent>",
        "</w:txbxContent>",
        "<w:txbxContent/>",
        "<w:tbl><w:tr><w:tc>",
        "</w:tc></w:tr></w:tbl>",
        "<w:sdt><w:sdtContent>",
        "</w:sdtContent></w:sdt>",
        "<w:bookmarkStart w:id=\"1\"/>",
        "<w:bookmarkEnd w:id=\"1\"/>",
        "<w:footnoteReference/>",
        "<w:del>",
        "<mc:Fallback>",
        "<w:fldChar w:fldCharType=\"begin\"/>",
        "<w:fldChar w:fldCharType=\"separate\"/>",
        "<w:fldChar w:fldCharType=\"end\"/>",
        "<w:instrText>MERGEFIELD \"</w:instrText>",
        "<w:fldSimple w:instr=\"MERGEFIELD\">",
        "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>",
        "&b;",
        "&#0;",
        "<![CDATA[",
        "\0",
        "PK\u0003\u0004",
        "PK\u0001\u0002",
    ];

    [Fact]
    public Task No_archive_makes_the_reader_throw_hang_or_grow() =>
        new Fuzz("templates", [Packed.Document(Body)], Pieces) { Most = Most }.RunAsync(Read);

    [Fact]
    public Task No_text_of_a_template_makes_the_reader_throw_hang_or_grow() =>
        new Fuzz("template-bodies", [Encoding.UTF8.GetBytes(Body)], Pieces) { Most = Most }.RunAsync(body =>
            Read(Packed.Document(Encoding.UTF8.GetString(body)))
        );

    [Fact]
    public void The_template_is_understood_before_it_is_spoilt()
    {
        var read = WordTemplate.Read(Packed.Document(Body));
        Assert.Equal(["name", "a.b", "x", "y z", "c", "box"], read.Fields);
        Assert.Equal(["list", "rows"], read.Sections);
        Assert.Empty(read.Problems);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{a")]
    [InlineData("{#a}")]
    [InlineData("{a.")]
    [InlineData("</w:t><w:fldChar w:fldCharType=\"begin\"/><w:t>")]
    [InlineData("</w:t></w:p><w:p><w:t>{#a}{/b}")]
    public async Task What_is_repeated_for_a_megabyte_is_read_or_refused(string piece)
    {
        var text = new StringBuilder().Insert(0, piece, 1024 * 1024 / piece.Length).ToString();
        await Stalls.AreCaughtAsync(
            piece,
            () =>
            {
                Read(Packed.Document($"<w:p><w:t>{text}</w:t></w:p>"));
                return Task.CompletedTask;
            }
        );
    }

    private static void Read(byte[] file)
    {
        var read = WordTemplate.Read(file);
        Assert.True(read.UnreadableReason is null || read.UnreadableReason.ToString().EndsWith('.') && read.Fields.Count is 0);
        Assert.All(read.Fields, f => Assert.True(f.Length > 0));
        Assert.Equal(read.Fields.Distinct(StringComparer.Ordinal).Count(), read.Fields.Count);
        Assert.All(read.Problems, p => Assert.EndsWith(".", p.ToString(), StringComparison.Ordinal));
        Assert.InRange(read.Problems.Count, 0, WordTemplate.MaxProblems);
        if (read.UnreadableReason is null && read.Problems.Count is 0)
            Fill(read);
    }

    /// <summary>What is filled can be read again; a brace that was written as one may look like a field then.</summary>
    private static void Fill(WordTemplate template)
    {
        var values = template.Fields.Concat(template.Sections).ToDictionary(name => name, _ => "v");
        var filled = template.Fill(JsonSerializer.SerializeToElement(values));
        Assert.Empty(filled.Problems);
        Assert.Null(WordTemplate.Read(filled.Document!).UnreadableReason);
    }
}
