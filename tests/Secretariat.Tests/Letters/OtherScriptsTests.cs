using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Letters;
using Secretariat.Platform.Files;
using Secretariat.Tests.Platform;

namespace Secretariat.Tests.Letters;

/// <summary>A letter in a language that the shipped templates do not have, from the office's own words to the frozen files.</summary>
public sealed class OtherScriptsTests(TestApp app) : AppTest(app)
{
    public static TheoryData<string, string, string, string> Languages =>
        new()
        {
            { "ar", "معالي الوزيرة،", "نشكركم على مشاركتكم في المؤتمر الدولي.", "وتفضلوا بقبول فائق الاحترام،" },
            { "el", "Κυρία Υπουργέ,", "Σας ευχαριστούμε για τη συμμετοχή σας στη διεθνή διάσκεψη.", "Με εξαιρετική εκτίμηση," },
            { "bg", "Уважаема госпожо министър,", "Благодарим Ви за участието в международната конференция.", "С уважение," },
            { "uk", "Вельмишановна пані Міністре,", "Дякуємо Вам за участь у міжнародній конференції.", "З повагою," },
        };

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task From_template_and_form_of_address_to_the_frozen_letter(
        string language,
        string salutation,
        string sentence,
        string close
    )
    {
        Programs.SkipWithout("pdfinfo", "pdftotext", "pdffonts");
        await App.HasMinistersAsync(1);
        var officer = await App.AsAsync(Role.Officer);
        await App.HasSenderAsync(officer);
        var code = $"thanks-{language}";
        await AddressAsync(officer, language, salutation, close);
        await WriteAsync(officer, code, language, sentence);

        var draft = await (await officer.GetAsync("/office/campaigns/new"))
            .Form("new")
            .With("Title", code)
            .With("Template", code)
            .With("AsOf", "2024-02-29")
            .Tick("Kinds", "eu-member-state")
            .SubmitAsync();
        var id = CampaignOffice.IdOf(draft);
        var page = await officer.GetAsync($"/office/campaigns/{id}/letters/{(await App.LettersAsync(id))[0].Id}");
        page = await page.Form("edit").With("Recipient.Language", language).SubmitAsync();
        Assert.All([salutation, sentence, close], words => Assert.Contains(words, page.Text, StringComparison.Ordinal));
        await App.FreezeAsync(await officer.GetAsync(draft.Address), await App.AsAsync(Role.Signatory));

        var letter = Assert.Single(await App.LettersAsync(id));
        Assert.Equal((language, LetterStatus.Frozen), (letter.Language, letter.Status));
        await IsWordAsync(letter, salutation, sentence, close);
        await IsPdfAsync(letter, salutation, sentence, close);
    }

    private static async Task WriteAsync(TestBrowser officer, string code, string language, string sentence)
    {
        var columns = string.Join(" | ", sentence.Split(' ')[..3]);
        var head = $"---\ntitle: {sentence}\nannex-title: {{annex.title}}\nannex-columns: {columns}\n---\n";
        var written = await (await officer.GetAsync("/office/templates/new"))
            .Form("new")
            .With("Code", code)
            .With("Language", language)
            .With("Markdown", $"{head}{sentence}\n\n- {sentence}\n")
            .SubmitAsync();
        Assert.DoesNotContain("/new", written.Address, StringComparison.Ordinal);
    }

    private static async Task AddressAsync(TestBrowser officer, string language, string salutation, string close)
    {
        var form = (await officer.GetAsync("/office/salutations/new"))
            .Form("new")
            .With("Rank", "minister")
            .With("Language", language)
            .With("Scope", "any")
            .With("Words.Close", close);
        foreach (var kind in (string[])["Female", "Male", "Unknown"])
            form.With($"Words.Salutation{kind}", salutation).With($"Words.Line{kind}", "{addressee.name}, {addressee.country}");
        Assert.Equal("/office/salutations", (await form.SubmitAsync()).Address);
    }

    private async Task IsWordAsync(Letter letter, params string[] words)
    {
        using var document = WordprocessingDocument.Open(
            new MemoryStream(await FileAsync(letter.DocxSha256!)),
            isEditable: false
        );
        var body = document.MainDocumentPart!.Document!.Body!;
        Assert.All(words, word => Assert.Contains(word, body.InnerText, StringComparison.Ordinal));
        var salutation = body.Descendants<Paragraph>().Single(p => p.InnerText == words[0]);
        Assert.Equal(letter.Language is "ar", IsRightToLeft(document, salutation));
    }

    /// <summary>By itself or by its style.</summary>
    private static bool IsRightToLeft(WordprocessingDocument document, Paragraph paragraph) =>
        paragraph.Descendants<BiDi>().Any() || document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Descendants<BiDi>().Any();

    private async Task IsPdfAsync(Letter letter, params string[] words)
    {
        var path = Path.Combine(App.Folder, $"{letter.Id}.pdf");
        await File.WriteAllBytesAsync(path, await FileAsync(letter.PdfSha256!), Cancelled);
        Assert.Matches(@"Tagged:\s+yes", await Programs.RunAsync("pdfinfo", path));
        Assert.Contains($"/Lang ({letter.Language}", await RawAsync(path), StringComparison.Ordinal);
        var text = Unmarked(await Programs.RunAsync("pdftotext", path, "-"));
        // Of a line that runs from right to left pdftotext writes the last mark first.
        Assert.All(words, word => Assert.Contains(word.TrimEnd('،', ',', '.'), text, StringComparison.Ordinal));
        var fonts = (await Programs.RunAsync("pdffonts", path)).Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];
        Assert.NotEmpty(fonts);
        Assert.All(fonts, font => Assert.Matches(@"\syes\s+(yes|no)\s+(yes|no)\s+\d+", font));
    }

    /// <summary>Without the marks of direction that pdftotext puts around what runs the other way.</summary>
    private static string Unmarked(string text) => new([.. text.Where(c => c is not ('\u202a' or '\u202b' or '\u202c'))]);

    private static async Task<string> RawAsync(string path) =>
        System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(path, Cancelled));

    private Task<byte[]> FileAsync(string sha256) =>
        App.UseAsync(services => services.GetRequiredService<IFileStore>().GetAsync(sha256, Cancelled));
}
