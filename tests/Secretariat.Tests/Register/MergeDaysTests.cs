using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Groups;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Partners.Endorsements;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Tests.Register;

/// <summary>What the two entries say of the same days: what holds of the kept one, and how each gets its own back.</summary>
public sealed class MergeDaysTests(TestApp app) : AppTest(app)
{
    [Fact]
    public async Task An_endorsement_takes_the_place_of_an_invitation_that_never_ended()
    {
        var (kept, gone) = await GivenAsync("vow");
        await App.GivenAsync(db =>
        {
            db.AddRange(Said(kept, EndorsementStatus.Invited, new(2024, 1, 1)));
            db.AddRange(Said(gone, EndorsementStatus.Endorsed, new(2024, 6, 1)));
            return Task.CompletedTask;
        });
        var before = await RecordsAsync();
        var office = await App.AsAsync(Role.Officer);
        var page = await MergeAsync(office, "vow");
        Assert.Equal("/office/partners/vow-one", page.Address);
        Assert.Equal("Invited 2024-01-01 2024-06-01; Endorsed 2024-06-01 ", await StandingAsync(kept));
        await UndoAsync(office, "vow");
        Assert.Equal(before, await RecordsAsync());
    }

    [Fact]
    public async Task The_page_names_both_standings_and_their_days()
    {
        var (kept, gone) = await GivenAsync("sworn");
        await App.GivenAsync(db =>
        {
            db.AddRange(Said(kept, EndorsementStatus.Invited, new(2024, 1, 1)));
            db.AddRange(Said(gone, EndorsementStatus.Endorsed, new(2024, 6, 1)));
            return Task.CompletedTask;
        });
        var page = await (await App.AsAsync(Role.Officer)).GetAsync("/office/partners/sworn-one/merge/sworn-two");
        var title = await App.ReadAsync(db =>
            db.Instruments.Where(i => i.Code == Instrument).Select(i => i.Title).SingleAsync(Cancelled)
        );
        Assert.Contains(
            $"Standing “endorsed” towards “{title.In("en")}”, since 1 June 2024: a copy of it holds since 1 June 2024, "
                + $"in the place of what the kept entry has (Standing “invited” towards “{title.In("en")}”, since 1 January 2024).",
            page.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_endorsement_of_either_is_never_lost_to_a_later_invitation()
    {
        var (kept, gone) = await GivenAsync("oath");
        await App.GivenAsync(db =>
        {
            db.AddRange(Said(kept, EndorsementStatus.Endorsed, new(2024, 3, 1)));
            db.AddRange(Said(gone, EndorsementStatus.Invited, new(2024, 1, 1)));
            return Task.CompletedTask;
        });
        await MergeAsync(await App.AsAsync(Role.Officer), "oath");
        Assert.Equal("Invited 2024-01-01 2024-03-01; Endorsed 2024-03-01 ", await StandingAsync(kept));
    }

    [Fact]
    public async Task A_withdrawal_by_one_entry_and_an_endorsement_by_the_other_are_for_an_officer_to_correct()
    {
        var (kept, gone) = await GivenAsync("pledge");
        await App.GivenAsync(db =>
        {
            db.AddRange(Said(kept, EndorsementStatus.Withdrawn, new(2024, 3, 1)));
            db.AddRange(Said(gone, EndorsementStatus.Endorsed, new(2024, 1, 1)));
            return Task.CompletedTask;
        });
        var page = await MergeAsync(await App.AsAsync(Role.Officer), "pledge");
        Assert.Contains("one entry stands as endorsed, since 1 January 2024", page.Text, StringComparison.Ordinal);
        Assert.Contains("as withdrawn, since 1 March 2024. Correct one of them first.", page.Text, StringComparison.Ordinal);
        Assert.Null(
            await App.ReadAsync(db => db.Partners.Where(p => p.Id == gone.Id).Select(p => p.MergedIntoId).SingleAsync(Cancelled))
        );
    }

    [Fact]
    public async Task A_minister_follows_on_the_former_one_and_a_member_stays_one()
    {
        var (kept, gone) = await GivenAsync("helm");
        await App.GivenAsync(db =>
        {
            var former = PartnerFacts.Mandate(kept, new Person { Name = "Former helm" }, new(2020, 1, 1), MandateRole.Principal);
            former.End(new(2024, 6, 1));
            var group = PartnerGroup.ByHand("Group helm");
            var left = new GroupMember
            {
                GroupId = group.Id,
                PartnerId = kept.Id,
                From = new(2023, 2, 1),
            };
            left.End(new(2023, 3, 1));
            db.AddRange(former, group, left);
            db.Add(
                new GroupMember
                {
                    GroupId = group.Id,
                    PartnerId = gone.Id,
                    From = new(2023, 1, 1),
                }
            );
            db.Add(PartnerFacts.Mandate(gone, new Person { Name = "Minister helm" }, new(2024, 5, 1), MandateRole.Principal));
            return Task.CompletedTask;
        });
        var before = await RecordsAsync();
        var office = await App.AsAsync(Role.Officer);
        var page = await office.GetAsync("/office/partners/helm-one/merge/helm-two");
        Assert.Contains(
            "Principal Minister helm, since 1 May 2024: goes over since 1 June 2024 alone, because the kept entry has "
                + "Principal Former helm, from 1 January 2020 until 31 May 2024.",
            page.Text,
            StringComparison.Ordinal
        );
        await MergeAsync(office, "helm");
        var today = new AsOf(new(2024, 7, 1));
        Assert.Equal(
            "Minister helm",
            await App.ReadAsync(db =>
                db.Mandates.Where(m => m.PartnerId == kept.Id).At(today).Select(m => m.Person.Name).SingleAsync(Cancelled)
            )
        );
        Assert.Equal(
            ["2023-01-01 2023-02-01", "2023-02-01 2023-03-01", "2023-03-01 "],
            (
                await App.ReadAsync(db =>
                    db.GroupMembers.Where(m => m.PartnerId == kept.Id).OrderBy(m => m.From).ToListAsync(Cancelled)
                )
            ).ConvertAll(Dates)
        );
        await UndoAsync(office, "helm");
        Assert.Equal(before, await RecordsAsync());
    }

    [Fact]
    public async Task Nobody_holds_a_role_twice_after_a_merge()
    {
        var (kept, gone) = await GivenAsync("twin");
        await App.GivenAsync(db =>
        {
            var person = new Person { Name = "Both twin" };
            db.AddRange(PartnerFacts.Mandate(kept, person, new(2024, 1, 1)), PartnerFacts.Mandate(gone, person, new(2024, 2, 1)));
            return Task.CompletedTask;
        });
        var office = await App.AsAsync(Role.Officer);
        var page = await office.GetAsync("/office/partners/twin-one/merge/twin-two");
        Assert.Contains(
            "Contact point Both twin, since 1 February 2024: the kept entry has Contact point Both twin, since 1 January 2024.",
            page.Text,
            StringComparison.Ordinal
        );
        await MergeAsync(office, "twin");
        Assert.Equal(1, await App.ReadAsync(db => db.Mandates.CountAsync(m => m.PartnerId == kept.Id, Cancelled)));
    }

    [Fact]
    public async Task What_led_to_another_kind_is_no_history_of_the_kept_entry()
    {
        var (kept, gone) = await GivenAsync("clan", "online-platform");
        await App.GivenAsync(db =>
        {
            db.Add(
                new KindBefore
                {
                    PartnerId = gone.Id,
                    KindCode = "partner-country",
                    Until = new(2024, 4, 1),
                }
            );
            return Task.CompletedTask;
        });
        var office = await App.AsAsync(Role.Officer);
        var page = await office.GetAsync("/office/partners/clan-one/merge/clan-two");
        var kind = await App.ReadAsync(db =>
            db.PartnerKinds.Where(k => k.Code == "partner-country").Select(k => k.Name).SingleAsync(Cancelled)
        );
        Assert.Contains(
            $"Kind “{kind.In("en")}” until 31 March 2024: the two are of different kinds today.",
            page.Text,
            StringComparison.Ordinal
        );
        await MergeAsync(office, "clan");
        Assert.False(await App.ReadAsync(db => db.KindsBefore.AnyAsync(k => k.PartnerId == kept.Id, Cancelled)));
    }

    [Theory]
    [InlineData("reef", false, true)]
    [InlineData("cove", true, false)]
    public async Task The_days_on_which_the_other_entry_was_listed_move_and_none_is_taken_from_the_kept_one(
        string name,
        bool areListed,
        bool moves
    )
    {
        var (kept, gone) = await GivenAsync(name);
        await App.GivenAsync(async db =>
        {
            foreach (var partner in await db.Partners.Where(p => p.Id == kept.Id || p.Id == gone.Id).ToListAsync(Cancelled))
                partner.IsListed = areListed;
            db.Add(
                new ListingBefore
                {
                    PartnerId = gone.Id,
                    IsListed = !areListed,
                    Until = new(2024, 4, 1),
                }
            );
        });
        var before = await RecordsAsync();
        var office = await App.AsAsync(Role.Officer);
        var page = await office.GetAsync($"/office/partners/{name}-one/merge/{name}-two");
        var said = moves
            ? "Listings before: 1"
            : "In public: not listed until 31 March 2024: the kept entry was listed all the time.";
        Assert.Contains(said, page.Text, StringComparison.Ordinal);
        await MergeAsync(office, name);
        Assert.Equal(
            moves,
            await App.ReadAsync(db => db.ListingsBefore.AnyAsync(l => l.PartnerId == kept.Id && l.IsListed, Cancelled))
        );
        await UndoAsync(office, name);
        Assert.Equal(before, await RecordsAsync());
    }

    private const string Instrument = "call-to-action-2023";

    private static async Task<TestPage> MergeAsync(TestBrowser office, string name) =>
        await (await office.GetAsync($"/office/partners/{name}-one/merge/{name}-two"))
            .Form("merge")
            .With("Why", "Entered twice")
            .SubmitAsync("merge");

    private static async Task UndoAsync(TestBrowser office, string name)
    {
        var page = await office.GetAsync($"/office/partners/{name}-two");
        page = await page.Form("undo").With("Why", "They are two").SubmitAsync();
        Assert.Contains("They are two entries again.", page.Text, StringComparison.Ordinal);
    }

    private async Task<string> RecordsAsync()
    {
        var tables = await App.ReadAsync(EveryTable.AsItIsAsync);
        return string.Join(
            '\n',
            tables["Partners"],
            tables["Mandates"],
            tables["Endorsements"],
            tables["GroupMembers"],
            tables["ListingsBefore"]
        );
    }

    private async Task<string> StandingAsync(Partner partner)
    {
        var said = await App.ReadAsync(db =>
            db.Endorsements.Where(e => e.PartnerId == partner.Id).OrderBy(e => e.From).ToListAsync(Cancelled)
        );
        return string.Join("; ", said.Select(e => $"{e.Status} {Dates(e)}"));
    }

    private static string Dates(IDated fact) => $"{fact.From:yyyy-MM-dd} {fact.To:yyyy-MM-dd}";

    private async Task<(Partner Kept, Partner Gone)> GivenAsync(string name, string goneKind = "other-private")
    {
        var (kept, gone) = (PartnerOf($"{name}-one", "other-private"), PartnerOf($"{name}-two", goneKind));
        await App.GivenAsync(db =>
        {
            db.AddRange(kept, gone);
            return Task.CompletedTask;
        });
        return (kept, gone);
    }

    private static Partner PartnerOf(string code, string kind) =>
        new()
        {
            Code = code,
            KindCode = kind,
            Name = LocalizedText.InEnglish($"Sample {code}"),
            IsListed = true,
        };

    private static Endorsement Said(Partner partner, EndorsementStatus status, DateOnly from) =>
        new()
        {
            PartnerId = partner.Id,
            InstrumentCode = Instrument,
            Status = status,
            Mode = EndorsementMode.Meeting,
            From = from,
            Sources = ["https://news.example"],
            Confidence = "confirmed",
        };
}
