using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.Mime;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Letters;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Localization;

namespace Secretariat.Tests.Letters;

/// <summary>Each partner is written to in the form that it prefers.</summary>
public sealed class CampaignFormsTests(TestApp app) : AppTest(app)
{
    [Fact]
    public async Task Each_partner_gets_the_form_that_it_prefers_and_the_campaign_says_which()
    {
        var (_, draft) = await DraftAsync(CorrespondenceForm.Letter, CorrespondenceForm.NoteVerbale, CorrespondenceForm.Mail);

        var letters = await App.LettersAsync(CampaignOffice.IdOf(draft));

        Assert.Equal(
            [CorrespondenceForm.Letter, CorrespondenceForm.NoteVerbale, CorrespondenceForm.Mail],
            letters.Select(l => l.WrittenAs)
        );
        Assert.Contains("by note verbale", draft.Text, StringComparison.Ordinal);
        Assert.Contains("by e-mail", draft.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_verbale_names_the_institution_and_no_person()
    {
        var (officer, draft) = await DraftAsync(CorrespondenceForm.NoteVerbale);
        var letter = (await App.LettersAsync(CampaignOffice.IdOf(draft)))[0];

        var text = (await officer.GetAsync(AddressOf(letter))).Document.QuerySelector(".sec-letter")!.TextContent;

        Assert.Contains("presents its compliments to the Permanent Representation of Belgium", text, StringComparison.Ordinal);
        Assert.Contains("avails itself of this opportunity", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Minister BE", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Dear", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Astrid Kallemaa", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_is_overridden_for_one_recipient_whose_words_for_a_person_do_not_go_over()
    {
        var (officer, draft) = await DraftAsync(CorrespondenceForm.Letter);
        var letter = (await App.LettersAsync(CampaignOffice.IdOf(draft)))[0];
        var page = await officer.GetAsync(AddressOf(letter));
        page = await page.Form("edit").With("Recipient.Salutation", "Dear colleague,").SubmitAsync();

        page = await page.Form("edit").With("Recipient.WrittenAs", "NoteVerbale").SubmitAsync();

        Assert.Contains("presents its compliments to", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Dear colleague,", page.Document.QuerySelector(".sec-letter")!.TextContent);
        var campaign = await officer.GetAsync(draft.Address);
        Assert.Contains("prefers: by letter", campaign.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_template_is_no_note_verbale_the_partner_gets_a_letter_and_it_is_said()
    {
        await App.HasMinistersAsync(1);
        await PreferAsync(CorrespondenceForm.NoteVerbale);
        var officer = await App.AsAsync(Role.Officer);
        await App.HasSenderAsync(officer);
        var form = (await officer.GetAsync("/office/campaigns/new")).Form("new");
        form.With("Title", "Thanks").With("Template", "thanks").With("AsOf", "2024-02-29").Tick("Kinds", PartnerKind.MemberState);

        var draft = await form.Tick("HasAnnex", "true", ticked: false).SubmitAsync();

        Assert.Equal(CorrespondenceForm.Letter, (await App.LettersAsync(CampaignOffice.IdOf(draft)))[0].WrittenAs);
        Assert.Contains("prefers: by note verbale", draft.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_verbale_leaves_to_the_institution_and_an_e_mail_with_its_words_in_it()
    {
        var (_, draft) = await DraftAsync(CorrespondenceForm.NoteVerbale, CorrespondenceForm.Mail);
        var letters = await App.LettersAsync(CampaignOffice.IdOf(draft));
        var frozen = await App.FreezeAsync(draft, await App.AsAsync(Role.Signatory));

        await frozen.Form("release").With("Count", $"{letters.Count}").SubmitAsync();
        await App.WorkAsync<SendMail>();

        var (note, mail) = (await SentToAsync("minister@ms-be.example"), await SentToAsync("minister@ms-bg.example"));
        Assert.Equal("Permanent Representation of Belgium to the European Union", note.To[0].Name);
        Assert.Contains("the note verbale “Follow-up", note.TextBody, StringComparison.Ordinal);
        Assert.StartsWith("Dear Minister,", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("Yours sincerely,\n\nAstrid Kallemaa", mail.TextBody!.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains(mail.Attachments, a => a.Name!.EndsWith(".docx", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_not_written_in_the_language_of_a_letter_is_marked_on_its_page_and_on_that_of_the_campaign()
    {
        var (officer, draft) = await DraftAsync(CorrespondenceForm.Letter);
        var letter = (await App.LettersAsync(CampaignOffice.IdOf(draft)))[0];
        await App.GivenAsync(async db =>
        {
            var campaign = await db.Campaigns.SingleAsync(c => c.Id == letter.CampaignId, Cancelled);
            var meeting = new EventContent(In("1 May", "1er mai"), LocalizedText.InEnglish("Kick-off in English"), null);
            campaign.Take(campaign.Content with { Strands = [new("prevention", In("Prevention", "Prévention"), [meeting])] });
        });

        var page = await (await officer.GetAsync(AddressOf(letter))).Form("edit").With("Recipient.Language", "fr").SubmitAsync();

        var marked = page.Document.QuerySelectorAll(".sec-letter [lang=en]").Select(e => e.TextContent);
        Assert.Contains("Kick-off in English", marked);
        Assert.DoesNotContain("Prévention", marked);
        var campaignPage = await officer.GetAsync(draft.Address);
        Assert.Contains("In another language than the letter", campaignPage.Text, StringComparison.Ordinal);
        Assert.Contains("Kick-off in English", campaignPage.Text, StringComparison.Ordinal);
        Assert.Contains("its addressee’s: en", campaignPage.Text, StringComparison.Ordinal);
    }

    private static LocalizedText In(string english, string french) => LocalizedText.InEnglish(english).With("fr", french);

    private static string AddressOf(Letter letter) => $"/office/campaigns/{letter.CampaignId}/letters/{letter.Id}";

    /// <summary>A draft to as many Member States as forms are preferred, in protocol order.</summary>
    private async Task<(TestBrowser Officer, TestPage Draft)> DraftAsync(params CorrespondenceForm[] preferred)
    {
        await App.HasMinistersAsync(preferred.Length);
        await PreferAsync(preferred);
        var officer = await App.AsAsync(Role.Officer);
        await App.HasSenderAsync(officer);
        return (officer, await officer.OpenCampaignAsync());
    }

    private Task PreferAsync(params CorrespondenceForm[] preferred) =>
        App.GivenAsync(async db =>
        {
            var partners = await db
                .Partners.Where(p => p.KindCode == PartnerKind.MemberState)
                .OrderBy(p => p.ProtocolOrder)
                .Take(preferred.Length)
                .ToListAsync(Cancelled);
            foreach (var (partner, form) in partners.Zip(preferred))
                partner.PreferredForm = form;
        });

    private async Task<MimeMessage> SentToAsync(string address)
    {
        var file = Assert.Single(Directory.GetFiles(Path.Combine(App.Settings.Mail.Folder!, "out"), $"{address}-*.eml"));
        return MimeReader.Read(await File.ReadAllBytesAsync(file, Cancelled));
    }
}
