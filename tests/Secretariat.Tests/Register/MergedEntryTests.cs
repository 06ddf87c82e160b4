using System.Text;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Tests.Correspondence;

namespace Secretariat.Tests.Register;

/// <summary>Whatever page somebody works on: a partner whose entries were merged is one partner, and nothing gets lost under the entry that went.</summary>
public sealed class MergedEntryTests(TestApp app) : MailTest(app)
{
    [Fact]
    public async Task Paper_is_taken_in_under_the_kept_entry_alone()
    {
        var two = await TwoEntries.GivenAsync(App, "paper");
        var officer = await App.AsAsync(Role.Officer);
        var stale = (await officer.GetAsync("/office/inbox/paper"))
            .Form("paper")
            .With("Partner", $"{two.Gone.Id}")
            .With("Subject", "On paper")
            .With("ReceivedOn", "2024-03-04")
            .WithFile("Document", "letter.txt", Encoding.UTF8.GetBytes("We thank you for your letter."));
        await two.MergeAsync();

        var page = await stale.SubmitAsync();
        Assert.Contains("Choose a partner.", page.Text, StringComparison.Ordinal);
        Assert.Empty(await StrandedAsync(two));
        page = await page.Form("paper")
            .With("Partner", $"{two.Kept.Id}")
            .WithFile("Document", "letter.txt", Encoding.UTF8.GetBytes("We thank you for your letter."))
            .SubmitAsync();
        Assert.StartsWith("/office/inbox/", page.Address, StringComparison.Ordinal);
        Assert.Contains(two.Kept.Name.In("en"), page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ProposalType.Interest)]
    [InlineData(ProposalType.Nomination)]
    [InlineData(ProposalType.Endorsement)]
    public async Task What_lies_under_an_entry_that_was_merged_is_not_confirmed(ProposalType type)
    {
        var name = $"lost-{type}".ToLowerInvariant();
        var two = await TwoEntries.GivenAsync(App, name);
        await two.MergeAsync();
        var message = await WriteAsync(two, $"GA-2024-71{(int)type:D2}");
        Assert.Equal(two.Gone.Id, message.PartnerId);
        var proposal = await GivenProposalAsync(message, type, "about it", "Ada Sample", "prevention");
        var form = (await (await App.AsAsync(Role.Officer)).GetAsync(Page(message))).Form(Card(proposal));
        if (type is ProposalType.Endorsement)
            form.With(Field(proposal, "Instrument"), "call-to-action-2023");
        var page = await form.With(Field(proposal, "Reason"), "By telephone").SubmitAsync("confirm");

        Assert.Contains("This partner’s entry was merged into another one.", page.Text, StringComparison.Ordinal);
        Assert.True((await NowAsync(proposal)).IsOpen);
        Assert.False(
            await App.ReadAsync(async db =>
                await db.Interests.AnyAsync(i => i.PartnerId == two.Gone.Id, Cancelled)
                || await db.Endorsements.AnyAsync(e => e.PartnerId == two.Gone.Id, Cancelled)
                || await db.Mandates.AnyAsync(m => m.EvidenceMessageId == message.Id, Cancelled)
            )
        );
    }

    [Fact]
    public async Task What_was_verified_for_one_entry_is_verified_for_both()
    {
        var two = await TwoEntries.GivenAsync(App, "phone");
        var message = await WriteAsync(two, "GA-2024-7201");
        var proposal = await GivenProposalAsync(message, ProposalType.Interest, "about it", null, "prevention");
        var officer = await App.AsAsync(Role.Officer);
        var page = await officer.GetAsync(Page(message));
        await page.Form(Card(proposal)).With(Field(proposal, "Reason"), "Asked on the telephone").SubmitAsync("verify");
        await two.MergeAsync();
        page = await officer.GetAsync(Page(message));
        Assert.DoesNotContain("That was for another partner", page.Text, StringComparison.Ordinal);

        await two.UndoAsync();
        page = await officer.GetAsync(Page(message));
        Assert.DoesNotContain("That was for another partner", page.Text, StringComparison.Ordinal);
        Assert.Equal(two.Gone.Id, (await NowAsync(proposal)).VerifiedForId);
        await two.MergeAsync();
        await (await officer.GetAsync(Page(message))).Form(Card(proposal)).SubmitAsync("confirm");
        Assert.True(await App.ReadAsync(db => db.Interests.AnyAsync(i => i.PartnerId == two.Kept.Id, Cancelled)));
    }

    [Fact]
    public async Task A_partner_is_found_by_the_names_and_the_code_of_its_former_entry_while_they_are_one()
    {
        var two = await TwoEntries.GivenAsync(App, "lines");
        var officer = await App.AsAsync(Role.Officer);
        await two.MergeAsync();
        foreach (var word in new[] { "harbour lines lines", "lines-two" })
            Assert.Equal([two.Kept.Code], await FoundAsync(officer, word));

        await two.UndoAsync();
        foreach (var word in new[] { "harbour lines lines", "lines-two" })
            Assert.Equal([two.Gone.Code], await FoundAsync(officer, word));
        Assert.Equal([two.Kept.Code], await FoundAsync(officer, "sample ferries lines"));
    }

