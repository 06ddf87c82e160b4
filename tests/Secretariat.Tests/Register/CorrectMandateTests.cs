using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;

namespace Secretariat.Tests.Register;

/// <summary>What was recorded wrongly of a mandate is put right by hand, with its reason.</summary>
public sealed class CorrectMandateTests(TestApp app) : AppTest(app)
{
    [Fact]
    public async Task Function_first_day_language_and_strands_are_corrected_and_the_reason_is_kept()
    {
        var mandate = await GivenAsync("ms-ee", "Kadri Wrong", "2024-01-10", null);
        var office = await App.AsAsync(Role.Officer);

        var page = await (await office.GetAsync("/office/partners/ms-ee")).FollowAsync("Correct the mandate of Kadri Wrong");
        page = await page.Form("mandate").With("Function", "").With("From", "2024-02-01").SubmitAsync();
        Assert.Contains("Function, in English is missing.", page.Text, StringComparison.Ordinal);
        page = await page.Form("mandate")
            .With("Function", "Director")
            .With("Language", "fr")
            .Tick("Strands", "prevention")
            .With("Why", "The note verbale says so")
            .SubmitAsync();

        Assert.Equal("/office/partners/ms-ee", page.Address);
        Assert.Contains("Prevention · in French", page.Text, StringComparison.Ordinal);
        Assert.Contains("The note verbale says so", page.Text, StringComparison.Ordinal);
        var now = await App.ReadAsync(db => db.Mandates.SingleAsync(m => m.Id == mandate.Id, Cancelled));
        Assert.Equal(("Director", new DateOnly(2024, 2, 1), "prevention"), (now.Function, now.From, Assert.Single(now.Strands)));
    }

    [Fact]
    public async Task It_is_not_moved_over_another_one_of_the_same_person_and_what_somebody_changed_meanwhile_is_not_written_over()
    {
        var person = new Person { Name = "Rasa Twice" };
        await GivenAsync("ms-lt", person, "2024-01-10", "2024-06-01");
        var later = await GivenAsync("ms-lt", person, "2024-09-01", null);
        var office = await App.AsAsync(Role.Officer);
        var address = $"/office/partners/ms-lt/mandates/{later.Id}";

        var page = await office.GetAsync(address);
        page = await page.Form("mandate").With("From", "2024-05-01").With("Why", "Earlier").SubmitAsync();
        Assert.Contains("The same person holds this role from 10 January 2024 on already.", page.Text, StringComparison.Ordinal);

        await (await office.GetAsync(address)).Form("mandate").With("From", "2024-08-01").With("Why", "A slip").SubmitAsync();
        page = await page.Form("mandate").With("From", "2024-07-01").SubmitAsync();
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        var now = await App.ReadAsync(db => db.Mandates.SingleAsync(m => m.Id == later.Id, Cancelled));
        Assert.Equal(new DateOnly(2024, 8, 1), now.From);
    }

    [Fact]
    public async Task A_reader_is_shown_no_way_to_it_and_a_principal_has_a_page_of_their_own()
    {
        var principal = await GivenAsync(
            "ms-lv",
            new Person { Name = "Minister Own" },
            "2024-01-10",
            null,
            MandateRole.Principal
        );
        await GivenAsync("ms-lv", "Ilze Own", "2024-01-10", null);
        var reader = await App.AsAsync(Role.Reader);
        var page = await reader.GetAsync("/office/partners/ms-lv");
        Assert.DoesNotContain("Correct the mandate", page.Text, StringComparison.Ordinal);
        var office = await App.AsAsync(Role.Officer);
        page = await office.GetAsync($"/office/partners/ms-lv/mandates/{principal.Id}");
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
    }

    private Task<Mandate> GivenAsync(string partner, string name, string from, string? to) =>
        GivenAsync(partner, new Person { Name = name }, from, to);

    private async Task<Mandate> GivenAsync(
        string partner,
        Person person,
        string from,
        string? to,
        MandateRole role = MandateRole.ContactPoint
    )
    {
        Mandate mandate = null!;
        await App.GivenAsync(async db =>
        {
            var known = await db.Persons.SingleOrDefaultAsync(p => p.Id == person.Id, Cancelled) ?? person;
            var found = await db.Partners.SingleAsync(p => p.Code == partner, Cancelled);
            mandate = PartnerFacts.Mandate(found, known, Day(from), role);
            if (to is not null)
                mandate.End(Day(to));
            db.Add(mandate);
        });
        return mandate;
    }

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
