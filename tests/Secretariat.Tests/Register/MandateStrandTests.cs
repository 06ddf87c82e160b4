using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;

namespace Secretariat.Tests.Register;

/// <summary>For which strands somebody speaks stands with the mandate, and successions and gaps are those of the strands.</summary>
public sealed class MandateStrandTests(TestApp app) : AppTest(app)
{
    [Fact]
    public async Task Strands_and_language_stand_wherever_a_mandate_does()
    {
        var person = await GivenAsync("ms-fr", "Anne Volet", "2024-01-10", null, "prevention");
        var office = await App.AsAsync(Role.Officer);

        var record = await office.GetAsync("/office/partners/ms-fr");
        Assert.Contains("Prevention · in French", record.Text, StringComparison.Ordinal);
        var desk = await (await App.AsAsync(Role.PartnerContact, "ms-fr")).GetAsync("/desk");
        Assert.Contains("Prevention · in French", desk.Text, StringComparison.Ordinal);
        foreach (var address in new[] { $"/office/people/{person}", "/office/contacts", "/office/contact-points" })
        {
            var cells = (await office.GetAsync(address))
                .Document.QuerySelectorAll("tbody tr")
                .Single(row =>
                    row.TextContent.Contains("France", StringComparison.Ordinal)
                    && row.TextContent.Contains("Head of Unit", StringComparison.Ordinal)
                )
                .QuerySelectorAll("td")
                .Select(cell => TestPage.Squeeze(cell.TextContent))
                .ToList();
            Assert.Contains("Prevention", cells);
            Assert.Contains("French", cells);
        }
    }

    [Fact]
    public async Task Whoever_begins_in_another_strand_is_no_successor()
    {
        await GivenAsync("ms-dk", "Anna Prevention", "2024-01-01", "2025-01-01", "prevention");
        await GivenAsync("ms-dk", "Bob Response", "2025-02-01", null, "response");
        await GivenAsync("ms-dk", "Carl Prevention", "2025-03-01", null, "prevention");
        var office = await App.AsAsync(Role.Officer);

        var page = await office.GetAsync("/office/partners/ms-dk");
        Assert.DoesNotContain("Succeeded by Bob Response", page.Text, StringComparison.Ordinal);
        Assert.Contains("Succeeded by Carl Prevention on 1 March 2025.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_on_which_a_strand_had_nobody_stay_in_the_record_of_today()
    {
        await GivenAsync("ms-si", "Ana Prevention", "2024-01-01", null, "prevention");
        await GivenAsync("ms-si", "Rok Response", "2024-01-01", "2025-01-01", "response");
        await GivenAsync("ms-si", "Jan Response", "2025-07-01", null, "response");
        await GivenAsync("ms-si", "Ida Alternatives", "2024-03-01", null, "alternatives");
        var office = await App.AsAsync(Role.Officer);

        var page = await office.GetAsync("/office/partners/ms-si");
        Assert.Contains("Response: nobody from 1 January 2025 to 30 June 2025", page.Text, StringComparison.Ordinal);
        Assert.Contains("Alternatives: nobody from 1 January 2024 to 29 February 2024", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Prevention: nobody", page.Text, StringComparison.Ordinal);
        page = await office.GetAsync("/office/partners/ms-si?asOf=2025-08-01");
        Assert.DoesNotContain("nobody from", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_on_which_nobody_spoke_for_it_at_all_are_told_once()
    {
        await GivenAsync("ms-se", "Sven Former", "2024-01-01", "2024-07-01");
        await GivenAsync("ms-se", "Siv Next", "2025-01-01", null);

        var page = await (await App.AsAsync(Role.Officer)).GetAsync("/office/partners/ms-se");
        Assert.Contains("No contact point from 1 July 2024 to 31 December 2024.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("nobody from", page.Text, StringComparison.Ordinal);
    }

    private async Task<Guid> GivenAsync(string partner, string name, string from, string? to, params string[] strands)
    {
        var person = new Person { Name = name };
        await App.GivenAsync(async db =>
        {
            var found = await db.Partners.SingleAsync(p => p.Code == partner, Cancelled);
            var mandate = PartnerFacts.Mandate(found, person, Day(from));
            mandate.Language = partner == "ms-fr" ? "fr" : "en";
            mandate.Strands.AddRange(strands);
            if (to is not null)
                mandate.End(Day(to));
            db.Add(mandate);
        });
        return person.Id;
    }

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
