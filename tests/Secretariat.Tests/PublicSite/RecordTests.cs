using AngleSharp.Dom;

namespace Secretariat.Tests.PublicSite;

/// <summary>Legislation and figures, as of a day.</summary>
public sealed class RecordTests(TestApp app) : AppTest(app)
{
    [Fact]
    public async Task A_file_shows_only_the_steps_up_to_the_day_and_no_later_name()
    {
        var page = await App.Anybody().GetAsync("/en/legislation/2023-0438-cod?asOf=2024-07-10");
        Assert.Equal(
            ["28 November 2023", "15 January 2024", "4-5 March 2024", "19 June 2024", "10 July 2024"],
            page.Document.QuerySelectorAll(".sec-event__when").Select(e => e.TextContent.Trim())
        );
        Assert.DoesNotContain("2025/2611", page.Text, StringComparison.Ordinal);
        Assert.Contains("Not recorded for this day", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_marks_what_was_only_announced_what_is_disputed_and_what_is_second_hand()
    {
        var page = await App.Anybody().GetAsync("/en/legislation/2023-0438-cod");
        Assert.Contains("adopted as Regulation (EU) 2025/2611 (as of 16 December 2025)", page.Text, StringComparison.Ordinal);
        var checkedOn = page.Document.QuerySelectorAll("dt").Single(t => t.TextContent == "Last checked").NextElementSibling!;
        Assert.Equal("21 November 2026", checkedOn.TextContent);
        Assert.Contains("Announced; no source read so far says", Step(page, "policy debate"), StringComparison.Ordinal);
        Assert.Contains("Disputed", Step(page, "mandate through Coreper"), StringComparison.Ordinal);
        Assert.Contains("Source, at second hand", Step(page, "entry into force"), StringComparison.Ordinal);
        Assert.DoesNotContain("data.europa.eu/eli", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_figure_stands_from_its_vintage_on_with_its_caveat()
    {
        var browser = App.Anybody();
        var early = await browser.GetAsync("/en/figures?asOf=2023-12-31");
        Assert.DoesNotContain("326 217 detections", early.Text, StringComparison.Ordinal);
        Assert.Contains("331 000 detections", early.Text, StringComparison.Ordinal);

        var row = TestPage.Squeeze(
            (await browser.GetAsync("/en/figures"))
                .Document.QuerySelectorAll("tbody tr")
                .Single(r => r.TextContent.Contains("15,000 smugglers reported", StringComparison.Ordinal))
                .TextContent
        );
        Assert.Contains("15 000 persons", row, StringComparison.Ordinal);
        Assert.Contains("“Reported by”, not arrested or convicted.", row, StringComparison.Ordinal);
        Assert.Contains("European Commission (visual on the conference page), 2023-11", row, StringComparison.Ordinal);
    }

    private static string Step(TestPage page, string title) =>
        page.Document.QuerySelectorAll("article").Single(a => a.QuerySelector("h3")!.TextContent.Trim() == title).TextContent;
}
