using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Alliance;
using Secretariat.Modules.Audit;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Partners.Endorsements;
using Secretariat.Modules.PublicSite.Counts;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Tests.PublicSite;

/// <summary>Many endorsements and changes of kind and of listing, in any order; then every count at any day, and the audit alone.</summary>
public sealed class CountsOverTimeTests(TestApp app) : AppTest(app)
{
    private const string Declaration = "joint-declaration-2025";
    private static readonly DateOnly First = new(2025, 12, 10);

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public async Task A_count_at_any_day_is_a_naive_count_over_the_dated_facts_and_the_audit_rebuilds_them(int seed)
    {
        var random = new Random(seed);
        await App.GivenAsync(db =>
        {
            foreach (
                var number in new[] { 1, 2 }.Where(n =>
                    !db.TextVersions.Any(v => v.InstrumentCode == Declaration && v.Number == n)
                )
            )
                db.Add(VersionOf(number));
            return Task.CompletedTask;
        });
        for (var step = 0; step < 100; step++)
            await StepAsync(random);

        var facts = await App.ReadAsync(FactsAsync);
        foreach (var day in Enumerable.Range(-3, 25).Select(i => First.AddDays(i * 9)))
            Assert.Equal(facts.CountAt(day), await CountAsync(day));
        Assert.Contains(facts.Partners, p => p.ListingsBefore.Count > 1);
        Assert.Contains(facts.Endorsements, e => facts.Endorsements.Exists(o => e.IsOfTwoVersionsWith(o)));
        Assert.Equal(facts.Endorsements.OrderBy(e => e.Id), (await App.ReadAsync(EndorsementsInAuditAsync)).OrderBy(e => e.Id));
        Assert.Equal(Listings(facts.Partners), await App.ReadAsync(ListingsInAuditAsync));
    }

    private static TextVersion VersionOf(int number) =>
        new()
        {
            InstrumentCode = Declaration,
            Number = number,
            On = First,
            Remark = LocalizedText.InEnglish("sample"),
        };

    private async Task StepAsync(Random random)
    {
        await App.UseAsync(async services =>
        {
            var db = services.GetRequiredService<SecretariatDb>();
            var endorsing = services.GetRequiredService<EnterEndorsement>();
            var partners = await db
                .Partners.Include(p => p.KindsBefore)
                .Include(p => p.ListingsBefore)
                .AsSplitQuery()
                .OrderBy(p => p.Code)
                .ToListAsync(Cancelled);
            var partner = partners[random.Next(12)];
            var day = First.AddDays(random.Next(0, 200));
            if (random.Next(4) == 0)
                ChangeListing(db, partner, day, random);
            else if (random.Next(6) == 0)
            {
                var kind = new[] { "eu-agency", "partner-country", "eu-member-state" }[random.Next(3)];
                if (partner.WhyNotBecome(kind, day, DateOnly.MaxValue) is null)
                {
                    partner.Become(kind, day);
                    db.Add(partner.KindsBefore[^1]);
                }
            }
            else if (random.Next(5) == 0 && await AnyAsync(db, partner, random) is { } mistaken)
            {
                if (await endorsing.WhyNotTakeBackAsync(mistaken, Cancelled) is null)
                    await endorsing.TakeBackAsync(mistaken, Cancelled);
            }
            else
            {
                var said = new Endorsement
                {
                    PartnerId = partner.Id,
                    InstrumentCode = Declaration,
                    TextVersion = random.Next(3) is var version and > 0 ? version : null,
                    Status = (EndorsementStatus)random.Next(4),
                    Mode = EndorsementMode.Meeting,
                    From = day,
                    Sources = ["https://news.example"],
                    Confidence = "confirmed",
                };
                if (await endorsing.WhyNotAsync(said, "en", Cancelled) is null)
                    await endorsing.EnterAsync(said, Cancelled);
            }

            await db.SaveAsync("Try many things", cancellationToken: Cancelled);
            return true;
        });
    }

    /// <summary>Listed or no longer from that day on, or the last such change taken back.</summary>
    private static void ChangeListing(SecretariatDb db, Partner partner, DateOnly day, Random random)
    {
        if (random.Next(4) == 0 && partner.WhyNotTakeListingBack() is null)
        {
            partner.TakeListingBack();
        }
        else
        {
            partner.List(!partner.IsListed, partner.LastListing()?.Until.AddDays(random.Next(1, 40)) ?? day);
            db.Add(partner.ListingsBefore[^1]);
        }
    }

    private static async Task<Endorsement?> AnyAsync(SecretariatDb db, Partner partner, Random random)
    {
        var known = await db.Endorsements.Where(e => e.PartnerId == partner.Id).OrderBy(e => e.Id).ToListAsync(Cancelled);
        return known.Count == 0 ? null : known[random.Next(known.Count)];
    }

