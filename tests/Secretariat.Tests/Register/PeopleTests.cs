using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;

namespace Secretariat.Tests.Register;

public sealed class PeopleTests(TestApp app) : AppTest(app)
{
    [Fact]
    public async Task A_mandate_is_entered_by_hand_and_beside_another_it_is_said_what_becomes_of_them()
    {
        var office = await App.AsAsync(Role.Officer);
        var page = await Form(await office.GetAsync("/office/partners/ms-el/mandates/new"), "Eleni First", "2024-01-10")
            .SubmitAsync();
        Assert.Contains("Eleni First is recorded: Contact point.", page.Text, StringComparison.Ordinal);

        page = await Form(await office.GetAsync("/office/partners/ms-el/mandates/new"), "Nikos Second", "2024-03-01")
            .SubmitAsync();
        Assert.Contains(
            "Eleni First holds this role since 10 January 2024. Say whether the new one takes over, or stands beside them.",
            page.Text,
            StringComparison.Ordinal
        );
        page = await page.Form("mandate").With("Entry.Replaces", "true").SubmitAsync();
        Assert.Contains("Succeeded by Nikos Second on 1 March 2024.", page.Text, StringComparison.Ordinal);
        var first = await MandateAsync("Eleni First");
        Assert.Equal(new DateOnly(2024, 3, 1), first.To);
    }

    [Fact]
    public async Task A_family_name_is_entered_with_the_mandate_and_stays_when_a_later_one_says_nothing_of_it()
    {
        var office = await App.AsAsync(Role.Officer);
        await Form(await office.GetAsync("/office/partners/ms-hu/mandates/new"), "Minta Anna", "2024-01-10")
            .With("Entry.FamilyName", "Minta")
            .SubmitAsync();
        var person = (await MandateAsync("Minta Anna")).PersonId;
        var later = Form(await office.GetAsync("/office/partners/ms-hu/mandates/new"), "Minta Anna", "2024-03-01");
        var asked = await later.With("Entry.Function", "Director").SubmitAsync();
        await asked.Form("mandate").With("Entry.Which", $"{person}").SubmitAsync();

        Assert.Equal(2, await App.ReadAsync(db => db.Mandates.CountAsync(m => m.PersonId == person, Cancelled)));
        Assert.Equal(
            "Minta",
            await App.ReadAsync(db => db.Persons.Where(p => p.Id == person).Select(p => p.FamilyName).SingleAsync(Cancelled))
        );
    }

    [Fact]
    public async Task A_family_name_that_is_not_in_the_changed_name_is_corrected_or_left_empty()
    {
        var office = await App.AsAsync(Role.Officer);
        await Form(await office.GetAsync("/office/partners/ms-ie/mandates/new"), "Aoife Smaple Murphy", "2024-01-10")
            .With("Entry.FamilyName", "Smaple Murphy")
            .SubmitAsync();
        var person = (await MandateAsync("Aoife Smaple Murphy")).PersonId;
        var page = await office.GetAsync($"/office/people/{person}");

        page = await page.Form("person").With("Name", "Aoife Sample Murphy").With("Why", "Misspelt").SubmitAsync();
        Assert.Contains(
            "The family name is not in the changed name: correct it, or leave it empty.",
            page.Text,
            StringComparison.Ordinal
        );
        Assert.Equal("Smaple Murphy", await FamilyNameAsync());

        await page.Form("person").With("FamilyName", "Sample Murphy").SubmitAsync();
        Assert.Equal("Sample Murphy", await FamilyNameAsync());

        Task<string?> FamilyNameAsync() =>
            App.ReadAsync(db => db.Persons.Where(p => p.Id == person).Select(p => p.FamilyName).SingleAsync(Cancelled));
    }

