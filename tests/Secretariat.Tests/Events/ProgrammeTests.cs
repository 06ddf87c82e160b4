using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Events;
using Secretariat.Modules.Events.Programme;
using Secretariat.Modules.Identity;
using Secretariat.Platform.Domain;

namespace Secretariat.Tests.Events;

/// <summary>An event has a programme: officers write it, readers read it.</summary>
public sealed class ProgrammeTests(TestApp app) : AppTest(app)
{
    [Fact]
    public async Task What_is_added_stands_by_day_and_time_with_who_speaks_and_the_room()
    {
        var (officer, address) = await GivenEventAsync("In order");
        var page = await officer.GetAsync(address);
        Assert.Contains("Nothing stands in the programme yet.", page.Text, Ordinal);
        Assert.Equal($"{First:yyyy-MM-dd}", page.Form("item").Value("Day"));

        await AddAsync(officer, address, First.AddDays(1), "09:00", "10:00", "Second day");
        await AddAsync(officer, address, First, "14:00", null, "Afternoon");
        page = await (await officer.GetAsync(address))
            .Form("item")
            .With("Day", $"{First:yyyy-MM-dd}")
            .With("From", "10:00")
            .With("Until", "10:45")
            .With("TitleEn", "Opening")
            .With("TitleFr", "Ouverture")
            .With("SpeakersEn", "Ada Sample, Minister")
            .With("SpeakersFr", "Ada Sample, ministre")
            .With("Room", "Hall 1")
            .SubmitAsync();

        Assert.Contains("The programme has changed.", page.Text, Ordinal);
        Assert.Equal(
            ["10:00–10:45 Opening Ada Sample, Minister Hall 1", "14:00 Afternoon", "09:00–10:00 Second day"],
            Rows(page)
        );
        var french = await officer.GetAsync($"{address}?lang=fr");
        Assert.Contains("10:00–10:45 Ouverture Ada Sample, ministre Hall 1", french.Text, Ordinal);
        var record = await officer.GetAsync(address[..^"/programme".Length]);
        Assert.Contains(record.Document.QuerySelectorAll("main a"), a => a.GetAttribute("href") == address);
    }

    [Fact]
    public async Task An_item_is_changed_and_taken_out_and_whoever_is_slower_hears_it()
    {
        var (officer, address) = await GivenEventAsync("To change");
        var page = await AddAsync(officer, address, First, "10:00", "11:00", "Panel");
        var seen = await page.FollowAsync("Change Panel");
        Assert.Equal(
            ("10:00", "11:00", "Panel"),
            (seen.Form("item").Value("From"), seen.Form("item").Value("Until"), seen.Form("item").Value("TitleEn"))
        );

        page = await seen.Form("item").With("From", "10:30").With("Until", "").With("TitleEn", "Panel on routes").SubmitAsync();
        Assert.Equal(["10:30 Panel on routes"], Rows(page));
        Assert.Equal(HttpStatusCode.Conflict, (await seen.Form("item").With("TitleEn", "Other").SubmitAsync()).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await seen.Form("take-out").SubmitAsync()).Status);
        var mistyped = await seen.Form("item").With("From", "").With("TitleEn", "Other").SubmitAsync();
        Assert.Equal(HttpStatusCode.Conflict, (await mistyped.Form("item").With("From", "10:45").SubmitAsync()).Status);

