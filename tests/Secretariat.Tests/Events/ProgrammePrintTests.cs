using System.IO.Compression;
using System.Net;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Secretariat.Modules.Events.Programme;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Letters.Documents;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Pdf;
using Secretariat.Tests.Platform;

namespace Secretariat.Tests.Events;

/// <summary>A programme is printed as DOCX and PDF: what is released for everybody, the draft for the office.</summary>
public sealed class ProgrammePrintTests(TestApp app) : ProgrammeTest(app)
{
    [Theory]
    [InlineData(
        "en",
        "en-GB",
        "Programme, version 1 of ",
        "Opening",
        "Co-chairs: Bo Sample, Director; Cy Sample",
        "Ada Sample, Minister"
    )]
    [InlineData(
        "fr",
        "fr-FR",
        "Programme, version 1 du ",
        "Ouverture",
        "Coprésidence : Bo Sample, Director; Cy Sample",
        "Ada Sample, ministre"
    )]
    public async Task What_is_released_is_printed_by_day_with_time_room_strand_chairs_and_speakers(
        string language,
        string culture,
        string version,
        string title,
        string chairs,
        string speaker
    )
    {
        Programs.SkipWithout("pdfinfo", "pdftotext", "chromium-headless-shell");
        var code = await GivenReleasedAsync($"Printed <{language}>");
        using var folder = new TemporaryFolder();
        var page = await App.Anybody().GetAsync($"/{language}/events/{code}/programme");
        Assert.Equal(
            [$"/{language}/events/{code}/programme.pdf", $"/{language}/events/{code}/programme.docx"],
            page.Document.QuerySelectorAll("main .sec-actions a").Take(2).Select(a => a.GetAttribute("href"))
        );

        var docx = await App.Anybody().DownloadAsync($"/{language}/events/{code}/programme.docx");
        var pdf = folder.Keep("programme.pdf", await App.Anybody().DownloadAsync($"/{language}/events/{code}/programme.pdf"));

        var lines = LinesOf(docx);
        var printed = TestPage.Squeeze(await Programs.RunAsync("pdftotext", "-layout", pdf, "-"));
        Assert.Equal($"Printed <{language}>", lines[0]);
        Assert.StartsWith(version, lines[2], Ordinal);
        Assert.Contains("Europe/Brussels", lines[3], Ordinal);
        var opening = lines.IndexOf("10:00–10:45");
        Assert.Equal(
            [title, language == "en" ? "Prevention" : "Prévention", chairs, speaker, "Dee Sample", "Hall <1>", "11:00"],
            lines[(opening + 1)..(opening + 8)]
        );
        foreach (var words in new[] { lines[0], lines[2], lines[3], title, speaker, "Dee Sample", "Hall <1>" })
            Assert.Contains(words, printed, Ordinal);
        var information = await Programs.RunAsync("pdfinfo", pdf);
        Assert.Matches(@"Tagged:\s+yes", information);
        Assert.Contains($"Printed <{language}> – {lines[2]}", information, Ordinal);
        var structure = await Programs.RunAsync("pdfinfo", "-struct", pdf);
        foreach (var kind in new[] { "H1 (block)", "H2 (block)", "TH <", "TD:" })
            Assert.Contains(kind, structure, Ordinal);
        Assert.Contains($"/Lang ({culture})", Encoding.Latin1.GetString(await File.ReadAllBytesAsync(pdf, Cancelled)), Ordinal);
        AssertIsSound(docx);
        Assert.Equal(docx, await App.Anybody().DownloadAsync($"/{language}/events/{code}/programme.docx"));
    }

