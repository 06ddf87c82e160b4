using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Tests.Nominations;
using Thread = Secretariat.Modules.Correspondence.Thread;

namespace Secretariat.Tests.Register;

public sealed class TimelineTests(TestApp app) : AppTest(app)
{
    [Fact]
    public async Task Every_sort_of_entry_stands_on_its_day_with_the_way_to_its_record()
    {
        await App.GivenAsync(db => PartnerFacts.OneOfEachAsync(db, "ms-cz"));
        var office = await App.AsAsync(Role.Reader);

        var page = await (await office.GetAsync("/office/partners/ms-cz")).FollowAsync("Timeline");

        var ids = await App.ReadAsync(db => PartnerFacts.LinksAsync(db, "ms-cz"));
        (string When, string Words, string Href)[] expected =
        [
            ("1 August 2025", "Mandate has ended: Jana Timeline, Contact point", $"/office/people/{ids.Person}"),
            ("20 June 2025", "Re: A question", $"/office/outbox/{ids.Reply}"),
            ("19 June 2025", "A question", $"/office/inbox/{ids.Message}"),
            ("1 May 2025", "No longer on the route Western Balkan route: transit", "/office/partners/ms-cz"),
            ("2 April 2025", "Prevention: interested", $"/office/inbox/{ids.Message}"),
            ("1 April 2025", "Kind of partner: EU Member State, before: Partner country", "/office/partners/ms-cz"),
            ("15 March 2025", "In public: listed, before: not listed", "/office/partners/ms-cz"),
            ("1 March 2025", "Step taken: First contact: somebody speaks for it", "/office/partners/ms-cz#onboarding"),
            ("1 February 2025", "On the route Western Balkan route: transit", "/office/partners/ms-cz"),
            ("15 January 2025", "Mandate begins: Jana Timeline, Contact point", $"/office/people/{ids.Person}"),
            ("1 March 2024", "GA-2024-9901 Follow-up", $"/office/campaigns/{ids.Campaign}/letters/{ids.Letter}"),
        ];
        foreach (var entry in expected)
            Assert.Contains(entry, Entries(page));
        Assert.Contains(
            Entries(page),
            e => e.Words.EndsWith(": endorsed", StringComparison.Ordinal) && e.Href == "/office/partners/ms-cz#endorsements"
        );
        Assert.Contains(Entries(page), e => e.Href.StartsWith("/en/events/", StringComparison.Ordinal));
        Assert.Equal(
            expected.Select(e => e.Words),
            Entries(page).Select(e => e.Words).Where(w => expected.Any(e => e.Words == w))
        );
    }

    [Fact]
    public async Task One_sort_alone_is_shown_and_nothing_after_the_day_that_is_asked_for()
    {
        await App.GivenAsync(db => PartnerFacts.OneOfEachAsync(db, "ms-sk"));
        var office = await App.AsAsync(Role.Officer);

        var page = await office.GetAsync("/office/partners/ms-sk/timeline?sort=Mandate");
        Assert.Equal(
            ["Mandate has ended: Jana Timeline, Contact point", "Mandate begins: Jana Timeline, Contact point"],
            Words(page)
        );
        page = await page.Form("as-of").With("asOf", "2025-07-31").GoAsync();
        Assert.Equal(["Mandate begins: Jana Timeline, Contact point"], Words(page));
        page = await office.GetAsync("/office/partners/ms-sk/timeline?asOf=2025-06-19");
        Assert.Contains("A question", Words(page));
        Assert.DoesNotContain("Re: A question", Words(page));
        page = await office.GetAsync("/office/partners/ms-sk/timeline?asOf=1957-01-01");
        Assert.Contains("Nothing had happened by this day.", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await office.GetAsync("/office/partners/ms-sk/timeline?before=x")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync("/office/partners/nobody/timeline")).Status);
    }

    [Fact]
    public async Task A_person_has_a_timeline_of_mandates_and_mail_and_who_looked_is_noted()
    {
        await App.GivenAsync(db => PartnerFacts.OneOfEachAsync(db, "ms-bg"));
        var ids = await App.ReadAsync(db => PartnerFacts.LinksAsync(db, "ms-bg"));
        var office = await App.AsAsync(Role.Officer);

        var page = await (await office.GetAsync($"/office/people/{ids.Person}")).FollowAsync("Timeline");

        Assert.Equal(
            [
                ("1 August 2025", "Mandate has ended: Bulgaria, Contact point", "/office/partners/ms-bg"),
                ("20 June 2025", "Re: A question", $"/office/outbox/{ids.Reply}"),
                ("19 June 2025", "A question", $"/office/inbox/{ids.Message}"),
                ("15 January 2025", "Mandate begins: Bulgaria, Contact point", "/office/partners/ms-bg"),
            ],
            Entries(page)
        );
        var address = $"/office/people/{ids.Person}/timeline";
        var noted = await App.ReadAsync(db => db.Disclosures.SingleAsync(d => d.What == address, Cancelled));
        Assert.Equal([ids.Person], noted.PersonIds);
    }

    /// <summary>Facts of all sorts at random moments, some of them at the same one: the pages together are all of them in order.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task The_pages_put_together_are_all_facts_in_order_there_and_back(int seed)
    {
        var code = $"ms-{(seed == 1 ? "si" : "hu")}";
        var (random, day) = (new Random(seed), new DateOnly(2025, 3, 30));
        await App.GivenAsync(db => PartnerFacts.ManyAsync(db, code, random, 60));
        var office = await App.AsAsync(Role.Officer);
        foreach (var asOf in new[] { "", "?asOf=2025-03-30" })
        {
            var expected = await App.ReadAsync(db => PartnerFacts.AllAsync(db, code, asOf.Length > 0 ? day : null));
            Assert.InRange(expected.Count, 41, int.MaxValue);

            var (pages, last) = (new List<List<string>>(), await office.GetAsync($"/office/partners/{code}/timeline{asOf}"));
            pages.Add(Words(last));
            while (last.Document.QuerySelector("a[rel=next]") is { } next)
                pages.Add(Words(last = await office.GetAsync(next.GetAttribute("href")!)));
            Assert.Equal(expected, pages.SelectMany(p => p));

            for (var i = pages.Count - 2; i >= 0; i--)
            {
                last = await office.GetAsync(last.Document.QuerySelector("a[rel=prev]")!.GetAttribute("href")!);
                Assert.Equal(pages[i], Words(last));
            }
            Assert.Null(last.Document.QuerySelector("a[rel=prev]"));
        }
    }

    private static List<string> Words(TestPage page) => Entries(page).ConvertAll(e => e.Words);

    private static List<(string When, string Words, string Href)> Entries(TestPage page) =>
        [
            .. page
                .Document.QuerySelectorAll(".ecl-timeline__item")
                .Select(item =>
                    (
                        TestPage.Squeeze(item.QuerySelector(".ecl-timeline__label")!.TextContent),
                        TestPage.Squeeze(item.QuerySelector(".ecl-timeline__title")!.TextContent),
                        item.QuerySelector(".ecl-timeline__title a")!.GetAttribute("href")!
                    )
                ),
        ];
}
