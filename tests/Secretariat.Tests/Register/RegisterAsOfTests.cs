using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;

namespace Secretariat.Tests.Register;

/// <summary>Each page of the register answers for the day that is asked, and says no to a day that there is not.</summary>
public sealed class RegisterAsOfTests(TestApp app) : AppTest(app)
{
    [Fact]
    public async Task No_partner_was_expected_to_have_a_contact_point_before_anything_tied_it_to_the_alliance()
    {
        var office = await App.AsAsync(Role.Officer);
        var page = await office.GetAsync("/office/contact-points?asOf=2020-01-01");
        Assert.DoesNotContain("Austria", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Greece", page.Text, StringComparison.Ordinal);
        Assert.Contains("Nobody speaks for a partner on this day.", page.Text, StringComparison.Ordinal);

        await GivenAsync("ms-el", "Eleni Begun", "2024-01-10", "2024-03-01");
        page = await office.GetAsync("/office/contact-points?asOf=2024-04-01");
        Assert.Contains("No valid contact point for Greece since 1 March 2024.", page.Text, StringComparison.Ordinal);
        page = await office.GetAsync("/office/contact-points?asOf=2023-01-01");
        Assert.DoesNotContain("Greece", page.Text, StringComparison.Ordinal);
        page = await office.GetAsync("/office/contact-points");
        Assert.Contains("Austria has never had a contact point.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_is_shown_with_the_mandates_of_the_day()
    {
        var person = await GivenAsync("ms-pl", "Jan Former", "2024-01-10", "2024-03-01");
        await GivenAsync("ms-cz", "Jan Former", "2024-06-01", null, person);
        var office = await App.AsAsync(Role.Officer);

        var page = await office.GetAsync($"/office/people/{person}?asOf=2024-02-01");
        Assert.Equal(["Poland"], Partners(page));
        Assert.False(page.HasForm("person"));
        page = await office.GetAsync($"/office/people/{person}?asOf=2024-04-01");
        Assert.Contains("The person has no mandate.", page.Text, StringComparison.Ordinal);
        Assert.Equal(["Czechia", "Poland"], Partners(await office.GetAsync($"/office/people/{person}")));

        static IEnumerable<string> Partners(TestPage page) =>
            page.Document.QuerySelectorAll("tbody th").Select(c => c.TextContent.Trim());
    }

    [Fact]
    public async Task Groups_have_the_members_of_the_day_and_entries_are_compared_as_far_as_they_had_begun()
    {
        var office = await App.AsAsync(Role.Officer);
        var page = await office.GetAsync("/office/groups/new");
        page = await page.Form("group").With("Name", "Northern members").SubmitAsync();
        var partner = await App.ReadAsync(db => db.Partners.SingleAsync(p => p.Code == "ms-se", Cancelled));
        await page.Form("add").With("Partner", $"{partner.Id}").With("From", "2025-01-01").SubmitAsync();
        Assert.Contains("By hand: 1", (await office.GetAsync("/office/groups?asOf=2025-01-01")).Text, StringComparison.Ordinal);
        Assert.Contains("By hand: 0", (await office.GetAsync("/office/groups?asOf=2024-12-31")).Text, StringComparison.Ordinal);

        await GivenAsync("ms-hu", "Anna Alike", "2024-01-10", "2024-02-10");
        await GivenAsync("ms-hu", "Anna Alike", "2025-01-10", null);
        page = await office.GetAsync("/office/duplicates?asOf=2025-02-01");
        Assert.Contains("Anna Alike", page.Text, StringComparison.Ordinal);
        page = await office.GetAsync("/office/duplicates?asOf=2024-12-31");
        Assert.DoesNotContain("Anna Alike", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/office/groups")]
    [InlineData("/office/duplicates")]
    [InlineData("/office/contact-points")]
    [InlineData("/office/people/{id}")]
    public async Task A_day_that_there_is_not_is_refused(string address)
    {
        var person = await GivenAsync("ms-ro", "Elena Day", "2024-01-10", null);
        var page = await (await App.AsAsync(Role.Officer)).GetAsync(
            $"{address.Replace("{id}", $"{person}", StringComparison.Ordinal)}?asOf=2026-02-30"
        );
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
    }

    [Fact]
    public async Task A_merged_entry_leads_to_the_kept_one_on_the_same_day_and_what_was_seen_of_it_is_found_there()
    {
        var kept = await GivenAsync("ms-sk", "Eva Nová", "2024-01-10", null);
        var gone = await GivenAsync("ms-pt", "Eva Nova", "2024-01-10", null);
        var office = await App.AsAsync(Role.Officer);
        await office.GetAsync("/office/partners/ms-pt");
        var page = await office.GetAsync($"/office/people/{kept}/merge/{gone}");
        await page.Form("merge").With("Why", "One person").SubmitAsync("merge");

        page = await office.GetAsync($"/office/people/{gone}?asOf=2024-02-01");
        Assert.Equal($"/office/people/{kept}?asOf=2024-02-01", page.Address);
        page = await office.GetAsync($"/office/people/{gone}/timeline?asOf=2024-02-01");
        Assert.Equal($"/office/people/{kept}/timeline?asOf=2024-02-01", page.Address);
        var auditor = await App.AsAsync(Role.Reader);
        page = await (await auditor.GetAsync($"/office/people/{kept}")).FollowAsync("Who saw these data");
        Assert.Contains("seen: /office/partners/ms-pt", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Show all Nothing", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_changed_in_an_entry_stands_on_the_timeline_of_the_partner()
    {
        var office = await App.AsAsync(Role.Officer);
        var page = await office.GetAsync("/office/partners/ms-mt/domains");
        await page.Form("domain").With("domain", "homeaffairs-mt.example").With("Why", "Their letter").SubmitAsync();
        page = await office.GetAsync("/office/partners/ms-mt/edit");
        await page.Form("written").With("Language", "mt").With("Form", "NoteVerbale").SubmitAsync();

        page = await office.GetAsync("/office/partners/ms-mt/timeline?sort=Entry");
        Assert.Contains("Domain registered: homeaffairs-mt.example", page.Text, StringComparison.Ordinal);
        Assert.Contains("Change how a partner is written to", page.Text, StringComparison.Ordinal);
        Assert.Contains("Working language: – → mt", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Register a domain of a partner", page.Text, StringComparison.Ordinal);

        page = await office.GetAsync("/office/partners/ms-mt/domains");
        await page.Form("domain").With("domain", "homeaffairs-mt.example").With("Why", "They moved").SubmitAsync("remove");
        page = await office.GetAsync("/office/partners/ms-mt/timeline");
        Assert.Contains("Remove a domain of a partner", page.Text, StringComparison.Ordinal);
        Assert.Contains("They moved", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entries_that_were_merged_into_a_partner_stand_on_its_timeline()
    {
        var two = await TwoEntries.GivenAsync(App, "told");
        await two.MergeAsync();
        var office = await App.AsAsync(Role.Officer);
        var page = await office.GetAsync($"/office/partners/{two.Kept.Code}/timeline");
        Assert.Contains("Merged into this entry: Harbour Lines told", page.Text, StringComparison.Ordinal);
    }

    private async Task<Guid> GivenAsync(string partner, string name, string from, string? to, Guid? known = null)
    {
        var person = new Person { Name = name };
        await App.GivenAsync(async db =>
        {
            if (known is not null)
                person = await db.Persons.SingleAsync(p => p.Id == known, Cancelled);
            var found = await db.Partners.SingleAsync(p => p.Code == partner, Cancelled);
            var mandate = PartnerFacts.Mandate(found, person, Day(from));
            if (to is not null)
                mandate.End(Day(to));
            db.Add(mandate);
        });
        return person.Id;
    }

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
