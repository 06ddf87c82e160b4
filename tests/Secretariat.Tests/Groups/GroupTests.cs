using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Groups;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Nominations;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Domain;
using Secretariat.Tests.Letters;

namespace Secretariat.Tests.Groups;

/// <summary>A group has its members of a day, by hand or by rule, and is written to like a kind of partner.</summary>
public sealed class GroupTests(TestApp app) : AppTest(app)
{
    [Fact]
    public async Task The_form_says_in_French_that_no_kind_ticked_means_every_kind()
    {
        var page = await (await App.AsAsync(Role.Officer)).GetAsync("/office/groups/new?byRule=true&lang=fr");

        Assert.Contains("toutes les catégories de partenaires sont concernées", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("tous les axes sont concernés", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_by_hand_belong_from_their_first_day_to_their_last()
    {
        var officer = await App.AsAsync(Role.Officer);
        var empty = await MakeAsync(officer, "Core group");
        var page = await AddAsync(empty, "ms-fr", "2024-03-01");
        page = await AddAsync(page, "ms-be", "2024-04-01");
        Assert.Equal(["Belgium", "France"], Members(page));
        var again = await AddAsync(empty, "ms-fr", "2024-02-01");
        Assert.Contains("The partner belongs to the group already", again.Text, StringComparison.Ordinal);

        page = await page.Form("take-out").With("Leaving", await IdAsync("ms-fr")).With("LastDay", "2024-02-01").SubmitAsync();
        Assert.Contains("It cannot leave before it joined.", page.Text, StringComparison.Ordinal);
        page = await page.Form("take-out").With("Leaving", await IdAsync("ms-fr")).With("LastDay", "2024-05-31").SubmitAsync();
        Assert.Equal(["Belgium"], Members(page));
        Assert.Equal(["Belgium", "France"], Members(await officer.GetAsync($"{page.Address}?asOf=2024-05-31")));
        Assert.Equal(["France"], Members(await officer.GetAsync($"{page.Address}?asOf=2024-03-31")));
        Assert.Empty(Members(await officer.GetAsync($"{page.Address}?asOf=2024-02-28")));
    }

    [Fact]
    public async Task A_rule_finds_on_each_day_those_of_whom_all_of_it_holds()
    {
        await App.GivenAsync(async db =>
        {
            var message = new Modules.Correspondence.Message
            {
                Channel = Modules.Correspondence.Channel.Mail,
                ReceivedAt = TimeProvider.System.Now(),
                RawSha256 = null,
                Size = 0,
            };
            db.Messages.Add(message);
            foreach (
                var (code, from, stance) in new[]
                {
                    ("ms-it", 1, Stance.Interested),
                    ("ms-es", 5, Stance.Interested),
                    ("ms-pt", 1, Stance.Declined),
                }
            )
                db.Interests.Add(
                    new Interest
                    {
                        PartnerId = await db.Partners.Where(p => p.Code == code).Select(p => p.Id).SingleAsync(Cancelled),
                        StrandCode = "prevention",
                        Stance = stance,
                        MessageId = message.Id,
                        From = new DateOnly(2024, from, 1),
                    }
                );
        });
        var officer = await App.AsAsync(Role.Officer);
        var form = (await officer.GetAsync("/office/groups/new?byRule=true")).Form("group").With("Name", "Prevention");
        var page = await form.SubmitAsync();
        Assert.Contains("a rule that says nothing finds everybody", page.Text, StringComparison.Ordinal);
        page = await page.Form("group").Tick("Kinds", PartnerKind.MemberState).With("Standing", "Invited").SubmitAsync();
        Assert.Contains("Choose the instrument towards which the members stand so.", page.Text, StringComparison.Ordinal);
        page = await page.Form("group").With("Standing", "Endorsed").With("Strand", "prevention").SubmitAsync();

        Assert.Equal(["Spain", "Italy"], Members(page));
        Assert.Equal(["Italy"], Members(await officer.GetAsync($"{page.Address}?asOf=2024-04-30")));
        Assert.Null(page.Document.QuerySelector("#add"));
        Assert.Contains(
            "Takes interest in: Prevention",
            (await officer.GetAsync("/office/groups")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Whoever_has_nobody_for_a_strand_is_found_though_somebody_speaks_on_another()
    {
        await App.GivenAsync(async db =>
        {
            var message = new Modules.Correspondence.Message
            {
                Channel = Modules.Correspondence.Channel.Mail,
                ReceivedAt = TimeProvider.System.Now(),
                RawSha256 = null,
                Size = 0,
            };
            db.Messages.Add(message);
            foreach (var (code, strands) in new[] { ("ms-ie", (string[])["prevention"]), ("ms-fi", ["response"]), ("ms-lt", []) })
            {
                var partner = await db.Partners.SingleAsync(p => p.Code == code, Cancelled);
                var person = new Person { Name = $"Speaks for {code}" };
                db.Persons.Add(person);
                db.Mandates.Add(
                    new Mandate
                    {
                        PartnerId = partner.Id,
                        PersonId = person.Id,
                        Role = MandateRole.ContactPoint,
                        Function = "Head",
                        Strands = [.. strands],
                        From = new DateOnly(2024, 1, 1),
                    }
                );
                db.Interests.Add(
                    new Interest
                    {
                        PartnerId = partner.Id,
                        StrandCode = "response",
                        Stance = Stance.Interested,
                        MessageId = message.Id,
                        From = new DateOnly(2024, 1, 1),
                    }
                );
            }
        });
        var form = (await (await App.AsAsync(Role.Officer)).GetAsync("/office/groups/new?byRule=true")).Form("group");
        var page = await form.With("Name", "Nobody on response")
            .With("Strand", "response")
            .Tick("WithoutContactPoint", "true")
            .SubmitAsync();

        Assert.Equal(["Ireland"], Members(page));
        Assert.Contains("Has no contact point for this strand", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_campaign_goes_to_the_members_of_its_groups_as_they_stood_when_it_was_drafted()
    {
        await App.HasMinistersAsync(4);
        var officer = await App.AsAsync(Role.Officer);
        var page = await MakeAsync(officer, "Two of them");
        page = await AddAsync(page, "ms-cz", "2024-03-01");
        page = await AddAsync(page, "ms-mt", "2024-03-01");
        var form = (await officer.GetAsync("/office/campaigns/new")).Form("new");
        var campaign = await form.With("Title", "To the two")
            .With("Template", "follow-up")
            .With("AsOf", "2024-02-29")
            .Tick("Groups", page.Address.Split('/')[3])
            .SubmitAsync();
        await AddAsync(await officer.GetAsync(page.Address), "ms-dk", "2024-03-01");

        var letters = await App.ReadAsync(db =>
            db.Letters.Where(l => l.CampaignId == CampaignOffice.IdOf(campaign))
                .Join(db.Partners, l => l.PartnerId, p => p.Id, (l, p) => p.Code)
                .ToListAsync(Cancelled)
        );
        Assert.Equal(["ms-cz"], letters);
        campaign = await officer.GetAsync(campaign.Address);
        Assert.NotNull(campaign.Document.QuerySelector("a[href='/office/partners/ms-mt']"));
        Assert.Null(campaign.Document.QuerySelector("a[href='/office/partners/ms-dk']"));
    }

    [Fact]
    public async Task A_day_that_was_mistyped_is_put_right_and_a_name_is_another_only_by_its_letters()
    {
        var officer = await App.AsAsync(Role.Officer);
        var page = await MakeAsync(officer, "Étoile");
        page = await AddAsync(page, "ms-fr", $"{TimeProvider.System.Today().AddDays(60):yyyy-MM-dd}");
        Assert.Empty(Members(page));
        page = await page.Form("take-out").With("Leaving", await IdAsync("ms-fr")).SubmitAsync();
        page = await AddAsync(page, "ms-fr", "2024-03-01");
        Assert.Equal(["France"], Members(page));

        var again = await MakeAsync(officer, "etoile");
        Assert.Contains("There is a group of this name already.", again.Text, StringComparison.Ordinal);
        again = await MakeAsync(officer, "");
        Assert.Contains("Name is missing.", again.Text, StringComparison.Ordinal);
        page = await page.Form("rename").With("Name", "Estrella").SubmitAsync();
        Assert.Contains("Estrella", page.Document.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_sees_groups_and_changes_none()
    {
        var page = await MakeAsync(await App.AsAsync(Role.Officer), "Read only");
        var reader = await App.AsAsync(Role.Reader);
        var seen = await reader.GetAsync(page.Address);
        Assert.Null(seen.Document.QuerySelector("#add"));
        Assert.NotEqual(System.Net.HttpStatusCode.OK, (await reader.PostAsync($"{page.Address}?handler=Add", [])).Status);
    }

    private static async Task<TestPage> MakeAsync(TestBrowser officer, string name) =>
        await (await officer.GetAsync("/office/groups/new")).Form("group").With("Name", name).SubmitAsync();

    private async Task<TestPage> AddAsync(TestPage group, string partner, string from) =>
        await group.Form("add").With("Partner", await IdAsync(partner)).With("From", from).SubmitAsync();

    private async Task<string> IdAsync(string code) =>
        (await App.ReadAsync(db => db.Partners.Where(p => p.Code == code).Select(p => p.Id).SingleAsync(Cancelled))).ToString();

    private static IEnumerable<string> Members(TestPage page) =>
        page.Document.QuerySelectorAll("table tbody th").Select(h => TestPage.Squeeze(h.TextContent));
}
