using System.Net;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Platform.Domain;
using Secretariat.Tests.Formats.Schedules;

namespace Secretariat.Tests.Events;

/// <summary>A programme is a draft until it is released; what changes from release to release is told.</summary>
public sealed class ProgrammeReleaseTests(TestApp app) : ProgrammeTest(app)
{
    [Fact]
    public async Task Nobody_reads_a_draft_and_everybody_what_is_released()
    {
        var (officer, code) = await GivenEventAsync("Released");
        await AddAsync(
            officer,
            code,
            "10:00",
            "11:00",
            "Opening",
            ("Room", "Hall 1"),
            ("Strand", "prevention"),
            ("SpeakersEn", "Ada Sample, Minister")
        );
        var anybody = App.Anybody();
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync($"/en/events/{code}/programme")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync($"/events/{code}/schedule.xml")).Status);
        Assert.DoesNotContain(
            "Programme",
            (await anybody.GetAsync($"/en/events/{code}")).Document.QuerySelector("main")!.TextContent,
            Ordinal
        );

        var page = await (await officer.GetAsync($"/office/events/{code}/programme")).FollowAsync(
            "Look at the difference and release it"
        );
        Assert.Contains("What changes: 1", page.Text, Ordinal);
        page = await page.Form("release").With("SaidEn", "The first draft for partners.").SubmitAsync();

        Assert.Contains("Everybody can read version 1 now.", page.Text, Ordinal);
        Assert.DoesNotContain("Not released yet", page.Text, Ordinal);
        page = await (await anybody.GetAsync($"/en/events/{code}")).FollowAsync("Programme");
        foreach (
            var words in new[]
            {
                "Version 1 of",
                "The first draft for partners.",
                "10:00–11:00",
                "Opening",
                "Ada Sample, Minister",
                "Hall 1",
                "Prevention",
                "Europe/Brussels",
            }
        )
            Assert.Contains(words, page.Text, Ordinal);
        var again = await officer.GetAsync($"/office/events/{code}/programme/release");
        Assert.Contains("The draft is the same as what everybody can read.", again.Text, Ordinal);
        // As of yesterday nobody had released it.
        var yesterday = TimeProvider.System.Today().AddDays(-1);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await anybody.GetAsync($"/en/events/{code}/programme?asOf={yesterday:yyyy-MM-dd}")).Status
        );
    }

    [Fact]
    public async Task The_next_release_says_what_was_moved_reworded_added_and_taken_out()
    {
        var (officer, code) = await GivenEventAsync("Twice released");
        await AddAsync(officer, code, "09:00", "10:00", "Moved one");
        await AddAsync(officer, code, "10:00", "11:00", "Reworded one", ("SpeakersEn", "Ada Sample, Minister"));
        await AddAsync(officer, code, "11:00", "12:00", "Gone one");
        await AddAsync(officer, code, "12:00", "13:00", "Same one");
        await ReleaseAsync(officer, code);
        await ChangeAsync(officer, code, "Moved one", ("From", "08:30"), ("Room", "Hall 9"));
        await ChangeAsync(officer, code, "Reworded one", ("SpeakersEn", "Bo Sample, Minister"));
        var gone = await (await officer.GetAsync($"/office/events/{code}/programme")).FollowAsync("Change Gone one");
        await gone.Form("take-out").SubmitAsync();
        await AddAsync(officer, code, "14:00", "15:00", "New one");
        // Until it is released, everybody reads what was.
        Assert.Contains("Gone one", (await App.Anybody().GetAsync($"/en/events/{code}/programme")).Text, Ordinal);

        await ReleaseAsync(officer, code);

        var page = await App.Anybody().GetAsync($"/en/events/{code}/programme");
        Assert.Contains("What has changed since version 1", page.Text, Ordinal);
        var rows = page
            .Document.QuerySelectorAll("main table")[^1]
            .QuerySelectorAll("tbody tr")
            .Select(r => TestPage.Squeeze(string.Join('|', r.Children.Take(2).Select(c => c.TextContent.Trim()))))
            .ToList();
        Assert.Equal(["Moved one|Moved", "Reworded one|Reworded", "Gone one|Taken out", "New one|New"], rows);
        Assert.Contains("08:30–10:00, Hall 9", page.Text, Ordinal);
        Assert.Contains("Bo Sample, Minister", page.Text, Ordinal);
    }

    [Fact]
    public async Task Nothing_is_released_that_its_officer_has_not_seen_and_of_two_one_is_heard()
    {
        var (officer, code) = await GivenEventAsync("Unseen");
        await AddAsync(officer, code, "09:00", "10:00", "Seen");
        var page = await officer.GetAsync($"/office/events/{code}/programme/release");
        await AddAsync(officer, code, "10:00", "11:00", "Unseen");

        var late = await page.Form("release").With("SaidEn", "Kept").SubmitAsync();

        Assert.Contains("The programme or who is told of it has changed meanwhile", late.Text, Ordinal);
        Assert.Equal("Kept", late.Form("release").Value("SaidEn"));
        Assert.Equal(HttpStatusCode.NotFound, (await App.Anybody().GetAsync($"/en/events/{code}/programme")).Status);
        var other = await (await App.AsAsync(Role.Officer)).GetAsync($"/office/events/{code}/programme/release");
        await Task.WhenAll(late.Form("release").SubmitAsync(), other.Form("release").SubmitAsync());
        Assert.Equal(
            [1],
            await App.ReadAsync(db =>
                db.ProgrammeReleases.Where(r => db.Events.Any(e => e.Id == r.EventId && e.Code == code))
                    .Select(r => r.Number)
                    .ToListAsync(Cancelled)
            )
        );
    }

    [Fact]
    public async Task Programme_apps_read_it_and_the_schemas_of_the_format_agree()
    {
        var (officer, code) = await GivenEventAsync("For apps & others");
        await AddAsync(officer, code, "09:00", null, "Arrival");
        await AddAsync(
            officer,
            code,
            "09:30",
            "10:15",
            "Opening <1>",
            ("Room", "Hall 1"),
            ("Strand", "response"),
            ("SpeakersEn", "Ada Sample, Minister; Bo Sample, Director"),
            ("ChairsEn", "Ada Sample, Minister")
        );
        await AddAsync(officer, code, "23:45", null, "Late");
        await ReleaseAsync(officer, code);

        var xml = await App.Anybody().DownloadAsync($"/events/{code}/schedule.xml?lang=en");
        var json = await App.Anybody().DownloadAsync($"/events/{code}/schedule.json?lang=en");

        await ScheduleSchemas.ValidateAsync(xml, json);
        var events = XDocument
            .Parse(Encoding.UTF8.GetString(xml))
            .Descendants("event")
            .ToDictionary(e => e.Element("title")!.Value);
        Assert.Equal("00:30", events["Arrival"].Element("duration")!.Value);
        Assert.Equal(["Ada Sample", "Bo Sample"], events["Opening <1>"].Descendants("person").Select(p => p.Value));
        Assert.Equal("Response", events["Opening <1>"].Element("track")!.Value);
        Assert.Equal("00:14", events["Late"].Element("duration")!.Value);
        Assert.Equal("1", JsonDocument.Parse(json).RootElement.GetProperty("schedule").GetProperty("version").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await App.Anybody().GetAsync($"/events/{code}/schedule.csv")).Status);
    }
}
