using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Partners.Endorsements;
using Secretariat.Modules.PublicSite.Counts;
using Secretariat.Platform.Domain;

namespace Secretariat.Tests.Register;

/// <summary>Whether a partner may be shown in public on a day: in every list and count of that day.</summary>
public sealed class ListingTests(TestApp app) : AppTest(app)
{
    private const string Changed = "2026-03-01";
    private const string Before = "2026-02-28";
    private const string Instrument = "joint-declaration-2025";

    [Fact]
    public async Task Public_lists_and_counts_of_a_day_go_by_the_listing_of_that_day()
    {
        var office = await App.AsAsync(Role.Officer);
        await EndorseAsync("ms-hr");
        var all = (await CountAsync(Before), await CountAsync(Changed));
        await SetAsync(office, "ms-hr", false, Changed);

        Assert.Contains("Croatia", await PublicAsync(Before));
        Assert.DoesNotContain("Croatia", await PublicAsync(Changed));
        Assert.Equal((all.Item1, all.Item2 - 1), (await CountAsync(Before), await CountAsync(Changed)));
        const string LeftOut = "Not listed in public, and left out of the public count: 1";
        var then = await office.GetAsync($"/office/instruments/{Instrument}?asOf={Before}");
        Assert.DoesNotContain(LeftOut, then.Text, StringComparison.Ordinal);
        var since = await office.GetAsync($"/office/instruments/{Instrument}?asOf={Changed}");
        Assert.Contains(LeftOut, since.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_listed_partner_was_expected_to_name_a_contact_point_on_the_days_on_which_it_was_listed()
    {
        var office = await App.AsAsync(Role.Officer);
        await SetAsync(office, "ms-lt", false, Changed);

        const string Missing = "Lithuania has never had a contact point.";
        var then = await office.GetAsync($"/office/contact-points?asOf={Before}");
        Assert.Contains(Missing, then.Text, StringComparison.Ordinal);
        var since = await office.GetAsync($"/office/contact-points?asOf={Changed}");
        Assert.DoesNotContain(Missing, since.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_without_a_day_holds_from_today_on_and_names_alone_change_no_listing()
    {
        var office = await App.AsAsync(Role.Officer);
        var form = (await office.GetAsync("/office/partners/ms-be/names")).Form("names");
        await form.With("ShortName", "BEL Sample").With("Why", "A test of names").SubmitAsync();
        Assert.Empty(await HistoryAsync("ms-be"));

        await SetAsync(office, "ms-be", false, null);
        Assert.Equal([(true, TimeProvider.System.Today())], await HistoryAsync("ms-be"));
        Assert.Contains("Belgium", await PublicAsync(Before));
        Assert.DoesNotContain("Belgium", await PublicAsync($"{TimeProvider.System.Today():yyyy-MM-dd}"));
    }

    [Fact]
    public async Task What_the_rules_forbid_is_said_in_words_and_nothing_is_changed()
    {
        var office = await App.AsAsync(Role.Officer);
        var tomorrow = $"{TimeProvider.System.Today().AddDays(1):yyyy-MM-dd}";
        Assert.Contains(
            "This day is still to come.",
            (await TryAsync(office, "ms-si", false, tomorrow)).Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "The partner is listed already.",
            (await TryAsync(office, "ms-si", true, Changed)).Text,
            StringComparison.Ordinal
        );
        Assert.Empty(await HistoryAsync("ms-si"));
        await SetAsync(office, "ms-si", false, Changed);
        Assert.Contains(
            "The partner is unlisted already.",
            (await TryAsync(office, "ms-si", false, "2026-04-01")).Text,
            StringComparison.Ordinal
        );
        foreach (var day in new[] { Before, Changed })
            Assert.Contains(
                "Its listing changed on 1 March 2026: choose a later day, or take that change back first.",
                (await TryAsync(office, "ms-si", true, day)).Text,
                StringComparison.Ordinal
            );
        Assert.Equal([(true, new DateOnly(2026, 3, 1))], await HistoryAsync("ms-si"));
        await SetAsync(office, "ms-si", true, "2026-03-02");
        Assert.DoesNotContain("Slovenia", await PublicAsync(Changed));
        Assert.Contains("Slovenia", await PublicAsync("2026-03-02"));
    }

    [Fact]
    public async Task A_change_of_listing_that_was_a_mistake_is_taken_back_with_a_reason()
    {
        var office = await App.AsAsync(Role.Officer);
        var page = await office.GetAsync("/office/partners/ms-mt/edit");
        Assert.DoesNotContain("Take the last change of listing back", page.Text, StringComparison.Ordinal);
        await SetAsync(office, "ms-mt", false, Changed);
        page = await office.GetAsync("/office/partners/ms-mt/edit");
        Assert.Contains("Until 28 February 2026 it was: listed.", page.Text, StringComparison.Ordinal);
        page = await page.Form("listing").SubmitAsync();
        Assert.Contains("Say in a reason why.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Malta", await PublicAsync(Changed));
        var second = page.Form("listing").With("Why", "Too late");
        page = await page.Form("listing").With("Why", "It was another one").SubmitAsync();

        Assert.Contains("It was another one", page.Text, StringComparison.Ordinal);
        Assert.Contains("Take back a change of listing", page.Text, StringComparison.Ordinal);
        Assert.Empty(await HistoryAsync("ms-mt"));
        Assert.Contains("Malta", await PublicAsync(Changed));
        Assert.Contains(
            "The listing of the partner was never changed.",
            (await second.SubmitAsync()).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_record_of_a_day_and_the_timeline_say_what_held()
    {
        var office = await App.AsAsync(Role.Officer);
        await SetAsync(office, "ms-cy", false, Changed);
        await SetAsync(office, "ms-cy", true, "2026-05-01");

        Assert.Equal("listed", await InPublicAsync(office, $"?asOf={Before}"));
        Assert.Equal("not listed listed, until 28 February 2026", await InPublicAsync(office, $"?asOf={Changed}"));
        const string Now = "listed not listed, until 30 April 2026 listed, until 28 February 2026";
        Assert.Equal(Now, await InPublicAsync(office, ""));
        var timeline = await office.GetAsync("/office/partners/ms-cy/timeline?sort=Change");
        Assert.Equal(
            [("1 May 2026", "In public: listed, before: not listed"), ("1 March 2026", "In public: not listed, before: listed")],
            timeline
                .Document.QuerySelectorAll(".ecl-timeline__item")
                .Select(i => (Said(i, ".ecl-timeline__label"), Said(i, ".ecl-timeline__title")))
        );
        timeline = await office.GetAsync($"/office/partners/ms-cy/timeline?sort=Change&asOf={Before}");
        Assert.DoesNotContain("In public:", timeline.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_partner_that_is_entered_new_has_no_history()
    {
        var office = await App.AsAsync(Role.Officer);
        var form = (await office.GetAsync("/office/partners/new")).Form("partner");
        await form.With("Kind", "online-platform")
            .With("Name", "Sample Listing")
            .With("IsListed", "true")
            .With("Why", "First contact")
            .SubmitAsync();
        Assert.Empty(await HistoryAsync("sample-listing"));
    }

    private static async Task SetAsync(TestBrowser office, string code, bool isListed, string? from) =>
        Assert.Equal($"/office/partners/{code}", (await TryAsync(office, code, isListed, from)).Address);

    private static async Task<TestPage> TryAsync(TestBrowser office, string code, bool isListed, string? from) =>
        await (await office.GetAsync($"/office/partners/{code}/names"))
            .Form("names")
            .Tick("IsListed", "true", isListed)
            .With("ListedFrom", from ?? "")
            .With("Why", "A test of time")
            .SubmitAsync();

    private async Task<IEnumerable<string>> PublicAsync(string day)
    {
        var page = await App.Anybody().GetAsync($"/en/partners?asOf={day}");
        return page.Document.QuerySelectorAll("tbody th").Select(th => th.TextContent.Trim().Split('\n')[0].Trim()).ToList();
    }

    private async Task<int> CountAsync(string day)
    {
        var counts = await App.ReadAsync(db => CountsAsOf.ReadAsync(db, new AsOf(DateOnly.Parse(day, null)), Cancelled));
        return counts.Counts.Last(c => c.Count is Endorsements).Total;
    }

    private static async Task<string> InPublicAsync(TestBrowser office, string asOf)
    {
        var page = await office.GetAsync($"/office/partners/ms-cy{asOf}");
        var term = page.Document.QuerySelectorAll("dt").Single(d => d.TextContent.Trim() == "In public");
        return TestPage.Squeeze(term.NextElementSibling!.TextContent);
    }

    private static string Said(IElement item, string part) => TestPage.Squeeze(item.QuerySelector(part)!.TextContent);

    private Task<List<(bool, DateOnly)>> HistoryAsync(string code) =>
        App.ReadAsync(async db =>
        {
            var partner = await db.Partners.Include(p => p.ListingsBefore).SingleAsync(p => p.Code == code, Cancelled);
            return partner.ListingsBefore.OrderBy(l => l.Until).Select(l => (l.IsListed, l.Until)).ToList();
        });

    private Task EndorseAsync(string code) =>
        App.GivenAsync(async db =>
            db.Add(
                new Endorsement
                {
                    PartnerId = (await db.Partners.SingleAsync(p => p.Code == code, Cancelled)).Id,
                    InstrumentCode = Instrument,
                    Status = EndorsementStatus.Endorsed,
                    Mode = EndorsementMode.Meeting,
                    From = new DateOnly(2025, 12, 20),
                    Sources = ["https://news.example"],
                    Confidence = "confirmed",
                }
            )
        );
}
