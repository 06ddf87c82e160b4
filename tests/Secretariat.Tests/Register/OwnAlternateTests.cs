using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Localization;

namespace Secretariat.Tests.Register;

/// <summary>Nobody is contact point and alternate of one partner for one strand on one day, wherever it is entered.</summary>
public sealed class OwnAlternateTests(TestApp app) : ImportTest(app)
{
    private const string Refused = "Nobody is their own alternate: the same person holds the role “Contact point”";

    [Fact]
    public async Task A_mandate_that_makes_somebody_their_own_alternate_is_refused_until_the_other_one_has_ended()
    {
        var held = await GivenAsync("ms-ee", "Toomas Sample");
        var office = await App.AsAsync(Role.Officer);

        var page = await Filled(await office.GetAsync("/office/partners/ms-ee/mandates/new"), "Toomas Sample").SubmitAsync();
        page = await page.Form("mandate").With("Entry.Which", $"{held.PersonId}").SubmitAsync();
        Assert.Contains(
            $"{Refused} of the partner in the same strands, since 10 January 2024. End that mandate first",
            page.Text,
            StringComparison.Ordinal
        );
        Assert.Single(await MandatesAsync("Toomas Sample"));

        await App.GivenAsync(async db =>
            (await db.Mandates.SingleAsync(m => m.Id == held.Id, Cancelled)).End(new DateOnly(2024, 12, 31))
        );
        page = await office.GetAsync("/office/partners/ms-ee/mandates/new");
        page = await Filled(page, "Toomas Sample").SubmitAsync();
        await page.Form("mandate").With("Entry.Which", $"{held.PersonId}").SubmitAsync();
        Assert.Equal(
            [MandateRole.ContactPoint, MandateRole.Alternate],
            (await MandatesAsync("Toomas Sample")).Select(m => m.Role)
        );
    }

    [Fact]
    public async Task Somebody_may_stand_in_for_others_in_the_strands_in_which_they_do_not_speak()
    {
        var held = await GivenAsync("ms-lv", "Liga Sample");
        await App.GivenAsync(async db =>
        {
            var mandate = await db.Mandates.SingleAsync(m => m.Id == held.Id, Cancelled);
            mandate.Correct(mandate.Function, mandate.Language, ["prevention"]);
        });
        var office = await App.AsAsync(Role.Officer);

        var page = await Filled(await office.GetAsync("/office/partners/ms-lv/mandates/new"), "Liga Sample")
            .Tick("Entry.Strands", "response")
            .SubmitAsync();
        page = await page.Form("mandate").With("Entry.Which", $"{held.PersonId}").SubmitAsync();
        Assert.Contains("Liga Sample is recorded: Alternate contact point.", page.Text, StringComparison.Ordinal);

        var alternate = (await MandatesAsync("Liga Sample")).Single(m => m.Role is MandateRole.Alternate);
        page = await office.GetAsync($"/office/partners/ms-lv/mandates/{alternate.Id}");
        page = await page.Form("mandate").Tick("Strands", "prevention").With("Why", "Misread").SubmitAsync();
        Assert.Contains(Refused, page.Text, StringComparison.Ordinal);
        Assert.Equal(["response"], (await MandatesAsync("Liga Sample")).Single(m => m.Id == alternate.Id).Strands);
    }

    [Fact]
    public async Task A_list_is_told_which_row_makes_somebody_their_own_alternate()
    {
        await GivenAsync("ms-lt", "Jonas Sample");
        var page = await GiveAsync(
            "contacts",
            "alternates.csv",
            Lines(
                "partner code,name,role,function,from",
                "ms-lt,Jonas Sample,Alternate,Head of Unit,2025-01-01",
                "ms-lt,Ona Sample,Alternate,Adviser,2024-01-01",
                "ms-lt,Ona Sample,ContactPoint,Adviser,2025-01-01"
            )
        );

        Assert.Contains(Refused, DetailsOn(page, 2), StringComparison.Ordinal);
        Assert.Contains("holds the role “Alternate contact point”", DetailsOn(page, 4), StringComparison.Ordinal);
        Assert.EndsWith("See row 3.", DetailsOn(page, 4), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_entries_of_whom_one_stands_in_for_the_other_are_not_merged_before_one_mandate_has_ended()
    {
        var kept = await GivenAsync("ms-fi", "Aino Sample");
        var gone = await GivenAsync("ms-fi", "SAMPLE Aino", role: MandateRole.Alternate);
        var office = await App.AsAsync(Role.Officer);

        var page = await office.GetAsync($"/office/people/{kept.PersonId}/merge/{gone.PersonId}");
        page = await page.Form("merge").With("Why", "One person").SubmitAsync("merge");
        Assert.Contains(Refused, page.Document.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.False(await App.ReadAsync(db => db.PersonMerges.AnyAsync(m => m.GoneId == gone.PersonId, Cancelled)));
    }

    [Fact]
    public async Task Of_two_partners_that_become_one_the_kept_contact_point_stays_and_the_alternate_of_the_same_person_does_not_come()
    {
        await App.GivenAsync(db =>
        {
            var person = new Person { Name = "Both Sample" };
            var (kept, gone) = (PartnerOf("alt-one", "Sample Quay"), PartnerOf("alt-two", "Other Pier"));
            var (point, alternate) = (
                MandateOf(kept, person, MandateRole.ContactPoint),
                MandateOf(gone, person, MandateRole.Alternate)
            );
            db.AddRange(kept, gone, point, alternate);
            return Task.CompletedTask;
        });

        var page = await (await App.AsAsync(Role.Officer)).GetAsync("/office/partners/alt-one/merge/alt-two");
        Assert.Contains(
            "Alternate contact point Both Sample, since 1 January 2024: the kept entry has Contact point Both Sample, since 1 January 2024.",
            page.Text,
            StringComparison.Ordinal
        );
    }

    private static TestForm Filled(TestPage page, string name) =>
        page.Form("mandate")
            .With("Entry.Role", "Alternate")
            .With("Entry.Name", name)
            .With("Entry.Function", "Head of Unit")
            .With("Entry.From", "2025-01-01")
            .With("Entry.Why", "Told by telephone");

    private static Partner PartnerOf(string code, string name) =>
        new()
        {
            Code = code,
            KindCode = "other-private",
            Name = LocalizedText.InEnglish(name),
        };

    private static Mandate MandateOf(Partner partner, Person person, MandateRole role) =>
        new()
        {
            PartnerId = partner.Id,
            PersonId = person.Id,
            Person = person,
            Role = role,
            Function = "Head of Unit",
            From = new DateOnly(2024, 1, 1),
        };
}
