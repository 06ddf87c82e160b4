using System.Net;
using Secretariat.Modules.Identity;

namespace Secretariat.Tests.Events;

/// <summary>Series of events that are added as they come, by partner country.</summary>
public sealed class EventSeriesTests(TestApp app) : ProgrammeTest(app)
{
    [Fact]
    public async Task Round_tables_on_legal_pathways_stand_by_partner_country_as_they_were_known()
    {
        var page = await (await App.Anybody().GetAsync("/en/timetable")).FollowAsync("Round tables on legal pathways");

        Assert.Equal("Bangladesh", page.Document.QuerySelector("main h2")!.TextContent.Trim());
        Assert.Equal(
            ["Round table on legal pathways with Bangladesh", "Third EU-Bangladesh round table on talent partnership"],
            page.Document.QuerySelectorAll(".sec-event__title").Select(t => t.TextContent.Trim())
        );
        page = await App.Anybody().GetAsync("/fr/series/legal-pathways?asOf=2024-03-01");
        Assert.Equal(
            "Table ronde sur les voies légales avec le Bangladesh",
            Assert.Single(page.Document.QuerySelectorAll(".sec-event__title")).TextContent.Trim()
        );
        Assert.Equal(HttpStatusCode.NotFound, (await App.Anybody().GetAsync("/en/series/legal-pathways?asOf=2023-11-01")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await App.Anybody().GetAsync("/en/series/nothing")).Status);
    }

    [Fact]
    public async Task An_officer_begins_a_series_and_adds_to_it()
    {
        var officer = await App.AsAsync(Role.Officer);
        var form = (await officer.GetAsync("/office/events/new")).Form("event");
        form = form.With("TitleEn", "Study visit to the coast").With("First", $"{First:yyyy-MM-dd}").With("PartnerCountry", "BE");
        var refused = await form.With("NewSeriesFr", "Visites d’étude").SubmitAsync();
        Assert.Contains("Write it in English too", refused.Text, Ordinal);
        var page = await refused.Form("event").With("NewSeriesEn", "Study visits").SubmitAsync();
        Assert.Contains("The event stands in the timetable.", page.Text, Ordinal);

        page = await officer.GetAsync("/office/events/new");
        var series = page
            .Document.QuerySelectorAll("select[name=Series] option")
            .Single(o => o.TextContent.Trim() == "Study visits");
        form = page.Form("event").With("TitleEn", "Study visit to the mountains").With("First", $"{First:yyyy-MM-dd}");
        form = form.With("Series", series.GetAttribute("value")!).With("NewSeriesEn", "Another one");
        refused = await form.SubmitAsync();
        Assert.Contains("Choose a series or begin a new one, not both.", refused.Text, Ordinal);
        await refused.Form("event").With("NewSeriesEn", "").SubmitAsync();

        page = await (await App.Anybody().GetAsync("/fr/timetable")).FollowAsync("Visites d’étude");
        Assert.Equal(
            ["Belgique", "Sans pays partenaire propre"],
            page.Document.QuerySelectorAll("main h2").Select(h => h.TextContent.Trim()).Order()
        );
        page = await page.FollowAsync("Study visit to the coast");
        Assert.Contains("Visites d’étude", page.Text, Ordinal);

        var code = page.Address.Split('/')[^1];
        page = await officer.GetAsync($"/office/events/{code}/edit");
        Assert.Equal("BE", page.Form("edit").Value("PartnerCountry"));
        await page.Form("edit").With("PartnerCountry", "FR").SubmitAsync();
        page = await App.Anybody().GetAsync($"/en/events/{code}");
        Assert.Contains("Partner countryFrance", page.Text, Ordinal);
        Assert.Contains("Study visits", page.Text, Ordinal);
    }
}
