using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Letters;
using Secretariat.Modules.Nominations;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Partners.Endorsements;
using Secretariat.Platform.Domain;
using Secretariat.Tests.Correspondence;
using Secretariat.Tests.Letters;

namespace Secretariat.Tests.Groups;

/// <summary>A rule finds who was asked and has not answered, by letter, on a strand or towards an instrument.</summary>
public sealed class GroupRuleTests(TestApp app) : MailTest(app)
{
    private const string Declaration = "joint-declaration-2025";

    [Fact]
    public async Task Whoever_has_not_answered_a_campaign_is_found_day_by_day_and_can_be_written_to()
    {
        var officer = await App.AsAsync(Role.Officer);
        var letters = await ReleasedAsync(officer);
        var names = await NamesAsync(letters);
        var form = (await officer.GetAsync("/office/groups/new?byRule=true")).Form("group");
        var page = await form.With("Campaign", $"{letters[0].CampaignId}").SubmitAsync("Count");
        Assert.Contains("Partners found today: 3", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Name is missing", page.Text, StringComparison.Ordinal);
        Assert.False(await App.ReadAsync(db => db.Groups.AnyAsync(g => g.Name == "Not answered", Cancelled)));

        var group = await page.Form("group").With("Name", "Not answered").SubmitAsync("Save");
        Assert.Contains("Has not answered: Asked by the rule", group.Text, StringComparison.Ordinal);
        Assert.Equal(names.Order(StringComparer.Ordinal), Members(group));
        Assert.Empty(
            Members(await officer.GetAsync($"{group.Address}?asOf={TimeProvider.System.Today().AddDays(-1):yyyy-MM-dd}"))
        );
        var queries = await QueryCount.OfAsync(App, () => officer.GetAsync(group.Address));

        await AnswerAsync(letters[0], "prevention");
        await ReturnAsync(letters[2]);
        Assert.Equal([names[1]], Members(await officer.GetAsync(group.Address)));
        Assert.Equal(queries, await QueryCount.OfAsync(App, () => officer.GetAsync(group.Address)));
        Assert.Equal([names[0]], Members(await FindAsync(officer, "Answered", letters, "Answered")));
        Assert.Equal([names[2]], Members(await FindAsync(officer, "Not reached", letters, "NotDelivered")));
        Assert.Equal(names.Order(StringComparer.Ordinal), Members(await FindAsync(officer, "Asked", letters, "")));

        form = (await officer.GetAsync("/office/campaigns/new")).Form("new");
        form.With("Title", "Once more").With("Template", "follow-up").With("AsOf", "2024-02-29");
        var campaign = await form.Tick("Groups", group.Address.Split('/')[3]).SubmitAsync();
        Assert.Equal([letters[1].PartnerId], (await App.LettersAsync(CampaignOffice.IdOf(campaign))).Select(l => l.PartnerId));

        form = (await officer.GetAsync("/office/groups/new?byRule=true")).Form("group").With("Name", "Asked, and silent");
        form.With("Campaign", $"{letters[0].CampaignId}").With("Answer", "").With("SilentOn", "prevention");
        page = await form.With("Strand", "prevention").SubmitAsync("Save");
        Assert.Contains("choose one of the two, or another strand", page.Text, StringComparison.Ordinal);
        page = await page.Form("group").With("Strand", "").SubmitAsync("Save");
        Assert.Equal(names[1..].Order(StringComparer.Ordinal), Members(page));
        Assert.Contains("Has said nothing on: Prevention", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_says_how_partners_stand_towards_an_instrument_on_the_day()
    {
        await StandsAsync("ms-pt", EndorsementStatus.Invited, (2025, 9, 1), (2025, 11, 1));
        await StandsAsync("ms-pt", EndorsementStatus.Interested, (2025, 11, 1), null);
        await StandsAsync("ms-dk", EndorsementStatus.Invited, (2025, 10, 1), null);
        await StandsAsync("ms-se", EndorsementStatus.Withdrawn, (2025, 10, 1), null);
        var officer = await App.AsAsync(Role.Officer);

        var invited = await FindAsync(officer, EndorsementStatus.Invited);
        Assert.Contains("Invited to endorse, without an answer: ", invited.Text, StringComparison.Ordinal);
        Assert.Equal(["Denmark"], Members(invited));
        Assert.Equal(["Denmark", "Portugal"], Members(await officer.GetAsync($"{invited.Address}?asOf=2025-10-31")));
        Assert.Equal(["Portugal"], Members(await officer.GetAsync($"{invited.Address}?asOf=2025-09-30")));
        Assert.Equal(["Portugal"], Members(await FindAsync(officer, EndorsementStatus.Interested)));
        Assert.Equal(["Sweden"], Members(await FindAsync(officer, EndorsementStatus.Withdrawn)));
    }

    [Fact]
    public async Task A_rule_from_before_the_standing_was_asked_means_those_who_endorse()
    {
        await StandsAsync("ms-mt", EndorsementStatus.Invited, (2023, 12, 1), null, "call-to-action-2023");
        await StandsAsync("ms-cy", EndorsementStatus.Endorsed, (2023, 12, 1), null, "call-to-action-2023");
        var officer = await App.AsAsync(Role.Officer);
        var form = (await officer.GetAsync("/office/groups/new?byRule=true")).Form("group").With("Name", "Of old");
        var page = await form.Tick("Kinds", PartnerKind.MemberState).SubmitAsync("Save");
        const string Stored =
            """{"kinds":["eu-member-state"],"strand":null,"instrument":"call-to-action-2023","route":null,"withoutContactPoint":false}""";
        await App.GivenAsync(async db =>
            Assert.Equal(
                1,
                await db.Database.ExecuteSqlAsync($"""UPDATE "Groups" SET "Rule" = {Stored} WHERE "Name" = 'Of old'""")
            )
        );

        page = await officer.GetAsync(page.Address);

        Assert.Contains("Endorses: ", page.Text, StringComparison.Ordinal);
        Assert.Contains("Cyprus", Members(page));
        Assert.DoesNotContain("Malta", Members(page));
    }

    private async Task<List<Letter>> ReleasedAsync(TestBrowser officer)
    {
        await App.HasMinistersAsync();
        await App.HasSenderAsync(officer);
        var draft = await officer.OpenCampaignAsync("Asked by the rule");
        var frozen = await App.FreezeAsync(draft, await App.AsAsync(Role.Signatory));
        await frozen.Form("release").With("Count", "3").SubmitAsync();
        await App.WorkAsync<SendMail>();
        return await App.LettersAsync(CampaignOffice.IdOf(draft));
    }

    /// <summary>By a mail that names the letter, and says that it takes interest in a strand.</summary>
    private async Task AnswerAsync(Letter letter, string strand)
    {
        var answer = await ArriveAsync(
            $"""
            From: {letter.AddresseeEmail}
            To: mailbox@alliance.example
            Subject: Re: [{letter.Reference}]
            Message-ID: <answer-{letter.Reference}@interior.example>

            We take interest.
            """
        );
        Assert.Equal(letter.ThreadId, answer.ThreadId);
        await App.GivenAsync(async db =>
        {
            var sent = await db.Letters.SingleAsync(l => l.Id == letter.Id, Cancelled);
            sent.MarkSent(answer.ReceivedAt.AddMinutes(-1));
            db.Interests.Add(
                new Interest
                {
                    PartnerId = letter.PartnerId,
                    StrandCode = strand,
                    Stance = Stance.Interested,
                    MessageId = answer.Id,
                    From = TimeProvider.System.Today(),
                }
            );
        });
    }

    private Task ReturnAsync(Letter letter) =>
        App.GivenAsync(async db =>
            (await db.Outbox.SingleAsync(m => m.Id == letter.OutgoingMessageId, Cancelled)).MarkReturned(
                "550 5.1.1 no such user",
                TimeProvider.System.Now()
            )
        );

    private Task StandsAsync(
        string code,
        EndorsementStatus status,
        (int Year, int Month, int Day) from,
        (int Year, int Month, int Day)? to,
        string instrument = Declaration
    ) =>
        App.GivenAsync(async db =>
        {
            var partner = await db.Partners.SingleAsync(p => p.Code == code, Cancelled);
            var said = new Endorsement
            {
                PartnerId = partner.Id,
                InstrumentCode = instrument,
                Status = status,
                Mode = EndorsementMode.Letter,
                From = Of(from),
                Confidence = "confirmed",
            };
            db.Endorsements.Add(said);
            if (to is { } end)
                db.Entry(said).Property(e => e.To).CurrentValue = Of(end);
        });

    private static DateOnly Of((int Year, int Month, int Day) day) => new(day.Year, day.Month, day.Day);

    private static async Task<TestPage> FindAsync(TestBrowser officer, string name, List<Letter> letters, string answer) =>
        await (await officer.GetAsync("/office/groups/new?byRule=true"))
            .Form("group")
            .With("Name", name)
            .With("Campaign", $"{letters[0].CampaignId}")
            .With("Answer", answer)
            .SubmitAsync("Save");

    private static async Task<TestPage> FindAsync(TestBrowser officer, EndorsementStatus standing) =>
        await (await officer.GetAsync("/office/groups/new?byRule=true"))
            .Form("group")
            .With("Name", $"Stands so: {standing}")
            .With("Instrument", Declaration)
            .With("Standing", $"{standing}")
            .SubmitAsync("Save");

    private async Task<List<string>> NamesAsync(List<Letter> letters)
    {
        var ids = letters.ConvertAll(l => l.PartnerId);
        var partners = await App.ReadAsync(db => db.Partners.Where(p => ids.Contains(p.Id)).ToListAsync(Cancelled));
        return ids.ConvertAll(id => partners.Single(p => p.Id == id).Name.In("en"));
    }

    private static IEnumerable<string> Members(TestPage page) =>
        page
            .Document.QuerySelectorAll("table tbody th")
            .Select(h => TestPage.Squeeze(h.TextContent))
            .Order(StringComparer.Ordinal);
}
