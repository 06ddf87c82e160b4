using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Events;
using Secretariat.Modules.Identity;
using Secretariat.Platform.Domain;

namespace Secretariat.Tests.Events;

/// <summary>Officers write press points, livestreams and documents of an event, and choose what came out of it.</summary>
public sealed class EditPressTests(TestApp app) : AppTest(app)
{
    private const StringComparison Ordinal = StringComparison.Ordinal;
    private const string Conference = "conference-2023";

    private static DateOnly Today => TimeProvider.System.Today();

    [Fact]
    public async Task What_is_written_stands_on_the_page_in_both_languages()
    {
        var (officer, code) = await GivenEventAsync("Told to the press");
        var held = (await officer.GetAsync($"/office/events/{code}/announce/held")).Form("announce");
        await held.With("First", $"{Today:yyyy-MM-dd}").With("Source", "A note").SubmitAsync();

        var page = await (await officer.GetAsync($"/office/events/{code}")).FollowAsync("Press, livestreams and documents");
        page = await page.Form("press")
            .With("PressPoints", "Doorstep = Point presse | ~9:05; 13h15 CET | EbS (live)\n\nPhotograph | 10:00 UTC+2")
            .With("Streams", "Opening = Ouverture | https://example.org/live\nClosing | EbS")
            .With("Documents", "Press release = Communiqué de presse\nProgramme")
            .Tick("Outcomes", "call-to-action-2023")
            .Tick("Files", "2023-0438-cod")
            .SubmitAsync();
        Assert.Contains("The page of the event has changed.", page.Text, Ordinal);

        var english = await App.Anybody().GetAsync($"/en/events/{code}");
        var rows = english.Document.QuerySelectorAll("main tbody tr").Select(r => TestPage.Squeeze(r.TextContent)).ToList();
        Assert.Contains(
            "Doorstep ±09:05 Europe/Brussels 13:15 CET The sources give different times; all of them are kept. EbS (live)",
            rows
        );
        Assert.Contains("Photograph 10:00 UTC+2", rows);
        foreach (var told in (string[])["Opening: https://example.org/live", "Closing: EbS", "Press release", "Call to Action"])
            Assert.Contains(told, english.Text, Ordinal);
        Assert.NotNull(english.Document.QuerySelector("main a[href='https://example.org/live']"));
        Assert.NotNull(english.Document.QuerySelector("main a[href='/en/legislation/2023-0438-cod']"));
        Assert.Null(english.Document.QuerySelector("main a[href='/en/legislation/2023-0439-cod']"));
        var french = await App.Anybody().GetAsync($"/fr/events/{code}");
        foreach (var told in (string[])["Point presse", "(en direct)", "Ouverture", "Communiqué de presse", "Programme"])
            Assert.Contains(told, french.Text, Ordinal);
        Assert.DoesNotContain("Doorstep", french.Text, Ordinal);
    }

    [Theory]
    [InlineData("en", Conference)]
    [InlineData("fr", Conference)]
    [InlineData("en", "jha-council-2024-03")]
    public async Task What_is_saved_as_it_was_stays_as_it_was(string language, string code)
    {
        var before = await DetailsAsync(code);
        var officer = await App.AsAsync(Role.Officer);
        var page = await officer.GetAsync($"/office/events/{code}/press?lang={language}");

        page = await page.Form("press").SubmitAsync();

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal($"/office/events/{code}", page.Address);
        Assert.Equal(JsonSerializer.Serialize(before), JsonSerializer.Serialize(await DetailsAsync(code)));
    }

