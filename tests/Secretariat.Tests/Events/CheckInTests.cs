using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Secretariat.Modules.Events.Day;
using Secretariat.Modules.Events.Registrations;
using Secretariat.Modules.Identity;
using Secretariat.Platform.Domain;

namespace Secretariat.Tests.Events;

/// <summary>Devices at the entrances of an event tell whom they have let in, and hear it of each other.</summary>
public sealed class CheckInTests(TestApp app) : RegistrationTest(app)
{
    private sealed record Refused(Guid Id, string Why);

    private sealed record Told(DateTimeOffset Since, List<SentCheckIn> CheckIns, List<Refused> Refused);

    [Fact]
    public async Task What_is_sent_twice_in_any_order_and_from_two_entrances_is_one_presence_and_nothing_is_lost()
    {
        var (officer, code) = await GivenPeopleAsync("Two doors");
        var (north, south) = (await GivenEntranceAsync(officer, code, "North"), await GivenEntranceAsync(officer, code, "South"));
        var (ana, ben) = await PeopleAsync(code);
        var at = TimeProvider.System.Now().AddMinutes(-5);
        SentCheckIn first = new(Guid.CreateVersion7(), ana, null, at, null);
        SentCheckIn other = new(Guid.CreateVersion7(), ana, null, at.AddMinutes(1), null);
        SentCheckIn mistaken = new(Guid.CreateVersion7(), ben, null, at, at.AddMinutes(2));

        await SendAsync(north, null, first, mistaken);
        await SendAsync(north, null, first, mistaken);
        var told = await SendAsync(south, null, other);
        Assert.Equivalent(
            new[] { (first.Id, "North"), (mistaken.Id, "North"), (other.Id, "South") },
            told.CheckIns.Select(c => (c.Id, c.Entrance!)),
            strict: true
        );
        Assert.Empty(told.Refused);
        Assert.Equal(
            3,
            await App.ReadAsync(db => db.CheckIns.CountAsync(c => c.RegistrationId == ana || c.RegistrationId == ben, Cancelled))
        );
        Assert.Equal(["1", "2"], Row(await officer.GetAsync($"/office/events/{code}/day"), "Delegates"));

        // One of the two notes is taken back: the other one still says that the person is there.
        await SendAsync(south, null, first with { TakenBackAt = at.AddMinutes(3) });
        Assert.Equal(["1", "2"], Row(await officer.GetAsync($"/office/events/{code}/day"), "Delegates"));
        await SendAsync(south, null, other with { TakenBackAt = at.AddMinutes(3) });
        // What was taken back stays so, though a device that was away says it once more.
        await SendAsync(north, null, first);
        Assert.Equal(["0", "2"], Row(await officer.GetAsync($"/office/events/{code}/day"), "Delegates"));
    }

    [Fact]
    public async Task A_device_hears_only_what_is_new()
    {
        var (officer, code) = await GivenPeopleAsync("News of doors");
        var entrance = await GivenEntranceAsync(officer, code, "Only one");
        var (ana, ben) = await PeopleAsync(code);
        var old = New(ana);
        var told = await SendAsync(entrance, null, old);
        // Whoever saved at the same moment is not overlooked: a minute is told again.
        Assert.InRange(told.Since, DateTimeOffset.MinValue, TimeProvider.System.Now().AddSeconds(-59));
        Assert.Equal(old.Id, Assert.Single((await SendAsync(entrance, told.Since)).CheckIns).Id);
        var fresh = New(ben);
        told = await SendAsync(entrance, TimeProvider.System.Now(), fresh);
        Assert.Equal(fresh.Id, Assert.Single(told.CheckIns).Id);
        // What was known is heard of again once it is taken back.
        told = await SendAsync(entrance, TimeProvider.System.Now(), old with { TakenBackAt = old.At });
        Assert.Equal(old.Id, Assert.Single(told.CheckIns).Id);
    }

    [Fact]
    public async Task A_clock_that_runs_ahead_lets_nobody_in_later_than_we_heard_of_it()
    {
        var (officer, code) = await GivenPeopleAsync("Fast clock");
        var entrance = await GivenEntranceAsync(officer, code, "Only one");
        var (ana, _) = await PeopleAsync(code);
        var told = await SendAsync(entrance, null, New(ana) with { At = TimeProvider.System.Now().AddDays(1) });
        Assert.InRange(Assert.Single(told.CheckIns).At, DateTimeOffset.MinValue, TimeProvider.System.Now());
    }

