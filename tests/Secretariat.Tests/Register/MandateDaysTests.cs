using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;

namespace Secretariat.Tests.Register;

/// <summary>Nobody holds a role twice at once, and whoever stands beside somebody is asked about, on whichever day they meet.</summary>
public sealed class MandateDaysTests(TestApp app) : AppTest(app)
{
    [Fact]
    public async Task The_end_of_a_mandate_is_not_moved_over_a_later_one_of_the_same_person()
    {
        var person = new Person { Name = "Petra Twice" };
        await GivenAsync("ms-at", person, "2024-01-01", "2024-07-01");
        await GivenAsync("ms-at", person, "2025-01-01", null);
        var first = await App.ReadAsync(db => db.Mandates.SingleAsync(m => m.To != null && m.PersonId == person.Id, Cancelled));
        var office = await App.AsAsync(Role.Officer);

        var page = await office.GetAsync("/office/partners/ms-at/mandates/end");
        page = await page.Form("end-mandate")
            .With("mandate", $"{first.Id}")
            .With("LastDay", "2025-03-31")
            .With("Why", "Stayed longer")
            .SubmitAsync();
        Assert.Contains(
            "The same person holds this role from 1 January 2025 on already. Give that day, or other days.",
            page.Text,
            StringComparison.Ordinal
        );
        Assert.Equal([new DateOnly(2024, 7, 1), (DateOnly?)null], await EndsAsync("ms-at"));

        await page.Form("end-mandate").With("LastDay", "2024-12-31").SubmitAsync();
        Assert.Equal([new DateOnly(2025, 1, 1), (DateOnly?)null], await EndsAsync("ms-at"));
    }

    [Fact]
    public async Task A_mandate_that_lasts_into_a_later_one_of_another_person_is_asked_about_and_may_end_where_that_begins()
    {
        await GivenAsync("ms-hr", new Person { Name = "Later Holder" }, "2025-01-01", null);
        var office = await App.AsAsync(Role.Officer);

        var page = await Form(await office.GetAsync("/office/partners/ms-hr/mandates/new"), "Early Holder", "2024-01-01")
            .SubmitAsync();
        Assert.Contains(
            "Later Holder holds this role from 1 January 2025 on. Say whether they take over from the new one then, or stand beside them.",
            page.Text,
            StringComparison.Ordinal
        );
        page = await page.Form("mandate").With("Entry.Replaces", "true").SubmitAsync();
        Assert.Contains("Early Holder is recorded: Contact point.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Succeeded by Later Holder on 1 January 2025.", page.Text, StringComparison.Ordinal);
        Assert.Equal([new DateOnly(2025, 1, 1), (DateOnly?)null], await EndsAsync("ms-hr"));
    }

