using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Audit;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Partners.Duplicates;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Tests.Register;

/// <summary>How a merge of partners is undone: in which order, for what reason, and what the officer hears where it is not.</summary>
public sealed class UndoMergeTests(TestApp app) : AppTest(app)
{
    [Theory]
    [InlineData("sill", false)]
    [InlineData("ridge", true)]
    public async Task Two_entries_merged_into_one_come_apart_in_the_order_of_the_merges_alone(string name, bool firstIsTried)
    {
        var third = await GivenThreeAsync(name);
        var before = await RecordsAsync();
        var office = await App.AsAsync(Role.Officer);
        await MergeAsync(office, $"{name}-1", $"{name}-2");
        await MergeAsync(office, $"{name}-1", $"{name}-3");
        if (firstIsTried)
        {
            var refused = await UndoAsync(office, $"{name}-2");
            Assert.Contains("Another entry was merged into it since. Undo that first.", refused.Text, StringComparison.Ordinal);
            Assert.Equal(1, await MandatesOfAsync($"{name}-1", third));
        }

        foreach (var gone in new[] { $"{name}-3", $"{name}-2" })
            Assert.Contains("They are two entries again.", (await UndoAsync(office, gone)).Text, StringComparison.Ordinal);
        Assert.Equal(before, await RecordsAsync());
    }

    [Fact]
    public async Task An_undo_asks_for_a_reason_says_what_goes_back_and_keeps_the_reason_in_the_history()
    {
        await GivenThreeAsync("moor");
        var office = await App.AsAsync(Role.Officer);
        await MergeAsync(office, "moor-1", "moor-2");
        var page = await office.GetAsync("/office/partners/moor-2");
        Assert.Contains("What goes back to this entry when the merge is undone", page.Text, StringComparison.Ordinal);
        Assert.Contains("Mandates: 1", page.Text, StringComparison.Ordinal);
        page = await page.Form("undo").SubmitAsync();
        Assert.Contains("Reason is missing.", page.Text, StringComparison.Ordinal);
        await page.Form("undo").With("Why", "Two ferries of one name").SubmitAsync();
        var entries = await App.ReadAsync(db =>
            db.AuditEntries.Where(e => e.Process == MergePartners.Undoing).ToListAsync(Cancelled)
        );
        Assert.NotEmpty(entries);
        Assert.Contains(entries, e => AuditPayload.Of(e)?.Why == "Two ferries of one name");
    }

