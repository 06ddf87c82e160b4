using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Cli;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Tests.Register;

/// <summary>What official usage puts with the name of a country comes with its code.</summary>
public sealed class OfficialFootnoteTests(TestApp app) : ImportTest(app), IAsyncLifetime
{
    private const string Kosovo = "This designation is without prejudice to positions on status";
    private const string Palestine = "This designation shall not be construed as recognition of a State of Palestine";

    [Fact]
    public async Task Whoever_enters_a_country_by_its_code_enters_its_footnote_in_both_languages()
    {
        var office = await App.AsAsync(Role.Officer);
        var form = (await office.GetAsync("/office/partners/new")).Form("partner");
        form.With("Kind", "partner-country").With("Name", "Kosovo").With("Iso", "xk");
        var page = await form.With("Why", "First contact").SubmitAsync();

        Assert.Contains(Kosovo, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("The official footnote is missing", page.Text, StringComparison.Ordinal);
        var footnote = (await OfAsync("kosovo")).Footnote!;
        Assert.StartsWith("Cette désignation est sans préjudice", footnote.In("fr"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_it_is_missing_the_record_says_so_and_the_form_has_it_filled_in()
    {
        await App.GivenAsync(db => Task.FromResult(db.Add(Country("pc-ps", "Palestine", "PS"))));
        var office = await App.AsAsync(Role.Officer);
        var page = await office.GetAsync("/office/partners/pc-ps");
        Assert.Contains("The official footnote is missing", page.Text, StringComparison.Ordinal);
        Assert.Contains(Palestine, page.Text, StringComparison.Ordinal);

        var form = (await page.FollowAsync("Enter the footnote")).Form("names");
        page = await form.With("Why", "Official usage").SubmitAsync();

        Assert.DoesNotContain("The official footnote is missing", page.Text, StringComparison.Ordinal);
        var footnote = (await OfAsync("pc-ps")).Footnote!;
        Assert.StartsWith(Palestine, footnote.In("en"), StringComparison.Ordinal);
        Assert.StartsWith("Cette désignation", footnote.In("fr"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_office_took_away_or_worded_itself_stays_so_when_something_else_is_changed()
    {
        var worded = Country("own-words", "Own Words", "PS");
        worded.Footnote = LocalizedText.InEnglish("Said by the legal service");
        await App.GivenAsync(db => Task.FromResult(db.Add(worded)));
        var office = await App.AsAsync(Role.Officer);

        await ChangeAsync("?in=fr", "ShortName", "Un nom");
        Assert.Equal(["en"], (await OfAsync("own-words")).Footnote!.Languages);
        await ChangeAsync("", "Footnote", "");
        await ChangeAsync("", "ShortName", "Another");
        Assert.Null((await OfAsync("own-words")).Footnote);

        async Task ChangeAsync(string query, string field, string value)
        {
            var form = (await office.GetAsync($"/office/partners/own-words/names{query}")).Form("names");
            var page = await form.With(field, value).With("Why", "Official usage").SubmitAsync();
            Assert.Equal("/office/partners/own-words", page.Address);
        }
    }

    [Fact]
    public async Task What_came_with_a_mistaken_code_does_not_stay()
    {
        await App.GivenAsync(db => Task.FromResult(db.Add(Country("mistaken", "Mistaken Sample", null))));
        var office = await App.AsAsync(Role.Officer);
        foreach (var iso in new[] { "PS", "BT" })
            await (await office.GetAsync("/office/partners/mistaken/names"))
                .Form("names")
                .With("Iso", iso)
                .With("Iso3", "")
                .With("EuCode", "")
                .With("Why", "A slip")
                .SubmitAsync();
        var known = await OfAsync("mistaken");
        Assert.Equal(("BT", null), (known.IsoAlpha2, known.Footnote));
        Assert.Equal(("Mistaken Sample", "Bhoutan"), (known.Name.In("en"), known.Name.In("fr")));
    }

    [Fact]
    public async Task It_comes_with_a_code_that_is_entered_later_and_never_over_one_that_was_said()
    {
        await App.GivenAsync(db => Task.FromResult(db.Add(Country("late-sample", "Late Sample", null))));
        var office = await App.AsAsync(Role.Officer);
        await SetCodeAsync("PS", null);
        Assert.StartsWith(Palestine, (await OfAsync("late-sample")).Footnote!.In("en"), StringComparison.Ordinal);

        await SetCodeAsync("XK", "Said by the legal service");
        Assert.Equal("Said by the legal service", (await OfAsync("late-sample")).Footnote!.In("en"));

        async Task SetCodeAsync(string iso, string? footnote)
        {
            var form = (await office.GetAsync("/office/partners/late-sample/names")).Form("names");
            form.With("Iso", iso).With("Iso3", "").With("EuCode", "").With("Why", "Official usage");
            if (footnote is not null)
                form.With("Footnote", footnote);
            Assert.Equal("/office/partners/late-sample", (await form.SubmitAsync()).Address);
        }
    }

    [Fact]
    public async Task It_comes_in_with_a_list_which_says_so_unless_the_list_has_another()
    {
        const string Header = "code,kind,name en,iso code,footnote en";
        var row = "pc-xk,partner-country,Kosovo of a list,XK,";
        var page = await GiveAsync("partners", "own.csv", Lines(Header, row + "Their own"));
        Assert.DoesNotContain(Kosovo, DetailsOn(page, 2), StringComparison.Ordinal);

        page = await GiveAsync("partners", "codes.csv", Lines(Header, "pc-tw,partner-country,Taiwan of a list,TW,", row));

        Assert.Contains($"Footnote, in English: {Kosovo}", DetailsOn(page, 3), StringComparison.Ordinal);
        Assert.DoesNotContain("Footnote", DetailsOn(page, 2), StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_that_the_file_tells_twice_is_refused_with_the_name_of_the_file()
    {
        using var folder = new TestFolder();
        const string Records =
            """{"records": [{"isoAlpha2": "XK", "footnote": "One"}, {"isoAlpha2": "XK", "footnote": "Another"}]}""";
        File.WriteAllText(Path.Combine(folder.Path, "footnotes.json"), Records);

        var refused = Assert.Throws<RefusedException>(() => new OfficialFootnotes(new AllianceFolder(folder.Path)).Of("XK"));

        Assert.Contains("footnotes.json cannot be loaded", refused.Message, StringComparison.Ordinal);
        Assert.Contains("XK", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>No country has the code any more that another test gave one, nor the names that came with it.</summary>
    public async ValueTask InitializeAsync() =>
        await App.GivenAsync(async db =>
        {
            foreach (var known in await db.Partners.Where(p => p.IsoAlpha2 == "XK" || p.IsoAlpha2 == "PS").ToListAsync(Cancelled))
                (known.IsoAlpha2, known.IsoAlpha3, known.EuCode, known.Name) = (
                    null,
                    null,
                    null,
                    LocalizedText.InEnglish(known.Name.In("en"))
                );
        });

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static Partner Country(string code, string name, string? iso) =>
        new()
        {
            Code = code,
            KindCode = "partner-country",
            Name = LocalizedText.InEnglish(name),
            IsoAlpha2 = iso,
        };

    private Task<Partner> OfAsync(string code) => App.ReadAsync(db => db.Partners.SingleAsync(p => p.Code == code, Cancelled));
}