    [Fact]
    public async Task One_that_ends_before_the_later_one_begins_is_not_asked_about()
    {
        await GivenAsync("ms-cy", new Person { Name = "Later Holder" }, "2025-01-01", null);
        var office = await App.AsAsync(Role.Officer);

        var page = await Form(await office.GetAsync("/office/partners/ms-cy/mandates/new"), "Early Holder", "2024-01-01")
            .With("Entry.LastDay", "2024-12-31")
            .SubmitAsync();
        Assert.Contains("Early Holder is recorded: Contact point.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_takes_over_later_for_one_strand_leaves_the_others_where_they_were()
    {
        await GivenAsync("ms-mt", new Person { Name = "Later Holder" }, "2025-01-01", null, "prevention");
        var office = await App.AsAsync(Role.Officer);

        var page = await Form(await office.GetAsync("/office/partners/ms-mt/mandates/new"), "Early Holder", "2024-01-01")
            .SubmitAsync();
        await page.Form("mandate").With("Entry.Replaces", "true").SubmitAsync();
        var rest = await App.ReadAsync(db =>
            db.Mandates.SingleAsync(m => m.Person.Name == "Early Holder" && m.To == null, Cancelled)
        );
        Assert.Equal(
            (new DateOnly(2025, 1, 1), "alternatives, response"),
            (rest.From, string.Join(", ", rest.Strands.Order(StringComparer.Ordinal)))
        );
    }

    [Fact]
    public async Task The_last_day_that_was_said_holds_though_the_one_who_is_replaced_would_have_stayed_longer()
    {
        await GivenAsync("ms-lu", new Person { Name = "Former Holder" }, "2024-01-01", "2025-01-01");
        var office = await App.AsAsync(Role.Officer);

        var page = await Form(await office.GetAsync("/office/partners/ms-lu/mandates/new"), "New Holder", "2024-03-01")
            .With("Entry.LastDay", "2024-05-31")
            .SubmitAsync();
        await page.Form("mandate").With("Entry.Replaces", "true").SubmitAsync();
        Assert.Equal([new DateOnly(2024, 3, 1), (DateOnly?)new DateOnly(2024, 6, 1)], await EndsAsync("ms-lu"));
    }

    [Fact]
    public async Task Two_entries_that_hold_a_role_at_once_for_other_strands_are_merged_only_once_one_of_the_mandates_has_ended()
    {
        var (kept, gone) = (new Person { Name = "Eva Nová" }, new Person { Name = "Eva Nova" });
        await GivenAsync("ms-sk", kept, "2024-01-01", null, "prevention");
        await GivenAsync("ms-sk", gone, "2024-02-01", null, "prevention", "response");
        var office = await App.AsAsync(Role.Officer);
        const string reason =
            "Both entries hold the role “Contact point” for one partner at once: since 1 January 2024, and since 1 February 2024.";

        var page = await office.GetAsync($"/office/people/{kept.Id}/merge/{gone.Id}");
        Assert.Contains(reason, page.Text, StringComparison.Ordinal);
        page = await page.Form("merge").With("Why", "One person").SubmitAsync("merge");
        Assert.Contains(reason, page.Document.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, await HoldersAsync("ms-sk"));

        var twice = await App.ReadAsync(db => db.Mandates.SingleAsync(m => m.PersonId == gone.Id, Cancelled));
        await (await office.GetAsync("/office/partners/ms-sk/mandates/end"))
            .Form("end-mandate")
            .With("mandate", $"{twice.Id}")
            .With("LastDay", "2024-01-31")
            .With("Why", "Entered twice")
            .SubmitAsync();
        page = await office.GetAsync($"/office/people/{kept.Id}/merge/{gone.Id}");
        page = await page.Form("merge").With("Why", "One person").SubmitAsync("merge");
        Assert.Equal($"/office/people/{kept.Id}", page.Address);
        Assert.Equal(1, await HoldersAsync("ms-sk"));
    }

    private Task<int> HoldersAsync(string partner) =>
        App.ReadAsync(db =>
            db.Mandates.Where(m => m.To == null && db.Partners.Any(p => p.Code == partner && p.Id == m.PartnerId))
                .Select(m => m.PersonId)
                .CountAsync(Cancelled)
        );

    private Task<List<DateOnly?>> EndsAsync(string partner) =>
        App.ReadAsync(db =>
            db.Mandates.Where(m => db.Partners.Any(p => p.Code == partner && p.Id == m.PartnerId))
                .OrderBy(m => m.From)
                .Select(m => m.To)
                .ToListAsync(Cancelled)
        );

    private Task GivenAsync(string partner, Person person, string from, string? to, params string[] strands) =>
        App.GivenAsync(async db =>
        {
            var known = await db.Persons.SingleOrDefaultAsync(p => p.Id == person.Id, Cancelled) ?? person;
            var found = await db.Partners.SingleAsync(p => p.Code == partner, Cancelled);
            var mandate = PartnerFacts.Mandate(found, known, Day(from));
            mandate.Strands.AddRange(strands);
            if (to is not null)
                mandate.End(Day(to));
            db.Add(mandate);
        });

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

    private static TestForm Form(TestPage page, string name, string from) =>
        page.Form("mandate")
            .With("Entry.Name", name)
            .With("Entry.Function", "Head of Unit")
            .With("Entry.From", from)
            .With("Entry.Why", "Told by telephone");
}