    private async Task<string> CountAsync(DateOnly day)
    {
        var counts = await App.ReadAsync(db => CountsAsOf.ReadAsync(db, new AsOf(day), Cancelled));
        var count = counts.Counts.LastOrDefault(c => c.Count is Endorsements);
        return string.Join(
            ' ',
            (count?.Lines ?? [])
                .Where(l => l.Number > 0)
                .OrderBy(l => l.Code, StringComparer.Ordinal)
                .Select(l => $"{l.Code}={l.Number}")
        );
    }

    private static async Task<Facts> FactsAsync(SecretariatDb db) =>
        new(
            await db
                .Endorsements.Where(e => e.InstrumentCode == Declaration)
                .Select(e => new Fact(e.Id, e.PartnerId, e.TextVersion, e.Status.ToString(), e.From, e.To))
                .ToListAsync(Cancelled),
            await db
                .Partners.Include(p => p.KindsBefore)
                .Include(p => p.ListingsBefore)
                .AsNoTracking()
                .AsSplitQuery()
                .ToListAsync(Cancelled)
        );

    /// <summary>Every partner as it is listed, and every listing before.</summary>
    private static IEnumerable<string> Listings(IEnumerable<Partner> partners) =>
        partners
            .SelectMany(p =>
                p.ListingsBefore.Select(l => $"{p.Id} until {l.Until:yyyy-MM-dd} {l.IsListed}").Append($"{p.Id} {p.IsListed}")
            )
            .Select(l => l.ToLowerInvariant())
            .Order(StringComparer.Ordinal);

    private static async Task<IEnumerable<string>> ListingsInAuditAsync(SecretariatDb db)
    {
        var partners = await ReplayAsync(db, nameof(Partner));
        var before = await ReplayAsync(db, nameof(ListingBefore));
        return partners
            .Select(p => $"{p.Key} {p.Value["IsListed"]}")
            .Concat(before.Values.Select(l => $"{l["PartnerId"]} until {l["Until"]} {l["IsListed"]}"))
            .Select(l => l.ToLowerInvariant())
            .Order(StringComparer.Ordinal);
    }

    private static async Task<List<Fact>> EndorsementsInAuditAsync(SecretariatDb db)
    {
        var rows = await ReplayAsync(db, nameof(Endorsement));
        return
        [
            .. rows.Where(r => r.Value["InstrumentCode"] == Declaration)
                .Select(r => new Fact(
                    r.Key,
                    Guid.Parse(r.Value["PartnerId"]!),
                    r.Value.GetValueOrDefault("TextVersion") is { } version
                        ? int.Parse(version, CultureInfo.InvariantCulture)
                        : null,
                    r.Value["Status"]!,
                    Day(r.Value["From"]!),
                    r.Value.GetValueOrDefault("To") is { } to ? Day(to) : null
                )),
        ];

        static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    /// <summary>Reads nothing but the entries of the audit, in their order.</summary>
    private static async Task<Dictionary<Guid, Dictionary<string, string?>>> ReplayAsync(SecretariatDb db, string subject)
    {
        var rows = new Dictionary<Guid, Dictionary<string, string?>>();
        var entries = await db
            .AuditEntries.AsNoTracking()
            .Where(e => e.SubjectType == subject)
            .OrderBy(e => e.At)
            .ThenBy(e => e.Id)
            .ToListAsync(Cancelled);
        foreach (var entry in entries)
        {
            var payload = AuditPayload.Of(entry)!;
            if (payload.Change == nameof(EntityState.Deleted))
            {
                rows.Remove(entry.SubjectId);
                continue;
            }

            var row = rows.TryGetValue(entry.SubjectId, out var known) ? known : rows[entry.SubjectId] = [];
            foreach (var (name, values) in payload.Values)
                row[name] = values[^1];
        }

        return rows;
    }

    private sealed record Facts(List<Fact> Endorsements, List<Partner> Partners)
    {
        /// <summary>Goes through all of them, one by one.</summary>
        public string CountAt(DateOnly day)
        {
            if (day < First)
                return "";
            var numbers = new SortedDictionary<string, int>(StringComparer.Ordinal);
            foreach (var partner in Partners)
            {
                var listing = partner.ListingsBefore.OrderBy(l => l.Until).FirstOrDefault(l => l.Until > day);
                if (!(listing?.IsListed ?? partner.IsListed))
                    continue;
                var held = Endorsements.FindAll(e => e.PartnerId == partner.Id && e.From <= day && (e.To is null || e.To > day));
                if (!held.Exists(e => e.Status == nameof(EndorsementStatus.Endorsed)))
                    continue;
                var kind =
                    partner.KindsBefore.OrderBy(k => k.Until).FirstOrDefault(k => k.Until > day)?.KindCode ?? partner.KindCode;
                numbers[kind] = numbers.GetValueOrDefault(kind) + 1;
            }

            return string.Join(' ', numbers.Select(n => $"{n.Key}={n.Value}"));
        }
    }

    private sealed record Fact(Guid Id, Guid PartnerId, int? Version, string Status, DateOnly From, DateOnly? To) : IDated
    {
        public bool IsOfTwoVersionsWith(Fact other) =>
            PartnerId == other.PartnerId && Status == other.Status && Version != other.Version && this.MeetsOn(other);
    }
}