    [Fact]
    public async Task Presence_at_an_item_of_the_programme_is_counted_apart()
    {
        var (officer, code) = await GivenPeopleAsync("Items");
        var entrance = await GivenEntranceAsync(officer, code, "Room A");
        var (ana, ben) = await PeopleAsync(code);
        var form = (await officer.GetAsync($"/office/events/{code}/programme")).Form("item");
        await form.With("Day", $"{Day:yyyy-MM-dd}").With("From", "09:00").With("TitleEn", "Opening").SubmitAsync();
        await (await officer.GetAsync($"/office/events/{code}/programme/release")).Form("release").SubmitAsync();
        var item = await App.ReadAsync(db =>
            db.ProgrammeItems.Where(i => db.Events.Any(e => e.Id == i.EventId && e.Code == code))
                .Select(i => i.Id)
                .SingleAsync(Cancelled)
        );
        var expected = await ExpectedAsync(entrance);
        Assert.Contains(
            "09:00: Opening",
            expected.GetProperty("sessions")[0].GetProperty("title").GetString(),
            StringComparison.Ordinal
        );
        await SendAsync(entrance, null, New(ana), New(ana) with { Session = item }, New(ben) with { Session = item });
        var page = await officer.GetAsync($"/office/events/{code}/day");
        Assert.Equal(["1", "2"], Row(page, "Delegates"));
        Assert.Equal(["2"], Row(page, "09:00: Opening"));
    }

    [Fact]
    public async Task Whoever_is_not_expected_is_refused_by_name_of_the_key_and_the_others_are_taken()
    {
        var (officer, code) = await GivenPeopleAsync("Strangers");
        var entrance = await GivenEntranceAsync(officer, code, "Only one");
        var (ana, _) = await PeopleAsync(code);
        var (good, stranger) = (New(ana), New(Guid.CreateVersion7()));
        var told = await SendAsync(entrance, null, stranger, good);
        Assert.Equal(stranger.Id, Assert.Single(told.Refused).Id);
        Assert.Equal("Nobody of that key is registered for this event.", told.Refused[0].Why);
        Assert.Equal(good.Id, Assert.Single(told.CheckIns).Id);

        // Of another event nothing is taken either, nor taken back.
        var (elsewhere, otherCode) = await GivenPeopleAsync("Elsewhere");
        var door = await GivenEntranceAsync(elsewhere, otherCode, "Another one");
        told = await SendAsync(door, null, good with { TakenBackAt = good.At });
        Assert.Equal(good.Id, Assert.Single(told.Refused).Id);
        Assert.Null(
            await App.ReadAsync(db => db.CheckIns.Where(c => c.Id == good.Id).Select(c => c.TakenBackAt).SingleAsync(Cancelled))
        );
    }

