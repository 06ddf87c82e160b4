using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Privacy;
using Secretariat.Platform.Domain;

namespace Secretariat.Tests.Register;

/// <summary>Contact points see those of other partners who chose to be seen, and nobody else.</summary>
public sealed class DeskContactsTests(TestApp app) : AppTest(app)
{
    [Fact]
    public async Task A_contact_point_chooses_at_the_desk_whether_the_others_see_them()
    {
        var own = await App.AsAsync(Role.PartnerContact, "ms-fi");
        Assert.Contains("whose your account is", await ShownAsync(own), StringComparison.Ordinal);
        var id = await GivenAsync("ms-fi", "Aino Chosen", MandateRole.ContactPoint, email: await MailboxAsync("ms-fi"));
        var other = await App.AsAsync(Role.PartnerContact, "ms-ie");
        Assert.DoesNotContain("Aino Chosen", await ShownAsync(other), StringComparison.Ordinal);

        var page = await own.GetAsync("/desk/contacts");
        Assert.Contains("The contact points of other partners do not see you.", page.Text, StringComparison.Ordinal);
        page = await page.Form("agree").SubmitAsync();
        Assert.Contains("You have agreed on", page.Text, StringComparison.Ordinal);
        var shown = await ShownAsync(other);
        Assert.Contains("Finland", shown, StringComparison.Ordinal);
        Assert.Contains("Aino Chosen", shown, StringComparison.Ordinal);
        Assert.Contains(await MailboxAsync("ms-fi"), shown, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("+358 555", shown, StringComparison.Ordinal);
        Assert.True(
            await App.ReadAsync(db => db.Disclosures.AnyAsync(d => d.What == "/desk/contacts" && d.PersonIds.Contains(id)))
        );

        await page.Form("withdraw").SubmitAsync();
        Assert.DoesNotContain("Aino Chosen", await ShownAsync(other), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_officer_records_who_agreed_and_only_those_who_speak_today_for_a_listed_partner_are_shown()
    {
        var today = TimeProvider.System.Today();
        var people = new Dictionary<string, Guid>(StringComparer.Ordinal)
        {
            ["Speaks Today"] = await GivenAsync("ms-cy", "Speaks Today", MandateRole.ContactPoint),
            ["Stands In"] = await GivenAsync("ms-cy", "Stands In", MandateRole.Alternate),
            ["Only Expert"] = await GivenAsync("ms-cy", "Only Expert", MandateRole.Expert),
            ["Spoke Once"] = await GivenAsync("ms-cy", "Spoke Once", MandateRole.ContactPoint, today),
            ["Not Listed"] = await GivenAsync("pc-al", "Not Listed", MandateRole.ContactPoint),
        };
        var office = await App.AsAsync(Role.Officer);
        foreach (var id in people.Values)
            await (await office.GetAsync($"/office/people/{id}"))
                .Form("person")
                .With("ShownToContactPointsSince", "2024-02-01")
                .With("Why", "Agreed by mail")
                .SubmitAsync();
        var page = await office.GetAsync($"/office/people/{people["Speaks Today"]}");
        Assert.Matches("Shown to the contact points\\s*agreed on 1 February 2024", page.Text);

        var shown = await ShownAsync(await App.AsAsync(Role.PartnerContact, "ms-mt"));
        Assert.Equal(["Speaks Today", "Stands In"], people.Keys.Where(name => shown.Contains(name, StringComparison.Ordinal)));
    }

    private static async Task<string> ShownAsync(TestBrowser desk) => (await desk.GetAsync("/desk/contacts")).Text;

    private async Task<Guid> GivenAsync(
        string partner,
        string name,
        MandateRole role,
        DateOnly? until = null,
        string email = "somebody@ministry.example"
    )
    {
        var person = new Person
        {
            Name = name,
            Email = email,
            Phone = "+358 555 0101",
        };
        await App.GivenAsync(async db =>
        {
            var mandate = new Mandate
            {
                PartnerId = await db.Partners.Where(p => p.Code == partner).Select(p => p.Id).SingleAsync(Cancelled),
                PersonId = person.Id,
                Person = person,
                Role = role,
                Function = "Adviser",
                From = new DateOnly(2024, 1, 10),
            };
            if (until is { } end)
                mandate.End(end);
            db.AddRange(person, mandate);
        });
        return person.Id;
    }

    /// <summary>Of the account at the partner's desk.</summary>
    private Task<string> MailboxAsync(string partner) =>
        App.ReadAsync(db =>
            db.Users.Where(u => db.Partners.Any(p => p.Id == u.PartnerId && p.Code == partner))
                .Select(u => u.Email!)
                .SingleAsync(Cancelled)
        );
}
