using System.Text;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Partners.Endorsements;

namespace Secretariat.Tests.Register;

/// <summary>What a partner is on a day: in every list, filter and file of that day, and in the protocol order.</summary>
public sealed class KindTests(TestApp app) : AppTest(app)
{
    private const string Changed = "2026-03-01";
    private const string Before = "2026-02-28";

    [Fact]
    public async Task Lists_of_a_day_go_by_the_kind_of_that_day()
    {
        var office = await App.AsAsync(Role.Officer);
        await GivenContactAsync("ms-hr");
        await BecomeAsync(office, "ms-hr", "partner-country");

        foreach (var list in new[] { "partners", "contacts" })
        {
            Assert.Contains("ms-hr", await CodesAsync(office, $"/office/{list}?asOf={Before}&kind=eu-member-state"));
            Assert.DoesNotContain("ms-hr", await CodesAsync(office, $"/office/{list}?asOf={Before}&kind=partner-country"));
            Assert.DoesNotContain("ms-hr", await CodesAsync(office, $"/office/{list}?asOf={Changed}&kind=eu-member-state"));
            Assert.Contains("ms-hr", await CodesAsync(office, $"/office/{list}?asOf={Changed}&kind=partner-country"));
        }

        await EndorseAsync("ms-hr");
        Assert.Equal("EU Member States", await KindOnInstrumentAsync(office, Before));
        Assert.Equal("Partner countries", await KindOnInstrumentAsync(office, Changed));
    }