    [Fact]
    public async Task The_list_of_a_device_has_no_code_from_which_a_badge_could_be_made_and_is_sent_once()
    {
        var (officer, code) = await GivenPeopleAsync("List of a device");
        var entrance = await GivenEntranceAsync(officer, code, "Only one");
        var (ana, _) = await PeopleAsync(code);
        var badge = await BadgeAsync(ana);
        var client = App.Client();
        var answer = await client.GetAsync($"{entrance}/people.json", Cancelled);
        var text = await answer.Content.ReadAsStringAsync(Cancelled);
        Assert.DoesNotContain(badge, text, StringComparison.Ordinal);
        Assert.Contains(
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(badge))),
            text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("@", text, StringComparison.Ordinal);
        using var again = new HttpRequestMessage(HttpMethod.Get, $"{entrance}/people.json");
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await client.SendAsync(again, Cancelled)).StatusCode);
    }

    [Fact]
    public async Task A_closed_entrance_shows_nobody_and_takes_nothing_until_it_is_opened_again()
    {
        var (officer, code) = await GivenPeopleAsync("Lost device");
        var entrance = await GivenEntranceAsync(officer, code, "Side door");
        var (ana, _) = await PeopleAsync(code);
        var page = await officer.GetAsync($"/office/events/{code}/day");
        page = await page.Form("entrance-form-1").SubmitAsync();
        Assert.Contains("Closed since", page.Text, StringComparison.Ordinal);
        var client = App.Client();
        foreach (var address in new[] { entrance, $"{entrance}/people.json" })
            Assert.Equal(HttpStatusCode.Gone, (await client.GetAsync(address, Cancelled)).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await PostAsync(entrance, new { checkIns = new[] { New(ana) } })).StatusCode);
        await page.Form("entrance-form-1").SubmitAsync();
        Assert.Single((await SendAsync(entrance, null, New(ana))).CheckIns);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("""{"checkIns":[{"id":"not a key"}]}""")]
    public async Task What_is_no_list_of_check_ins_is_refused(string body)
    {
        var (officer, code) = await GivenPeopleAsync($"Bad {body.Length}");
        var entrance = await GivenEntranceAsync(officer, code, "Only one");
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        var answer = await App.Client().PostAsync($"{entrance}/check-ins", content, Cancelled);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var many = Enumerable.Range(0, TakeCheckIns.MostAtOnce + 1).Select(_ => New(Guid.CreateVersion7()));
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(entrance, new { checkIns = many })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(entrance[..^1] + "x", new { })).StatusCode);
    }

    [Fact]
    public async Task Badges_and_lists_are_printed_for_those_whom_they_concern()
    {
        var (officer, code) = await GivenPeopleAsync("On paper");
        var entrance = await GivenEntranceAsync(officer, code, "Only one");
        var (ana, _) = await PeopleAsync(code);
        await SendAsync(entrance, null, New(ana));
        Assert.Equal(["Ana Sample", "Ben Sample"], await NamesAsync(code, Paper.Badges, false));
        Assert.Equal(["Ana Sample"], await NamesAsync(code, Paper.Signatures, true));
        Assert.Equal(["Ben Sample", "Ana Sample"], await NamesAsync(code, Paper.Protocol, false));
        Assert.Empty(await NamesAsync(code, Paper.Participants, false));
        var page = await officer.GetAsync($"/office/events/{code}/papers");
        var nobody = await page.Form("print").With("Paper", nameof(Paper.Participants)).SubmitAsync();
        Assert.Contains("Nobody would stand on it", nobody.Text, StringComparison.Ordinal);
        var terms = await officer.GetAsync($"/office/events/{code}/registration");
        await terms.Form("terms").Tick("IsOfficialDuty", "true").SubmitAsync();
        Assert.Equal(["Ben Sample", "Ana Sample"], await NamesAsync(code, Paper.Participants, false));
        foreach (var paper in Enum.GetNames<Paper>())
        {
            var bytes = await page.Form("print").With("Paper", paper).DownloadAsync();
            Assert.Equal("%PDF-"u8.ToArray(), bytes[..5]);
        }
    }

    /// <summary>What stands beside a heading in a table.</summary>
    private static List<string> Row(TestPage page, string heading) =>
        page
            .Document.QuerySelectorAll("tr")
            .Single(r => r.QuerySelector("th")?.TextContent.Contains(heading, StringComparison.Ordinal) is true)
            .QuerySelectorAll("td")
            .Select(c => c.TextContent.Trim())
            .ToList();

    private Task<List<string>> NamesAsync(string code, Paper paper, bool presentOnly) =>
        App.ReadAsync(async db =>
        {
            var id = await db.Events.Where(e => e.Code == code).Select(e => e.Id).SingleAsync(Cancelled);
            await using var scope = App.Services.CreateAsyncScope();
            var links = scope.ServiceProvider.GetRequiredService<RegistrationLinks>();
            var people = await db.PrintedAsync(id, paper, (null, presentOnly), links, "en", Cancelled);
            return people.Select(p => p.Name).ToList();
        });

    /// <summary>Ana of France and Ben of Belgium, whose place in protocol order is before France.</summary>
    private async Task<(TestBrowser Officer, string Code)> GivenPeopleAsync(string title)
    {
        var (officer, code) = await GivenOpenAsync(title, null, null, false, "ms-fr", "ms-be");
        var domain = title.Replace(' ', '-').ToLowerInvariant();
        foreach (var (partner, name) in new[] { ("ms-fr", "Ana"), ("ms-be", "Ben") })
        {
            var head = Head(title, partner);
            await RegisterAsync(App.Anybody(), await LinkToAsync(head), $"{name} Sample", $"{name}@{domain}.doors.example", head);
        }

        return (officer, code);
    }

    private async Task<(Guid Ana, Guid Ben)> PeopleAsync(string code)
    {
        var people = await RegistrationsAsync(code);
        return (people.Single(p => p.GivenNames == "Ana").Id, people.Single(p => p.GivenNames == "Ben").Id);
    }

    /// <returns>Its link, without our host.</returns>
    private static async Task<string> GivenEntranceAsync(TestBrowser officer, string code, string name)
    {
        var page = await officer.GetAsync($"/office/events/{code}/day");
        page = await page.Form("add-entrance").With("Name", name).SubmitAsync();
        var links = page.Document.QuerySelectorAll("a[href*='/t/entrance-']");
        return new Uri(links[^1].GetAttribute("href")!).AbsolutePath;
    }

    private async Task<string> BadgeAsync(Guid registration)
    {
        await using var scope = App.Services.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<RegistrationLinks>()
            .TokenAsync(LinkTo.Badge, registration, Cancelled);
    }

    private static SentCheckIn New(Guid person) => new(Guid.CreateVersion7(), person, null, DateTimeOffset.UnixEpoch, null);

    private async Task<JsonElement> ExpectedAsync(string entrance) =>
        await App.Client().GetFromJsonAsync<JsonElement>($"{entrance}/people.json", Cancelled);

    private async Task<HttpResponseMessage> PostAsync(string entrance, object body) =>
        await App.Client().PostAsJsonAsync($"{entrance}/check-ins", body, Cancelled);

    private async Task<Told> SendAsync(string entrance, DateTimeOffset? since, params SentCheckIn[] checkIns)
    {
        var answer = await PostAsync(entrance, new { since, checkIns });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<Told>(Cancelled))!;
    }
}
