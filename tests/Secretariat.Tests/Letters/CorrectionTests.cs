using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Letters;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Files;
using Secretariat.Tests.Correspondence;

namespace Secretariat.Tests.Letters;

/// <summary>A letter that is frozen is corrected by another one, which names it; what was frozen stays as it is.</summary>
public sealed class CorrectionTests(TestApp app) : MailTest(app)
{
    [Theory]
    [InlineData("en", "This letter replaces our letter of 1 March 2024, reference GA-2024-0031.")]
    [InlineData("fr", "La présente lettre remplace notre lettre du 1er mars 2024, référence GA-2024-0031.")]
    [InlineData("de", "Dieses Schreiben ersetzt unser Schreiben vom 1. März 2024, Zeichen GA-2024-0031.")]
    public void The_sentence_that_names_the_earlier_letter_is_written_in_each_language(string language, string sentence)
    {
        var words = CorrectionText.Read(new AllianceFolder(TestFolder.AllianceSource));

        var earlier = new NamedLetter(Guid.Empty, Guid.Empty, "GA-2024-0031", new DateOnly(2024, 3, 1));
        Assert.Equal(sentence, CorrectionText.Fill(words.Text, language, earlier));
    }

    [Fact]
    public async Task A_correction_says_first_in_its_language_which_letter_it_replaces_and_then_the_same()
    {
        var letter = await SentAsync();
        var page = await DraftAsync(letter);
        Assert.Contains($", reference {letter.Reference}. I should like to thank", page.Text, StringComparison.Ordinal);

        page = await page.Form("edit").With("Recipient.Language", "fr").SubmitAsync();

        Assert.Contains($", référence {letter.Reference}. Je tiens", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_goes_the_same_way_and_then_both_name_each_other_everywhere()
    {
        var letter = await SentAsync();
        var before = await FilesAsync(letter);
        var draft = await DraftAsync(letter, "The minister is Minister of Justice.");
        draft = await draft.Form("edit").With("Recipient.Function", "Minister of Justice").SubmitAsync();
        var correction = await ReleaseAsync(draft);

        Assert.Equal((letter.PartnerId, letter.Id), (correction.PartnerId, correction.CorrectsId!.Value));
        Assert.NotEqual(letter.Reference, correction.Reference);
        Assert.Contains($"reference {letter.Reference}.", await DocxTextAsync(correction), StringComparison.Ordinal);
        Assert.Contains("Minister of Justice", await DocxTextAsync(correction), StringComparison.Ordinal);
        Assert.Equal(before, await FilesAsync(letter));
        var officer = await App.AsAsync(Role.Officer);
        Assert.Contains(correction.Reference!, (await officer.GetAsync(AddressOf(letter))).Text, StringComparison.Ordinal);
        Assert.Contains(letter.Reference!, (await officer.GetAsync(AddressOf(correction))).Text, StringComparison.Ordinal);
        var desk = await (await App.AsAsync(Role.PartnerContact, "ms-be")).GetAsync("/desk/letters");
        Assert.Contains($"Replaced by letter {correction.Reference}.", desk.Text, StringComparison.Ordinal);
        Assert.Contains($"Replaces letter {letter.Reference}.", desk.Text, StringComparison.Ordinal);
        Assert.Contains($"Letter {correction.Reference} of", await CheckedAsync(letter), StringComparison.Ordinal);
        Assert.Contains($"Letter {letter.Reference} of", await CheckedAsync(correction), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_correction_of_a_note_verbale_is_a_note_verbale()
    {
        var open = await OpenAsync();
        var letter = (await App.LettersAsync(CampaignOffice.IdOf(open)))[0];
        var page = await (await App.AsAsync(Role.Officer)).GetAsync(AddressOf(letter));
        await page.Form("edit").With("Recipient.WrittenAs", $"{CorrespondenceForm.NoteVerbale}").SubmitAsync();
        open = await (await App.AsAsync(Role.Officer)).GetAsync(open.Address);
        await App.FreezeAsync(open, await App.AsAsync(Role.Signatory));

        page = await DraftAsync((await App.LettersAsync(letter.CampaignId))[0]);

        Assert.Equal($"{CorrespondenceForm.NoteVerbale}", page.Form("edit").Value("Recipient.WrittenAs"));
        Assert.DoesNotContain("Dear Minister", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Until_the_correction_is_released_nobody_outside_hears_of_it()
    {
        var letter = await SentAsync();
        await DraftAsync(letter);

        var officer = await (await App.AsAsync(Role.Officer)).GetAsync(AddressOf(letter));
        Assert.Contains("A correction is being drafted", officer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("replaced", await CheckedAsync(letter), StringComparison.Ordinal);
        var desk = await (await App.AsAsync(Role.PartnerContact, "ms-be")).GetAsync("/desk/letters");
        var row = desk
            .Document.QuerySelectorAll("tr")
            .Single(r => r.TextContent.Contains(letter.Reference!, StringComparison.Ordinal));
        Assert.DoesNotContain("Replaced by", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_needs_a_reason_which_stands_in_the_history_and_there_is_one_at_a_time()
    {
        var letter = await SentAsync();
        var officer = await App.AsAsync(Role.Officer);
        var page = await officer.GetAsync(AddressOf(letter));
        var refused = await page.Form("correct").SubmitAsync();
        Assert.Contains("Say what is wrong in the letter.", refused.Text, StringComparison.Ordinal);

        var draft = await page.Form("correct").With("Mistake", "The venue is wrong.").SubmitAsync();
        Assert.Contains("The venue is wrong.", draft.Text, StringComparison.Ordinal);
        page = await officer.GetAsync(AddressOf(letter));
        Assert.False(page.HasForm("correct"));
        var second = await officer.PostAsync(
            $"{AddressOf(letter)}?handler=Correct",
            [
                new("__RequestVerificationToken", draft.Form("edit").Value("__RequestVerificationToken")!),
                new("Version", $"{letter.Version + 1}"),
                new("Mistake", "Once more."),
            ]
        );
        Assert.Contains("A correction of this letter is being drafted already.", second.Text, StringComparison.Ordinal);
        Assert.Equal(1, await App.ReadAsync(db => db.Letters.CountAsync(l => l.CorrectsId == letter.Id, Cancelled)));

        await draft.Form("void").With("Because", "It was right.").SubmitAsync();
        Assert.True((await officer.GetAsync(AddressOf(letter))).HasForm("correct"));
    }

    [Fact]
    public async Task What_is_not_frozen_or_void_is_not_corrected()
    {
        var draft = (await App.LettersAsync(CampaignOffice.IdOf(await OpenAsync())))[0];
        Assert.NotNull(draft.WhyNotCorrect("A reason"));

        var letter = (await App.LettersAsync(CampaignOffice.IdOf(await FrozenAsync())))[0];
        Assert.Null(letter.WhyNotCorrect("A reason"));
        letter.Void(await App.CampaignAsync(letter.CampaignId), "Not needed.");
        Assert.NotNull(letter.WhyNotCorrect("A reason"));
    }

    [Fact]
    public async Task An_answer_to_the_correction_answers_the_letter_and_the_letter_itself_is_not_reminded_of()
    {
        var letter = await SentAsync();
        var correction = await ReleaseAsync(await DraftAsync(letter));
        var row = await AnswerAsync(letter);
        Assert.Equal($"Letter {correction.Reference} has come in its place.", row.WhyNotRemind(row.Day.AddDays(30))?.ToString());

        // The mail arrives as of a minute ago.
        await App.ReadAsync(db =>
            db.Letters.Where(l => l.Id == correction.Id)
                .ExecuteUpdateAsync(s => s.SetProperty(l => l.SentAt, correction.SentAt!.Value.AddHours(-1)), Cancelled)
        );
        await ArriveAsync($"From: registry@interior-be.example\nSubject: Re: [{correction.Reference}] Yes\n\nWe agree.\n");

        Assert.Equal(Answering.Answered, (await AnswerAsync(letter)).State);
    }

    [Fact]
    public async Task The_mail_of_the_correction_stands_beside_that_of_the_letter()
    {
        var letter = await SentAsync();
        var correction = await ReleaseAsync(await DraftAsync(letter));

        var mails = await App.ReadAsync(db => db.Outbox.AsNoTracking().ToDictionaryAsync(m => m.Id, Cancelled));
        Assert.Equal(
            [mails[letter.OutgoingMessageId!.Value].InternetMessageId],
            mails[correction.OutgoingMessageId!.Value].Answers
        );
    }

    private static string AddressOf(Letter letter) => $"/office/campaigns/{letter.CampaignId}/letters/{letter.Id}";

    private async Task<TestPage> OpenAsync()
    {
        await App.HasMinistersAsync();
        var officer = await App.AsAsync(Role.Officer);
        await App.HasSenderAsync(officer);
        return await officer.OpenCampaignAsync();
    }

    private async Task<TestPage> FrozenAsync() => await App.FreezeAsync(await OpenAsync(), await App.AsAsync(Role.Signatory));

    /// <summary>The first letter of a campaign that has left.</summary>
    private async Task<Letter> SentAsync()
    {
        var frozen = await FrozenAsync();
        await frozen.Form("release").With("Count", "3").SubmitAsync();
        await App.WorkAsync<SendMail>();
        return (await App.LettersAsync(CampaignOffice.IdOf(frozen)))[0];
    }

    private async Task<TestPage> DraftAsync(Letter letter, string mistake = "The venue is wrong.")
    {
        var page = await (await App.AsAsync(Role.Officer)).GetAsync(AddressOf(letter));
        return await page.Form("correct").With("Mistake", mistake).SubmitAsync();
    }

    /// <summary>Signed off by the second person, released and sent.</summary>
    private async Task<Letter> ReleaseAsync(TestPage draft)
    {
        var campaign = $"/office/campaigns/{CampaignOffice.IdOf(draft)}";
        var page = await (await App.AsAsync(Role.Officer)).GetAsync(campaign);
        var frozen = await App.FreezeAsync(page, await App.AsAsync(Role.Signatory));
        await frozen.Form("release").With("Count", "1").SubmitAsync();
        await App.WorkAsync<SendMail>();
        return Assert.Single(await App.LettersAsync(CampaignOffice.IdOf(draft)));
    }

    private async Task<LetterAnswer> AnswerAsync(Letter letter)
    {
        var today = AsOf.Today(TimeProvider.System);
        var rows = await App.ReadAsync(db => ReadAnswers.OfCampaignAsync(db, letter.CampaignId, today, Cancelled));
        return rows.Single(r => r.Letter.Id == letter.Id);
    }

    private async Task<string> CheckedAsync(Letter letter)
    {
        var page = await App.Anybody().GetAsync($"/en/check?code={letter.CheckCode}");
        return (await page.Form("check").SubmitAsync()).Text;
    }

    private async Task<(byte[] Docx, string? PdfSha256, string? DocxSha256)> StoredAsync(Letter letter)
    {
        var now = (await App.LettersAsync(letter.CampaignId)).Single(l => l.Id == letter.Id);
        var docx = await App.UseAsync(s => s.GetRequiredService<IFileStore>().GetAsync(now.DocxSha256!, Cancelled));
        return (docx, now.PdfSha256, now.DocxSha256);
    }

    private async Task<string> FilesAsync(Letter letter)
    {
        var (docx, pdfSha256, docxSha256) = await StoredAsync(letter);
        return $"{Convert.ToBase64String(docx)} {pdfSha256} {docxSha256}";
    }

    private async Task<string> DocxTextAsync(Letter letter)
    {
        using var docx = WordprocessingDocument.Open(new MemoryStream((await StoredAsync(letter)).Docx), isEditable: false);
        return docx.MainDocumentPart!.Document!.InnerText
            + string.Concat(docx.MainDocumentPart.FooterParts.Select(f => f.Footer!.InnerText));
    }
}
