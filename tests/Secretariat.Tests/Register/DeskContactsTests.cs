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
        var id = await GivenAsync("ms-fi", "Aino Chosen", MandateRole.ContactPoint, email: await MailboxAsync("ms-fi"));
        var other = await GivenDeskAsync("ms-ie");
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
        var noted = await App.ReadAsync(db =>
            db.Disclosures.FirstAsync(d => d.What == "/desk/contacts" && d.PersonIds.Contains(id), Cancelled)
        );
        Assert.Equal("Their own agreement to be shown to the contact points", noted.Basis);

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

        var shown = await ShownAsync(await GivenDeskAsync("ms-mt"));
        Assert.Equal(["Speaks Today", "Stands In"], people.Keys.Where(name => shown.Contains(name, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("pc-al", null)]
    [InlineData("ms-lu", MandateRole.Expert)]
    public async Task Whoever_is_no_contact_point_today_sees_nobody_and_nothing_is_noted(string partner, MandateRole? role)
    {
        var shown = await GivenAsync("ms-at", $"Shown beside {partner}", MandateRole.ContactPoint);
        await App.GivenAsync(async db =>
            (await db.Persons.SingleAsync(p => p.Id == shown, Cancelled)).ShownToContactPointsSince = new(2024, 2, 1)
        );
        var desk = await App.AsAsync(Role.PartnerContact, partner);
        if (role is { } held)
            await GivenAsync(partner, "Looking Sample", held, email: await MailboxAsync(partner));

        var page = await ShownAsync(desk);

        Assert.Contains("does not know your account as that of one of them", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Shown beside", page, StringComparison.Ordinal);
        Assert.DoesNotContain("If you agree", page, StringComparison.Ordinal);
        Assert.False(await App.ReadAsync(db => db.Disclosures.AnyAsync(d => d.PersonIds.Contains(shown), Cancelled)));
    }

    [Fact]
    public async Task Of_several_who_share_a_mailbox_none_can_choose_at_the_desk()
    {
        var desk = await GivenDeskAsync("ms-hu");
        await GivenAsync("ms-hu", "Sharing Sample", MandateRole.Alternate, email: await MailboxAsync("ms-hu"));
        Assert.Contains("whose your account is", await ShownAsync(desk), StringComparison.Ordinal);
    }

    /// <summary>The desk of somebody who speaks for the partner.</summary>
    private async Task<TestBrowser> GivenDeskAsync(string partner)
    {
        var desk = await App.AsAsync(Role.PartnerContact, partner);
        await GivenAsync(partner, $"Desk of {partner}", MandateRole.ContactPoint, email: await MailboxAsync(partner));
        return desk;
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
