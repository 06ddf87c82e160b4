using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Groups;
using Secretariat.Modules.Letters;
using Secretariat.Modules.Nominations;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Partners.Duplicates;
using Secretariat.Modules.Partners.Endorsements;
using Secretariat.Modules.PublicSite.Counts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Tests.Register;

/// <summary>What holds of any merge of partners, whatever they have.</summary>
public sealed class MergeAndUndoTests(TestApp app) : AppTest(app)
{
    private static readonly DateOnly[] Days =
    [
        .. Enumerable.Range(0, 26).Select(month => new DateOnly(2024, 1, 5).AddDays(month * 31)),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(106)]
    [InlineData(114)]
    public async Task Undoing_leaves_every_table_as_it_was(int seed)
    {
        var random = new Random(seed);
        var codes = await GivenAsync(random, seed);
        var before = await App.ReadAsync(EveryTable.AsItIsAsync);
        var merges = new Stack<(string Kept, string Gone)>();
        while (codes.Count > 1)
        {
            var pair = codes.OrderBy(_ => random.Next()).Take(2).ToList();
            await MergeAsync(pair[0], pair[1]);
            merges.Push((pair[0], pair[1]));
            codes.Remove(pair[1]);
            Assert.NotEqual(before, await App.ReadAsync(EveryTable.AsItIsAsync));
        }

        while (merges.TryPop(out var merge))
            Assert.Null(await UndoAsync(merge.Gone));
        foreach (var (table, rows) in await App.ReadAsync(EveryTable.AsItIsAsync))
            Assert.Equal(before[table], rows);
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    public async Task What_stays_is_listed_and_what_moved_keeps_the_rules(int seed)
    {
        var codes = await GivenAsync(new Random(seed), seed);
        var (kept, gone) = (await PartnerAsync(codes[0]), await PartnerAsync(codes[1]));
        var had = await KeysByPartnerAsync(gone.Id);
        var moving = await MergeAsync(codes[0], codes[1]);

        Assert.Equal(moving.Staying.Count, (await KeysByPartnerAsync(gone.Id)).Count);
        Assert.Equal(had.Count, moving.Staying.Count + moving.Counts.Sum(c => c.Number));
        var moved = moving.Moved.SelectMany(m => m.Records).Where(r => r.As is not MovedAs.Copied);
        Assert.Subset(await KeysByPartnerAsync(kept.Id), moved.Select(r => r.Id).ToHashSet());
        await App.ReadAsync(async db =>
        {
            Assert.False(await db.Threads.AnyAsync(t => t.PartnerId == gone.Id, Cancelled));
            Assert.False(await db.Messages.AnyAsync(m => m.PartnerId == gone.Id, Cancelled));
            Assert.False(await db.PartnerPlaces.AnyAsync(p => p.PartnerId == gone.Id, Cancelled));
            foreach (var day in Days)
                await AssertRulesAsync(db, kept.Id, new AsOf(day));
            return true;
        });
    }

    [Theory]
    [InlineData(25)]
    [InlineData(52)]
    [InlineData(53)]
    [InlineData(55)]
    [InlineData(56)]
    [InlineData(49)]
    [InlineData(63)]
    public async Task The_merged_partner_counts_once_on_any_day(int seed)
    {
        var codes = await GivenAsync(new Random(seed), seed);
        var (kept, gone) = (await PartnerAsync(codes[0]), await PartnerAsync(codes[1]));
        var before = await CountedAsync();
        var (keptBefore, goneBefore) = (await CountsOnlyByAsync(kept.Id), await CountsOnlyByAsync(gone.Id));
        var (wasListed, otherWas) = (await ListedAsync(kept.Id), await ListedAsync(gone.Id));
        await MergeAsync(codes[0], codes[1]);
        var (keptAfter, goneAfter) = (await CountsOnlyByAsync(kept.Id), await CountsOnlyByAsync(gone.Id));

        var (after, isListed) = (await CountedAsync(), await ListedAsync(kept.Id));
        Assert.Contains(Days.Index(), d => before[d.Index] != after[d.Index]);
        foreach (var (i, _) in Days.Index())
        {
            Assert.Equal(0, goneAfter[i]);
            Assert.InRange(isListed[i], wasListed[i], Math.Max(wasListed[i], otherWas[i]));
            Assert.InRange(keptAfter[i], isListed[i] * Math.Max(keptBefore[i], goneBefore[i]), isListed[i]);
            Assert.Equal(before[i] - keptBefore[i] - goneBefore[i] + keptAfter[i], after[i]);
        }
    }

    [Theory]
    [InlineData(41)]
    [InlineData(42)]
    [InlineData(43)]
    [InlineData(44)]
    [InlineData(45)]
    [InlineData(46)]
    public async Task What_held_of_one_of_the_two_on_a_day_holds_of_the_kept_entry(int seed)
    {
        var codes = await GivenAsync(new Random(seed), seed);
        var (kept, gone) = (await PartnerAsync(codes[0]), await PartnerAsync(codes[1]));
        var (ofKept, ofGone) = (await HoldingAsync(kept.Id), await HoldingAsync(gone.Id));
        await MergeAsync(codes[0], codes[1]);
        var after = await HoldingAsync(kept.Id);
        foreach (var (i, _) in Days.Index())
        {
            var either = ofKept[i].Union(ofGone[i]).ToHashSet();
            Assert.Superset(ofKept[i], after[i]);
            Assert.Equal(either.Count(IsOneADay), after[i].Count(IsOneADay));
            Assert.Subset(either, after[i]);
        }

        static bool IsOneADay(string holding) => !holding.StartsWith("mandate", StringComparison.Ordinal);
    }

    /// <summary>Of what there is one a day of a partner, and who speaks for it, on each day.</summary>
    private Task<List<HashSet<string>>> HoldingAsync(Guid id) =>
        App.ReadAsync(async db =>
        {
            var holding = new List<HashSet<string>>();
            foreach (var day in Days.Select(d => new AsOf(d)))
            {
                var mandates = await db.Mandates.Where(m => m.PartnerId == id).At(day).ToListAsync(Cancelled);
                var standings = await db.Endorsements.Where(e => e.PartnerId == id).At(day).ToListAsync(Cancelled);
                var routes = await db.PartnerRoutes.Where(r => r.PartnerId == id).At(day).ToListAsync(Cancelled);
                var interests = await db.Interests.Where(i => i.PartnerId == id).At(day).ToListAsync(Cancelled);
                var members = await db.GroupMembers.Where(m => m.PartnerId == id).At(day).ToListAsync(Cancelled);
                holding.Add([
                    .. mandates.Select(m => m.Role is MandateRole.Principal ? "principal" : $"mandate {m.PersonId}"),
                    .. standings.Select(e => $"standing towards {e.InstrumentCode} {e.TextVersion}"),
                    .. routes.Select(r => $"route {r.RouteCode}"),
                    .. interests.Select(i => $"answer on {i.StrandCode}"),
                    .. members.Select(m => $"group {m.GroupId}"),
                ]);
            }

            return holding;
        });

    private static async Task AssertRulesAsync(SecretariatDb db, Guid kept, AsOf day)
    {
        var principals = db.Mandates.Where(m => m.PartnerId == kept && m.Role == MandateRole.Principal).At(day);
        Assert.InRange(await principals.CountAsync(Cancelled), 0, 1);
        var mandates = await db.Mandates.Where(m => m.PartnerId == kept).At(day).ToListAsync(Cancelled);
        foreach (var m in mandates)
            Assert.Null(
                MandateEntry.WhyNotHold(
                    mandates.Where(o => o.Id != m.Id && o.PersonId == m.PersonId),
                    m.Role,
                    m.Strands,
                    m.From,
                    m.To
                )
            );
        var versions = await db
            .Endorsements.Where(e => e.PartnerId == kept)
            .At(day)
            .Select(e => e.TextVersion)
            .ToListAsync(Cancelled);
        Assert.Distinct(versions);
        Assert.InRange(await db.PartnerRoutes.Where(r => r.PartnerId == kept).At(day).CountAsync(Cancelled), 0, 1);
        var interests = await db
            .Interests.Where(i => i.PartnerId == kept)
            .At(day)
            .Select(i => i.StrandCode)
            .ToListAsync(Cancelled);
        Assert.Equal(interests.Distinct().Count(), interests.Count);
        var groups = await db.GroupMembers.Where(m => m.PartnerId == kept).At(day).Select(m => m.GroupId).ToListAsync(Cancelled);
        Assert.Equal(groups.Distinct().Count(), groups.Count);
    }

    /// <summary>The keys of all records that belong to a partner.</summary>
    private Task<HashSet<Guid>> KeysByPartnerAsync(Guid id) =>
        App.ReadAsync(async db =>
        {
            IQueryable<Guid>[] sorts =
            [
                db.Mandates.Where(r => r.PartnerId == id).Select(r => r.Id),
                db.PartnerRelations.Where(r => r.PartnerId == id).Select(r => r.Id),
                db.PartnerDomains.Where(r => r.PartnerId == id).Select(r => r.Id),
                db.KindsBefore.Where(r => r.PartnerId == id).Select(r => r.Id),
                db.ListingsBefore.Where(r => r.PartnerId == id).Select(r => r.Id),
                db.PartnerRoutes.Where(r => r.PartnerId == id).Select(r => r.Id),
                db.Endorsements.Where(r => r.PartnerId == id).Select(r => r.Id),
                db.OnboardingTaken.Where(r => r.PartnerId == id).Select(r => r.Id),
                db.Nominations.Where(r => r.PartnerId == id).Select(r => r.Id),
                db.Interests.Where(r => r.PartnerId == id).Select(r => r.Id),
                db.Threads.Where(r => r.PartnerId == id).Select(r => r.Id),
                db.Messages.Where(r => r.PartnerId == id).Select(r => r.Id),
                db.Letters.Where(r => r.PartnerId == id).Select(r => r.Id),
                db.GroupMembers.Where(r => r.PartnerId == id).Select(r => r.Id),
                db.Users.Where(r => r.PartnerId == id).Select(r => r.Id),
            ];
            var keys = new HashSet<Guid>();
            foreach (var sort in sorts)
                keys.UnionWith(await sort.ToListAsync(Cancelled));
            return keys;
        });

    /// <summary>How many endorse on each day, by the count that the public sees.</summary>
    private Task<List<int>> CountedAsync() =>
        App.ReadAsync(async db =>
        {
            var count = new Endorsements(await InstrumentAsync(db));
            var counted = new List<int>();
            foreach (var day in Days)
                counted.Add((await count.AtAsync(db, new AsOf(day), Cancelled)).Sum(l => l.Number));
            return counted;
        });

    /// <summary>Whether that partner endorses on each day and is counted, by hand.</summary>
    private Task<List<int>> CountsOnlyByAsync(Guid id) =>
        App.ReadAsync(async db =>
        {
            var listed = await ListedAsync(id);
            var partner = await db.Partners.Include(p => p.Endorsements).SingleAsync(p => p.Id == id, Cancelled);
            return Days.Select(
                    (day, i) =>
                        listed[i] == 1
                        && partner.MergedIntoId is null
                        && partner.Endorsements.Exists(e =>
                            e.Status is Modules.Partners.Endorsements.EndorsementStatus.Endorsed && e.HoldsOn(day)
                        )
                            ? 1
                            : 0
                )
                .ToList();
        });

    /// <summary>Whether that entry is listed on each day, by hand.</summary>
    private Task<List<int>> ListedAsync(Guid id) =>
        App.ReadAsync(async db =>
        {
            var partner = await db.Partners.Include(p => p.ListingsBefore).SingleAsync(p => p.Id == id, Cancelled);
            var before = partner.ListingsBefore.OrderBy(l => l.Until).ToList();
            return Days.Select(day => (before.Find(l => l.Until > day)?.IsListed ?? partner.IsListed) ? 1 : 0).ToList();
        });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task No_invitation_of_one_entry_comes_between_the_interest_of_the_other_and_its_withdrawal(bool isInvitedKept)
    {
        var (invited, answered) = ($"sample-invited-{isInvitedKept}", $"sample-answered-{isInvitedKept}");
        await App.GivenAsync(async db =>
        {
            var instrument = await InstrumentAsync(db);
            foreach (
                var (code, said) in ((string, (EndorsementStatus, DateOnly)[])[])
                    [
                        (invited, [(EndorsementStatus.Invited, new(2024, 3, 1))]),
                        (
                            answered,
                            [(EndorsementStatus.Interested, new(2024, 1, 1)), (EndorsementStatus.Withdrawn, new(2024, 5, 1))]
                        ),
                    ]
            )
                Stand(db, instrument, code, said);
        });
        var (kept, gone) = isInvitedKept ? (invited, answered) : (answered, invited);

        await MergeAsync(kept, gone);

        var line = await App.ReadAsync(async db =>
        {
            var id = (await FindAsync(db, kept)).Id;
            return await db
                .Endorsements.Where(e => e.PartnerId == id && e.From != e.To)
                .OrderBy(e => e.From)
                .Select(e => e.Status)
                .ToListAsync(Cancelled);
        });
        Assert.Equal([EndorsementStatus.Interested, EndorsementStatus.Withdrawn], line);
    }

    private static void Stand(
        SecretariatDb db,
        Modules.Alliance.Instrument instrument,
        string code,
        IEnumerable<(EndorsementStatus Status, DateOnly From)> words
    )
    {
        var partner = new Partner
        {
            Code = code,
            KindCode = "other-private",
            Name = LocalizedText.InEnglish(code),
        };
        var history = new EndorsementHistory(instrument, partner.Endorsements);
        foreach (var (status, from) in words)
        {
            var word = new Endorsement
            {
                PartnerId = partner.Id,
                InstrumentCode = instrument.Code,
                Status = status,
                Mode = EndorsementMode.Letter,
                From = from,
                Confidence = "confirmed",
            };
            history.Enter(word);
            partner.Endorsements.Add(word);
        }

        db.Add(partner);
    }

    private Task<Moving> MergeAsync(string kept, string gone) =>
        App.UseAsync(async s =>
        {
            var (db, merging) = (s.GetRequiredService<SecretariatDb>(), s.GetRequiredService<MergePartners>());
            var (one, other) = (await FindAsync(db, kept), await FindAsync(db, gone));
            var preview = await merging.PreviewAsync(one.Id, other.Id, Cancelled);
            (one, other) = (await FindAsync(db, kept), await FindAsync(db, gone));
            await merging.MergeAsync(one, other, "They are one", Cancelled);
            await db.SaveAsync(MergePartners.Merging, "They are one", Cancelled);
            return preview;
        });

    private Task<Reason?> UndoAsync(string gone) =>
        App.UseAsync(async s =>
        {
            var (db, merging) = (s.GetRequiredService<SecretariatDb>(), s.GetRequiredService<MergePartners>());
            var other = await FindAsync(db, gone);
            var merge = await db.PartnerMerges.SingleAsync(m => m.GoneId == other.Id && m.UndoneAt == null, Cancelled);
            var kept = await db.Partners.SingleAsync(p => p.Id == merge.KeptId, Cancelled);
            var reason = await merging.UndoAsync(merge, kept, other, "They are two", Cancelled);
            await db.SaveAsync(MergePartners.Undoing, cancellationToken: Cancelled);
            return reason;
        });

    private static Task<Partner> FindAsync(SecretariatDb db, string code) =>
        db.Partners.SingleAsync(p => p.Code == code, Cancelled);

    private Task<Partner> PartnerAsync(string code) => App.ReadAsync(db => FindAsync(db, code));

    private static Task<Modules.Alliance.Instrument> InstrumentAsync(SecretariatDb db) =>
        db.Instruments.SingleAsync(i => i.Code == "call-to-action-2023", Cancelled);

    /// <summary>Three partners, two groups by hand and two campaigns that have left.</summary>
    private async Task<List<string>> GivenAsync(Random random, int seed)
    {
        List<string> codes = [.. Enumerable.Range(1, 3).Select(n => $"sample-{seed}-{n}")];
        await App.GivenAsync(async db =>
        {
            PartnerGroup[] groups = [PartnerGroup.ByHand($"Group {seed} a"), PartnerGroup.ByHand($"Group {seed} b")];
            Campaign[] sent = [SentCampaign(db), SentCampaign(db)];
            Person[] known = [new() { Name = $"Known {seed} a" }, new() { Name = $"Known {seed} b" }];
            db.AddRange(groups);
            db.AddRange(known);
            var instrument = await InstrumentAsync(db);
            foreach (var code in codes)
                new PartnerOfManyFacts(db, random, code, known).Make(instrument, groups, sent);
        });
        return codes;
    }

    private static Campaign SentCampaign(SecretariatDb db)
    {
        var campaign = new Campaign
        {
            Title = "Follow-up",
            TemplateCode = "follow-up",
            AnnexAsOf = new DateOnly(2024, 2, 20),
        };
        db.Add(campaign);
        db.Entry(campaign).Property(c => c.Status).CurrentValue = CampaignStatus.Released;
        return campaign;
    }
}
