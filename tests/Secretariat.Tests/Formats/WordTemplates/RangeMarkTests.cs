using System.IO.Compression;
using System.Text.Json;
using Secretariat.Formats.WordTemplates;

namespace Secretariat.Tests.Formats.WordTemplates;

/// <summary>Bookmarks and other ranges, and what a paragraph says once, where sections divide, repeat or take away what they stand in.</summary>
public class RangeMarkTests
{
    private const string One = """{"l":[{}]}""";
    private const string Two = """{"l":[{},{}]}""";
    private const string None = """{"l":[]}""";

    [Theory]
    [InlineData("bookmark")]
    [InlineData("perm")]
    [InlineData("commentRange")]
    public void Marks_in_the_paragraph_of_a_tag_stay_when_that_goes(string kind)
    {
        var (begin, end) = ($"<w:{kind}Start w:id=\"1\"/>", $"<w:{kind}End w:id=\"1\"/>");
        AssertFilled(P(begin, R("{#l}")) + P(R("x")) + P(R("{/l}"), end), One, begin + P(R("x")) + end);
        AssertFilled(P(begin, R("{#l}")) + P(R("x")) + P(R("{/l}"), end), None, begin + end);
        AssertFilled(P(begin, R("{#l}")) + P(R("x")) + P(R("{/l}y"), end), None, begin + P(R("y"), end));
    }

    [Fact]
    public void Marks_within_a_section_stand_in_its_first_entry_alone()
    {
        var body = P(R("{#l}"), Begin(1)) + P(R("x"), End(1), R("{/l}"));
        AssertFilled(body, Two, Begin(1) + P(R("x"), End(1)) + P(R("x")));
        AssertFilled(body, None, "");
    }

    [Fact]
    public void A_mark_whose_counterpart_stands_outside_the_section_is_taken_out_of_it()
    {
        AssertFilled(P(Begin(1), R("y{#l}"), End(1)) + P(R("z{/l}")), Two, P(Begin(1), R("y")) + P(R("z")) + P(R("z")) + End(1));
        AssertFilled(P(Begin(1), R("y{#l}"), End(1)) + P(R("z{/l}")), None, P(Begin(1), R("y")) + End(1));
        AssertFilled(P(R("{#l}x"), Begin(1), R("{/l}y"), End(1)), Two, P(Begin(1), R("x"), R("x"), R("y"), End(1)));
        AssertFilled(P(R("{#l}x"), Begin(1), R("{/l}{#l}z"), End(1), R("{/l}y")), None, P(Begin(1), End(1), R("y")));
        AssertFilled(P(R("{#l}{^l}"), Begin(1), R("x{/l}{/l}y"), End(1)), None, P(Begin(1), R("y"), End(1)));
    }

    [Fact]
    public void A_mark_in_a_paragraph_or_control_that_may_go_stays_when_its_counterpart_does()
    {
        AssertFilled(P(Begin(1), R("{#l}x{/l}")) + P(R("y"), End(1)), None, Begin(1) + P(R("y"), End(1)));
        AssertFilled(P(Begin(1), R("{#l}x{/l}"), End(1)) + P(R("y")), None, P(R("y")));
        var control = $"<w:sdt><w:sdtContent>{P(R("{#l}x{/l}"), End(1))}</w:sdtContent></w:sdt>";
        AssertFilled(P(Begin(1), R("y")) + control, None, P(Begin(1), R("y")) + End(1));
    }

    [Fact]
    public void A_mark_in_a_row_of_nothing_but_tags_stays()
    {
        static string Row(string paragraph) => $"<w:tr><w:tc>{paragraph}</w:tc></w:tr>";
        var rows =
            Row(P(Begin(1), R("{#l}"))) + Row(P(R("x"))) + Row(P(R("{/l}{^l}"))) + Row(P(R("y"))) + Row(P(R("{/l}"), End(1)));
        AssertFilled($"<w:tbl>{rows}</w:tbl>", One, $"<w:tbl>{Begin(1)}{Row(P(R("x")))}{End(1)}</w:tbl>");
        AssertFilled($"<w:tbl>{rows}</w:tbl>", None, $"<w:tbl>{Begin(1)}{Row(P(R("y")))}{End(1)}</w:tbl>");
    }

    [Fact]
    public void Half_a_pair_goes()
    {
        var simple = $"<w:fldSimple w:instr=\"MERGEFIELD a\">{R("old")}{End(1)}</w:fldSimple>";
        AssertFilled(P(Begin(1), simple), """{"a":"x"}""", P(R("x")));
        AssertFilled(P(Begin(1), R("x"), Begin(1), R("y"), End(1), End(1)), "{}", P(R("x"), Begin(1), R("y"), End(1)));
    }

    [Fact]
    public void What_a_paragraph_says_once_stays_with_its_first_part()
    {
        const string Ids = " w14:paraId=\"11111111\" w14:textId=\"22222222\" w:rsidR=\"00A\"";
        const string Keep = "<w:keepNext/>";
        const string Look = $"<w:pPr>{Keep}<w:pageBreakBefore/></w:pPr>";
        string Part(string text, string ids, string look) => $"<w:p{ids}>{look}{R(text)}</w:p>";
        const string Rest = $"<w:pPr>{Keep}</w:pPr>";
        const string Own = " w:rsidR=\"00A\"";
        AssertFilled(Part("a{#l}b", Ids, Look) + P(R("c{/l}")), One, Part("a", Ids, Look) + Part("b", Own, Rest) + P(R("c")));
        AssertFilled(Part("{#l}b", Ids, Look) + P(R("c{/l}")), One, Part("b", Ids, Look) + P(R("c")));
        AssertFilled(P(R("{#l}a")) + Part("b{/l}c", Ids, Look), One, P(R("a")) + Part("b", Ids, Look) + Part("c", Own, Rest));
        const string End = "<w:sectPr/>";
        AssertFilled(
            P(R("{#l}a")) + Part("b{/l}c", Ids, $"<w:pPr>{Keep}<w:pageBreakBefore/>{End}</w:pPr>"),
            One,
            P(R("a")) + Part("b", Ids, Look) + Part("c", Own, $"<w:pPr>{Keep}{End}</w:pPr>")
        );
    }

    private static string Begin(int id) => $"<w:bookmarkStart w:id=\"{id}\" w:name=\"b{id}\"/>";

    private static string End(int id) => $"<w:bookmarkEnd w:id=\"{id}\"/>";

    private static string P(params string[] runs) => $"<w:p>{string.Concat(runs)}</w:p>";

    private static string R(string text) => $"<w:r><w:t>{text}</w:t></w:r>";

    private static void AssertFilled(string body, string values, string filled)
    {
        const string Ids = " xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\"";
        var template = Packed.Zip(("word/document.xml", $"<w:document {Packed.Word}{Ids}><w:body>{body}</w:body></w:document>"));
        var made = WordTemplate.Read(template).Fill(JsonDocument.Parse(values).RootElement);
        Assert.Empty(made.Problems);
        using var zip = new ZipArchive(new MemoryStream(made.Document!));
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        var xml = reader.ReadToEnd().Replace(" xml:space=\"preserve\"", "", StringComparison.Ordinal);
        var from = xml.IndexOf("<w:body", StringComparison.Ordinal);
        Assert.Equal($"<w:body>{filled}</w:body></w:document>", xml[from..]);
    }
}
