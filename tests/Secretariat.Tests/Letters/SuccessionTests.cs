using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Letters;
using Secretariat.Platform.Domain;

namespace Secretariat.Tests.Letters;

/// <summary>A letter goes to whoever holds the office until it is signed off; from then on it stays as it was signed.</summary>
public sealed class SuccessionTests(TestApp app) : AppTest(app)
{
    private TestBrowser officer = null!;
    private TestBrowser signatory = null!;

    [Fact]
    public async Task A_draft_goes_on_to_the_successor_and_says_so()
    {
        var draft = await DraftAsync("A draft");
        await OverrideAsync(draft, "ms-be");
        draft = await officer.GetAsync(draft.Address);
        await SucceedAsync("ms-be", "Ada Sample", TimeProvider.System.Today());

        var waiting = await officer.GetAsync(draft.Address);
        Assert.Contains("Minister MS-BE no longer holds the office. The letter goes on to Ada Sample", waiting.Text, Ordinal);
        waiting = await waiting.Form("submit").SubmitAsync();
        Assert.Contains("Something is lacking in these letters", waiting.Text, Ordinal);
        var alone = (await LetterAsync(draft, "ms-be")).Id;
        var single = await officer.GetAsync($"{draft.Address.Split('?')[0]}/letters/{alone}");
        Assert.Contains("Minister MS-BE no longer holds the office.", single.Text, Ordinal);

        await App.WorkAsync<FollowSuccession>();
        var letter = await LetterAsync(draft, "ms-be");
        Assert.Equal(
            ("Ada Sample", "ada@successor.example", "Minister of State", "minister"),
            (letter.AddresseeName, letter.AddresseeEmail, letter.AddresseeFunction, letter.Rank)
        );
        Assert.Null(letter.SalutationOverride);
        Assert.Equal("Minister MS-EE", (await LetterAsync(draft, "ms-ee")).AddresseeName);
        var page = await officer.GetAsync($"{draft.Address.Split('?')[0]}/letters/{letter.Id}");
        Assert.Contains("Now addressed to Ada Sample, who follows Minister MS-BE.", page.Text, Ordinal);
        Assert.Contains("Address letters to the successor", page.Text, Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await draft.Form("submit").SubmitAsync()).Status);