    [Fact]
    public async Task What_stands_in_another_language_says_so_in_both_files()
    {
        var code = await GivenReleasedAsync("Tongues");

        var docx = await App.Anybody().DownloadAsync($"/fr/events/{code}/programme.docx");

        var chairs = Runs(docx).Single(r => r.Value.StartsWith("Bo Sample", Ordinal));
        Assert.Equal("en-GB", chairs.Descendants(Word + "lang").Single().Attribute(Word + "val")!.Value);
        Assert.Empty(Runs(docx).Single(r => r.Value == "Ouverture").Descendants(Word + "lang"));
        var run = new LetterRun("Bo “Sample”", Language: "en");
        Assert.Contains("<p><span lang=\"en-GB\">Bo “Sample”</span></p>", ProgrammeHtml.Write(Invented("fr", [run])), Ordinal);
    }

    [Fact]
    public async Task The_draft_is_printed_for_the_office_alone_and_every_sheet_says_what_it_is()
    {
        Programs.SkipWithout("pdftotext", "chromium-headless-shell");
        var code = await GivenReleasedAsync("Drafted");
        var officer = await App.AsAsync(Role.Officer);
        for (var i = 0; i < 40; i++)
            await AddAsync(officer, code, $"{12 + (i / 6):00}:{i % 6}0", null, $"Later {i}");
        using var folder = new TemporaryFolder();
        var page = await (await App.AsAsync(Role.Reader)).GetAsync($"/office/events/{code}/programme?lang=fr");
        var links = page.Document.QuerySelectorAll("main .sec-actions a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(
            [$"/office/events/{code}/programme/draft.pdf?lang=fr", $"/office/events/{code}/programme/draft.docx?lang=fr"],
            links
        );

        var pdf = folder.Keep("draft.pdf", await officer.DownloadAsync(links[0].Replace("lang=fr", "lang=en", Ordinal)));

        var mark = $"Programme: draft of {new Language("en").Date(TimeProvider.System.Today())}, not released";
        var sheets = (await Programs.RunAsync("pdftotext", pdf, "-")).TrimEnd('\f', '\n').Split('\f');
        Assert.InRange(sheets.Length, 2, 5);
        Assert.All(sheets, sheet => Assert.Contains(mark, sheet, Ordinal));
        Assert.Contains("Later 39", sheets[^1], Ordinal);
        var docx = await officer.DownloadAsync(links[1]);
        Assert.Contains("non publié", LinesOf(docx)[2], Ordinal);
        AssertIsSound(docx);
        Assert.DoesNotContain("Later 39", LinesOf(await App.Anybody().DownloadAsync($"/en/events/{code}/programme.docx")));
        using var refused = await App.Anybody().OpenAsync(links[1]);
        Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);
    }

    [Fact]
    public async Task What_is_not_there_cannot_be_printed()
    {
        var (officer, code) = await GivenEventAsync("Not there");
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"/office/events/{code}/programme/draft.docx")).Status);
        await AddAsync(officer, code, "10:00", "11:00", "Drafted");
        var anybody = App.Anybody();
        foreach (
            var address in new[]
            {
                $"/en/events/{code}/programme.docx",
                $"/en/events/{code}/programme.pdf",
                "/en/events/no-such-event/programme.docx",
                $"/en/events/{code}/programme.txt",
            }
        )
            Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync(address)).Status);
        await ReleaseAsync(officer, code);
        Assert.Equal(HttpStatusCode.OK, (await anybody.OpenAsync($"/en/events/{code}/programme.docx")).StatusCode);
        // As of yesterday nobody had released it; there is no thirteenth month.
        var yesterday = TimeProvider.System.Today().AddDays(-1);
        var then = await anybody.GetAsync($"/en/events/{code}/programme.docx?asOf={yesterday:yyyy-MM-dd}");
        Assert.Equal(HttpStatusCode.NotFound, then.Status);
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await anybody.GetAsync($"/en/events/{code}/programme.docx?asOf=2026-13-01")).Status
        );
    }

    [Fact]
    public async Task The_same_programme_is_made_into_a_PDF_once_and_one_that_failed_again()
    {
        var printer = new CountingPrinter();
        var pdf = new ProgrammePdf(printer);
        using var gone = new CancellationTokenSource();
        printer.Wait = new TaskCompletionSource<byte[]>();
        var first = pdf.OfAsync(Invented("en", [new("One")]), gone.Token);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);

        var second = pdf.OfAsync(Invented("en", [new("One")]), Cancelled);
        printer.Wait.SetResult([1]);
        Assert.Equal([1], await second);
        Assert.Equal(1, printer.Printed);

        printer.Wait = new TaskCompletionSource<byte[]>();
        printer.Wait.SetException(new TimeoutException());
        await Assert.ThrowsAsync<TimeoutException>(() => pdf.OfAsync(Invented("en", [new("Two")]), Cancelled));
        printer.Wait = null;
        Assert.Equal([0], await pdf.OfAsync(Invented("en", [new("Two")]), Cancelled));
        Assert.Equal(3, printer.Printed);
        for (var i = 0; i < 30; i++)
            await pdf.OfAsync(Invented("en", [new($"Many {i}")]), Cancelled);
        await pdf.OfAsync(Invented("en", [new("Many 29")]), Cancelled);
        Assert.Equal(33, printer.Printed);
    }

    [Fact]
    public void What_is_written_in_a_programme_ends_neither_its_style_nor_its_page()
    {
        var html = ProgrammeHtml.Write(Invented("en", [new("</p><script>")]) with { Mark = "\"}</style><b>" });

        Assert.DoesNotContain("<script>", html, Ordinal);
        Assert.DoesNotContain("</style><b>", html, Ordinal);
        Assert.Contains("content: \"\\22 }\\3c /style>\\3c b>\"", html, Ordinal);
    }

    private static readonly XNamespace Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private async Task<string> GivenReleasedAsync(string title)
    {
        var (officer, code) = await GivenEventAsync(title);
        await AddAsync(
            officer,
            code,
            "10:00",
            "10:45",
            "Opening",
            ("TitleFr", "Ouverture"),
            ("Strand", "prevention"),
            ("ChairsEn", "Bo Sample, Director; Cy Sample"),
            ("SpeakersEn", "Ada Sample, Minister; Dee Sample"),
            ("SpeakersFr", "Ada Sample, ministre; Dee Sample"),
            ("Room", "Hall <1>")
        );
        await AddAsync(officer, code, "11:00", null, "Break");
        await ReleaseAsync(officer, code);
        return code;
    }

    private static PrintedProgramme Invented(string language, IReadOnlyList<LetterRun> line) =>
        new(language, new LetterRun("Invented"), First, "Version 1")
        {
            FileName = "programme",
            Head = [],
            Columns = ["Time", "What", "Room"],
            Days = [new("A day", [new("10:00", [line], "")])],
        };

    private static List<string> LinesOf(byte[] docx) =>
        [
            .. DocumentOf(docx)
                .Descendants(Word + "p")
                .Select(p => TestPage.Squeeze(string.Concat(p.Descendants(Word + "t").Select(t => t.Value)))),
        ];

    private static IEnumerable<XElement> Runs(byte[] docx) => DocumentOf(docx).Descendants(Word + "r");

    private static XDocument DocumentOf(byte[] docx)
    {
        using var zip = new ZipArchive(new MemoryStream(docx));
        using var stream = zip.GetEntry("word/document.xml")!.Open();
        return XDocument.Load(stream);
    }

    private static void AssertIsSound(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), false);
        var errors = new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, Cancelled);
        Assert.Empty(errors.Select(e => $"{e.Path?.XPath}: {e.Description}"));
    }

    /// <summary>Counts what it prints, and waits where a test says so.</summary>
    private sealed class CountingPrinter : IPdfRenderer
    {
        public int Printed { get; private set; }

        public TaskCompletionSource<byte[]>? Wait { get; set; }

        public Reason? WhyUnavailable => null;

        public Task<byte[]> RenderAsync(string html, CancellationToken cancellationToken)
        {
            Printed++;
            return Wait?.Task ?? Task.FromResult<byte[]>([0]);
        }
    }
}
