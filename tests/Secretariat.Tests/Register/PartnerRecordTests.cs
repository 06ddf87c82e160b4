using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Audit;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Nominations;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Register;
using Secretariat.Platform.Localization;
using Secretariat.Tests.Nominations;
using Thread = Secretariat.Modules.Correspondence.Thread;

namespace Secretariat.Tests.Register;

public sealed class PartnerRecordTests(TestApp app) : AppTest(app)
{
    [Fact]
    public async Task The_record_shows_gaps_and_successors_and_ends_a_mandate_with_a_reason()
    {
        await GivenMandateAsync("ms-pl", "Ewa First", new DateOnly(2023, 5, 1), new DateOnly(2023, 9, 1));
        await GivenMandateAsync("ms-pl", "Piotr Second", new DateOnly(2024, 1, 15), null);
        var office = await App.AsAsync(Role.Officer);
        var page = await office.GetAsync("/office/partners/ms-pl");
        Assert.Contains("No contact point from 1 September 2023 to 14 January 2024.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Succeeded by Piotr Second on 15 January 2024.", page.Text, StringComparison.Ordinal);

        var mandate = await App.ReadAsync(db => db.Mandates.SingleAsync(m => m.Person.Name == "Piotr Second", Cancelled));
        page = await page.FollowAsync("End a mandate");
        var form = page.Form("end-mandate").With("mandate", mandate.Id.ToString()).With("LastDay", "2024-02-29");
        page = await form.SubmitAsync();
        Assert.Contains("Say in a reason why the mandate ends.", page.Text, StringComparison.Ordinal);
        page = await page.Form("end-mandate").With("Why", "Moved to another post").SubmitAsync();

        Assert.Contains("The mandate ends on 29 February 2024.", page.Text, StringComparison.Ordinal);
        Assert.Contains("No valid contact point since 1 March 2024.", page.Text, StringComparison.Ordinal);
        var audit = await App.ReadAsync(db =>
            db.AuditEntries.SingleAsync(e => e.SubjectId == mandate.Id && e.Process == "End a mandate", Cancelled)
        );
        Assert.Contains("Moved to another post", audit.Payload, StringComparison.Ordinal);
        Assert.Contains(
            "No valid contact point for Poland since 1 March 2024.",
            (await office.GetAsync("/office/contact-points")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task As_of_a_day_the_record_holds_who_and_what_held_then_and_can_only_be_read()
    {
        await App.GivenAsync(db => PartnerFacts.OneOfEachAsync(db, "ms-lt"));
        await GivenMandateAsync("ms-lt", "Early Bird", new DateOnly(2024, 1, 1), new DateOnly(2024, 6, 1));
        var office = await App.AsAsync(Role.Officer);

        var then = await office.GetAsync("/office/partners/ms-lt?asOf=2025-03-15");
        var text = then.Text.Split("Domains it writes from")[0];
        Assert.Contains("As of 15 March 2025.", text, StringComparison.Ordinal);
        foreach (var held in new[] { "Partner country", "Jana Timeline", "Western Balkan route: transit", "GA-2024-99lt" })
            Assert.Contains(held, text, StringComparison.Ordinal);
        foreach (
            var other in new[] { "Early Bird", "A question", "interested", "endorsed,", "Change the partner", "Enter a mandate" }
        )
            Assert.DoesNotContain(other, text, StringComparison.Ordinal);

        var between = (await office.GetAsync("/office/partners/ms-lt?asOf=2024-06-01")).Text;
        Assert.Contains("No valid contact point since 1 June 2024.", between, StringComparison.Ordinal);
        Assert.DoesNotContain("No contact point from", between, StringComparison.Ordinal);
        var later = (await office.GetAsync("/office/partners/ms-lt?asOf=2025-06-30")).Text;
        foreach (
            var held in new[] { "EU Member State", "A question", "Prevention interested 2 April 2025", "endorsed, at a meeting" }
        )
            Assert.Contains(held, later, StringComparison.Ordinal);
        Assert.DoesNotContain("Western Balkan route: transit", later.Split("History")[0], StringComparison.Ordinal);
        var today = (await office.GetAsync("/office/partners/ms-lt")).Text;
        Assert.Contains("Early Bird", today, StringComparison.Ordinal);
        Assert.Contains("No contact point from 1 June 2024 to 14 January 2025.", today, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await office.GetAsync("/office/partners/ms-lt?asOf=soon")).Status);
        Assert.Equal(HttpStatusCode.OK, (await office.GetAsync("/office/partners/ms-lt?asOf=9999-12-31")).Status);
        Assert.Equal(HttpStatusCode.OK, (await office.GetAsync("/office/partners/ms-lt/timeline?asOf=0001-01-01")).Status);
    }

    [Fact]
    public async Task A_domain_is_registered_and_removed_with_a_reason()
    {
        var office = await App.AsAsync(Role.Officer);
        var page = await (await office.GetAsync("/office/partners/ms-ro")).FollowAsync("Change the domains");
        page = await page.Form("domain").With("domain", "not a domain").With("Why", "x").SubmitAsync();
        Assert.Contains("A domain looks like interior.example.", page.Text, StringComparison.Ordinal);
        await App.GivenAsync(async db =>
            db.Add(
                new PartnerDomain
                {
                    PartnerId = await db.Partners.Where(p => p.Code == "ms-hu").Select(p => p.Id).SingleAsync(Cancelled),
                    Domain = "mail.taken.example",
                }
            )
        );
        foreach (
            var (domain, reason) in new[]
            {
                ("gmail.com", "Anybody can have a mailbox at gmail.com"),
                ("hotmail.be", "Anybody can have a mailbox at hotmail.be"),
                ("mail.yahoo.co.jp", "Anybody can have a mailbox at mail.yahoo.co.jp"),
                ("qq.com", "Anybody can have a mailbox at qq.com"),
                ("border.github.io", "Anybody can have a mailbox at border.github.io"),
                ("gov.ro", "Many organisations have their domains below gov.ro."),
                ("mail.taken.example", "mail.taken.example is a domain of Hungary."),
                ("taken.example", "taken.example and mail.taken.example, a domain of Hungary, lie one below the other."),
            }
        )
        {
            page = await page.Form("domain").With("domain", domain).With("Why", "x").SubmitAsync();
            Assert.Contains(reason, page.Text, StringComparison.Ordinal);
        }

        page = await page.Form("domain").With("domain", "outlook.interior-ro.example").With("Why", "Said by phone").SubmitAsync();
        Assert.DoesNotContain("Anybody can have a mailbox", page.Text, StringComparison.Ordinal);
        page = await page.Form("domain")
            .With("domain", "outlook.interior-ro.example")
            .With("Why", "Closed")
            .SubmitAsync("remove");
        page = await page.Form("domain").With("domain", "Interior-RO.example").With("Why", "Said by phone").SubmitAsync();
        Assert.True(await HasDomainAsync());

        page = await page.Form("domain").With("domain", "interior-ro.example").With("Why", "Closed").SubmitAsync("remove");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.False(await HasDomainAsync());

        Task<bool> HasDomainAsync() =>
            App.ReadAsync(db => db.PartnerDomains.AnyAsync(d => d.Domain == "interior-ro.example", Cancelled));
    }

    [Fact]
    public async Task The_list_stands_in_protocol_order_and_finds_without_accents()
    {
        var office = await App.AsAsync(Role.Reader);
        var names = (await office.GetAsync("/office/partners"))
            .Document.QuerySelectorAll("tbody th")
            .Select(c => c.TextContent.Trim())
            .ToList();
        Assert.Equal(["Belgium", "Bulgaria", "Czechia"], names.Take(3));
        var found = await office.GetAsync("/office/partners?q=gréce&lang=fr");
        Assert.Equal(["Grèce"], found.Document.QuerySelectorAll("tbody th").Select(c => c.TextContent.Trim()));
        Assert.DoesNotContain(
            "Belgium",
            (await office.GetAsync("/office/partners?kind=eu-agency")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Relations_are_told_by_the_titles_of_events_and_not_by_their_codes()
    {
        var relation = await App.ReadAsync(db =>
            db.PartnerRelations.Where(r => db.Events.Any(e => e.Code == r.Of)).OrderBy(r => r.Id).FirstAsync(Cancelled)
        );
        var (partner, title) = await App.ReadAsync(async db =>
            (
                await db.Partners.SingleAsync(p => p.Id == relation.PartnerId, Cancelled),
                (await db.Events.SingleAsync(e => e.Code == relation.Of, Cancelled)).Title.In("en")
            )
        );

        var page = await (await App.AsAsync(Role.Officer)).GetAsync($"/office/partners/{partner.Code}");

        Assert.Contains(title, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($" {relation.Of} ", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_record_speaks_French_to_a_French_reader()
    {
        await GivenMandateAsync("ms-at", "Anna Sample", new DateOnly(2024, 1, 1), null);
        await App.GivenAsync(async db =>
            (await db.Mandates.SingleAsync(m => m.Person.Name == "Anna Sample", Cancelled)).Functions = LocalizedText
                .InEnglish("Head of Unit")
                .With("fr", "cheffe d’unité")
        );

        var officer = await App.AsAsync(Role.Officer);
        var page = await officer.GetAsync("/office/partners/ms-at?lang=fr");

        Assert.Contains("cheffe d’unité", page.Text, StringComparison.Ordinal);
        Assert.Contains("depuis le 1er janvier 2024", page.Text, StringComparison.Ordinal);
        var ending = await officer.GetAsync("/office/partners/ms-at/mandates/end?lang=fr");
        var mandates = ending.Document.QuerySelectorAll("select[name=mandate] option").Select(o => o.TextContent.Trim());
        Assert.Contains("Anna Sample, cheffe d’unité (Point de contact)", mandates);
        foreach (var word in new[] { "confirmed", "second-hand", "Head of Unit" })
            Assert.DoesNotContain(
                word,
                page.Document.QuerySelector("main")!.TextContent.Split("Historique")[0],
                StringComparison.Ordinal
            );
        var contacts = await officer.GetAsync("/office/contact-points?lang=fr");
        Assert.Contains("Anna Sample, cheffe d’unité", contacts.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_letters_and_messages_of_a_partner_are_reached_page_by_page_each_list_for_itself()
    {
        await App.GivenAsync(async db =>
        {
            var partner = await db.Partners.SingleAsync(p => p.Code == "ms-mt", Cancelled);
            var thread = new Thread { PartnerId = partner.Id, Subject = "Many" };
            db.Add(thread);
            foreach (var number in Enumerable.Range(0, 45))
            {
                db.Add(MessageIn(thread, number));
                await LetterTo.PartnerAsync(db, "ms-mt", $"GA-2032-{number:D4}", isSent: number % 2 == 0);
            }
        });
        var officer = await App.AsAsync(Role.Officer);
        var first = await officer.GetAsync("/office/partners/ms-mt");
        Assert.Equal((20, 20), (Entries(first, "letters").Count, Entries(first, "messages").Count));
        Assert.Equal(
            ["Pages of the letters", "Pages of the messages"],
            first.Document.QuerySelectorAll("nav.sec-pagination").Select(n => n.GetAttribute("aria-label"))
        );

        var (letters, lastOfLetters) = await WalkAsync(officer, first, "letters", "next");
        Assert.Equal(await AddressesOfLettersAsync("ms-mt"), letters);
        var (messages, lastOfBoth) = await WalkAsync(officer, lastOfLetters, "messages", "next");
        Assert.Equal((45, 45), (messages.Count, messages.Distinct().Count()));
        Assert.Equal(letters[^5..], Entries(lastOfBoth, "letters"));

        var (back, _) = await WalkAsync(officer, lastOfBoth, "letters", "prev");
        Assert.Equal(letters.Order(), back.Order());
    }

    /// <summary>What stands in one of the lists, from this page on, and the page on which it ends.</summary>
    private static async Task<(List<string> Entries, TestPage Last)> WalkAsync(
        TestBrowser officer,
        TestPage page,
        string list,
        string side
    )
    {
        var entries = Entries(page, list);
        while (page.Document.QuerySelector($"a[rel={side}][href$='#{list}']") is { } onward)
        {
            page = await officer.GetAsync(onward.GetAttribute("href")!);
            entries.AddRange(Entries(page, list));
        }

        return (entries, page);
    }

    private static List<string> Entries(TestPage page, string list) =>
        [.. page.Document.QuerySelectorAll($"h2#{list} + ul > li > a").Select(a => a.GetAttribute("href")!)];

    private async Task<List<string>> AddressesOfLettersAsync(string partner)
    {
        var letters = await App.ReadAsync(db =>
            db.Letters.Where(l => db.Partners.Any(p => p.Id == l.PartnerId && p.Code == partner))
                .OrderByDescending(l => l.Id)
                .ToListAsync(Cancelled)
        );
        return letters.ConvertAll(l => $"/office/campaigns/{l.CampaignId}/letters/{l.Id}");
    }

    private static Message MessageIn(Thread thread, int number)
    {
        var message = new Message
        {
            Channel = Channel.Mail,
            ReceivedAt = new DateTimeOffset(2024, 3, 1, 9, number / 2, 0, TimeSpan.Zero),
            RawSha256 = null,
            Size = 0,
        };
        message.File(thread, FiledBy.Person, Trust.UnknownSender);
        return message;
    }

    [Fact]
    public async Task A_wrong_day_a_wrong_place_and_an_unknown_partner_get_a_proper_page()
    {
        var office = await App.AsAsync(Role.Officer);
        Assert.Equal(HttpStatusCode.BadRequest, (await office.GetAsync("/office/contact-points?asOf=2024-02-30")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await office.GetAsync("/office/interests?asOf=soon")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await office.GetAsync("/office/partners/ms-ro?lettersBefore=x")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync("/office/partners/nobody")).Status);
    }

    [Fact]
    public async Task The_overview_counts_what_waits_and_leads_to_it()
    {
        var page = await (await App.AsAsync(Role.Reader)).GetAsync("/office");
        Assert.Contains("Partners without a contact point", page.Text, StringComparison.Ordinal);
        page = await page.FollowAsync("Partners without a contact point");
        Assert.Contains("Belgium has never had a contact point.", page.Text, StringComparison.Ordinal);
    }

    private Task GivenMandateAsync(string partner, string name, DateOnly from, DateOnly? to) =>
        App.GivenAsync(async db =>
        {
            var person = new Person { Name = name };
            var mandate = new Mandate
            {
                PartnerId = await db.Partners.Where(p => p.Code == partner).Select(p => p.Id).SingleAsync(Cancelled),
                PersonId = person.Id,
                Role = MandateRole.ContactPoint,
                Function = "Head of Unit",
                From = from,
            };
            if (to is { } end)
                mandate.End(end);
            db.AddRange(person, mandate);
        });
}

public sealed class GapTests
{
    private static readonly DateOnly Today = new(2024, 3, 1);

    [Fact]
    public void Overlapping_mandates_leave_no_gap() =>
        Assert.Empty(Gap.Between([Held("2023-01-01", "2024-01-01"), Held("2023-06-01", null)], Today));

    [Fact]
    public void A_short_mandate_inside_a_long_one_opens_no_gap() =>
        Assert.Equal(
            [new Gap(new DateOnly(2024, 1, 1), null)],
            Gap.Between([Held("2023-01-01", "2024-01-01"), Held("2023-02-01", "2023-03-01")], Today)
        );

    [Fact]
    public void Nobody_ever_is_no_gap_and_neither_is_a_mandate_to_come() =>
        Assert.Empty(Gap.Between([Held("2024-04-01", null)], Today));

    [Fact]
    public void A_mandate_that_held_on_no_day_neither_opens_nor_closes_a_gap()
    {
        Assert.Empty(Gap.Between([Held("2024-02-01", "2024-02-01")], Today));
        Assert.Equal(
            [new Gap(new DateOnly(2024, 1, 1), null)],
            Gap.Between([Held("2023-01-01", "2024-01-01"), Held("2024-02-01", "2024-02-01")], Today)
        );
    }

    [Fact]
    public void Whoever_held_on_no_day_succeeded_nobody()
    {
        var (first, never, next) = (Held("2023-01-01", "2024-02-01"), Held("2024-02-01", "2024-02-01"), Held("2024-02-01", null));

        Assert.Same(next, new MandateTimeline([first, never, next], [], Today).SuccessorOf(first));
    }

    private static Mandate Held(string from, string? to)
    {
        var mandate = new Mandate
        {
            PartnerId = default,
            PersonId = Guid.CreateVersion7(),
            Role = MandateRole.ContactPoint,
            Function = "",
            From = DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture),
        };
        if (to is not null)
            mandate.End(DateOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture));
        return mandate;
    }
}
