using System.Net;
using System.Text.Json;
using AngleSharp.Dom;

namespace Secretariat.Tests.Events;

/// <summary>The public page of one event, as of any day.</summary>
public sealed class EventPageTests(TestApp app) : AppTest(app)
{
    private const StringComparison Ordinal = StringComparison.Ordinal;
    private const string Conference = "/en/events/conference-2023";

    [Fact]
    public async Task A_conference_is_told_with_who_convened_it_the_press_and_what_came_of_it()
    {
        var page = await App.Anybody().GetAsync(Conference);

        Assert.Equal("International Conference on a Global Alliance to Counter Migrant Smuggling", Text(page, "h1"));
        Assert.Contains("Ylva Johansson, Commissioner for Home Affairs", page.Text, Ordinal);
        Assert.Contains("Jutta Urpilainen, Commissioner for International Partnerships", page.Text, Ordinal);
        // The sources disagree about the press conference: neither time is settled.
        var press = page.Document.QuerySelectorAll("main table tbody tr").Select(r => r.TextContent).ToList();
        Assert.Contains(press, row => row.Contains("±13:15 CET", Ordinal) && row.Contains("±13:00 CET", Ordinal));
        Assert.Contains(press, row => row.Contains("±09:00 CET", Ordinal) && row.Contains("EbS", Ordinal));
        Assert.Contains("The sources give different times", page.Text, Ordinal);
        Assert.Contains("opening and closing: EbS", page.Text, Ordinal);
        Assert.Contains("Call to Action", Section(page, "Outcome"), Ordinal);
        Assert.Contains("27 Member States", Section(page, "As officially quoted"), Ordinal);
        Assert.Contains("Estonia", page.Text, Ordinal);
        Assert.NotEmpty(page.Document.QuerySelectorAll(".sec-sources a"));
    }

    [Fact]
    public async Task On_the_eve_nothing_stands_of_what_came_of_it()
    {
        var eve = await App.Anybody().GetAsync($"{Conference}?asOf=2023-11-27");

        Assert.Contains("Announced and still to come", eve.Text, Ordinal);
        Assert.Contains("±13:15 CET", eve.Text, Ordinal);
        Assert.DoesNotContain("Outcome", eve.Text, Ordinal);
        Assert.DoesNotContain("As officially quoted", eve.Text, Ordinal);
        Assert.DoesNotContain("Estonia", eve.Text, Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await App.Anybody().GetAsync($"{Conference}?asOf=2023-11-26")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await App.Anybody().GetAsync("/en/events/no-such-event")).Status);
    }

    [Fact]
    public async Task What_another_event_took_the_place_of_leads_there_today_alone()
    {
        var page = await App.Anybody().GetAsync("/en/events/conference-2024");
        Assert.Contains("No record that it took place", page.Text, Ordinal);
        Assert.NotNull(page.Document.QuerySelector("main a[href='/en/events/conference-2025']"));

        var then = await App.Anybody().GetAsync("/en/events/conference-2024?asOf=2024-06-01");
        Assert.Null(then.Document.QuerySelector("main a[href='/en/events/conference-2025']"));
    }

    [Fact]
    public async Task A_session_has_its_chairs_with_their_function_and_what_is_not_known_says_so()
    {
        var page = await App.Anybody().GetAsync("/fr/events/conference-2025");

        Assert.Contains("Domaine numérique", page.Text, Ordinal);
        Assert.Contains("Catherine De Bolle, directrice exécutive d’Europol", page.Text, Ordinal);
        Assert.Contains("Séance 2 : son titre n’est pas connu", page.Text, Ordinal);
    }

    [Fact]
    public async Task Search_engines_read_status_days_and_place()
    {
        var page = await App.Anybody().GetAsync(Conference);
        var script = page.Document.QuerySelector("script[type='application/ld+json']")!.TextContent;
        var read = JsonDocument.Parse(script).RootElement;

        Assert.Equal(
            (
                "Event",
                "2023-11-28",
                "2023-11-28",
                "https://schema.org/EventScheduled",
                "https://schema.org/MixedEventAttendanceMode"
            ),
            (
                read.GetProperty("@type").GetString(),
                read.GetProperty("startDate").GetString(),
                read.GetProperty("endDate").GetString(),
                read.GetProperty("eventStatus").GetString(),
                read.GetProperty("eventAttendanceMode").GetString()
            )
        );
        Assert.Equal("BE", read.GetProperty("location").GetProperty("address").GetProperty("addressCountry").GetString());
        // An event without days is none to a search engine.
        var imprecise = await App.Anybody().GetAsync("/en/events/pacts-launch-2024");
        Assert.Null(imprecise.Document.QuerySelector("script[type='application/ld+json']"));
        Assert.Null(imprecise.Document.QuerySelector("main a[href$='.ics']"));
    }

    [Fact]
    public async Task Every_event_of_the_timetable_has_its_page_in_both_languages()
    {
        foreach (var language in new[] { "en", "fr" })
        {
            var timetable = await App.Anybody().GetAsync($"/{language}/timetable");
            var pages = timetable.Document.QuerySelectorAll(".sec-event__title a").Select(a => a.GetAttribute("href")!).ToList();
            Assert.True(pages.Count >= 20);
            foreach (var address in pages)
                Assert.Equal(HttpStatusCode.OK, (await App.Anybody().GetAsync(address)).Status);
        }
    }

    private static string Text(TestPage page, string selector) => page.Document.QuerySelector(selector)!.TextContent.Trim();

    /// <summary>What stands under a heading, to the next one.</summary>
    private static string Section(TestPage page, string heading)
    {
        var next = page.Document.QuerySelectorAll("main h2").Single(h => h.TextContent.Trim() == heading).NextElementSibling;
        var text = "";
        for (; next is not null and not { LocalName: "h2" }; next = next.NextElementSibling)
            text += next.TextContent;
        return text;
    }
}
