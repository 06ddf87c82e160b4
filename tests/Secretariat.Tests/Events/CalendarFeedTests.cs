using System.Net;
using System.Text;
using Secretariat.Formats.ICalendar;
using Secretariat.Modules.Identity;
using Secretariat.Tests.Formats.ICalendar;

namespace Secretariat.Tests.Events;

/// <summary>The timetable, and one event of it, as calendars that other programs read.</summary>
public sealed class CalendarFeedTests(TestApp app) : AppTest(app)
{
    private const StringComparison Ordinal = StringComparison.Ordinal;

    [Fact]
    public async Task The_feed_has_each_event_whose_days_are_known_under_a_key_that_stays()
    {
        var feed = await FeedAsync("/calendar.ics?lang=en&asOf=2024-02-29");

        var titles = feed.Select(e => e.Summary).ToList();
        Assert.Contains("Round table on legal pathways with Bangladesh", titles);
        Assert.DoesNotContain("Launch of the PACTS project", titles);
        var conference = feed.Single(e => e.Summary!.StartsWith("International Conference", Ordinal));
        Assert.Equal((new DateOnly(2023, 11, 28), new DateOnly(2023, 11, 29)), (conference.Start!.Day, conference.End!.Day));
        Assert.Equal(("CONFIRMED", "Brussels"), (conference.Status, conference.Location));
        Assert.EndsWith("/en/events/conference-2023", conference.Url, Ordinal);
        var french = await FeedAsync("/calendar.ics?lang=fr&asOf=2024-02-29");
        Assert.Equal(feed.Select(e => e.Uid).Order(), french.Select(e => e.Uid).Order());
        Assert.Contains(french, e => e.Summary!.StartsWith("Conférence internationale", Ordinal));
    }

    [Fact]
    public async Task As_long_as_nothing_changes_the_feed_is_the_same_and_a_change_raises_its_number()
    {
        var (one, other) = (await TextAsync("/calendar.ics?lang=en"), await TextAsync("/calendar.ics?lang=en"));
        Assert.Equal(one, other);
        var code = "untoc-cop-2024-10";
        var before = Assert.Single(await FeedAsync($"/en/events/{code}.ics"));
        Assert.Equal("TENTATIVE", before.Status);

        var officer = await App.AsAsync(Role.Officer);
        var cancelling = await officer.GetAsync($"/office/events/{code}/announce/cancelled");
        var page = await cancelling.Form("announce").With("Source", "A note of the organiser").SubmitAsync();
        var after = Assert.Single(await FeedAsync($"/en/events/{code}.ics"));
        page = await page.FollowAsync("Take back Cancel the event: 14-18 October 2024");
        await page.Form("take-back").With("Because", "It was another event").SubmitAsync();
        Assert.Equal("TENTATIVE", Assert.Single(await FeedAsync($"/en/events/{code}.ics")).Status);

        Assert.Equal(("CANCELLED", before.Uid), (after.Status, after.Uid));
        Assert.True(after.Sequence > before.Sequence);
        Assert.True(after.Stamp!.Instant > before.Stamp!.Instant);
    }

    [Fact]
    public async Task One_event_is_taken_over_as_a_file_and_one_without_days_is_none()
    {
        using var response = await App.Anybody().OpenAsync("/fr/events/conference-2023.ics");
        Assert.Equal("text/calendar", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("conference-2023.ics", response.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal(HttpStatusCode.NotFound, (await App.Anybody().GetAsync("/en/events/pacts-launch-2024.ics")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await App.Anybody().GetAsync("/en/events/none.ics")).Status);
    }

    [Theory]
    [InlineData("/calendar.ics?lang=en")]
    [InlineData("/calendar.ics?lang=fr&asOf=2024-02-29")]
    [InlineData("/en/events/conference-2023.ics")]
    public async Task Two_other_programs_read_the_feeds(string address) =>
        await OtherReaders.AgreeAsync(await App.Anybody().DownloadAsync(address));

    private async Task<string> TextAsync(string address) => Encoding.UTF8.GetString(await App.Anybody().DownloadAsync(address));

    private async Task<IReadOnlyList<CalendarEvent>> FeedAsync(string address)
    {
        var calendar = CalendarReader.Read(await TextAsync(address));
        Assert.Equal(("PUBLISH", null), (calendar.Method, calendar.UnreadableReason));
        return calendar.Events;
    }
}
