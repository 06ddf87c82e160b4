using System.IO.Compression;
using System.Text.Json;
using Secretariat.Formats.WordTemplates;

namespace Secretariat.Tests.Formats.WordTemplates;

/// <summary>What is left where sections took something away is a document that Word opens as it is meant.</summary>
public class RemainderTests
{
    private const string Look = "<w:pPr><w:keepNext/></w:pPr>";
    private const string Table = "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>";

    [Theory]
    [InlineData("\n<w:p/>\n")]
    [InlineData("<w:p/>")]
    [InlineData("<w:p/><w:bookmarkStart w:id=\"1\" w:name=\"b\"/><w:bookmarkEnd w:id=\"1\"/>")]
    [InlineData("<w:sdt><w:sdtContent><w:p/></w:sdtContent></w:sdt>")]
    [InlineData(Table + "<w:p/>")]
    public void A_cell_that_ends_in_a_paragraph_stays_as_it_is(string cell)
    {
        Assert.Equal(InCell(cell), Filled(InCell(cell), "{}"));
        Assert.Equal(InCell(P("x") + cell), Filled(InCell(P("{a}") + cell), """{"a":"x"}"""));
        Assert.Equal(InCell(cell), Filled(InCell(P("{#a}") + cell + P("{/a}")), """{"a":true}"""));
    }

    [Theory]
    [InlineData("{#a}", "x", "{/a}")]
    [InlineData("{#a}x{/a}")]
    [InlineData("{#a}", "{b}x", "{/a}")]
    public void A_cell_that_a_section_leaves_without_a_paragraph_gets_one(params string[] paragraphs)
    {
        var section = string.Concat(paragraphs.Select(P));
        const string Values = """{"a":[],"b":""}""";
        Assert.Equal(InCell("<w:p/>"), Filled(InCell(section), Values));
        Assert.Equal(InCell(Table + "<w:p/>"), Filled(InCell(Table + section), Values));
        Assert.Equal(InCell("\n\n<w:p/>"), Filled(InCell($"\n{section}\n"), Values));
        Assert.Equal(InCell("<w:p/>"), Filled(InCell(InControl(section)), Values));
    }

    [Fact]
    public void A_cell_whose_last_paragraph_goes_keeps_its_look_behind_a_table() =>
        Assert.Equal(
            InCell($"{Table}\n\n<w:p>{Look}</w:p>"),
            Filled(InCell($"{Table}\n<w:p>{Look}{Run("{#a}x{/a}")}</w:p>\n"), """{"a":[]}""")
        );

    [Fact]
    public void Tables_between_which_a_paragraph_goes_stay_apart()
    {
        var between = P("{#a}x{/a}");
        Assert.Equal($"{Table}<w:p/>{Table}", Filled(Table + between + Table, """{"a":[]}"""));
        Assert.Equal(Table + P("x") + Table, Filled(Table + between + Table, """{"a":true}"""));
        Assert.Equal(Table + P("y"), Filled(Table + between + P("y"), """{"a":[]}"""));
        Assert.Equal(InCell($"{Table}<w:p/>{Table}<w:p/>"), Filled(InCell($"{Table}{between}{Table}<w:p/>"), """{"a":[]}"""));
    }

    [Fact]
    public void Tables_of_the_entries_of_a_list_stay_apart_and_those_that_stood_together_stay_together()
    {
        var list = P("{#l}") + Table + P("{/l}");
        Assert.Equal($"{Table}<w:p/>{Table}<w:p/>{Table}", Filled(Table + list, """{"l":[1,2]}"""));
        Assert.Equal($"{Table}<w:p/>{Table}", Filled(list + Table, """{"l":[1]}"""));
        Assert.Equal(Table + Table + P("x"), Filled(Table + Table + P("{a}"), """{"a":"x"}"""));
    }

    [Fact]
    public void A_table_that_goes_holds_no_others_apart()
    {
        var rows = $"<w:tbl><w:tr><w:tc>{P("{#l}x")}</w:tc><w:tc>{P("{/l}")}</w:tc></w:tr></w:tbl>";
        Assert.Equal(Table + P("y"), Filled(Table + P("{#a}x{/a}") + rows + P("y"), """{"a":[],"l":[]}"""));
    }

    [Fact]
    public void A_content_control_goes_when_nothing_of_it_comes_out()
    {
        const string Values = """{"a":[]}""";
        Assert.Equal(P("e"), Filled(InControl(P("{#a}x{/a}")) + P("e"), Values));
        Assert.Equal(P("e"), Filled(InControl(P("{#a}") + P("x") + P("{/a}")) + P("e"), Values));
        Assert.Equal(P("e"), Filled(InControl(InControl(P("{#a}x{/a}"))) + P("e"), Values));
        Assert.Equal(P("e"), Filled($"<w:p>{InControl(Run("{#a}x{/a}"))}{Run("e")}</w:p>", Values));
        Assert.Equal(P("e"), Filled($"<w:p>{InControl(Run("{#a}x{/a}"))}</w:p>" + P("e"), Values));
        Assert.Equal(InControl("<w:p/>") + P("e"), Filled(InControl(P("{#a}x{/a}") + "<w:p/>") + P("e"), Values));
        Assert.Equal(InControl(P("x")) + P("e"), Filled(InControl(P("{#a}x{/a}")) + P("e"), """{"a":true}"""));
    }

    [Fact]
    public void The_colour_of_the_page_gets_no_paragraph()
    {
        var template = Packed.Zip(
            (
                "word/document.xml",
                $"<w:document {Packed.Word}><w:background w:color=\"FFFFFF\"/><w:body>{P("{a}")}</w:body></w:document>"
            )
        );
        var filled = WordTemplate.Read(template).Fill(JsonDocument.Parse("""{"a":"x"}""").RootElement);
        Assert.Contains($"<w:background w:color=\"FFFFFF\"/><w:body>{P("x")}</w:body>", Xml(filled), StringComparison.Ordinal);
    }

    private static string P(string text) => $"<w:p>{Run(text)}</w:p>";

    private static string Run(string text) => $"<w:r><w:t>{text}</w:t></w:r>";

    private static string InCell(string content) => $"<w:tbl><w:tr><w:tc>{content}</w:tc></w:tr></w:tbl>";

    private static string InControl(string content) => $"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>";

    private static string Filled(string body, string values)
    {
        var filled = WordTemplate.Read(Packed.Document(body)).Fill(JsonDocument.Parse(values).RootElement);
        Assert.Empty(filled.Problems);
        var xml = Xml(filled);
        return xml[(xml.IndexOf("<w:body>", StringComparison.Ordinal) + 8)..xml.IndexOf("</w:body>", StringComparison.Ordinal)];
    }

    private static string Xml(FilledTemplate filled)
    {
        using var zip = new ZipArchive(new MemoryStream(filled.Document!));
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        return reader.ReadToEnd().Replace(" xml:space=\"preserve\"", "", StringComparison.Ordinal);
    }
}