    [Fact]
    public async Task A_second_click_is_answered_in_words()
    {
        await GivenThreeAsync("glen");
        var office = await App.AsAsync(Role.Officer);
        await MergeAsync(office, "glen-1", "glen-2");
        var page = await office.GetAsync("/office/partners/glen-2");
        await page.Form("undo").With("Why", "They are two").SubmitAsync();
        page = await page.Form("undo").With("Why", "They are two").SubmitAsync();
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("The merge has been undone already.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_with_itself_is_answered_in_words()
    {
        await GivenThreeAsync("fell");
        var page = await (await App.AsAsync(Role.Officer)).GetAsync("/office/partners/fell-1/merge/fell-1");
        Assert.Contains("An entry cannot be merged with itself.", page.Text, StringComparison.Ordinal);
        page = await page.Form("merge").With("Why", "One").SubmitAsync("merge");
        Assert.Contains("An entry cannot be merged with itself.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_that_were_merged_meanwhile_are_not_said_to_be_two()
    {
        await GivenThreeAsync("weir");
        var office = await App.AsAsync(Role.Officer);
        var page = await office.GetAsync("/office/partners/weir-1/merge/weir-2");
        await MergeAsync(office, "weir-1", "weir-2");
        page = await page.Form("merge").With("Why", "Two").SubmitAsync("two");
        Assert.Contains("One of the two has been merged already.", page.Text, StringComparison.Ordinal);
        Assert.False(await App.ReadAsync(db => db.NotTheSame.AnyAsync(Cancelled)));
    }

    [Fact]
    public async Task A_merge_from_before_a_new_column_is_undone_all_the_same()
    {
        await GivenThreeAsync("crag");
        var office = await App.AsAsync(Role.Officer);
        await MergeAsync(office, "crag-1", "crag-2");
        await App.GivenAsync(async db =>
        {
            var merge = await MergeOfAsync(db, "crag-2");
            db.Entry(merge).Property(m => m.Moved).CurrentValue =
            [
                .. merge.Moved.Select(sort => sort with { Records = [.. sort.Records.Select(AsOfEarlier)] }),
            ];
        });
        Assert.Contains("They are two entries again.", (await UndoAsync(office, "crag-2")).Text, StringComparison.Ordinal);

        static MovedRecord AsOfEarlier(MovedRecord record) =>
            record with
            {
                Values = record.Values?.Where(v => v.Key != nameof(Mandate.Rank)).Append(new("Dropped", "since")).ToDictionary(),
            };
    }

    [Fact]
    public async Task A_merge_is_not_undone_over_strands_that_changed()
    {
        await GivenThreeAsync("dune");
        var office = await App.AsAsync(Role.Officer);
        await MergeAsync(office, "dune-1", "dune-2");
        await App.GivenAsync(async db =>
            (await db.Mandates.SingleAsync(m => m.Person.Name == "Contact dune-2", Cancelled)).Strands.Add("response")
        );
        Assert.Contains(
            "Contact dune-2: it was changed since the merge. Strands was “–”, and is “response” now.",
            (await UndoAsync(office, "dune-2")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_the_kept_entry_lacks_is_filled_and_given_back_and_what_differs_is_named_before()
    {
        await GivenThreeAsync("holm");
        await App.GivenAsync(async db =>
        {
            var (kept, gone) = (await PartnerAsync(db, "holm-1"), await PartnerAsync(db, "holm-2"));
            (kept.OwnName, gone.OwnName) = ("Holm ferjer", "Holmferjer");
            (gone.IsoAlpha2, gone.WorkingLanguage, gone.IsListed) = ("SE", "fr", false);
            gone.PreferredForm = CorrespondenceForm.NoteVerbale;
            gone.Footnote = LocalizedText.InEnglish("Without prejudice");
        });
        var before = await RecordsAsync();
        var office = await App.AsAsync(Role.Officer);
        var page = await office.GetAsync("/office/partners/holm-1/merge/holm-2");
        Assert.Contains("One of the two is not listed in public", page.Text, StringComparison.Ordinal);
        Assert.Contains(
            "In its own language: “Holmferjer”, where the kept entry has “Holm ferjer”.",
            page.Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Preferred form: “by note verbale”, where the kept entry has “by letter”.",
            page.Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Name (English): “Sample holm-2”, where the kept entry has “Sample holm-1”.",
            page.Text,
            StringComparison.Ordinal
        );
        await MergeAsync(office, "holm-1", "holm-2");
        var merged = await App.ReadAsync(db => PartnerAsync(db, "holm-1"));
        Assert.Equal(
            ("Holm ferjer", "SE", "fr", "Without prejudice"),
            (merged.OwnName, merged.IsoAlpha2, merged.WorkingLanguage, merged.Footnote?.In("en"))
        );
        await UndoAsync(office, "holm-2");
        Assert.Equal(before, await RecordsAsync());
    }

    [Fact]
    public async Task Whose_mandate_ended_enters_the_desk_of_the_kept_entry_neither()
    {
        await GivenThreeAsync("tarn");
        var contact = await App.AsAsync(Role.PartnerContact, "tarn-2");
        Assert.Equal(HttpStatusCode.OK, (await contact.GetAsync("/desk")).Status);
        await App.GivenAsync(async db =>
        {
            var (kept, gone) = (await PartnerAsync(db, "tarn-1"), await PartnerAsync(db, "tarn-2"));
            var former = PartnerFacts.Mandate(gone, new Person { Name = "Former tarn" }, new(2023, 1, 1), MandateRole.Principal);
            former.End(new(2024, 1, 1));
            var ours = PartnerFacts.Mandate(kept, new Person { Name = "Ours tarn" }, new(2022, 1, 1), MandateRole.Principal);
            db.AddRange(former, ours);
            (await db.Users.SingleAsync(a => a.PartnerId == gone.Id, Cancelled)).PersonId = former.PersonId;
        });
        await MergeAsync(await App.AsAsync(Role.Officer), "tarn-1", "tarn-2");
        contact = await App.AsAsync(Role.PartnerContact, "tarn-2");
        var page = await contact.GetAsync("/desk");
        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Contains("Your mandate for this partner has ended.", page.Text, StringComparison.Ordinal);
    }

    private static async Task<TestPage> UndoAsync(TestBrowser office, string gone) =>
        await (await office.GetAsync($"/office/partners/{gone}")).Form("undo").With("Why", "They are two").SubmitAsync();

    private static async Task MergeAsync(TestBrowser office, string kept, string gone)
    {
        var page = await office.GetAsync($"/office/partners/{kept}/merge/{gone}");
        page = await page.Form("merge").With("Why", "Entered twice").SubmitAsync("merge");
        Assert.Equal($"/office/partners/{kept}", page.Address);
    }

    private async Task<string> RecordsAsync()
    {
        var tables = await App.ReadAsync(EveryTable.AsItIsAsync);
        return string.Join('\n', tables["Partners"], tables["Mandates"], tables["PartnerDomains"]);
    }

    private static async Task<PartnerMerge> MergeOfAsync(SecretariatDb db, string gone)
    {
        var partner = await PartnerAsync(db, gone);
        return await db.PartnerMerges.SingleAsync(m => m.GoneId == partner.Id, Cancelled);
    }

    private static Task<Partner> PartnerAsync(SecretariatDb db, string code) =>
        db.Partners.SingleAsync(p => p.Code == code, Cancelled);

    private Task<int> MandatesOfAsync(string code, Guid person) =>
        App.ReadAsync(async db =>
        {
            var partner = await PartnerAsync(db, code);
            return await db.Mandates.CountAsync(m => m.PartnerId == partner.Id && m.PersonId == person, Cancelled);
        });

    /// <summary>Three entries, the second and third with a contact point; the key of the last one's person.</summary>
    private async Task<Guid> GivenThreeAsync(string name)
    {
        var last = Guid.Empty;
        await App.GivenAsync(db =>
        {
            foreach (var code in new[] { $"{name}-1", $"{name}-2", $"{name}-3" })
            {
                var partner = new Partner
                {
                    Code = code,
                    KindCode = "other-private",
                    Name = LocalizedText.InEnglish($"Sample {code}"),
                    IsListed = true,
                };
                var person = new Person { Name = $"Contact {code}" };
                last = person.Id;
                db.Add(partner);
                if (!code.EndsWith("-1", StringComparison.Ordinal))
                    db.Add(PartnerFacts.Mandate(partner, person, new(2024, 1, 1)));
                if (code.EndsWith("-3", StringComparison.Ordinal))
                    partner.ShortName = LocalizedText.InEnglish($"Short {code}");
            }

            return Task.CompletedTask;
        });
        return last;
    }
}
