using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Events.Programme;
using Secretariat.Modules.Identity;
using Secretariat.Platform.Localization;

namespace Secretariat.Tests.Events;

/// <summary>The way from room to room and the time windows of those who cannot stay: what is against them is explained.</summary>
public sealed class ProgrammeLimitsTests(TestApp app) : ProgrammeTest(app)
{
    private static readonly DateOnly Day = new(2026, 12, 15);

    [Fact]
    public async Task Whoever_is_in_two_rooms_needs_time_between_until_it_is_said_why_not()
    {
        var (officer, code) = await GivenEventAsync("Ways");
        await AddAsync(officer, code, "10:00", "11:00", "Panel", ("Room", "Hall 1"), ("SpeakersEn", "Ada Sample, Minister"));
        // Enough time, the same room, or somebody else.
        await AddAsync(officer, code, "11:10", "11:20", "Later", ("Room", "Hall 2"), ("ChairsEn", "Ada Sample"));
        await AddAsync(officer, code, "11:20", "11:30", "Again", ("Room", "hall 2"), ("ChairsEn", "Ada Sample"));
        await AddAsync(officer, code, "11:05", "11:10", "Other", ("Room", "Hall 3"), ("ChairsEn", "Bo Sample"));

        var page = await TryAsync(officer, code, "09:30", "09:51", "Before", ("Room", "Hall 4"), ("ChairsEn", "ada sample"));

        var why = "ada sample needs at least 10 minutes to get from Hall 4 to Hall 1: “Panel”, 10:00–11:00.";
        Assert.Equal(why, page.Document.QuerySelector("#From-error")!.TextContent);
        page = await page.Form("item").With("ClashBecause", "A car waits").SubmitAsync();
        Assert.Contains("Why it may stand: A car waits", page.Text, Ordinal);
        Assert.Contains(
            "Ada Sample needs at least 10 minutes to get from Hall 4 to Hall 1: “Before”, 09:30–09:51.",
            page.Text,
            Ordinal
        );
        await ReleaseAsync(officer, code);
    }