    [Fact]
    public async Task Nobody_is_asked_whether_they_take_over_from_themselves()
    {
        var office = await App.AsAsync(Role.Officer);
        await Form(await office.GetAsync("/office/partners/ms-fi/mandates/new"), "Aino Sample", "2024-01-10").SubmitAsync();
        var page = await Form(await office.GetAsync("/office/partners/ms-fi/mandates/new"), "Aino Sample", "2024-03-01")
            .With("Entry.Function", "Director")
            .SubmitAsync();
        Assert.Contains("Somebody like this already stands in the partner’s record.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("takes over", page.Text, StringComparison.Ordinal);
        var aino = (await MandateAsync("Aino Sample")).PersonId;
        page = await page.Form("mandate").With("Entry.Which", $"{aino}").SubmitAsync();
        Assert.Contains("Aino Sample is recorded: Contact point.", page.Text, StringComparison.Ordinal);
        var functions = await App.ReadAsync(db =>
            db.Mandates.Where(m => m.PersonId == aino).OrderBy(m => m.From).Select(m => m.Function).ToListAsync(Cancelled)
        );
        Assert.Equal(["Head of Unit", "Director"], functions);
    }

    [Fact]
    public async Task Strands_without_a_contact_point_are_listed_since_the_day()
    {
        var office = await App.AsAsync(Role.Officer);
        var form = Form(await office.GetAsync("/office/partners/ms-pt/mandates/new"), "Ana Prevention", "2024-01-10");
        await form.Tick("Entry.Strands", "prevention").SubmitAsync();
        form = Form(await office.GetAsync("/office/partners/ms-pt/mandates/new"), "Rui Response", "2024-01-10");
        await form.Tick("Entry.Strands", "response").With("Entry.LastDay", "2024-05-31").SubmitAsync();

        var page = await office.GetAsync("/office/partners/ms-pt");
        Assert.Contains("Response: nobody since 1 June 2024", page.Text, StringComparison.Ordinal);
        Assert.Contains("Alternatives: nobody so far", page.Text, StringComparison.Ordinal);
        page = await office.GetAsync("/office/contact-points?asOf=2024-03-01");
        var portugal = page.Text[page.Text.IndexOf("some strands only", StringComparison.Ordinal)..];
        Assert.Contains("Portugal Alternatives: nobody so far", portugal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expert_or_press_contact_is_no_contact_point()
    {
        var office = await App.AsAsync(Role.Officer);
        var form = Form(await office.GetAsync("/office/partners/ms-at/mandates/new"), "Greta Press", "2024-01-10");
        var page = await form.With("Entry.Role", "Press").SubmitAsync();
        Assert.Contains("Press contact", page.Text, StringComparison.Ordinal);
        page = await office.GetAsync("/office/contact-points");
        Assert.Contains("Austria has never had a contact point.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_public_sees_a_name_only_once_the_person_agreed()
    {
        var office = await App.AsAsync(Role.Officer);
        await Form(await office.GetAsync("/office/partners/ms-lv/mandates/new"), "Ilze Sample", "2024-01-10").SubmitAsync();
        Assert.DoesNotContain("Ilze Sample", await PublicAsync(), StringComparison.Ordinal);

        var person = (await MandateAsync("Ilze Sample")).PersonId;
        var page = await office.GetAsync($"/office/people/{person}");
        page = await page.Form("person").With("NamedInPublicSince", "2024-02-01").SubmitAsync();
        Assert.Contains("Reason is missing.", page.Text, StringComparison.Ordinal);
        page = await page.Form("person").With("Why", "Said so by mail").SubmitAsync();
        Assert.Contains("agreed on 1 February 2024", page.Text, StringComparison.Ordinal);
        Assert.Contains("Ilze Sample, Head of Unit", await PublicAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_may_share_a_mailbox_and_each_record_says_so()
    {
        var office = await App.AsAsync(Role.Officer);
        await Form(await office.GetAsync("/office/partners/ms-es/mandates/new"), "Marta Uno", "2024-01-10")
            .With("Entry.Email", "alianza@interior.example")
            .SubmitAsync();
        var page = await Form(await office.GetAsync("/office/partners/ms-es/mandates/new"), "Luis Dos", "2024-01-10")
            .With("Entry.Email", "alianza@interior.example")
            .With("Entry.Role", "Alternate")
            .SubmitAsync();
        Assert.Contains("Somebody like this already stands in the partner’s record.", page.Text, StringComparison.Ordinal);
        await page.Form("mandate").With("Entry.Which", WhoIsIt.SomebodyElse).SubmitAsync();

        var person = (await MandateAsync("Luis Dos")).PersonId;
        page = await office.GetAsync($"/office/people/{person}");
        Assert.Contains("shared with Marta Uno", page.Text, StringComparison.Ordinal);
    }

    private async Task<string> PublicAsync() => (await App.Anybody().GetAsync("/en/partners")).Text;

    private static TestForm Form(TestPage page, string name, string from) =>
        page.Form("mandate")
            .With("Entry.Name", name)
            .With("Entry.Function", "Head of Unit")
            .With("Entry.From", from)
            .With("Entry.Why", "Told by telephone");

    private Task<Mandate> MandateAsync(string name) =>
        App.ReadAsync(db => db.Mandates.Include(m => m.Person).SingleAsync(m => m.Person.Name == name, Cancelled));
}
