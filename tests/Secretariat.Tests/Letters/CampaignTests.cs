using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.Mime;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Letters;
using Secretariat.Modules.Partners;

namespace Secretariat.Tests.Letters;

/// <summary>The way of a campaign from its draft into the mail.</summary>
public sealed class CampaignTests(TestApp app) : AppTest(app)
{
    [Fact]
    public async Task A_campaign_goes_from_its_draft_through_a_second_person_into_the_mail()
    {
        await App.HasMinistersAsync();
        var (officer, signatory) = (await App.AsAsync(Role.Officer), await App.AsAsync(Role.Signatory));
        await App.HasSenderAsync(officer);

        var draft = await officer.OpenCampaignAsync();
        var id = CampaignOffice.IdOf(draft);
        Assert.Contains("Partners left out", draft.Text, StringComparison.Ordinal);
        Assert.Contains("No principal is recorded", draft.Text, StringComparison.Ordinal);
        var frozen = await App.FreezeAsync(draft, signatory);

        var wrong = await frozen.Form("release").With("Count", "2").SubmitAsync();
        Assert.Contains("Letters that would leave: 3.", wrong.Text, StringComparison.Ordinal);
        Assert.Equal(CampaignStatus.SignedOff, (await App.CampaignAsync(id)).Status);
        Assert.All(await App.LettersAsync(id), l => Assert.Null(l.OutgoingMessageId));

        await wrong.Form("release").With("Count", "3").SubmitAsync();
        await App.WorkAsync<SendMail>();

        var letters = await App.LettersAsync(id);
        Assert.All(letters, l => Assert.Equal(LetterStatus.Sent, l.Status));
        foreach (var letter in letters)
            await AssertSentAsync(letter);
        Assert.Contains("Sent: 3 of 3.", (await officer.GetAsync(draft.Address)).Text, StringComparison.Ordinal);
        Assert.Contains(
            letters[0].Reference!,
            (await officer.GetAsync("/office/outbox?state=Sent")).Text,
            StringComparison.Ordinal
        );
        await AssertToldInFrenchAsync(officer);
    }

    [Fact]
    public async Task Who_submitted_a_campaign_does_not_sign_it_off()
    {
        await App.HasMinistersAsync();
        var signatory = await App.AsAsync(Role.Signatory);
        await App.HasSenderAsync(signatory);
        var draft = await signatory.OpenCampaignAsync();
        var token = draft.Form("submit").Value("__RequestVerificationToken")!;
        var submitted = await draft.Form("submit").SubmitAsync();

        Assert.Contains("A second person signs off", submitted.Text, StringComparison.Ordinal);
        Assert.False(submitted.HasForm("sign-off"));
        var refused = await PostAsync(signatory, submitted, "SignOff", token);

        Assert.Contains("A second person signs off", refused.Text, StringComparison.Ordinal);
        Assert.Equal(CampaignStatus.Submitted, (await App.CampaignAsync(CampaignOffice.IdOf(draft))).Status);
    }

    [Fact]
    public async Task An_officer_does_not_sign_off_and_a_reader_does_nothing()
    {
        await App.HasMinistersAsync();
        var (officer, reader) = (await App.AsAsync(Role.Officer), await App.AsAsync(Role.Reader));
        await App.HasSenderAsync(officer);
        var draft = await officer.OpenCampaignAsync();
        var id = CampaignOffice.IdOf(draft);

        Assert.False((await reader.GetAsync(draft.Address)).HasForm("submit"));
        var readersToken = (await reader.GetAsync("/account")).Form("account").Value("__RequestVerificationToken")!;
        await PostAsync(reader, draft, "Submit", readersToken);
        Assert.Equal(CampaignStatus.Draft, (await App.CampaignAsync(id)).Status);

        var submitted = await draft.Form("submit").SubmitAsync();
        var other = await App.AsAsync(Role.Administrator);
        var othersToken = (await other.GetAsync("/office/campaigns/new")).Form("new").Value("__RequestVerificationToken")!;
        var refused = await PostAsync(other, submitted, "SignOff", othersToken);
        Assert.Contains("Only a signatory decides here.", refused.Text, StringComparison.Ordinal);
        Assert.Equal(CampaignStatus.Submitted, (await App.CampaignAsync(id)).Status);
    }