    [Fact]
    public async Task A_message_is_filed_by_a_name_of_the_former_entry()
    {
        var two = await TwoEntries.GivenAsync(App, "quays");
        await two.MergeAsync();
        var officer = await App.AsAsync(Role.Officer);
        var message = await ArriveAsync(
            """
            From: somebody@elsewhere.example
            To: mailbox@alliance.example
            Subject: A word
            Message-ID: <quays@elsewhere.example>
            Date: Fri, 1 Mar 2024 10:00:00 +0100

            Harbour Lines quays asks us to write.
            """
        );
        var page = await officer.GetAsync(Page(message));
        Assert.Contains("the partner’s name is mentioned", page.Text, StringComparison.Ordinal);
        page = await officer.GetAsync($"{Page(message)}?find={Uri.EscapeDataString("harbour lines quays")}");
        Assert.Contains("About quays", FoundOn(page), StringComparison.Ordinal);
        Assert.Contains(two.Kept.Name.In("en"), FoundOn(page), StringComparison.Ordinal);
        page = await officer.GetAsync($"{Page(message)}?find=quays-two");
        Assert.Contains(two.Kept.Name.In("en"), FoundOn(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_partner_is_not_entered_again_under_the_name_of_its_former_entry()
    {
        var two = await TwoEntries.GivenAsync(App, "again");
        await two.MergeAsync();
        var page = await (await App.AsAsync(Role.Officer)).GetAsync("/office/partners/new");
        page = await page.Form("partner")
            .With("Kind", "other-private")
            .With("Name", "Harbour Lines again")
            .With("Why", "A letter")
            .SubmitAsync();
        Assert.Contains("Sample Ferries again stands in the register already.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_contacts_that_are_counted_are_those_that_are_listed()
    {
        var two = await TwoEntries.GivenAsync(App, "count");
        await two.MergeAsync();
        var page = await (await App.AsAsync(Role.Officer)).GetAsync("/office/contacts?role=Principal");
        var listed = page.Document.QuerySelectorAll("main table tbody tr").Length;
        Assert.Contains($"Contacts: {listed} ", page.Text + " ", StringComparison.Ordinal);
        Assert.DoesNotContain("Theirs count", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_domain_that_the_former_entry_has_beside_the_kept_one_is_nobody_elses()
    {
        var two = await TwoEntries.GivenAsync(App, "ropes");
        await GivenDomainAsync(two.Kept.Code, "ropes.example");
        await GivenDomainAsync(two.Gone.Code, "ropes.example");
        await two.MergeAsync();
        var page = await (await App.AsAsync(Role.Officer)).GetAsync($"/office/partners/{two.Kept.Code}/domains");
        await page.Form("domain").With("domain", "ropes.example").With("Why", "Given up").SubmitAsync("remove");

        var known = await App.ReadAsync(db => KnownSenders.ReadAsync(db, Cancelled));
        Assert.Empty(known.PartnersOf("x@ropes.example"));
        Assert.True(known.MayBe("x@ropes.example", two.Kept.Id));
    }

    [Fact]
    public async Task Timeline_and_briefing_of_the_former_entry_lead_to_those_of_the_kept_one()
    {
        var two = await TwoEntries.GivenAsync(App, "leads");
        await two.MergeAsync();
        var officer = await App.AsAsync(Role.Officer);
        foreach (var page in new[] { "timeline?asOf=2024-05-01", "briefing?asOf=2024-05-01" })
            Assert.Equal(
                $"/office/partners/leads-one/{page}",
                (await officer.GetAsync($"/office/partners/leads-two/{page}")).Address
            );
    }

    /// <summary>The codes of the partners that the list finds.</summary>
    private static async Task<List<string>> FoundAsync(TestBrowser officer, string words) =>
        [
            .. (await officer.GetAsync($"/office/partners?q={Uri.EscapeDataString(words)}"))
                .Document.QuerySelectorAll("main table tbody a[href^='/office/partners/']")
                .Select(a => a.GetAttribute("href")!.Split('/')[^1])
                .Distinct(),
        ];

    private Task<List<Message>> StrandedAsync(TwoEntries two) =>
        App.ReadAsync(db => db.Messages.Where(m => m.PartnerId == two.Gone.Id).ToListAsync(Cancelled));

    private static string FoundOn(TestPage page) => page.Document.GetElementById("file-found")!.TextContent;

    /// <summary>Somebody answers a letter to the entry that goes; once it has been merged, it lies as if filed at the same moment.</summary>
    private async Task<Message> WriteAsync(TwoEntries two, string reference)
    {
        await GivenLetterAsync(two.Gone.Code, reference);
        return await ArriveAsync(
            $"""
            From: somebody@elsewhere.example
            To: mailbox@alliance.example
            Subject: Re: [{reference}] About it
            Message-ID: <{reference}@elsewhere.example>
            Date: Fri, 1 Mar 2024 10:00:00 +0100

            We write about it.
            """
        );
    }
}
