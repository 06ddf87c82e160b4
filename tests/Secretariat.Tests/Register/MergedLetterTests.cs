using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Letters;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;
using Secretariat.Tests.Correspondence;
using Secretariat.Tests.Letters;

namespace Secretariat.Tests.Register;

/// <summary>Letters to two entries of one partner: it has answered when one of them is answered, and is written to as one.</summary>
public sealed class MergedLetterTests(TestApp app) : MailTest(app)
{
    private TestBrowser officer = null!;

    [Fact]
    public async Task An_answer_to_one_of_two_letters_answers_the_other_and_nobody_who_answered_is_reminded()
    {
        var (campaign, letters) = await ReleasedAsync("Twice", 3);
        var (one, other, silent) = (letters["ms-be"], letters["ms-bg"], letters["ms-cz"]);
        await MergeAsync("ms-be", "ms-bg");
        await App.GivenAsync(async db =>
        {
            var thread = await db.Threads.SingleAsync(t => t.Id == one.ThreadId, Cancelled);
            db.Add(PartnerFacts.Message(db, thread, TimeProvider.System.Now(), "Our answer", "minister@ms-be.example"));
        });

        var board = await officer.GetAsync($"/office/campaigns/{campaign}/answers");
        Assert.Contains("answered on", RowOf(board, one), StringComparison.Ordinal);
        Assert.Contains("answered on", RowOf(board, other), StringComparison.Ordinal);
        Assert.Contains("answer missing", RowOf(board, silent), StringComparison.Ordinal);
        var remind = await officer.GetAsync($"/office/campaigns/{campaign}/remind");
        Assert.Contains("minister@ms-cz.example", remind.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("minister@ms-bg.example", remind.Text, StringComparison.Ordinal);

        var desk = await App.AsAsync(Role.PartnerContact, "ms-be");
        Assert.Contains(other.Reference!, (await desk.GetAsync("/desk")).Text, StringComparison.Ordinal);
        Assert.Contains(other.Reference!, (await desk.GetAsync("/desk/letters")).Text, StringComparison.Ordinal);
        using var file = await desk.OpenAsync($"/desk/letters/{other.Id}/docx");
        Assert.True(file.IsSuccessStatusCode);
        Assert.DoesNotContain(silent.Reference!, (await desk.GetAsync("/desk/letters")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_principal_of_the_kept_entry_is_reminded_of_a_letter_that_moved_when_its_addressee_has_left()
    {
        var (campaign, letters) = await ReleasedAsync("Left", 5);
        await GivenPartnerAsync("dk-kept", hasPrincipal: true);
        await MergeAsync("dk-kept", "ms-dk");
        await App.GivenAsync(async db =>
        {
            var mandate = await db.Mandates.SingleAsync(m => m.Person.Name == "Minister MS-DK", Cancelled);
            mandate.End(TimeProvider.System.Today().AddDays(-1));
        });
        var remind = await officer.GetAsync($"/office/campaigns/{campaign}/remind");
        Assert.Contains(
            "Now addressed to Principal of dk-kept, who follows Minister MS-DK.",
            remind.Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(letters["ms-dk"].AddresseeEmail!, remind.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_letters_that_it_has_not_answered_a_partner_is_reminded_once()
    {
        var (campaign, letters) = await ReleasedAsync("Once", 8);
        var (one, other) = (letters["ms-el"], letters["ms-ie"]);
        await MergeAsync("ms-el", "ms-ie");
        var remind = await officer.GetAsync($"/office/campaigns/{campaign}/remind");
        Assert.Contains($"Once on all of them: {other.Reference}, {one.Reference}", remind.Text, StringComparison.Ordinal);
        var count = letters.Count - 1;
        Assert.Contains($"Would be reminded: {count}", remind.Text, StringComparison.Ordinal);

        var board = await remind.Form("remind").With("Count", $"{count}").SubmitAsync("Send the reminders");

        var today = TimeProvider.System.Today();
        var reminders = await App.ReadAsync(db =>
            db.Reminders.Where(r => r.LetterId == one.Id || r.LetterId == other.Id).ToListAsync(Cancelled)
        );
        Assert.Equal(new[] { one.Id, other.Id }.Order(), reminders.Select(r => r.LetterId).Order());
        var id = Assert.Single(reminders.Select(r => r.OutgoingMessageId).Distinct());
        var mail = await App.ReadAsync(db => db.Outbox.SingleAsync(m => m.Id == id, Cancelled));
        Assert.Equal((one.ThreadId, one.AddresseeEmail), (mail.ThreadId, mail.ToAddress));
        Assert.StartsWith($"[{one.Reference}] ", mail.Subject, StringComparison.Ordinal);
        Assert.Contains($"{other.Reference}, {one.Reference}", mail.Body, StringComparison.Ordinal);
        Assert.All([one, other], l => Assert.Contains($"{today:yyyy}", Reminded(board, l), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_was_reminded_of_one_of_two_letters_is_not_reminded_of_the_other_the_day_after()
    {
        var (campaign, letters) = await ReleasedAsync("Not again", 10);
        var (one, other) = (letters["ms-es"], letters["ms-fr"]);
        await App.GivenAsync(db =>
        {
            var reminder = new Reminder
            {
                LetterId = other.Id,
                On = TimeProvider.System.Today().AddDays(-1),
                OutgoingMessageId = other.OutgoingMessageId!.Value,
            };
            db.Add(reminder);
            return Task.CompletedTask;
        });
        Assert.Contains(one.AddresseeEmail!, (await RemindAsync()).Text, StringComparison.Ordinal);
        await MergeAsync("ms-es", "ms-fr");
        Assert.DoesNotContain(one.AddresseeEmail!, (await RemindAsync()).Text, StringComparison.Ordinal);

        Task<TestPage> RemindAsync() => officer.GetAsync($"/office/campaigns/{campaign}/remind");
    }

    [Fact]
    public async Task A_chosen_partner_stays_chosen_under_the_entry_into_which_it_was_merged()
    {
        officer = await App.AsAsync(Role.Officer);
        await GivenPartnerAsync("chosen-two", hasPrincipal: false);
        await GivenPartnerAsync("chosen-one", hasPrincipal: true);
        await GivenPartnerAsync("chosen-other", hasPrincipal: true);
        await App.HasSenderAsync(officer);
        var group = await officer.GetAsync("/office/groups/new");
        group = await group.Form("group").With("Name", "Chosen").SubmitAsync();
        foreach (var code in new[] { "chosen-two", "chosen-other" })
            group = await group
                .Form("add")
                .With("Partner", $"{await PartnerIdAsync(code)}")
                .With("From", "2024-01-01")
                .SubmitAsync();
        var draft = await (await officer.GetAsync("/office/campaigns/new"))
            .Form("new")
            .With("Title", "To the chosen")
            .With("Template", "follow-up")
            .With("AsOf", "2024-02-29")
            .Tick("Groups", group.Address.Split('/')[3])
            .SubmitAsync();
        await MergeAsync("chosen-one", "chosen-two");

        draft = await officer.GetAsync(draft.Address);
        draft = await draft.Form("add-chosen-one").SubmitAsync();
        var letters = await App.LettersAsync(CampaignOffice.IdOf(draft));
        Assert.Contains("Principal of chosen-one", letters.Select(l => l.AddresseeName));
    }

    [Fact]
    public async Task Through_its_link_a_letter_that_moved_says_no_name_that_does_not_stand_in_it()
    {
        var (_, letters) = await ReleasedAsync("By link", 5);
        var letter = letters["ms-de"];
        await GivenPartnerAsync("de-kept", hasPrincipal: false);
        var key = await App.UseAsync(s => s.GetRequiredService<Keys>().GetAsync(AnswerLink.KeyName, Cancelled));
        var address = $"/t/{new AnswerLink(key).TokenFor(letter.Id)}";
        await MergeAsync("de-kept", "ms-de");

        var page = await App.Anybody().GetAsync(address);
        Assert.DoesNotContain("Partner de-kept", page.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Germany", page.Text, StringComparison.Ordinal);
        await page.Form("answer")
            .With("YourName", "A Registrar")
            .With("YourFunction", "Registry")
            .With("YourEmail", "registry@interior.example")
            .Tick("Interested", "prevention")
            .SubmitAsync();
        var message = await App.ReadAsync(db => db.Messages.SingleAsync(m => m.ThreadId == letter.ThreadId, Cancelled));
        Assert.Equal(await PartnerIdAsync("de-kept"), message.PartnerId);
    }

    /// <summary>A campaign that left twenty days ago to the first Member States, and its letters by the codes of their partners.</summary>
    private async Task<(Guid Campaign, Dictionary<string, Letter> Letters)> ReleasedAsync(string title, int ministers)
    {
        await App.HasMinistersAsync(ministers);
        officer = await App.AsAsync(Role.Officer);
        await App.HasSenderAsync(officer);
        var draft = await officer.OpenCampaignAsync(title);
        var id = CampaignOffice.IdOf(draft);
        var frozen = await App.FreezeAsync(draft, await App.AsAsync(Role.Signatory));
        await frozen.Form("release").With("Count", $"{(await App.LettersAsync(id)).Count}").SubmitAsync();
        await App.WorkAsync<SendMail>();
        await App.GivenAsync(async db =>
        {
            foreach (var letter in await db.Letters.Where(l => l.CampaignId == id).ToListAsync(Cancelled))
                letter.MarkSent(TimeProvider.System.Now().AddDays(-20));
        });
        return (
            id,
            await App.ReadAsync(db =>
                db.Letters.AsNoTracking()
                    .Where(l => l.CampaignId == id)
                    .Join(db.Partners, l => l.PartnerId, p => p.Id, (l, p) => new { Letter = l, p.Code })
                    .ToDictionaryAsync(l => l.Code, l => l.Letter, Cancelled)
            )
        );
    }

    private Task GivenPartnerAsync(string code, bool hasPrincipal) =>
        App.GivenAsync(db =>
        {
            var partner = new Partner
            {
                Code = code,
                KindCode = "other-private",
                Name = LocalizedText.InEnglish($"Partner {code}"),
            };
            var person = new Person { Name = $"Principal of {code}", Email = $"principal@{code}.example" };
            db.Add(partner);
            if (hasPrincipal)
                db.Add(PartnerFacts.Mandate(partner, person, new(2023, 1, 1), MandateRole.Principal));
            return Task.CompletedTask;
        });

    private async Task MergeAsync(string kept, string gone)
    {
        var page = await officer.GetAsync($"/office/partners/{kept}/merge/{gone}");
        page = await page.Form("merge").With("Why", "Entered twice").SubmitAsync("merge");
        Assert.Equal($"/office/partners/{kept}", page.Address);
    }

    private static string Reminded(TestPage page, Letter letter) =>
        page
            .Document.QuerySelectorAll("tr")
            .Single(r => r.InnerHtml.Contains(letter.Id.ToString(), StringComparison.Ordinal))
            .Children[3]
            .TextContent;

    private static string RowOf(TestPage page, Letter letter) =>
        page
            .Document.QuerySelectorAll("tr")
            .Single(r => r.InnerHtml.Contains(letter.Id.ToString(), StringComparison.Ordinal))
            .TextContent;
}
