using System.IO.Compression;
using System.Text.Json;
using Secretariat.Formats.WordTemplates;

namespace Secretariat.Tests.Formats.WordTemplates;

/// <summary>Sections that begin and end in rows and cells of a table.</summary>
public class RowSectionTests
{
    [Theory]
    [InlineData("{/a}{^a}", "{/a}", """{"a":true}""", "A")]
    [InlineData("{/a}{^a}", "{/a}", """{"a":[]}""", "B")]
    [InlineData("{/}{#b}", "{/}", """{"a":true,"b":false}""", "A")]
    [InlineData("{/a}{#b}", "{/b}", """{"a":true,"b":true}""", "AB")]
    public void A_row_may_close_one_section_and_open_the_next(string between, string end, string values, string shown)
    {
        var filled = Fill($"<w:tbl>{Row("{#a}")}{Row("A")}{Row(between)}{Row("B")}{Row(end)}</w:tbl><w:p/>", values);
        Assert.Empty(filled.Problems);
        var rows = string.Concat(shown.Select(letter => Row(letter.ToString())));
        Assert.Contains($"<w:tbl>{rows}</w:tbl>", Xml(filled), StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_with_text_cannot_stand_in_two_sections()
    {
        var table = $"<w:tbl>{Row("{#a}A1")}{Row("A2{/a}{^a}")}{Row("none{/a}")}</w:tbl><w:p/>";
        Assert.NotEmpty(WordTemplate.Read(Packed.Document(table)).Problems);
    }

    [Fact]
    public void The_last_paragraph_of_a_cell_stays_with_its_look()
    {
        const string Look = "<w:pPr><w:keepNext/></w:pPr>";
        var cell = $"<w:tc><w:tcPr/><w:p>{Look}{Run("{#tel}Tel {tel}{/tel}")}</w:p></w:tc>";
        var filled = Fill($"<w:tbl><w:tr>{cell}</w:tr></w:tbl><w:p/>", """{"tel":""}""");
        Assert.Empty(filled.Problems);
        Assert.Contains($"<w:tc><w:tcPr/><w:p>{Look}</w:p></w:tc>", Xml(filled), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"name":"Ann","l":[{"n":"1"},{"n":"2"}]}""", "1|2")]
    [InlineData("""{"name":"Ann","l":[]}""", "")]
    public void Rows_in_a_content_control_beside_a_section_stay_and_are_filled(string values, string shown)
    {
        var section = Row("{#l}{n}", "{/l}");
        var rows = string.Concat(shown.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(n => Row(n, "")));
        var filled = Fill($"<w:tbl>{Control(Row("{name}"))}{section}</w:tbl><w:p/>", values);
        Assert.Contains($"<w:tbl>{Control(Row("Ann"))}{rows}</w:tbl>", Xml(filled), StringComparison.Ordinal);
        filled = Fill($"<w:tbl>{section}{Control(Row("{name}"))}</w:tbl><w:p/>", values);
        Assert.Contains($"<w:tbl>{rows}{Control(Row("Ann"))}</w:tbl>", Xml(filled), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_goes_when_no_row_of_it_comes_out_not_even_within_content_controls()
    {
        var rows = $"\n{Control($"\n{Row("{#l}{#m}", "{n}{/m}{/l}")}\n")}";
        const string Values = """{"l":[{"m":false},{"m":false}]}""";
        Assert.Contains("<w:body><w:p/></w:body>", Xml(Fill($"<w:tbl>{rows}</w:tbl><w:p/>", Values)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{#a}", "{/a}")]
    [InlineData("{#a}", "{#a}")]
    [InlineData("{/a}", "{/a}")]
    [InlineData("{#a}", "{/b}")]
    public async Task A_row_of_very_many_tags_is_told_at_once(string even, string odd)
    {
        var cells = Enumerable.Range(0, 90_000).Select(i => $"<w:tc><w:p>{Run(i % 2 is 0 ? even : odd)}</w:p></w:tc>");
        var file = Packed.Document($"<w:tbl><w:tr>{string.Concat(cells)}</w:tr></w:tbl><w:p/>");
        await Stalls.AreCaughtAsync(
            even + odd,
            () =>
            {
                Assert.NotEmpty(WordTemplate.Read(file).Problems);
                return Task.CompletedTask;
            }
        );
    }

    private static string Control(string rows) => $"<w:sdt><w:sdtPr/><w:sdtContent>{rows}</w:sdtContent></w:sdt>";

    private static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells.Select(Cell))}</w:tr>";

    private static string Cell(string text) => $"<w:tc>{(text.Length > 0 ? $"<w:p>{Run(text)}</w:p>" : "<w:p/>")}</w:tc>";

    private static string Run(string text) => $"<w:r><w:t>{text}</w:t></w:r>";

    private static FilledTemplate Fill(string body, string values) =>
        WordTemplate.Read(Packed.Document(body)).Fill(JsonDocument.Parse(values).RootElement);

    private static string Xml(FilledTemplate filled)
    {
        using var zip = new ZipArchive(new MemoryStream(filled.Document!));
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        return reader.ReadToEnd().Replace(" xml:space=\"preserve\"", "", StringComparison.Ordinal);
    }
}
