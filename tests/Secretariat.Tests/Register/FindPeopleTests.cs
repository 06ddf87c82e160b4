using System.Text;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;

namespace Secretariat.Tests.Register;

/// <summary>A person is found by any part of the name, in Latin letters too, or by the address.</summary>
public sealed class FindPeopleTests(TestApp app) : AppTest(app)
{
    [Theory]
    [InlineData("Петрова")]
    [InlineData("петрова мария")]
    [InlineData("Petrova")]
    [InlineData("mariya pet")]
    [InlineData("maria.p@interior-bg.example")]
    public async Task The_search_of_the_office_finds_people_and_that_of_the_contacts_those_in_office(string words)
    {
        await HasMariaAsync();
        var office = await App.AsAsync(Role.Officer);

        var page = await office.GetAsync($"/office/partners?q={Uri.EscapeDataString(words)}");
        Assert.Contains("Мария Петрова", page.Document.GetElementById("people")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "Bulgaria: Head of Unit (Contact point), since 10 January 2024",
            TestPage.Squeeze(page.Document.GetElementById("people")!.TextContent),
            StringComparison.Ordinal
        );
        page = await office.GetAsync($"/office/contacts?q={Uri.EscapeDataString(words)}");
        Assert.Contains("Contacts: 1", page.Text, StringComparison.Ordinal);
        Assert.Contains("Мария Петрова", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ivan Other", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_was_searched_is_taken_out_as_it_is_shown_and_who_found_somebody_is_noted()
    {
        var maria = await HasMariaAsync();
        var office = await App.AsAsync(Role.Officer);

        var page = await office.GetAsync("/office/contacts?q=petrova");
        var file = Encoding.UTF8.GetString(
            await page.Form("export").With("Form", "csv").With("Out.Recipient", "The desk").DownloadAsync()
        );
        Assert.Contains("Мария Петрова", file, StringComparison.Ordinal);
        Assert.DoesNotContain("Ivan Other", file, StringComparison.Ordinal);
        var before = await SeenInListAsync(maria);
        await office.GetAsync("/office/partners?q=petrova");
        Assert.Equal(before + 1, await SeenInListAsync(maria));
    }

    [Fact]
    public async Task A_changed_name_and_a_merged_entry_are_found_as_they_are_now()
    {
        var (kept, gone) = (new Person { Name = "Otto Altmann" }, new Person { Name = "Otto Altman" });
        await GivenAsync(kept, "ms-de", MandateRole.Expert);
        await GivenAsync(gone, "ms-de", MandateRole.Press);
        var office = await App.AsAsync(Role.Officer);

        var page = await office.GetAsync($"/office/people/{kept.Id}");
        await page.Form("person").With("Name", "Otto Neumann").With("Why", "Married").SubmitAsync();
        Assert.Equal(["Otto Altman"], Found(await office.GetAsync("/office/partners?q=altman")));
        Assert.Equal(["Otto Neumann"], Found(await office.GetAsync("/office/partners?q=neumann")));

        page = await office.GetAsync($"/office/people/{kept.Id}/merge/{gone.Id}");
        await page.Form("merge").With("Why", "One person").SubmitAsync("merge");
        Assert.Empty(Found(await office.GetAsync("/office/partners?q=altman")));
    }

    [Fact]
    public async Task Whoever_was_entered_before_there_was_a_search_is_taken_up()
    {
        var person = new Person { Name = "Nora Forgotten" };
        await GivenAsync(person, "ms-nl", MandateRole.Expert);
        await App.ReadAsync(db => db.SearchTexts.Where(s => s.RecordId == person.Id).ExecuteDeleteAsync(Cancelled));
        var office = await App.AsAsync(Role.Officer);
        Assert.Empty(Found(await office.GetAsync("/office/partners?q=forgotten")));

        await App.WorkAsync<IndexPeople>();
        Assert.Equal(["Nora Forgotten"], Found(await office.GetAsync("/office/partners?q=forgotten")));
        Assert.Equal(0, await App.WorkAsync<IndexPeople>());
    }

    private static IEnumerable<string> Found(TestPage page) =>
        page.Document.QuerySelectorAll("#people a").Select(a => a.TextContent);

    private Task<int> SeenInListAsync(Guid person) =>
        App.ReadAsync(db =>
            db.Disclosures.CountAsync(d => d.What == "/office/partners" && d.PersonIds.Contains(person), Cancelled)
        );

    private async Task<Guid> HasMariaAsync()
    {
        var known = await App.ReadAsync(db => db.Persons.FirstOrDefaultAsync(p => p.Name == "Мария Петрова", Cancelled));
        if (known is not null)
            return known.Id;
        var maria = new Person { Name = "Мария Петрова", Email = "Maria.P@interior-bg.example" };
        await GivenAsync(maria, "ms-bg", MandateRole.ContactPoint);
        await GivenAsync(new Person { Name = "Ivan Other", Email = "ivan@interior-bg.example" }, "ms-bg", MandateRole.Alternate);
        return maria.Id;
    }

    private Task GivenAsync(Person person, string partner, MandateRole role) =>
        App.GivenAsync(async db =>
            db.Add(
                PartnerFacts.Mandate(
                    await db.Partners.SingleAsync(p => p.Code == partner, Cancelled),
                    person,
                    new DateOnly(2024, 1, 10),
                    role
                )
            )
        );
}