    [Fact]
    public async Task Of_a_line_that_changes_only_what_is_written_anew_loses_its_source()
    {
        var (officer, code) = await GivenEventAsync("Mended");
        var given = await DetailsAsync(Conference);
        // Two of one title, the first of which is taken out; and an instrument that the record does not know.
        await App.GivenAsync(async db =>
        {
            var e = await db.Events.SingleAsync(e => e.Code == code, Cancelled);
            var twice = given.PressPoints[1] with { Times = [given.PressPoints[0].Times[0]] };
            e.Details = given with { PressPoints = [twice, given.PressPoints[1]], Outcomes = ["of-elsewhere"] };
        });
        var form = (await officer.GetAsync($"/office/events/{code}/press")).Form("press");
        var lines = form.Value("PressPoints")!.ReplaceLineEndings("\n").Trim().Split('\n');
        await form.With("PressPoints", lines[1].Replace("±13:00 CET", "13:30 CET", Ordinal))
            .With("Streams", "opening and closing = début et fin | EbS+")
            .SubmitAsync();

        var details = await DetailsAsync(code);
        var point = Assert.Single(details.PressPoints);
        Assert.Equal(["±13:15 CET", "13:30 CET"], point.Times.Select(t => t.InWords));
        Assert.True(point is { IsLive: true, IsDisputed: true, Channel: "EbS" });
        Assert.Equal("conférence de presse de la commissaire aux affaires intérieures", point.What.In("fr"));
        Assert.Equal(["of-elsewhere"], details.Outcomes);
        var stream = Assert.Single(details.Streams);
        Assert.Equal(("début et fin", "EbS+", 0), (stream.What.In("fr"), stream.Channel, stream.Sources.Count));
        Assert.Equal(given.Documents, details.Documents);
    }

    [Theory]
    [InlineData("PressPoints", "Doorstep", "“Doorstep” is no title, time and channel with | between")]
    [InlineData("PressPoints", "Doorstep | 9:00 | EbS | live", "“Doorstep | 9:00 | EbS | live” is no title, time and channel")]
    [InlineData("PressPoints", "Doorstep | noon", "“Doorstep | noon”: “noon” is no time such as 12:30")]
    [InlineData("PressPoints", "Doorstep | 12:00; 25:00", "“Doorstep | 12:00; 25:00”: “25:00” is no time such as 12:30")]
    [InlineData("PressPoints", "Doorstep | 1:00 PM", "“Doorstep | 1:00 PM”: “1:00 PM” is no time such as 12:30")]
    [InlineData("PressPoints", "= Point presse | 9:00", "“= Point presse | 9:00” has no title in English")]
    [InlineData("Streams", "Opening", "“Opening” is no title and channel with | between")]
    [InlineData("Documents", "= Communiqué", "“= Communiqué” has no title in English")]
    public async Task A_line_that_is_wrong_is_named_at_its_field(string field, string line, string reason)
    {
        var (officer, code) = await GivenEventAsync($"Refused {Guid.CreateVersion7()}");
        var form = (await officer.GetAsync($"/office/events/{code}/press")).Form("press");

        var page = await form.With("Documents", "Kept").With(field, line).Tick("Files", "2023-0438-cod").SubmitAsync();

        Assert.Contains(reason, page.Document.GetElementById($"{field}-error")!.TextContent, Ordinal);
        Assert.Equal(line, page.Form("press").Value(field)?.Trim());
        Assert.Equal("2023-0438-cod", page.Form("press").Value("Files"));
        Assert.Equal(JsonSerializer.Serialize(EventDetails.None), JsonSerializer.Serialize(await DetailsAsync(code)));
    }

    [Fact]
    public async Task Of_two_who_write_at_once_one_is_heard()
    {
        var (officer, code) = await GivenEventAsync("Written twice");
        var (one, other) = (
            await officer.GetAsync($"/office/events/{code}/press"),
            await officer.GetAsync($"/office/events/{code}/press")
        );
        await one.Form("press").With("Documents", "Programme").SubmitAsync();

        var late = await other.Form("press").With("Documents", "Press release").SubmitAsync();

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal("Programme", Assert.Single((await DetailsAsync(code)).Documents).In("en"));
    }

    private async Task<(TestBrowser Officer, string Code)> GivenEventAsync(string title)
    {
        var officer = await App.AsAsync(Role.Officer);
        var page = await officer.GetAsync("/office/events/new");
        page = await page.Form("event").With("TitleEn", title).With("First", $"{Today:yyyy-MM-dd}").SubmitAsync();
        return (officer, page.Address.Split('/')[^1]);
    }

    private Task<EventDetails> DetailsAsync(string code) =>
        App.ReadAsync(db => db.Events.AsNoTracking().Where(e => e.Code == code).Select(e => e.Details).SingleAsync(Cancelled));
}