    [Fact]
    public async Task A_letter_without_addressee_or_address_is_named_and_nothing_is_submitted()
    {
        await App.HasMinistersAsync();
        var officer = await App.AsAsync(Role.Officer);
        await App.HasSenderAsync(officer);
        var draft = await officer.OpenCampaignAsync();
        var id = CampaignOffice.IdOf(draft);
        var (first, second) = ((await App.LettersAsync(id))[0], (await App.LettersAsync(id))[1]);
        await EditAsync(officer, first, "Recipient.Name", "");
        await EditAsync(officer, second, "Recipient.Email", "");

        var page = await officer.GetAsync(draft.Address);
        Assert.Contains(
            "The letter has no addressee: name and function are needed. · Belgium",
            page.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("The letter has no valid e-mail address. · Bulgaria", page.Text, StringComparison.Ordinal);
        var refused = await page.Form("submit").SubmitAsync();

        Assert.Contains("Nothing was changed.", refused.Text, StringComparison.Ordinal);
        Assert.Equal(CampaignStatus.Draft, (await App.CampaignAsync(id)).Status);
    }

    [Fact]
    public async Task Who_submits_letters_that_a_colleague_has_changed_meanwhile_hears_it()
    {
        await App.HasMinistersAsync();
        var officer = await App.AsAsync(Role.Officer);
        await App.HasSenderAsync(officer);
        var draft = await officer.OpenCampaignAsync();
        var id = CampaignOffice.IdOf(draft);
        await EditAsync(officer, (await App.LettersAsync(id))[0], "Recipient.Function", "Minister of Justice");

        var late = await draft.Form("submit").SubmitAsync();

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal(CampaignStatus.Draft, (await App.CampaignAsync(id)).Status);
    }

    [Fact]
    public async Task The_annex_holds_the_whole_rows_announced_in_February_2024_and_nothing_later()
    {
        await App.HasMinistersAsync();
        var officer = await App.AsAsync(Role.Officer);
        await App.HasSenderAsync(officer);
        var draft = await officer.OpenCampaignAsync();

        var letter = (await App.LettersAsync(CampaignOffice.IdOf(draft)))[0];
        var page = await officer.GetAsync($"{draft.Address}/letters/{letter.Id}");
        var rows = page
            .Document.QuerySelectorAll(".sec-letter__annex tbody tr")
            .Select(r => TestPage.Squeeze(r.Children[0].TextContent));

        Assert.Equal(
            [
                "Spring 2024",
                "Spring 2024",
                "23-25 April 2024",
                "26-27 April 2024",
                "6 May 2024",
                "13-16 May 2024",
                "11-12 July 2024",
                "October 2024",
                "14-18 October 2024",
                "Q3 2024",
            ],
            rows
        );
    }

    [Fact]
    public async Task A_campaign_is_drafted_without_an_annex_where_none_is_wanted()
    {
        await App.HasMinistersAsync();
        var officer = await App.AsAsync(Role.Officer);
        var form = (await officer.GetAsync("/office/campaigns/new")).Form("new");
        Assert.Equal("true", form.Value("HasAnnex"));

        var page = await form.With("Title", "Thanks")
            .With("Template", "thanks")
            .Tick("HasAnnex", "true", ticked: false)
            .Tick("Kinds", PartnerKind.MemberState)
            .SubmitAsync();

        Assert.False((await App.CampaignAsync(CampaignOffice.IdOf(page))).HasAnnex);
    }

    [Fact]
    public async Task Of_two_who_sign_off_at_once_one_is_too_late_and_the_numbers_have_no_gap()
    {
        await App.HasMinistersAsync();
        var officer = await App.AsAsync(Role.Officer);
        var (one, two) = (await App.AsAsync(Role.Signatory), await App.AsAsync(Role.Signatory));
        await App.HasSenderAsync(officer);
        var draft = await officer.OpenCampaignAsync();
        await draft.Form("submit").SubmitAsync();
        var forms = new[]
        {
            (await one.GetAsync(draft.Address)).Form("sign-off"),
            (await two.GetAsync(draft.Address)).Form("sign-off"),
        };

        var answers = await Task.WhenAll(forms.Select(f => f.SubmitAsync()));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Select(a => a.Status).Order());
        Assert.Matches(
            "Someone was faster|Somebody else has changed",
            answers.Single(a => a.Status == HttpStatusCode.Conflict).Text
        );
        var references = await App.ReadAsync(db =>
            db.Letters.Where(l => l.Reference != null).Select(l => l.Reference!).ToListAsync(Cancelled)
        );
        var numbers = references.Select(r => int.Parse(r[^4..], null)).Order().ToList();
        Assert.Equal(Enumerable.Range(1, numbers.Count), numbers);
        Assert.All(await App.LettersAsync(CampaignOffice.IdOf(draft)), l => Assert.NotNull(l.Reference));
    }

