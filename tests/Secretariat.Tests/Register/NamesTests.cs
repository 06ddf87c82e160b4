using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;

namespace Secretariat.Tests.Register;

/// <summary>Names, codes, listing and the footnote, by hand and by list.</summary>
public sealed class NamesTests(TestApp app) : ImportTest(app)
{
    [Fact]
    public async Task Names_codes_listing_and_footnote_are_changed_by_hand_in_each_language_with_a_reason()
    {
        var office = await App.AsAsync(Role.Officer);
        var page = await (await office.GetAsync("/office/partners/pc-me")).FollowAsync("Names, codes and footnote");
        page = await page.Form("names").With("Footnote", "Without prejudice to positions on status.").SubmitAsync();
        Assert.Equal("/office/partners/pc-me/names", page.Address);
        Assert.Null((await OfAsync("pc-me")).Footnote);
        page = await page.Form("names")
            .With("OwnName", "Crna Gora")
            .With("ShortName", "MNE Sample")
            .With("IsListed", "true")
            .With("Why", "Agreed with the legal service")
            .SubmitAsync();
        Assert.Equal("/office/partners/pc-me", page.Address);
        Assert.Contains("Without prejudice to positions on status.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Agreed with the legal service", page.Text, StringComparison.Ordinal);
        page = await office.GetAsync("/office/partners/pc-me/names?In=fr");
        await page.Form("names").With("Footnote", "Sans préjudice des positions.").With("Why", "In French").SubmitAsync();

        var known = await OfAsync("pc-me");
        Assert.Equal(
            ("Without prejudice to positions on status.", "Sans préjudice des positions."),
            (known.Footnote!.In("en"), known.Footnote.In("fr"))
        );
        Assert.Equal(("Crna Gora", "MNE Sample", true), (known.OwnName, known.ShortName!.In("en"), known.IsListed));
        Assert.Equal(("ME", "ME", "MNE"), (known.EuCode, known.IsoAlpha2, known.IsoAlpha3));
        var list = await office.GetAsync("/office/partners?q=Crna+Gora");
        Assert.Contains("Without prejudice to positions on status.", list.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Name", "Serbia", "Serbia stands in the register already.")]
    [InlineData("Name", "", "The name is missing.")]
    [InlineData("Iso", "QQ", "“QQ” is not the code of a country.")]
    [InlineData("Iso3", "SRB", "Serbia stands in the register already.")]
    public async Task What_cannot_be_is_said_in_words_and_nothing_is_changed(string field, string value, string reason)
    {
        var office = await App.AsAsync(Role.Officer);
        var form = (await office.GetAsync("/office/partners/pc-mk/names")).Form("names");
        var page = await form.With(field, value).With("Footnote", "Not kept").With("Why", "A test").SubmitAsync();

        Assert.Contains(reason, page.Text, StringComparison.Ordinal);
        Assert.Null((await OfAsync("pc-mk")).Footnote);
    }

    [Fact]
    public async Task Codes_are_for_countries_and_follow_from_the_one_that_is_given()
    {
        var office = await App.AsAsync(Role.Officer);
        var form = (await office.GetAsync("/office/partners/inst-ecb/names")).Form("names");
        var page = await form.With("Iso", "NR").With("Why", "A test").SubmitAsync();
        Assert.Contains("Only a country has such a code.", page.Text, StringComparison.Ordinal);

        form = (await office.GetAsync("/office/partners/new")).Form("partner");
        await form.With("Kind", "partner-country")
            .With("Name", "Nauru")
            .With("Iso", "NR")
            .With("Why", "First contact")
            .SubmitAsync();
        var known = await OfAsync("nauru");
        Assert.Equal(("NR", "NR", "NRU"), (known.EuCode, known.IsoAlpha2, known.IsoAlpha3));
    }

    [Fact]
    public async Task A_footnote_goes_out_with_the_list_and_comes_in_with_one()
    {
        var office = await App.AsAsync(Role.Officer);
        await ImportAsync("partners", "notes.csv", Lines("code,footnote en,footnote fr", "pc-rs,A sample note,Une note"));

        Assert.Equal("Une note", (await OfAsync("pc-rs")).Footnote!.In("fr"));
        var list = await office.GetAsync("/office/partners?q=serbia");
        var link = list.Document.QuerySelectorAll("a").Single(a => a.TextContent == "CSV").GetAttribute("href")!;
        Assert.Contains(
            "\"A sample note\",\"Une note\"",
            Encoding.UTF8.GetString(await office.DownloadAsync(link)),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("edit")]
    [InlineData("names")]
    [InlineData("domains")]
    [InlineData("endorse")]
    public async Task A_reader_is_shown_no_form_that_a_reader_may_not_send(string form)
    {
        var reader = await App.AsAsync(Role.Reader);
        Assert.NotEqual(HttpStatusCode.OK, (await reader.OpenAsync($"/office/partners/ms-fr/{form}")).StatusCode);
        var officer = await App.AsAsync(Role.Officer);
        Assert.Equal(HttpStatusCode.OK, (await officer.OpenAsync($"/office/partners/ms-fr/{form}")).StatusCode);
    }

    private Task<Partner> OfAsync(string code) => App.ReadAsync(db => db.Partners.SingleAsync(p => p.Code == code, Cancelled));
}