    [Fact]
    public async Task The_office_sets_the_minutes_and_nothing_is_released_that_they_make_impossible()
    {
        var (officer, code) = await GivenEventAsync("Minutes");
        await AddAsync(officer, code, "10:00", "11:00", "Panel", ("Room", "Hall 1"), ("ChairsEn", "Ada Sample"));
        await AddAsync(officer, code, "11:10", "12:00", "Round table", ("Room", "Hall 2"), ("ChairsEn", "Ada Sample"));
        var page = await LimitsPageAsync(officer, code);
        Assert.Equal("10", page.Form("limits").Value("Minutes"));

        page = await page.Form("limits").With("Minutes", "15").SubmitAsync();

        Assert.Contains("The ways and time windows have been saved.", page.Text, Ordinal);
        Assert.Equal("15", page.Form("limits").Value("Minutes"));
        var programme = await officer.GetAsync($"/office/events/{code}/programme");
        Assert.Contains("needs at least 15 minutes to get from Hall 1 to Hall 2", programme.Text, Ordinal);
        page = await officer.GetAsync($"/office/events/{code}/programme/release");
        Assert.Contains("What cannot stand so: 2", page.Text, Ordinal);
        page = await page.Form("release").SubmitAsync();
        Assert.Contains("Say in the programme why these may stand", page.Text, Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await App.Anybody().GetAsync($"/en/events/{code}/programme")).Status);
        // Said of one of the two it is said of both.
        var item = await programme.FollowAsync("Change Panel");
        await item.Form("item").With("ClashBecause", "The halls are next door").SubmitAsync();
        await ReleaseAsync(officer, code);
        page = await (await LimitsPageAsync(officer, code)).Form("limits").With("Minutes", "0").SubmitAsync();
        Assert.Equal("0", page.Form("limits").Value("Minutes"));
        programme = await officer.GetAsync($"/office/events/{code}/programme");
        Assert.DoesNotContain("needs at least", programme.Text, Ordinal);
    }

    [Fact]
    public async Task Whoever_has_time_windows_is_there_only_within_one_of_them()
    {
        var (officer, code) = await GivenEventAsync("Windows");
        await AddWindowAsync(officer, code, "Ada Sample", "09:00", "10:30");
        var page = await AddWindowAsync(officer, code, "Ada Sample", "14:00", "15:00");
        Assert.Equal(2, page.Document.QuerySelectorAll("main tbody tr").Length);
        Assert.Contains("Nobody of that name stands in the programme.", page.Text, Ordinal);

        await AddAsync(officer, code, "09:00", "10:30", "Fits", ("SpeakersEn", "Ada Sample, Minister"));
        await AddAsync(officer, code, "14:00", null, "Fits too", ("ChairsEn", "ADA SAMPLE"));
        await AddAsync(officer, code, "11:00", "12:00", "Of others", ("ChairsEn", "Bo Sample"));
        page = await TryAsync(officer, code, "14:30", "15:30", "Too long", ("SpeakersFr", "Ada Sample, ministre"));

        var error = page.Document.QuerySelector("#From-error")!.TextContent;
        Assert.Matches(@"^Ada Sample is at the event only at these times: .*, 09:00–10:30; .*, 14:00–15:00\.", error);
        page = await page.Form("item").With("ClashBecause", "She stays for it").SubmitAsync();
        Assert.Contains("Why it may stand: She stays for it", page.Text, Ordinal);
        page = await LimitsPageAsync(officer, code);
        Assert.DoesNotContain("Nobody of that name", page.Text, Ordinal);
        foreach (var _ in Enumerable.Range(0, 2))
            page = await page.Form("take-out-0").SubmitAsync();
        Assert.Contains("Everybody is taken to be there all the time.", page.Text, Ordinal);
        var programme = await officer.GetAsync($"/office/events/{code}/programme");
        Assert.DoesNotContain("is at the event only", programme.Text, Ordinal);
    }

    [Theory]
    [InlineData("Name", "", "Name is missing.")]
    [InlineData("Day", "", "Day is missing.")]
    [InlineData("From", "", "There from is missing.")]
    [InlineData("Until", "", "There until is missing.")]
    [InlineData("Until", "09:00", "It must end after it begins.")]
    [InlineData("Minutes", "", "Minutes from room to room is missing.")]
    [InlineData("Minutes", "-1", null)]
    [InlineData("Minutes", "241", null)]
    [InlineData("Minutes", "soon", null)]
    [InlineData("Day", "2026-13-45", null)]
    [InlineData("Day", "2020-01-01", null)]
    public async Task What_cannot_be_is_refused_at_its_field_and_nothing_typed_is_lost(string field, string value, string? reason)
    {
        var (officer, code) = await GivenEventAsync($"Refused {field} {value}");
        var form = (await LimitsPageAsync(officer, code)).Form("limits");
        form.With("Name", "Ada Sample").With("Day", $"{First:yyyy-MM-dd}").With("From", "09:00").With("Until", "10:00");

        var page = await form.With(field, value).SubmitAsync();

        var errors = page.Document.QuerySelectorAll($"#{field}-error");
        Assert.Equal(reason ?? errors[0].TextContent, Assert.Single(errors).TextContent);
        Assert.Equal(value, page.Form("limits").Value(field));
        Assert.Equal(field == "From" ? "10:00" : "09:00", page.Form("limits").Value(field == "From" ? "Until" : "From"));
        Assert.Null(await LimitsAsync(code));
    }

    [Fact]
    public async Task Of_two_who_set_them_one_is_heard_and_readers_set_none()
    {
        var (officer, code) = await GivenEventAsync("Two at once");
        var (seen, late) = (await LimitsPageAsync(officer, code), await LimitsPageAsync(officer, code));
        await seen.Form("limits").With("Minutes", "20").SubmitAsync();

        Assert.Equal(HttpStatusCode.Conflict, (await late.Form("limits").With("Minutes", "5").SubmitAsync()).Status);
        var page = await AddWindowAsync(officer, code, "Ada Sample", "09:00", "10:00");
        await AddWindowAsync(officer, code, "Bo Sample", "09:00", "10:00");
        Assert.Equal(HttpStatusCode.Conflict, (await page.Form("take-out-0").SubmitAsync()).Status);
        var limits = await LimitsAsync(code);
        Assert.Equal((20, 2), (limits!.MinutesBetweenRooms, limits.Windows.Count));
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await (await App.AsAsync(Role.Reader)).GetAsync($"/office/events/{code}/programme/windows")).Status
        );
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync("/office/events/no-such-event/programme/windows")).Status);
        var unknown = await officer.PostAsync(
            $"/office/events/{code}/programme/windows?handler=TakeOut",
            [
                new("Version", $"{limits.Version}"),
                new("window", "nobody"),
                new(
                    "__RequestVerificationToken",
                    (await LimitsPageAsync(officer, code)).Form("limits").Value("__RequestVerificationToken")!
                ),
            ]
        );
        Assert.Equal(HttpStatusCode.Conflict, unknown.Status);
    }

    [Theory]
    [InlineData("23:30", "23:55", 1, "00:03", true)]
    [InlineData("23:30", "23:55", 1, "00:05", false)]
    [InlineData("23:30", null, 1, "00:03", false)]
    [InlineData("10:00", "10:00", 0, "10:09", true)]
    public void Midnight_is_no_way_out(string from, string? until, int days, string next, bool isTooShort)
    {
        var (one, other) = (Item(Day, from, until, "Hall 1"), Item(Day.AddDays(days), next, null, "Hall 2"));
        var limits = new ProgrammeLimits { EventId = one.EventId };

        Assert.Equal(isTooShort, ProgrammeClashes.Of(one, [one, other], limits).Count == 1);
        Assert.Equal(isTooShort, ProgrammeClashes.Of(other, [one, other], limits).Count == 1);
    }

    [Theory]
    [InlineData("10:00", "10:30", "11:00", true)]
    [InlineData("10:00", "10:20", "11:00", true)]
    [InlineData("10:00", "10:31", "11:00", false)]
    public void Two_windows_that_meet_are_one(string from, string next, string until, bool isOne)
    {
        var item = Item(Day, from, until, "Hall 1");
        var limits = new ProgrammeLimits
        {
            EventId = item.EventId,
            Windows = [Window("Ada Sample", next, until), Window("Ada Sample", from, "10:30")],
        };

        Assert.Equal(isOne, ProgrammeClashes.Of(item, [item], limits).Count == 0);
    }

    [Fact]
    public void A_name_is_the_same_without_its_accents()
    {
        var (one, other) = (Item(Day, "10:00", "11:00", "Salle É"), Item(Day, "10:30", "11:30", "Salle E"));
        (one.Speakers, other.Speakers) = (LocalizedText.InEnglish("Zoé Łoś"), LocalizedText.InEnglish("ZOE LOS"));
        var limits = new ProgrammeLimits { EventId = one.EventId, Windows = [Window("zoe los", "14:00", "15:00")] };

        // Two rooms may differ by their accent alone.
        Assert.Equal(2, ProgrammeClashes.Of(one, [one, other], limits).Count);
    }

    [Fact]
    public void A_clash_is_said_in_French()
    {
        var item = Item(Day, "10:00", "11:00", "Salle 1");
        var limits = new ProgrammeLimits
        {
            EventId = item.EventId,
            Windows = [new("Ada Sample", Day, new(9, 0), new(10, 30)), new("Ada Sample", new(2027, 1, 1), new(9, 0), new(10, 0))],
        };

        var why = new Catalogue().For("fr").Of(Assert.Single(ProgrammeClashes.Of(item, [item], limits)).Why);

        Assert.EndsWith(": 15 décembre 2026, 09:00–10:30; 1er janvier 2027, 09:00–10:00.", why, Ordinal);
    }

    private static TimeWindow Window(string name, string from, string until) =>
        new(name, Day, TimeOnly.Parse(from, CultureInfo.InvariantCulture), TimeOnly.Parse(until, CultureInfo.InvariantCulture));

    private static ProgrammeItem Item(DateOnly day, string from, string? until, string room) =>
        new()
        {
            EventId = Guid.Empty,
            Day = day,
            From = TimeOnly.Parse(from, CultureInfo.InvariantCulture),
            Until = until is null ? null : TimeOnly.Parse(until, CultureInfo.InvariantCulture),
            Title = LocalizedText.InEnglish("Item"),
            Room = room,
            Speakers = LocalizedText.InEnglish("Ada Sample, Minister"),
        };

    private static Task<TestPage> LimitsPageAsync(TestBrowser officer, string code) =>
        officer.GetAsync($"/office/events/{code}/programme/windows");

    private static async Task<TestPage> AddWindowAsync(TestBrowser officer, string code, string name, string from, string until)
    {
        var form = (await LimitsPageAsync(officer, code)).Form("limits");
        var page = await form.With("Name", name)
            .With("Day", $"{First:yyyy-MM-dd}")
            .With("From", from)
            .With("Until", until)
            .SubmitAsync();
        Assert.Contains("The ways and time windows have been saved.", page.Text, Ordinal);
        return page;
    }

    private Task<ProgrammeLimits?> LimitsAsync(string code) =>
        App.ReadAsync(db =>
            db.ProgrammeLimits.AsNoTracking()
                .SingleOrDefaultAsync(l => db.Events.Any(e => e.Id == l.EventId && e.Code == code), Cancelled)
        );
}