    [Fact]
    public async Task What_is_sent_back_can_be_changed_and_says_why()
    {
        await App.HasMinistersAsync();
        var (officer, signatory) = (await App.AsAsync(Role.Officer), await App.AsAsync(Role.Signatory));
        await App.HasSenderAsync(officer);
        var draft = await officer.OpenCampaignAsync();
        await draft.Form("submit").SubmitAsync();
        var submitted = await signatory.GetAsync(draft.Address);

        var refused = await submitted.Form("send-back").SubmitAsync();
        Assert.Contains("Say what has to change.", refused.Text, StringComparison.Ordinal);
        await refused.Form("send-back").With("Because", "The minister of the first letter has changed.").SubmitAsync();

        var page = await officer.GetAsync(draft.Address);
        Assert.Contains("The minister of the first letter has changed.", page.Text, StringComparison.Ordinal);
        Assert.True(page.HasForm("submit"));
    }

    /// <summary>Posts a step for which the page shows no form.</summary>
    private async Task<TestPage> PostAsync(TestBrowser browser, TestPage campaign, string handler, string token)
    {
        var version = (await App.CampaignAsync(CampaignOffice.IdOf(campaign))).Version;
        return await browser.PostAsync(
            $"{campaign.Address}?handler={handler}",
            [new("Version", $"{version}"), new("__RequestVerificationToken", token)]
        );
    }

    private static async Task EditAsync(TestBrowser officer, Letter letter, string field, string value)
    {
        var page = await officer.GetAsync($"/office/campaigns/{letter.CampaignId}/letters/{letter.Id}");
        await page.Form("edit").With(field, value).SubmitAsync();
    }

    private async Task AssertToldInFrenchAsync(TestBrowser officer)
    {
        var outbox = await officer.GetAsync("/office/outbox?state=Sent&lang=fr");
        Assert.Contains("Lettre d’une campagne", outbox.Text, StringComparison.Ordinal);
        var log = await (await App.AsAsync(Role.Administrator)).GetAsync("/office/audit?process=Send+a+campaign&lang=fr");
        Assert.Contains("Le nombre de lettres a été redonné avant leur départ.", log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("restated", log.Text, StringComparison.Ordinal);
    }

    private async Task AssertSentAsync(Letter letter)
    {
        var folder = Path.Combine(App.Settings.Mail.Folder!, "out");
        var file = Assert.Single(Directory.GetFiles(folder, $"{letter.AddresseeEmail}-*.eml"));
        var mail = MimeReader.Read(await File.ReadAllBytesAsync(file, Cancelled));
        Assert.StartsWith(
            $"[{letter.Reference}] Follow-up to the International Conference",
            mail.Subject,
            StringComparison.Ordinal
        );
        Assert.Contains(mail.Attachments, a => a.Name == $"{letter.Reference}.docx");
        Assert.Equal(letter.PdfSha256 is not null, mail.Attachments.Any(a => a.Name == $"{letter.Reference}.pdf"));
        var token = new ReplyToken(await App.Services.GetRequiredService<Keys>().GetAsync(ReplyToken.KeyName, Cancelled));
        Assert.Equal(letter.ThreadId, token.ThreadOf(mail.MessageId!));
    }
}
