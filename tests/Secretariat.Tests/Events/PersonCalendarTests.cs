using System.Net;
using Secretariat.Formats.ICalendar;
using Secretariat.Tests.Formats.ICalendar;

namespace Secretariat.Tests.Events;

/// <summary>An event in the calendar of one who is registered, with what they speak at.</summary>
public sealed class PersonCalendarTests(TestApp app) : RegistrationTest(app)
{
    [Fact]
    public async Task A_speaker_takes_over_the_event_and_their_items_as_they_were_released()
    {
        var (officer, code) = await GivenOpenAsync("Own calendar", null, null, false, "ms-fr");
        var head = Head("Own calendar", "ms-fr");
        var link = await LinkToAsync(head);
        var browser = App.Anybody();
        foreach (var name in new[] { "Zoé", "Bo" })
            await RegisterAsync(browser, link, $"{name} Sample", $"{Fold(name)}@own.calendar.example", head);
        await AddAsync(officer, code, "10:00", "Opening", "Zoe Sample, Minister");
        await AddAsync(officer, code, "12:00", "Lunch", null);
        var release = await officer.GetAsync($"/office/events/{code}/programme/release");
        await release.Form("release").SubmitAsync();
        await AddAsync(officer, code, "15:00", "Still a draft", "Zoé Sample, Minister");

        var own = await LinkToAsync("zoe@own.calendar.example");
        var speaker = await CalendarAsync(own);

        Assert.Equal(["Own calendar", "Opening"], speaker.Select(e => e.Summary));
        Assert.Equal("Europe/Brussels", speaker[1].TimeZone);
        Assert.Equal(speaker[1].Start!.Instant!.Value.AddHours(1), speaker[1].End!.Instant);
        Assert.Equal(
            ["Own calendar"],
            (await CalendarAsync(await LinkToAsync("bo@own.calendar.example"))).Select(e => e.Summary)
        );
        await OtherReaders.AgreeAsync(await App.Anybody().DownloadAsync($"{own}/calendar.ics"));
        await (await officer.GetAsync($"/office/events/{code}/page")).Form("page").With("AimEn", "To meet.").SubmitAsync();
        var again = (await CalendarAsync(own))[1];
        Assert.Equal(speaker[1].Uid, again.Uid);
        Assert.True(again.Sequence > speaker[1].Sequence);

        var page = await (await browser.GetAsync(link)).FollowAsync("Change or withdraw Zoé Sample");
        await page.Form("withdraw").SubmitAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await App.Anybody().GetAsync($"{own}/calendar.ics")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await App.Anybody().GetAsync("/t/person-nothing/calendar.ics")).Status);
    }

    private static string Fold(string name) => Secretariat.Platform.Domain.Fold.Of(name);

    private static async Task AddAsync(TestBrowser officer, string code, string from, string title, string? speakers)
    {
        var form = (await officer.GetAsync($"/office/events/{code}/programme"))
            .Form("item")
            .With("From", from)
            .With("TitleEn", title);
        form = form.With("Until", $"{int.Parse(from[..2], System.Globalization.CultureInfo.InvariantCulture) + 1}:00");
        var page = await (speakers is null ? form : form.With("SpeakersEn", speakers)).SubmitAsync();
        Assert.Contains("The programme has changed.", page.Text, StringComparison.Ordinal);
    }

    private async Task<List<CalendarEvent>> CalendarAsync(string own)
    {
        using var answer = await App.Anybody().OpenAsync($"{own}/calendar.ics");
        Assert.Equal("noindex", answer.Headers.GetValues("X-Robots-Tag").Single());
        return [.. CalendarReader.Read(await answer.Content.ReadAsStringAsync(Cancelled)).Events];
    }
}