    [Fact]
    public async Task Files_taken_out_of_the_list_of_a_day_say_the_kind_of_that_day()
    {
        var office = await App.AsAsync(Role.Officer);
        await GivenContactAsync("ms-cy");
        await BecomeAsync(office, "ms-cy", "partner-country");

        var list = await office.GetAsync($"/office/partners?asOf={Before}&kind=eu-member-state");
        var link = list.Document.QuerySelectorAll("a").Single(a => a.TextContent == "CSV").GetAttribute("href")!;
        Assert.Contains(
            "\"ms-cy\",\"eu-member-state\",",
            Encoding.UTF8.GetString(await office.DownloadAsync(link)),
            StringComparison.Ordinal
        );
        var contacts = await office.GetAsync($"/office/contacts?asOf={Before}");
        var file = await contacts.Form("export").With("Form", "csv").With("Out.Recipient", "The office").DownloadAsync();
        Assert.Contains("\"ms-cy\",\"Cyprus\",\"eu-member-state\",", Encoding.UTF8.GetString(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_leaves_the_Member_States_stands_by_the_alphabet_and_among_them_on_the_days_before()
    {
        var office = await App.AsAsync(Role.Officer);
        await BecomeAsync(office, "ms-ro", "partner-country");

        string[] countries = ["Montenegro", "Romania", "Serbia"];
        Assert.Equal(countries, (await NamesAsync(office, "/office/partners?kind=partner-country")).Where(countries.Contains));
        string[] then = ["Portugal", "Romania", "Slovenia"];
        var states = await NamesAsync(office, $"/office/partners?kind=eu-member-state&asOf={Before}");
        Assert.Equal(then, states.SkipWhile(n => n != "Portugal").Take(3));
        var shown = await App.Anybody().GetAsync("/en/partners");
        Assert.Equal(
            ["Pakistan", "Romania"],
            shown.Document.QuerySelectorAll("tbody th").Select(NameIn).Where(n => n is "Pakistan" or "Romania")
        );
        var briefing = await office.GetAsync("/office/partners/ms-si/briefing");
        var place = (await CodesAsync(office, "/office/partners?kind=eu-member-state")).IndexOf("ms-si") + 1;
        Assert.Contains($"place {place} in protocol order", briefing.Text, StringComparison.Ordinal);
        briefing = await office.GetAsync($"/office/partners/ms-si/briefing?asOf={Before}");
        Assert.Contains($"place {states.IndexOf("Slovenia") + 1} in protocol order", briefing.Text, StringComparison.Ordinal);
        Assert.Contains("place 24 in protocol order", briefing.Text, StringComparison.Ordinal);
        briefing = await office.GetAsync("/office/partners/ms-ro/briefing");
        Assert.DoesNotContain("in protocol order", briefing.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_joins_the_Member_States_takes_its_place_by_the_name_in_its_own_language()
    {
        var office = await App.AsAsync(Role.Officer);
        var form = (await office.GetAsync("/office/partners/pc-al/edit")).Form("kind");
        var page = await form.With("Kind", "eu-member-state").With("From", Changed).With("Why", "It joined").SubmitAsync();
        Assert.Contains(
            "Member States stand in the order of their names in their own languages",
            page.Text,
            StringComparison.Ordinal
        );
        await page.Form("kind").With("OwnName", "Shqipëria").SubmitAsync();

        foreach (var language in new[] { "en", "fr" })
        {
            var states = await CodesAsync(office, $"/office/partners?kind=eu-member-state&lang={language}");
            var next = states.SkipWhile(c => c != "pc-al").Skip(1).First();
            Assert.Equal("ms-si", next);
        }

        var then = await CodesAsync(office, $"/office/partners?kind=eu-member-state&asOf={Before}");
        Assert.DoesNotContain("pc-al", then);
        Assert.Contains("ms-si", then);
    }

    [Fact]
    public async Task A_change_of_kind_that_was_a_mistake_is_taken_back_with_a_reason_and_can_be_entered_again()
    {
        var office = await App.AsAsync(Role.Officer);
        var page = await office.GetAsync("/office/partners/ms-mt/edit");
        Assert.DoesNotContain("Take the last change of kind back", page.Text, StringComparison.Ordinal);
        await BecomeAsync(office, "ms-mt", "eu-agency");
        page = await office.GetAsync("/office/partners/ms-mt/edit");
        Assert.Contains("Until 28 February 2026 it was: EU Member State.", page.Text, StringComparison.Ordinal);
        page = await page.Form("stay").SubmitAsync();
        Assert.Contains("Say in a reason why.", page.Text, StringComparison.Ordinal);
        page = await page.Form("stay").With("Why", "It was another one").SubmitAsync();

        Assert.Contains("It was another one", page.Text, StringComparison.Ordinal);
        Assert.Contains("Take back a change of kind", page.Text, StringComparison.Ordinal);
        var states = await CodesAsync(office, "/office/partners?kind=eu-member-state");
        Assert.Equal("ms-mt", states[states.IndexOf("ms-hu") + 1]);
        Assert.False(
            await App.ReadAsync(db =>
                db.KindsBefore.AnyAsync(k => db.Partners.Any(p => p.Code == "ms-mt" && p.Id == k.PartnerId), Cancelled)
            )
        );
        await BecomeAsync(office, "ms-mt", "partner-country");
        Assert.Contains("ms-mt", await CodesAsync(office, "/office/partners?kind=partner-country"));
    }

    [Fact]
    public async Task The_timeline_tells_a_change_of_kind_that_was_taken_back_and_both_in_words()
    {
        var office = await App.AsAsync(Role.Officer);
        await BecomeAsync(office, "ms-lv", "eu-agency");
        var page = await office.GetAsync("/office/partners/ms-lv/edit");
        await page.Form("stay").With("Why", "It was another one").SubmitAsync();
        await BecomeAsync(office, "ms-lv", "partner-country");

        var timeline = (await office.GetAsync("/office/partners/ms-lv/timeline")).Text;

        Assert.Contains("Kind of partner: Partner country, before: EU Member State", timeline, StringComparison.Ordinal);
        Assert.Contains("EU Member State → EU agency", timeline, StringComparison.Ordinal);
        Assert.Contains("EU agency → EU Member State", timeline, StringComparison.Ordinal);
        Assert.DoesNotContain("EU Member State → Partner country", timeline, StringComparison.Ordinal);
        Assert.DoesNotContain("eu-agency", timeline, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Steps_are_asked_of_the_kind_that_the_partner_was_on_the_day_of_its_endorsement()
    {
        var office = await App.AsAsync(Role.Officer);
        await BecomeAsync(office, "ms-at", "online-platform");

        var page = await EndorseAsync(office, "ms-at", "2026-03-02");
        Assert.Contains("Before it can endorse, the step", page.Text, StringComparison.Ordinal);
        page = await EndorseAsync(office, "ms-at", "2026-02-01");
        Assert.Contains("Recorded: endorsed since 1 February 2026.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_office_sees_how_many_endorsed_that_the_public_count_leaves_out()
    {
        var office = await App.AsAsync(Role.Officer);
        await EndorseAsync("pc-rs");

        var page = await office.GetAsync("/office/instruments/joint-declaration-2025");
        Assert.Contains("Not listed in public, and left out of the public count: 1", page.Text, StringComparison.Ordinal);
        var counts = await App.Anybody().GetAsync("/en");
        Assert.Contains("Listed partners whose endorsement of this text is on record", counts.Text, StringComparison.Ordinal);
    }

    private static async Task BecomeAsync(TestBrowser office, string code, string kind)
    {
        var form = (await office.GetAsync($"/office/partners/{code}/edit")).Form("kind");
        var page = await form.With("Kind", kind).With("From", Changed).With("Why", "A test of time").SubmitAsync();
        Assert.Equal($"/office/partners/{code}", page.Address);
    }

    private static async Task<TestPage> EndorseAsync(TestBrowser office, string code, string day) =>
        await (await office.GetAsync($"/office/partners/{code}/endorse"))
            .Form("endorse")
            .With("Entry.Instrument", "joint-declaration-2025")
            .With("Entry.From", day)
            .With("Entry.Source", "https://news.example/declaration")
            .SubmitAsync();

    private Task EndorseAsync(string code) =>
        App.GivenAsync(async db =>
            db.Add(
                new Endorsement
                {
                    PartnerId = (await db.Partners.SingleAsync(p => p.Code == code, Cancelled)).Id,
                    InstrumentCode = "joint-declaration-2025",
                    Status = EndorsementStatus.Endorsed,
                    Mode = EndorsementMode.Meeting,
                    From = new DateOnly(2025, 12, 20),
                    Sources = ["https://news.example"],
                    Confidence = "confirmed",
                }
            )
        );

    private Task GivenContactAsync(string code) =>
        App.GivenAsync(async db =>
        {
            var person = new Person { Name = $"Contact of {code}" };
            db.Add(
                new Mandate
                {
                    PartnerId = (await db.Partners.SingleAsync(p => p.Code == code, Cancelled)).Id,
                    PersonId = person.Id,
                    Person = person,
                    Role = MandateRole.Expert,
                    Function = "Expert",
                    From = new DateOnly(2024, 1, 10),
                }
            );
        });

    private static async Task<string> KindOnInstrumentAsync(TestBrowser office, string day)
    {
        var page = await office.GetAsync($"/office/instruments/joint-declaration-2025?asOf={day}");
        var row = page.Document.QuerySelectorAll("tbody th").Single(th => NameIn(th) == "Croatia").ParentElement!;
        return row.QuerySelector("td")!.TextContent.Trim();
    }

    private static async Task<List<string>> CodesAsync(TestBrowser office, string address)
    {
        var page = await office.GetAsync(address);
        return [.. page.Document.QuerySelectorAll("tbody th a").Select(a => a.GetAttribute("href")!.Split('/')[^1])];
    }

    private static async Task<List<string>> NamesAsync(TestBrowser office, string address) =>
        [.. (await office.GetAsync(address)).Document.QuerySelectorAll("tbody th").Select(NameIn)];

    private static string NameIn(IElement cell) => cell.TextContent.Trim().Split('\n')[0].Trim();
}
