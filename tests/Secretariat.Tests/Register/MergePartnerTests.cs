using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Letters;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;
using Secretariat.Tests.Correspondence;
using Secretariat.Tests.Letters;
using Secretariat.Tests.Nominations;
using Thread = Secretariat.Modules.Correspondence.Thread;

namespace Secretariat.Tests.Register;

/// <summary>Two partners that are one: what the officer reads before, what has moved after, and how they come apart.</summary>
public sealed class MergePartnerTests(TestApp app) : MailTest(app)
{
    [Fact]
    public async Task Two_entries_are_proposed_with_reasons_merged_after_a_preview_and_come_apart_again()
    {
        await GivenTwoAsync("tide");
        var office = await App.AsAsync(Role.Officer);
        var page = await office.GetAsync("/office/duplicates");
        Assert.Contains("Sample Ferries tide", page.Text, StringComparison.Ordinal);
        page = await office.GetAsync(Preview("tide"));
        Assert.Contains("The names have the same words", page.Text, StringComparison.Ordinal);
        Assert.Contains("Names in further languages: French", page.Text, StringComparison.Ordinal);
        Assert.Contains("Mandates: 1", page.Text, StringComparison.Ordinal);
        Assert.Contains("Messages: 1", page.Text, StringComparison.Ordinal);
        Assert.Contains("Domains it writes from: 1", page.Text, StringComparison.Ordinal);
        Assert.Contains(
            "Domain tide.example: the kept entry has it too, and one is enough.",
            page.Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Principal Theirs tide, since 1 January 2024: the kept entry has Principal Ours tide, since 1 January 2023.",
            page.Text,
            StringComparison.Ordinal
        );
        Assert.Equal(2, await MandatesOfAsync("tide-two"));

        page = await page.Form("merge").SubmitAsync("merge");
        Assert.Contains("Reason is missing.", page.Text, StringComparison.Ordinal);
        page = await MergeAsync(office, "tide");
        Assert.Equal("/office/partners/tide-one", page.Address);
        Assert.Contains("The entry of Sample Ferries, tide was merged into this one", page.Text, StringComparison.Ordinal);
        Assert.Contains("Contact tide", page.Text, StringComparison.Ordinal);
        Assert.Equal(1, await MandatesOfAsync("tide-two"));
        Assert.Equal("Traversiers tide", (await NameAsync("tide-one")).In("fr"));

        page = await office.GetAsync("/office/partners/tide-two");
        Assert.Contains("This entry was merged into another one", page.Text, StringComparison.Ordinal);
        Assert.Contains("Theirs tide", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Contact tide", page.Text, StringComparison.Ordinal);
        page = await page.Form("undo").With("Why", "They are two").SubmitAsync();
        Assert.Contains("They are two entries again.", page.Text, StringComparison.Ordinal);
        Assert.Equal(2, await MandatesOfAsync("tide-two"));
        Assert.DoesNotContain("fr", (await NameAsync("tide-one")).Languages);
    }

    [Fact]
    public async Task A_merged_entry_stands_in_no_list_and_takes_nothing_up()
    {
        await GivenTwoAsync("wave");
        var office = await App.AsAsync(Role.Officer);
        var lists = new[]
        {
            "/office/partners?q=wave",
            "/office/contact-points",
            "/office/contacts?q=wave",
            "/office/duplicates",
            "/en/partners",
            "/office/partners?handler=Export&form=csv&q=wave",
            "/office/inbox/paper",
        };
        Assert.Contains("Sample Ferries, wave", (await office.GetAsync(lists[0])).Text, StringComparison.Ordinal);
        await MergeAsync(office, "wave");
        foreach (var list in lists)
            Assert.DoesNotContain(
                "Sample Ferries, wave",
                (await office.GetAsync(list)).Document.Body!.TextContent,
                StringComparison.Ordinal
            );
        foreach (var page in new[] { "edit", "domains", "endorse", "principal", "mandates/new", "mandates/end" })
            Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync($"/office/partners/wave-two/{page}")).Status);
        var administrator = await App.AsAsync(Role.Administrator);
        var account = await administrator.GetAsync("/office/accounts/new");
        Assert.DoesNotContain("Sample Ferries, wave", account.Document.Body!.TextContent, StringComparison.Ordinal);
        var record = await office.GetAsync("/office/partners/wave-two");
        Assert.DoesNotContain("Enter a mandate", record.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_on_its_way_forbids_the_merge_and_nothing_is_half_done()
    {
        await GivenTwoAsync("reef");
        await App.GivenAsync(async db =>
        {
            var letter = await LetterTo.PartnerAsync(db, "reef-two", "GA-2024-8801", isSent: false);
            var campaign = db.Campaigns.Local.Single(c => c.Id == letter.CampaignId);
            campaign.Title = "Reef campaign";
        });
        var before = await App.ReadAsync(EveryTable.AsItIsAsync);
        var office = await App.AsAsync(Role.Officer);
        var page = await MergeAsync(office, "reef");
        Assert.Contains(
            "A letter of the campaign “Reef campaign” has not left yet: send it or void the letter first.",
            page.Text,
            StringComparison.Ordinal
        );
        var after = await App.ReadAsync(EveryTable.AsItIsAsync);
        Assert.Equal(before["Partners"], after["Partners"]);
        Assert.Equal(before["Mandates"], after["Mandates"]);
        var gone = await PartnerIdAsync("reef-two");
        Assert.False(await App.ReadAsync(db => db.PartnerMerges.AnyAsync(m => m.GoneId == gone, Cancelled)));
    }

    [Fact]
    public async Task A_letter_that_left_is_made_of_the_same_words_under_the_other_entry()
    {
        var (officer, signatory) = (await App.AsAsync(Role.Officer), await App.AsAsync(Role.Signatory));
        await App.HasMinistersAsync(2);
        await App.HasSenderAsync(officer);
        var campaign = await officer.OpenCampaignAsync("Letters that stay");
        var id = CampaignOffice.IdOf(campaign);
        await App.FreezeAsync(campaign, signatory);
        var release = await officer.GetAsync($"/office/campaigns/{id}");
        var letters = await App.LettersAsync(id);
        await release.Form("release").With("Count", $"{letters.Count}").SubmitAsync();
        var letter = (await App.LettersAsync(id))[0];
        var (gone, kept) = (await CodeAsync(letter.PartnerId), "letter-kept");
        await App.GivenAsync(db =>
        {
            db.Add(
                new Partner
                {
                    Code = kept,
                    KindCode = "other-private",
                    Name = LocalizedText.InEnglish("Letter kept"),
                }
            );
            return Task.CompletedTask;
        });
        var page = await officer.GetAsync($"/office/partners/{kept}/merge/{gone}");
        page = await page.Form("merge").With("Why", "Entered twice").SubmitAsync("merge");
        Assert.Equal($"/office/partners/{kept}", page.Address);
        Assert.Contains("Letters that stay", page.Text, StringComparison.Ordinal);

        var moved = await App.ReadAsync(db => db.Letters.AsNoTracking().SingleAsync(l => l.Id == letter.Id, Cancelled));
        Assert.Equal(letter.PartnerId, moved.MadeForId);
        Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync($"/office/campaigns/{id}")).Status);
        var made = await App.UseAsync(async s =>
        {
            var maker = s.GetRequiredService<LetterMaker>();
            var all = await s.GetRequiredService<SecretariatDb>()
                .Campaigns.AsNoTracking()
                .SingleAsync(c => c.Id == id, Cancelled);
            await maker.PrepareAsync(all, Cancelled);
            return (Before: maker.Make(all, letter).Document, After: maker.Make(all, moved).Document);
        });
        Assert.NotNull(made.After);
        Assert.Equal(made.Before!.Body, made.After.Body);
        Assert.Equal(made.Before.AddresseeLines, made.After.AddresseeLines);
    }

    [Fact]
    public async Task A_merge_is_not_undone_over_what_was_changed_since()
    {
        await GivenTwoAsync("quay");
        var office = await App.AsAsync(Role.Officer);
        await MergeAsync(office, "quay");
        var page = await office.GetAsync("/office/partners/quay-one/domains");
        await page.Form("domain").With("domain", "other-quay.example").With("Why", "Given up").SubmitAsync("remove");
        page = await (await office.GetAsync("/office/partners/quay-two")).Form("undo").With("Why", "They are two").SubmitAsync();
        Assert.Contains(
            "changed or removed since the merge (Domains it writes from), so it stays.",
            page.Text,
            StringComparison.Ordinal
        );
        Assert.Equal(1, await MandatesOfAsync("quay-two"));
        Assert.NotNull(
            await App.ReadAsync(db =>
                db.Partners.Where(p => p.Code == "quay-two").Select(p => p.MergedIntoId).SingleAsync(Cancelled)
            )
        );
    }

    [Fact]
    public async Task A_message_that_came_into_a_thread_that_moved_keeps_the_two_together_until_it_has_its_own()
    {
        var thread = await GivenTwoAsync("pier");
        var office = await App.AsAsync(Role.Officer);
        await MergeAsync(office, "pier");
        await App.GivenAsync(async db =>
        {
            var moved = await db.Threads.SingleAsync(t => t.Id == thread, Cancelled);
            db.Add(PartnerFacts.Message(db, moved, PartnerFacts.Moment(2024, 6, 1), "A late word", "x@pier.example"));
        });
        var page = await (await office.GetAsync("/office/partners/pier-two"))
            .Form("undo")
            .With("Why", "They are two")
            .SubmitAsync();
        Assert.Contains("A message came into a thread that moved.", page.Text, StringComparison.Ordinal);
        Assert.Equal(1, await MandatesOfAsync("pier-two"));
    }

    [Fact]
    public async Task What_an_officer_found_to_be_two_partners_is_not_proposed_again()
    {
        await GivenTwoAsync("cove");
        var office = await App.AsAsync(Role.Officer);
        Assert.Contains("Sample Ferries cove", (await office.GetAsync("/office/duplicates")).Text, StringComparison.Ordinal);
        var page = await (await office.GetAsync(Preview("cove"))).Form("merge").With("Why", "Two lines").SubmitAsync("two");
        Assert.Contains("They are two partners; this is not proposed again.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sample Ferries cove", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_sees_both_and_merges_nothing()
    {
        await GivenTwoAsync("sand");
        var page = await (await App.AsAsync(Role.Reader)).GetAsync(Preview("sand"));
        Assert.Contains("What moves to the kept entry", page.Text, StringComparison.Ordinal);
        Assert.False(page.HasForm("merge"));
        var office = await App.AsAsync(Role.Officer);
        await MergeAsync(office, "sand");
        Assert.False((await (await App.AsAsync(Role.Reader)).GetAsync("/office/partners/sand-two")).HasForm("undo"));
    }

    [Fact]
    public async Task Of_two_officers_the_second_hears_that_somebody_was_faster()
    {
        await GivenTwoAsync("buoy");
        var (first, second) = (await App.AsAsync(Role.Officer), await App.AsAsync(Role.Officer));
        var (one, other) = (await first.GetAsync(Preview("buoy")), await second.GetAsync(Preview("buoy")));
        var change = await first.GetAsync("/office/partners/buoy-two/edit");
        await change.Form("written").With("Form", "Mail").SubmitAsync();
        var page = await other.Form("merge").With("Why", "One house").SubmitAsync("merge");
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Equal(2, await MandatesOfAsync("buoy-two"));
        await MergeAsync(first, "buoy");
        page = await one.Form("merge").With("Why", "One house").SubmitAsync("merge");
        Assert.Contains("One of the two has been merged already.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contact_is_signed_out_and_speaks_for_the_kept_entry_from_then_on()
    {
        await GivenTwoAsync("lock");
        var contact = await App.AsAsync(Role.PartnerContact, "lock-two");
        Assert.Contains("Sample Ferries, lock", (await contact.GetAsync("/desk")).Text, StringComparison.Ordinal);
        await MergeAsync(await App.AsAsync(Role.Officer), "lock");
        Assert.StartsWith("/sign-in", (await contact.GetAsync("/desk")).Address, StringComparison.Ordinal);
        contact = await App.AsAsync(Role.PartnerContact, "lock-two");
        Assert.Contains("Sample Ferries lock", (await contact.GetAsync("/desk")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thousands_of_messages_move_by_as_many_queries_as_one()
    {
        await GivenTwoAsync("mole");
        var office = await App.AsAsync(Role.Officer);
        await office.GetAsync(Preview("mole"));
        var few = await QueryCount.OfAsync(App, () => office.GetAsync(Preview("mole")));
        var thread = (await GivenTwoAsync("dock"), 3000).Item1;
        await App.GivenAsync(async db =>
        {
            var found = await db.Threads.SingleAsync(t => t.Id == thread, Cancelled);
            for (var i = 0; i < 3000; i++)
                db.Add(PartnerFacts.Message(db, found, PartnerFacts.Moment(2024, 5, 1), $"Message {i}", "x@dock.example"));
        });
        Assert.Equal(few, await QueryCount.OfAsync(App, () => office.GetAsync(Preview("dock"))));
        var page = await MergeAsync(office, "dock");
        Assert.Equal("/office/partners/dock-one", page.Address);
        page = await (await office.GetAsync("/office/partners/dock-two")).Form("undo").With("Why", "They are two").SubmitAsync();
        Assert.Contains("They are two entries again.", page.Text, StringComparison.Ordinal);
        Assert.Equal(3001, await App.ReadAsync(db => db.Messages.CountAsync(m => m.ThreadId == thread, Cancelled)));
    }

    private static string Preview(string name) => $"/office/partners/{name}-one/merge/{name}-two";

    private static async Task<TestPage> MergeAsync(TestBrowser office, string name) =>
        await (await office.GetAsync(Preview(name))).Form("merge").With("Why", "Entered twice").SubmitAsync("merge");

    private Task<int> MandatesOfAsync(string code) =>
        App.ReadAsync(db => db.Mandates.CountAsync(m => db.Partners.Any(p => p.Code == code && p.Id == m.PartnerId), Cancelled));

    private Task<LocalizedText> NameAsync(string code) =>
        App.ReadAsync(db => db.Partners.Where(p => p.Code == code).Select(p => p.Name).SingleAsync(Cancelled));

    private Task<string> CodeAsync(Guid id) =>
        App.ReadAsync(db => db.Partners.Where(p => p.Id == id).Select(p => p.Code).SingleAsync(Cancelled));

    /// <summary>Two entries of one company; both have a principal and one domain, the other also a contact, a domain and a message.</summary>
    private async Task<Guid> GivenTwoAsync(string name)
    {
        var thread = Guid.Empty;
        await App.GivenAsync(db =>
        {
            var one = PartnerOf($"{name}-one", LocalizedText.InEnglish($"Sample Ferries {name}"));
            var french = LocalizedText.InEnglish($"Sample Ferries, {name}").With("fr", $"Traversiers {name}");
            var other = PartnerOf($"{name}-two", french);
            var matter = new Thread { PartnerId = other.Id, Subject = "A question" };
            thread = matter.Id;
            db.AddRange(one, other, matter);
            db.AddRange(Domain(one, $"{name}.example"), Domain(other, $"{name}.example"), Domain(other, $"other-{name}.example"));
            db.Add(PartnerFacts.Mandate(one, new Person { Name = $"Ours {name}" }, new(2023, 1, 1), MandateRole.Principal));
            db.Add(PartnerFacts.Mandate(other, new Person { Name = $"Theirs {name}" }, new(2024, 1, 1), MandateRole.Principal));
            db.Add(PartnerFacts.Mandate(other, new Person { Name = $"Contact {name}" }, new(2024, 1, 1)));
            db.Add(PartnerFacts.Message(db, matter, PartnerFacts.Moment(2024, 3, 1), "A question", $"x@{name}.example"));
            return Task.CompletedTask;
        });
        return thread;
    }

    private static Partner PartnerOf(string code, LocalizedText name) =>
        new()
        {
            Code = code,
            KindCode = "other-private",
            Name = name,
            IsListed = true,
        };

    private static PartnerDomain Domain(Partner partner, string domain) => new() { PartnerId = partner.Id, Domain = domain };
}
