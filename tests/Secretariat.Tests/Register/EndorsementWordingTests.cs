using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Alliance;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Partners.Endorsements;
using Secretariat.Modules.PublicSite.Counts;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Tests.Register;

/// <summary>What is said of a wording, and what was said before of none: in groups, briefings, public counts and merges.</summary>
public sealed class EndorsementWordingTests(TestApp app) : AppTest(app), IAsyncLifetime
{
    private const string Declaration = "joint-declaration-2025";

    [Fact]
    public async Task Whoever_was_invited_before_there_was_a_wording_and_endorsed_one_has_answered()
    {
        var office = await App.AsAsync(Role.Officer);
        foreach (var partner in new[] { "ms-dk", "ms-se" })
            await EnterAsync(office, partner, "Invited", "2025-10-01");
        await EnterAsync(office, "ms-dk", "Endorsed", "2025-12-20", "1");

        var group = await (await office.GetAsync("/office/groups/new?byRule=true"))
            .Form("group")
            .With("Name", "Invited and silent")
            .With("Instrument", Declaration)
            .With("Standing", "Invited")
            .SubmitAsync("Save");

        Assert.Equal(["Sweden"], group.Document.QuerySelectorAll("table tbody th").Select(h => h.TextContent.Trim()));
        const string Open = "Not answered: invited to endorse";
        Assert.DoesNotContain(Open, (await office.GetAsync("/office/partners/ms-dk/briefing")).Text, StringComparison.Ordinal);
        Assert.Contains(Open, (await office.GetAsync("/office/partners/ms-se/briefing")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_withdraws_from_a_wording_endorses_no_more_in_public_although_an_earlier_word_named_none()
    {
        var office = await App.AsAsync(Role.Officer);
        await EnterAsync(office, "ms-fr", "Endorsed", "2025-12-10");
        await EnterAsync(office, "ms-fr", "Endorsed", "2025-12-20", "1");
        await EnterAsync(office, "ms-fr", "Withdrawn", "2026-03-01", "1");

        foreach (var (day, endorses) in new[] { ("2025-12-09", 0), ("2025-12-12", 1), ("2026-02-28", 1), ("2026-03-01", 0) })
            Assert.Equal(endorses, await CountAsync(DateOnly.ParseExact(day, "yyyy-MM-dd", null), "ms-fr"));
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData(1, null)]
    public async Task An_endorsement_and_a_withdrawal_forbid_a_merge_also_where_one_names_a_wording(int? endorsed, int? withdrawn)
    {
        var (one, other) = (Sample($"wording-{endorsed}"), Sample($"wording-{endorsed}-too"));
        await App.GivenAsync(db =>
        {
            db.AddRange(one, other);
            db.AddRange(Said(one, EndorsementStatus.Endorsed, endorsed), Said(other, EndorsementStatus.Withdrawn, withdrawn));
            return Task.CompletedTask;
        });

        var page = await (await App.AsAsync(Role.Officer)).GetAsync($"/office/partners/{one.Code}/merge/{other.Code}");

        Assert.Contains("The two cannot be merged now", page.Text, StringComparison.Ordinal);
        Assert.Contains(", version 1”", page.Text, StringComparison.Ordinal);
    }

    public async ValueTask InitializeAsync() =>
        await App.GivenAsync(async db =>
        {
            if (!await db.TextVersions.AnyAsync(v => v.InstrumentCode == Declaration, Cancelled))
                db.Add(
                    new TextVersion
                    {
                        InstrumentCode = Declaration,
                        Number = 1,
                        On = new(2025, 12, 10),
                        Remark = LocalizedText.InEnglish("as adopted"),
                    }
                );
        });

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static Partner Sample(string code) =>
        new()
        {
            Code = code,
            KindCode = "other-private",
            Name = LocalizedText.InEnglish($"Sample {code}"),
        };

    private static Endorsement Said(Partner partner, EndorsementStatus status, int? version) =>
        new()
        {
            PartnerId = partner.Id,
            InstrumentCode = Declaration,
            TextVersion = version,
            Status = status,
            Mode = EndorsementMode.Meeting,
            From = new(2026, 1, 1),
            Sources = ["https://news.example"],
            Confidence = "confirmed",
        };

    private Task<int> CountAsync(DateOnly day, string partner) =>
        App.ReadAsync(async db =>
        {
            var instrument = await db.Instruments.SingleAsync(i => i.Code == Declaration, Cancelled);
            var counted = await new Modules.PublicSite.Counts.Endorsements(instrument).AtAsync(db, new AsOf(day), Cancelled);
            var others = await db
                .Endorsements.At(new AsOf(day))
                .Where(e => e.InstrumentCode == Declaration && e.Status == EndorsementStatus.Endorsed)
                .Where(e => db.Partners.Any(p => p.Id == e.PartnerId && p.Code != partner && p.IsListed))
                .Select(e => e.PartnerId)
                .Distinct()
                .CountAsync(Cancelled);
            return counted.Sum(c => c.Number) - others;
        });

    private static async Task EnterAsync(TestBrowser office, string partner, string status, string from, string? version = null)
    {
        var form = (await office.GetAsync($"/office/partners/{partner}/endorse")).Form("endorse");
        form.With("Entry.Instrument", Declaration).With("Entry.Status", status).With("Entry.From", from);
        form.With("Entry.Mode", "Letter").With("Entry.Source", "https://news.example/word");
        if (version is not null)
            form.With("Entry.TextVersion", version);
        Assert.Contains("Recorded: ", (await form.SubmitAsync()).Text, StringComparison.Ordinal);
    }
}
