using DocumentFormat.OpenXml.Packaging;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Letters;
using Secretariat.Platform.Files;
using Secretariat.Platform.Localization;

namespace Secretariat.Tests.Letters;

/// <summary>What is signed off is what is made, and one letter that cannot be made holds up no other.</summary>
public sealed class FreezingTests(TestApp app) : AppTest(app)
{
    [Fact]
    public async Task What_changes_after_submission_does_not_enter_the_letters()
    {
        var (draft, signatory) = await DraftAsync();
        var id = CampaignOffice.IdOf(draft);
        Assert.False((await draft.Form("submit").SubmitAsync()).HasForm("submit"));
        var before = await ReadByAsync(signatory, id);

        await ChangeEverythingAsync(id, "Changed after submission");
        var after = await ReadByAsync(signatory, id);
        await (await signatory.GetAsync(draft.Address)).Form("sign-off").SubmitAsync();
        await App.WorkAsync<FreezeLetters>();

        Assert.Equal(before, after);
        foreach (var letter in await App.LettersAsync(id))
        {
            var text = await DocxTextAsync(letter);
            Assert.Contains(letter.Reference!, text, StringComparison.Ordinal);
            Assert.DoesNotContain("Changed after submission", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_sent_back_takes_the_tables_as_they_are_again()
    {
        var (draft, signatory) = await DraftAsync();
        var id = CampaignOffice.IdOf(draft);
        await draft.Form("submit").SubmitAsync();
        await ChangeEverythingAsync(id, "Changed and wanted");

        await (await signatory.GetAsync(draft.Address)).Form("send-back").With("Because", "Use the new text.").SubmitAsync();

        Assert.Contains("Changed and wanted", await ReadByAsync(signatory, id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_that_cannot_be_made_says_why_holds_up_no_other_and_is_made_again()
    {
        var (draft, signatory) = await DraftAsync();
        var id = CampaignOffice.IdOf(draft);
        await draft.Form("submit").SubmitAsync();
        await (await signatory.GetAsync(draft.Address)).Form("sign-off").SubmitAsync();
        await AddressSecondAsync(id, null);
        await App.WorkAsync<FreezeLetters>();

        var letters = await App.LettersAsync(id);
        Assert.Equal([true, false, true], letters.Select(l => l.IsFrozen));
        var page = await signatory.GetAsync(draft.Address);
        Assert.Contains($"{letters[1].Reference}: The letter has no addressee", page.Text, StringComparison.Ordinal);
        Assert.False(page.HasForm("release"));

        await AddressSecondAsync(id, "Minister BG");
        await App.WorkAsync<FreezeLetters>();
        Assert.False((await App.LettersAsync(id))[1].IsFrozen, "It is not tried again before somebody says so.");
        await page.Form("make-again").SubmitAsync();
        await App.WorkAsync<FreezeLetters>();

        Assert.All(await App.LettersAsync(id), l => Assert.True(l.IsFrozen));
        Assert.True((await signatory.GetAsync(draft.Address)).HasForm("release"));
    }

    private async Task<(TestPage Draft, TestBrowser Signatory)> DraftAsync()
    {
        await App.HasMinistersAsync();
        var officer = await App.AsAsync(Role.Officer);
        await App.HasSenderAsync(officer);
        return (await officer.OpenCampaignAsync(), await App.AsAsync(Role.Signatory));
    }

    private static async Task<string> ReadByAsync(TestBrowser signatory, Guid id)
    {
        var page = await signatory.GetAsync($"/office/campaigns/{id}/preview");
        return string.Join('\n', page.Document.QuerySelectorAll(".sec-letter").Select(l => l.TextContent));
    }

    private Task ChangeEverythingAsync(Guid campaignId, string words) =>
        App.GivenAsync(async db =>
        {
            foreach (var template in await db.TemplateSources.ToListAsync())
                template.Write(template.Markdown + $"\n\n{words}.\n");
            foreach (var form in await db.FormsOfAddress.ToListAsync())
                form.Close = words;
            foreach (var ask in await db.Asks.ToListAsync())
                ask.Text = LocalizedText.InEnglish(words);
            var partners = db.Letters.Where(l => l.CampaignId == campaignId).Select(l => l.PartnerId);
            foreach (var partner in await db.Partners.Where(p => partners.Contains(p.Id)).ToListAsync())
                partner.Name = LocalizedText.InEnglish(words);
            db.Senders.Add(
                new Sender
                {
                    Name = words,
                    Institution = LocalizedText.InEnglish(words),
                    Portfolio = LocalizedText.InEnglish(words),
                    Address = LocalizedText.InEnglish(words),
                    Place = LocalizedText.InEnglish(words),
                }
            );
        });

    private Task AddressSecondAsync(Guid campaignId, string? name) =>
        App.GivenAsync(async db =>
        {
            var letter = await db.Letters.Where(l => l.CampaignId == campaignId).OrderBy(l => l.Order).Skip(1).FirstAsync();
            letter.Address(name, letter.AddresseeFunction, letter.AddresseeEmail);
        });

    private async Task<string> DocxTextAsync(Letter letter)
    {
        await using var scope = App.Services.CreateAsyncScope();
        var stored = await scope.ServiceProvider.GetRequiredService<IFileStore>().GetAsync(letter.DocxSha256!, Cancelled);
        using var docx = WordprocessingDocument.Open(new MemoryStream(stored), isEditable: false);
        return docx.MainDocumentPart!.Document!.InnerText
            + string.Concat(docx.MainDocumentPart.HeaderParts.Select(h => h.Header!.InnerText));
    }
}
