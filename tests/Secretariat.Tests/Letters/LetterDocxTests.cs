using System.IO.Compression;
using System.Security.Cryptography;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Secretariat.Modules.Letters.Documents;
using Secretariat.Tests.Platform;

namespace Secretariat.Tests.Letters;

public sealed class LetterDocxTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> Letters => ["en", "fr", "de", "ar", "note-verbale", "all-annexes"];

    [Theory]
    [MemberData(nameof(Letters))]
    public void The_document_is_valid(string name)
    {
        using var document = Open(Letter(name));

        var errors = new OpenXmlValidator(FileFormatVersions.Office2019).Validate(
            document,
            TestContext.Current.CancellationToken
        );

        Assert.Empty(errors.Select(error => $"{error.Path?.XPath}: {error.Description}"));
    }

    [Fact]
    public void The_same_letter_gives_the_same_bytes()
    {
        var first = LetterDocx.Write(FollowUp.Letter("en"));
        var second = LetterDocx.Write(FollowUp.Letter("en"));
        var other = LetterDocx.Write(FollowUp.Letter("en") with { Reference = "GA-2024-0032" });

        Assert.Equal(SHA256.HashData(first), SHA256.HashData(second));
        Assert.NotEqual(SHA256.HashData(first), SHA256.HashData(other));
        using var zip = new ZipArchive(new MemoryStream(first));
        Assert.All(zip.Entries, entry => Assert.Equal(1980, entry.LastWriteTime.Year));
    }

    [Fact]
    public void Addressee_and_check_code_stand_in_the_footer_of_page_one_alone()
    {
        using var document = Open(FollowUp.Letter("en"));

        var main = document.MainDocumentPart!;
        var section = main.Document.Body!.GetFirstChild<SectionProperties>()!;
        Assert.NotNull(section.GetFirstChild<TitlePage>());
        var footers = section
            .Elements<FooterReference>()
            .ToDictionary(footer => footer.Type!.Value, footer => ((FooterPart)main.GetPartById(footer.Id!)).Footer);
        const string addressee = "Ilse Maranova, Minister of the Interior, Aldoria";
        Assert.Equal(
            [addressee, "Check code 7K3M-9QXZ-4T2B-WH8D – check this letter at https://alliance.example/en/check"],
            footers[HeaderFooterValues.First].Elements<Paragraph>().Select(paragraph => paragraph.InnerText)
        );
        Assert.Contains("PAGE", footers[HeaderFooterValues.Default].InnerXml, StringComparison.Ordinal);
        Assert.DoesNotContain(addressee, main.Document.Body.InnerText, StringComparison.Ordinal);
        Assert.DoesNotContain("7K3M", main.Document.Body.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public void Title_language_headings_and_table_header_are_marked()
    {
        var letter = FollowUp.Letter("de");
        using var document = Open(letter);

        Assert.Equal(letter.Title, document.PackageProperties.Title);
        var main = document.MainDocumentPart!;
        Assert.Contains("w:val=\"de-DE\"", main.StyleDefinitionsPart!.Styles!.InnerXml, StringComparison.Ordinal);
        var heading = main
            .Document.Descendants<Paragraph>()
            .Single(paragraph => paragraph.ParagraphProperties!.ParagraphStyleId!.Val == "Heading1");
        Assert.Equal(letter.Annexes[0].Title, heading.InnerText);
        var rows = main.Document.Descendants<TableRow>().ToList();
        Assert.NotNull(rows[0].TableRowProperties!.GetFirstChild<TableHeader>());
        Assert.Equal(letter.Annexes[0].Rows.Count + 1, rows.Count);
    }

    [Fact]
    public void Arabic_runs_from_right_to_left()
    {
        using var document = Open(ArabicLetter.Letter);

        var body = document.MainDocumentPart!.Document.Body!;
        Assert.All(body.Descendants<Paragraph>(), paragraph => Assert.NotNull(paragraph.ParagraphProperties!.BiDi));
        Assert.NotNull(body.Descendants<TableProperties>().Single().BiDiVisual);
    }

    [Fact]
    public void Lists_links_and_forms_become_their_own_elements()
    {
        var letter = FollowUp.Letter("en") with
        {
            Body = "**b** *i* [site](https://alliance.example/x) [bad](javascript:x)\n\n- a\n  1. n\n- b\n\n1. c",
        };
        using var document = Open(letter);

        var main = document.MainDocumentPart!;
        var target = Assert.Single(main.HyperlinkRelationships).Uri;
        Assert.Equal("https://alliance.example/x", target.ToString());
        Assert.Equal("b", Assert.Single(main.Document.Body!.Descendants<Run>(), IsBold).InnerText);
        var lists = main
            .Document.Descendants<NumberingProperties>()
            .Select(list => (list.NumberingLevelReference!.Val!.Value, list.NumberingId!.Val!.Value));
        Assert.Equal([(0, 1), (1, 2), (0, 1), (0, 3)], lists);
        Assert.Empty(
            new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken)
        );

        static bool IsBold(Run run) => run.RunProperties?.Bold is not null;
    }

    [Fact]
    public void Values_from_outside_never_break_the_document()
    {
        const string hostile = "<w:p/>&amp;]]>\"'\0\v\uFFFE {MERGEFIELD x} \u202E";
        var letter = FollowUp.Letter("en") with
        {
            Title = hostile,
            Sender = new(hostile, hostile, hostile, hostile, hostile, hostile),
            Subject = hostile,
            Salutation = hostile,
            Body = hostile + "\n\n`" + hostile + "`\n\n    " + hostile,
            AddresseeLines = [hostile],
            Check = new(hostile, hostile),
            Annexes =
            [
                new(
                    hostile,
                    hostile,
                    [hostile],
                    [
                        [hostile],
                    ]
                ),
            ],
        };
        using var document = Open(letter);

        Assert.Empty(
            new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken)
        );
        Assert.Contains("<w:p/>&amp;]]>", document.PackageProperties.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LibreOffice_opens_every_letter_and_prints_it_with_all_its_annexes()
    {
        Programs.SkipWithout("soffice", "pdftotext");
        string[] names = [.. Letters.Select(row => row.Data)];
        string[] paths = [.. names.Select(name => folder.Keep($"{name}.docx", LetterDocx.Write(Letter(name))))];

        string[] options = ["--headless", "--norestore", $"-env:UserInstallation=file://{folder.FullName}/profile"];
        await Programs.RunAsync("soffice", [.. options, "--convert-to", "pdf", "--outdir", folder.FullName, .. paths]);

        foreach (var name in names)
        {
            var (letter, pages) = (Letter(name), await PagesAsync($"{folder.FullName}/{name}.pdf"));
            Assert.Contains(letter.Reference!, pages[0], StringComparison.Ordinal);
            Assert.Contains("2024", pages[^1], StringComparison.Ordinal);
            if (LetterLines.Language(letter).IsRightToLeft)
                continue;
            Assert.Contains(letter.AddresseeLines[0], pages[0][^300..], StringComparison.Ordinal);
            var printed = string.Concat(pages);
            var cells = letter.Annexes.SelectMany(a => a.Rows[^1].SelectMany(cell => cell.Split('\n')).Append(a.Title));
            Assert.All(cells, cell => Assert.Contains(cell, printed, StringComparison.Ordinal));
        }
    }

    public void Dispose() => folder.Dispose();

    private static LetterDocument Letter(string name) =>
        name switch
        {
            "ar" => ArabicLetter.Letter,
            "note-verbale" => FollowUp.NoteVerbale("de"),
            "all-annexes" => FollowUp.WithAllAnnexes("fr"),
            _ => FollowUp.Letter(name),
        };

    private static async Task<string[]> PagesAsync(string path) =>
        (await Programs.RunAsync("pdftotext", path, "-")).TrimEnd('\f', '\n').Split('\f');

    private static WordprocessingDocument Open(LetterDocument letter) =>
        WordprocessingDocument.Open(new MemoryStream(LetterDocx.Write(letter)), isEditable: false);
}
