using AngleSharp.Dom;

namespace Secretariat.Tests.PublicSite;

public sealed class TimetableTests(TestApp app) : AppTest(app)
{
    [Fact]
    public async Task On_the_day_of_the_letter_nothing_stands_that_was_announced_later()
    {
        var page = await App.Anybody().GetAsync("/en/timetable?asOf=2024-02-29");

        Assert.Equal(["International Conference on a Global Alliance to Counter Migrant Smuggling"], In(page, "Held"));
        Assert.Equal(
            [
                "Justice and Home Affairs Council: policy debate on the two proposals",
                "Round table on legal pathways with Bangladesh",
                "UNODC regional conference on police and judicial cooperation across borders",
                "UNODC regional conference launching the PROTECT project (Central Asia, Iraq, Pakistan)",
                "Panel on the follow-up of the Alliance, Copenhagen Migration Conference",
                "UNODC Commission on Crime Prevention and Criminal Justice",
                "Launch of the PACTS project",
                "Thematic meeting on digital smuggling",
                "UNODC Working Group on the Smuggling of Migrants",
                "Thematic meeting on the toolbox for transport operators",
                "Conference of the Parties to UNTOC, side event planned",
                "Operational follow-up on digital smuggling at Europol",
                "Next high-level international conference",
            ],
            In(page, "Announced and still to come")
        );
        Assert.DoesNotContain("2025", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("29-30 April 2024", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("12-15 July 2024", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_no_source_reports_is_shown_neither_as_held_nor_as_cancelled()
    {
        var page = await App.Anybody().GetAsync("/en/timetable");

        var unknown = In(page, "No record that it took place");
        Assert.Contains("Round table on legal pathways with Bangladesh", unknown);
        Assert.Contains("Justice and Home Affairs Council: policy debate on the two proposals", unknown);
        Assert.Contains("Next high-level international conference", unknown);
        Assert.Empty(unknown.Intersect(In(page, "Held")));
        Assert.Empty(In(page, "Cancelled"));
    }

    [Fact]
    public async Task An_imprecise_date_stays_as_it_was_announced_beside_the_day_that_came_true()
    {
        var page = await App.Anybody().GetAsync("/fr/timetable");
        var meeting = Entry(page, "Réunion thématique sur le trafic de migrants en ligne");
        Assert.StartsWith("29-30 avril 2024", meeting, StringComparison.Ordinal);
        Assert.Contains("Annoncé en février 2024 pour : printemps 2024.", meeting, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_sources_disagree_all_their_dates_stand_and_none_is_settled()
    {
        var group = Entry(await App.Anybody().GetAsync("/en/timetable"), "UNODC Working Group on the Smuggling of Migrants");
        Assert.StartsWith("11-12 July 2024 12-15 July 2024", group, StringComparison.Ordinal);
        Assert.Contains("The sources disagree about the date", group, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2024-05-31", "Announced and still to come")]
    [InlineData("2024-06-01", "No record that it took place")]
    public async Task A_season_has_passed_when_its_last_day_has(string day, string group)
    {
        var page = await App.Anybody().GetAsync($"/en/timetable?asOf={day}");
        Assert.Contains("Launch of the PACTS project", In(page, group));
    }

    [Fact]
    public async Task A_strand_shows_its_own_events_alone()
    {
        var page = await App.Anybody().GetAsync("/en/strands/alternatives");
        var titles = page.Document.QuerySelectorAll("main h3").Select(h => h.TextContent.Trim()).ToList();
        Assert.Contains("Third EU-Bangladesh round table on talent partnership", titles);
        Assert.DoesNotContain("Thematic meeting on digital smuggling", titles);
    }

    private static List<string> In(TestPage page, string group)
    {
        var heading = page.Document.QuerySelectorAll("main h2").FirstOrDefault(h => h.TextContent == group);
        var list = heading?.NextElementSibling;
        while (list is not null && list.LocalName is not ("ol" or "h2"))
            list = list.NextElementSibling;
        return list?.LocalName == "ol" ? [.. list.QuerySelectorAll("h3").Select(h => h.TextContent.Trim())] : [];
    }

    private static string Entry(TestPage page, string title) =>
        TestPage.Squeeze(
            page.Document.QuerySelectorAll("article").Single(a => a.QuerySelector("h3")!.TextContent.Trim() == title).TextContent
        );
}
