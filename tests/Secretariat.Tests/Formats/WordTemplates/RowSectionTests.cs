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

    private static string Row(string text) => $"<w:tr><w:tc><w:p>{Run(text)}</w:p></w:tc></w:tr>";

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