        var again = await page.FollowAsync("Change Panel on routes");
        page = await again.Form("take-out").SubmitAsync();
        Assert.Contains("Nothing stands in the programme yet.", page.Text, Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await again.Form("take-out").SubmitAsync()).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await again.Form("item").SubmitAsync()).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync(again.Address)).Status);
    }

    [Theory]
    [InlineData("Until", "10:00", "It must end after it begins.")]
    [InlineData("Until", "09:30", "It must end after it begins.")]
    [InlineData("From", "", "Begins at is missing.")]
    [InlineData("TitleEn", " ", "Title, in English is missing.")]
    [InlineData("Day", "", "Day is missing.")]
    public async Task What_cannot_be_is_refused_at_its_field_and_nothing_typed_is_lost(string field, string value, string reason)
    {
        var (officer, address) = await GivenEventAsync($"Refused {field} {value}");
        var form = (await officer.GetAsync(address)).Form("item");
        form.With("From", "10:00").With("TitleEn", "Opening").With("SpeakersEn", "Ada Sample").With("Room", "Hall 1");

        var page = await form.With(field, value).SubmitAsync();

        Assert.Equal(reason, page.Document.QuerySelector($"#{field}-error")?.TextContent);
        Assert.Equal(("Ada Sample", "Hall 1"), (page.Form("item").Value("SpeakersEn"), page.Form("item").Value("Room")));
        Assert.Equal(value, page.Form("item").Value(field));
        Assert.Empty(await ItemsAsync(address));
    }

    [Fact]
    public async Task What_needs_the_same_room_or_people_at_once_is_refused_until_it_is_said_why_it_may()
    {
        var (officer, address) = await GivenEventAsync("Clashes");
        await AddAsync(
            officer,
            address,
            First,
            "10:00",
            "11:00",
            "Panel",
            ("Room", "Hall 1"),
            ("SpeakersEn", "Ada Sample, Minister; Bo Sample")
        );
        // What begins when it ends, or is elsewhere with others, is beside nothing.
        await AddAsync(
            officer,
            address,
            First,
            "11:00",
            "12:00",
            "After it",
            ("Room", "hall 1"),
            ("ChairsEn", "Ada Sample, Chair")
        );
        await AddAsync(officer, address, First, "10:30", "11:30", "Elsewhere", ("Room", "Hall 2"), ("SpeakersEn", "Cy Sample"));
        Assert.Equal(3, (await ItemsAsync(address)).Count);

        var page = await AddAsync(
            officer,
            address,
            First,
            "10:15",
            null,
            "Photograph",
            ("Room", "HALL 1"),
            ("ChairsEn", "ada sample")
        );

        Assert.Contains("“Panel” is in the same room: 10:00–11:00.", page.Text, Ordinal);
        Assert.Contains("ada sample is at “Panel”: 10:00–11:00.", page.Text, Ordinal);
        Assert.Equal(3, (await ItemsAsync(address)).Count);
        page = await page.Form("item").With("ClashBecause", "It is taken during the panel").SubmitAsync();
        Assert.Contains("Why it may stand: It is taken during the panel", page.Text, Ordinal);
        Assert.Equal(4, (await ItemsAsync(address)).Count);
        // Moved away, nothing needs a reason any more.
        page = await (await page.FollowAsync("Change Photograph")).Form("item").With("From", "12:30").SubmitAsync();
        Assert.DoesNotContain("Why it may stand: ", page.Text, Ordinal);
    }

    [Theory]
    [InlineData("2026-03-29", "There is no such time on that day: the clocks of Europe/Brussels go forward.")]
    [InlineData("2026-10-25", "That time comes twice on that day: the clocks of Europe/Brussels go back. Choose another one.")]
    public async Task A_time_that_the_clocks_leave_out_or_show_twice_is_refused(string on, string answer)
    {
        var day = DateOnly.ParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var (officer, address) = await GivenEventAsync($"Clocks of {on}");
        var code = address.Split('/')[3];
        await App.GivenAsync(async db =>
        {
            var e = await db.Events.Include(e => e.Announcements).SingleAsync(e => e.Code == code, Cancelled);
            e.Announcements.Clear();
            var announcement = new Announcement
            {
                EventId = e.Id,
                AnnouncedOn = new(2026, 1, 5),
                Timing = TimingWords.Of(Precision.Day, day),
            };
            db.Announcements.Add(announcement);
        });

        var page = await AddAsync(officer, address, day, "02:30", "04:00", "Night session");

        Assert.Contains(answer, page.Text, Ordinal);
        Assert.Empty(await ItemsAsync(address));
    }

    [Fact]
    public async Task A_day_outside_the_event_and_too_long_a_text_are_refused()
    {
        var (officer, address) = await GivenEventAsync("Outside");
        var form = (await officer.GetAsync(address)).Form("item");
        var day = $"{First.AddDays(2):yyyy-MM-dd}";
        form.With("Day", day)
            .With("From", "10:00")
            .With("TitleEn", new string('x', 201))
            .With("SpeakersFr", new string('x', 401));

        var page = await form.With("Room", new string('x', 101)).SubmitAsync();

        Assert.StartsWith("Choose a day of the event, from ", page.Document.QuerySelector("#Day-error")!.TextContent, Ordinal);
        foreach (var field in new[] { "TitleEn", "SpeakersFr", "Room" })
            Assert.NotNull(page.Document.QuerySelector($"#{field}-error"));
        Assert.Equal(day, page.Form("item").Value("Day"));
        Assert.Equal(201, page.Form("item").Value("TitleEn")!.Length);
        Assert.Empty(await ItemsAsync(address));
    }

    [Fact]
    public async Task A_reader_sees_the_programme_and_writes_nothing()
    {
        var (officer, address) = await GivenEventAsync("Read");
        var written = await AddAsync(officer, address, First, "10:00", null, "Opening");
        var reader = await App.AsAsync(Role.Reader);

        var page = await reader.GetAsync(address);

        Assert.Equal(["10:00 Opening"], Rows(page));
        Assert.Empty(page.Document.QuerySelectorAll("main form"));
        var item = Assert.Single(await ItemsAsync(address));
        var posted = await reader.PostAsync($"{address}/{item.Id}?handler=TakeOut", [new("Version", "0")]);
        Assert.Equal(HttpStatusCode.Forbidden, posted.Status);
        Assert.Single(await ItemsAsync(address));
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync("/office/events/no-such-event/programme")).Status);
        Assert.Contains("Opening", written.Text, Ordinal);
    }

    [Fact]
    public async Task Speakers_are_entered_in_French_alone_too()
    {
        var (officer, address) = await GivenEventAsync("French alone");
        var form = (await officer.GetAsync(address)).Form("item");

        var page = await form.With("From", "10:00")
            .With("TitleEn", "Opening")
            .With("SpeakersFr", "Ada Sample, ministre")
            .SubmitAsync();

        Assert.Equal("Ada Sample, ministre", page.Document.QuerySelector("main tbody [lang=fr]")?.TextContent);
        Assert.Equal("", (await page.FollowAsync("Change Opening")).Form("item").Value("SpeakersEn"));
    }

    private static StringComparison Ordinal => StringComparison.Ordinal;

    private static DateOnly First => TimeProvider.System.Today().AddDays(30);

    private static IEnumerable<string> Rows(TestPage page) =>
        page
            .Document.QuerySelectorAll("main tbody tr")
            .Select(row =>
                TestPage.Squeeze(string.Join(' ', row.Children.Skip(1).SkipLast(IsWritten(page)).Select(c => c.TextContent)))
            );

    /// <summary>Whoever may write has a column more.</summary>
    private static int IsWritten(TestPage page) => page.Document.QuerySelectorAll("main form").Length > 0 ? 1 : 0;

    private async Task<(TestBrowser Officer, string Address)> GivenEventAsync(string title)
    {
        var officer = await App.AsAsync(Role.Officer);
        var form = (await officer.GetAsync("/office/events/new")).Form("event");
        form.With("TitleEn", title).With("First", $"{First:yyyy-MM-dd}").With("Last", $"{First.AddDays(1):yyyy-MM-dd}");
        var page = await form.SubmitAsync();
        return (officer, $"{page.Address.Split('?')[0]}/programme");
    }

    private static async Task<TestPage> AddAsync(
        TestBrowser officer,
        string address,
        DateOnly day,
        string from,
        string? until,
        string title,
        params (string Field, string Value)[] values
    )
    {
        var form = (await officer.GetAsync(address)).Form("item");
        foreach (var (field, value) in values)
            form.With(field, value);
        return await form.With("Day", $"{day:yyyy-MM-dd}")
            .With("From", from)
            .With("Until", until ?? "")
            .With("TitleEn", title)
            .SubmitAsync();
    }

    private Task<List<ProgrammeItem>> ItemsAsync(string address)
    {
        var code = address.Split('/')[3];
        return App.ReadAsync(db =>
            db.ProgrammeItems.AsNoTracking()
                .Where(i => db.Events.Any(e => e.Id == i.EventId && e.Code == code))
                .ToListAsync(Cancelled)
        );
    }
}
