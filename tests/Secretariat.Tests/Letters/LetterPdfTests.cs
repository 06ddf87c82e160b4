using Secretariat.Modules.Letters.Documents;
using Secretariat.Tests.Platform;

namespace Secretariat.Tests.Letters;

public sealed class LetterPdfTests(Chromium chromium) : IClassFixture<Chromium>, IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData("en", "en-GB", "Dear Minister,", "November 2024")]
    [InlineData("fr", "fr-FR", "Madame la Ministre,", "Novembre 2024")]
    [InlineData("de", "de-DE", "Sehr geehrte Frau Ministerin,", "November 2024")]
    public async Task The_letter_is_tagged_has_its_language_and_every_part_in_its_place(
        string language,
        string culture,
        string salutation,
        string lastRow
    )
    {
        var letter = FollowUp.Letter(language);

        var path = await PrintAsync(letter);

        var information = await Programs.RunAsync("pdfinfo", path);
        Assert.Matches(@"Tagged:\s+yes", information);
        Assert.Matches(@"Page size:\s+59[45]\.\d+ x 84[12]\.\d+ pts \(A4\)", information);
        Assert.Contains(letter.Title, information, StringComparison.Ordinal);
        Assert.Contains($"/Lang ({culture})", await TextOfFileAsync(path), StringComparison.Ordinal);
        var pages = await PagesAsync(path);
        Assert.Contains(salutation, pages[0], StringComparison.Ordinal);
        Assert.EndsWith($"{letter.AddresseeLines[0]}\n{LetterLines.Check(letter)}", pages[0].Trim(), StringComparison.Ordinal);
        Assert.DoesNotContain(pages[1..], page => page.Contains(letter.AddresseeLines[0], StringComparison.Ordinal));
        Assert.Contains(letter.Annexes[0].Title, pages[^1], StringComparison.Ordinal);
        Assert.Contains(lastRow, pages[^1], StringComparison.Ordinal);
        Assert.EndsWith($"\n{pages.Length}", pages[^1].Trim(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Note verbale", "Permanent Representation of Aldoria to the European Union")]
    [InlineData("fr", "Note verbale", "Représentation permanente de l’Aldorie auprès de l’Union européenne")]
    [InlineData("de", "Verbalnote", "Ständige Vertretung Aldoriens bei der Europäischen Union")]
    public async Task A_note_verbale_is_tagged_bears_its_name_and_the_place_of_the_seal(
        string language,
        string name,
        string addressee
    )
    {
        var note = FollowUp.NoteVerbale(language);
        var path = await PrintAsync(note);

        var structure = await Programs.RunAsync("pdfinfo", "-struct-text", path);
        Assert.Matches($@"H1 \(block\)[^""]*""{name}""", structure);
        var pages = await PagesAsync(path);
        Assert.EndsWith($"{addressee}\n{LetterLines.Check(note)}", pages[0].Trim(), StringComparison.Ordinal);
        Assert.Contains(pages, page => page.Contains("L. S.", StringComparison.Ordinal));
        Assert.DoesNotContain(pages, page => page.Contains("Clara Beaumont", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Headings_lists_and_table_headers_are_tagged()
    {
        var structure = await Programs.RunAsync("pdfinfo", "-struct", await PrintAsync(FollowUp.Letter("en")));

        Assert.All(
            ["H1 (block)", "LI (block)", "Table (block)", "/Scope /Column"],
            tag => Assert.Contains(tag, structure, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task All_fonts_are_embedded_in_every_script()
    {
        var path = await PrintAsync(ArabicLetter.Letter);

        var fonts = (await Programs.RunAsync("pdffonts", path)).Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];

        Assert.NotEmpty(fonts);
        Assert.All(fonts, font => Assert.Matches(@"\syes\s+(yes|no)\s+(yes|no)\s+\d+", font));
    }

    [Fact]
    public async Task Long_annexes_repeat_their_header_on_every_page_and_stay_tagged()
    {
        var letter = FollowUp.WithAllAnnexes("en");
        var path = await PrintAsync(letter);

        var pages = await PagesAsync(path);
        foreach (var (row, header) in ((string, string)[])[("Norvia", "Kind"), ("Session", "Room")])
        {
            var annex = pages.Where(page => page.Contains(row, StringComparison.Ordinal)).ToList();
            Assert.True(annex.Count > 1);
            Assert.All(annex, page => Assert.Contains(header, page, StringComparison.Ordinal));
        }

        var structure = await Programs.RunAsync("pdfinfo", "-struct-text", path);
        Assert.All(letter.Annexes, annex => Assert.Contains($"\"{annex.Title}\"", structure, StringComparison.Ordinal));
        Assert.Equal(letter.Annexes.Count, structure.Split("Table (block)").Length - 1);
    }

    [Fact]
    public async Task A_long_addressee_still_ends_page_one_and_covers_no_text()
    {
        string[] lines = [.. Enumerable.Range(1, 6).Select(line => $"Line {line} of the addressee")];

        var letter = FollowUp.Letter("en") with { AddresseeLines = lines };
        var pages = await PagesAsync(await PrintAsync(letter));

        Assert.EndsWith(string.Join('\n', [.. lines, LetterLines.Check(letter)]), pages[0].Trim(), StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private async Task<string> PrintAsync(LetterDocument letter)
    {
        Programs.SkipWithout("pdfinfo", "pdftotext", "pdffonts");
        return folder.Keep("letter.pdf", await chromium.PrintAsync(LetterHtml.Write(letter)));
    }

    private static async Task<string[]> PagesAsync(string path) =>
        (await Programs.RunAsync("pdftotext", path, "-")).TrimEnd('\f', '\n').Split('\f');

    private static async Task<string> TextOfFileAsync(string path) =>
        System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
}