        await (await officer.GetAsync(draft.Address)).Form("submit").SubmitAsync();
        Assert.Equal(CampaignStatus.Submitted, (await App.CampaignAsync(CampaignOffice.IdOf(draft))).Status);
    }

    [Fact]
    public async Task Whoever_signs_off_has_read_the_letter_to_the_successor()
    {
        var draft = await DraftAsync("In checking");
        await draft.Form("submit").SubmitAsync();
        var read = await signatory.GetAsync(draft.Address);
        await SucceedAsync("ms-bg", "Bela Sample", TimeProvider.System.Today());
        var refused = await read.Form("sign-off").SubmitAsync();
        Assert.Contains("Something is lacking in these letters", refused.Text, Ordinal);

        await App.WorkAsync<FollowSuccession>();
        Assert.Equal(HttpStatusCode.Conflict, (await read.Form("sign-off").SubmitAsync()).Status);
        read = await signatory.GetAsync(draft.Address);
        Assert.Contains("Now addressed to Bela Sample, who follows Minister MS-BG.", read.Text, Ordinal);
        await read.Form("sign-off").SubmitAsync();
        Assert.Equal(CampaignStatus.SignedOff, (await App.CampaignAsync(CampaignOffice.IdOf(draft))).Status);
    }

    [Fact]
    public async Task Whoever_checked_the_letters_checks_those_to_the_successor_too_in_the_language_that_was_submitted()
    {
        await App.HasMinistersAsync(7);
        officer = await App.AsAsync(Role.Officer);
        await App.HasSenderAsync(officer);
        var form = (await officer.GetAsync("/office/campaigns/new")).Form("new");
        form.With("Title", "Checked").With("Template", "follow-up").With("AsOf", "2024-02-29").Tick("Kinds", "eu-member-state");
        var draft = await form.Tick("CheckFirst", "true").SubmitAsync();
        await draft.Form("submit").SubmitAsync();
        var checker = await App.AsAsync(Role.Administrator);
        await (await checker.GetAsync(draft.Address)).Form("check").SubmitAsync();
        Assert.NotNull((await App.CampaignAsync(CampaignOffice.IdOf(draft))).CheckedAt);
        await SucceedAsync("ms-ie", "Fritz Sample", TimeProvider.System.Today());
        await App.GivenAsync(async db =>
            (await db.Mandates.SingleAsync(m => m.Person.Name == "Fritz Sample", Cancelled)).Language = "fr"
        );

        await App.WorkAsync<FollowSuccession>();

        var letter = await LetterAsync(draft, "ms-ie");
        Assert.Equal(("Fritz Sample", "en"), (letter.AddresseeName, letter.Language));
        Assert.Null((await App.CampaignAsync(CampaignOffice.IdOf(draft))).CheckedAt);
    }

    [Fact]
    public async Task What_is_signed_off_is_made_as_it_was_signed_and_says_that_its_addressee_has_left()
    {
        var draft = await DraftAsync("Approved");
        await draft.Form("submit").SubmitAsync();
        await (await signatory.GetAsync(draft.Address)).Form("sign-off").SubmitAsync();
        await SucceedAsync("ms-cz", "Cyril Sample", TimeProvider.System.Today());

        await App.WorkAsync<FreezeLetters>();
        var letter = await LetterAsync(draft, "ms-cz");
        Assert.Equal((LetterStatus.Frozen, "Minister MS-CZ"), (letter.Status, letter.AddresseeName));
        var page = await officer.GetAsync(draft.Address);
        Assert.Contains("Minister MS-CZ no longer holds the office. The letter stays as it was signed", page.Text, Ordinal);
    }

    [Fact]
    public async Task What_is_frozen_or_in_the_outbox_stays_as_it_is()
    {
        var draft = await DraftAsync("Frozen");
        var frozen = await App.FreezeAsync(draft, signatory);
        var before = await LetterAsync(draft, "ms-dk");
        await SucceedAsync("ms-dk", "Dora Sample", TimeProvider.System.Today());
        await App.WorkAsync<FollowSuccession>();
        Assert.Equivalent(before, await LetterAsync(draft, "ms-dk"), strict: true);
        var page = await officer.GetAsync(draft.Address);
        Assert.Contains("Minister MS-DK no longer holds the office. The letter stays as it was signed", page.Text, Ordinal);

        var count = (await App.LettersAsync(CampaignOffice.IdOf(draft))).Count;
        await frozen.Form("release").With("Count", $"{count}").SubmitAsync();
        await App.WorkAsync<FollowSuccession>();
        var letter = await LetterAsync(draft, "ms-dk");
        var message = await App.ReadAsync(db => db.Outbox.SingleAsync(m => m.Id == letter.OutgoingMessageId, Cancelled));
        Assert.Equal(("Minister MS-DK", "minister@ms-dk.example"), (message.ToName, message.ToAddress));
        Assert.Equal((Delivery.Due, before.DocxSha256), (message.Delivery, letter.DocxSha256));
    }

    [Fact]
    public async Task Who_follows_tomorrow_has_no_letter_today_and_a_name_given_by_hand_stays()
    {
        var draft = await DraftAsync("Not yet");
        var letter = await LetterAsync(draft, "ms-de");
        var page = await officer.GetAsync($"{draft.Address.Split('?')[0]}/letters/{letter.Id}");
        await page.Form("edit")
            .With("Recipient.Name", "The Permanent Secretary")
            .With("Recipient.Email", "secretary@ms-de.example")
            .SubmitAsync();
        await SucceedAsync("ms-de", "Emil Sample", TimeProvider.System.Today());
        await SucceedAsync("ms-ee", "Eva Sample", TimeProvider.System.Today().AddDays(1));

        await App.WorkAsync<FollowSuccession>();
        Assert.Equal("The Permanent Secretary", (await LetterAsync(draft, "ms-de")).AddresseeName);
        Assert.Equal("Minister MS-EE", (await LetterAsync(draft, "ms-ee")).AddresseeName);
    }

    private const StringComparison Ordinal = StringComparison.Ordinal;

    private async Task<TestPage> DraftAsync(string title)
    {
        await App.HasMinistersAsync(6);
        officer = await App.AsAsync(Role.Officer);
        signatory = await App.AsAsync(Role.Signatory);
        await App.HasSenderAsync(officer);
        return await officer.OpenCampaignAsync(title);
    }

    private async Task SucceedAsync(string partner, string name, DateOnly from)
    {
        var page = await officer.GetAsync($"/office/partners/{partner}/principal");
        page = await page.Form("principal")
            .With("Entry.Name", name)
            .With("Entry.Function", "Minister of State")
            .With("Entry.Rank", "minister")
            .With("Entry.Email", $"{name.Split(' ')[0].ToLowerInvariant()}@successor.example")
            .With("From", $"{from:yyyy-MM-dd}")
            .Tick("Replaces", "true")
            .With("Why", "Announced")
            .SubmitAsync();
        Assert.Contains($"{name} is recorded as principal.", page.Text, Ordinal);
    }

    private async Task OverrideAsync(TestPage draft, string partner)
    {
        var letter = await LetterAsync(draft, partner);
        var page = await officer.GetAsync($"{draft.Address.Split('?')[0]}/letters/{letter.Id}");
        await page.Form("edit").With("Recipient.Salutation", "Dear friend,").SubmitAsync();
    }

    private Task<Letter> LetterAsync(TestPage draft, string partner)
    {
        var id = CampaignOffice.IdOf(draft);
        return App.ReadAsync(db =>
            db.Letters.AsNoTracking()
                .SingleAsync(l => l.CampaignId == id && db.Partners.Any(p => p.Id == l.PartnerId && p.Code == partner), Cancelled)
        );
    }
}
