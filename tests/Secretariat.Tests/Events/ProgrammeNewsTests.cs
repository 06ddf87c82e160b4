using System.Net;
using Microsoft.EntityFrameworkCore;

namespace Secretariat.Tests.Events;

/// <summary>Who leads or speaks is told what a release changes for them, and nobody else is.</summary>
public sealed class ProgrammeNewsTests(TestApp app) : ProgrammeTest(app)
{
    /// <summary>Whoever was named last is invited: in each test another one.</summary>
    private static int since = 90;

    [Fact]
    public async Task Only_those_concerned_are_told_each_what_it_is_for_them_and_in_their_language()
    {
        var (officer, code) = await GivenEventAsync("Told");
        await GivenInvitedAsync(
            officer,
            code,
            ("ms-fi", "Ann Speaker", "fr"),
            ("ms-be", "Béa Chair", "en"),
            ("ms-se", "Cid Silent", "en")
        );
        await AddAsync(
            officer,
            code,
            "09:00",
            "10:00",
            "Opening",
            ("TitleFr", "Ouverture"),
            ("SpeakersEn", "Ann Speaker, Minister")
        );
        await AddAsync(
            officer,
            code,
            "10:00",
            "11:00",
            "Panel",
            ("Room", "Hall 1"),
            ("ChairsEn", "BEA CHAIR, Director; Dee Nobody")
        );
        await AddAsync(officer, code, "12:00", "13:00", "Lunch");
        var page = await officer.GetAsync($"/office/events/{code}/programme/release");
        Assert.Contains("Who is told: 2", page.Text, Ordinal);
        Assert.Contains("for nobody is invited under that name: Dee Nobody", page.Text, Ordinal);

        var refused = await page.Form("release").With("Count", "3").With("SaidEn", "Kept").SubmitAsync();

        Assert.Equal(
            "Messages that would leave: 2. Type that number if it is what you mean.",
            refused.Document.QuerySelector("#Count-error")!.TextContent
        );
        Assert.Equal("Kept", refused.Form("release").Value("SaidEn"));
        Assert.Empty(await WrittenAsync(code));
        Assert.Equal(HttpStatusCode.NotFound, (await App.Anybody().GetAsync($"/en/events/{code}/programme")).Status);
        page = await refused.Form("release").With("Count", "2").SubmitAsync();
        Assert.Contains("Everybody can read version 1 now. Messages in the outbox: 2.", page.Text, Ordinal);
        var first = await WrittenAsync(code);
        Assert.Equal(["ann.speaker@told.example", "bea.chair@told.example"], first.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("– Vous présidez ou intervenez dans « Ouverture » : ", first["ann.speaker@told.example"], Ordinal);
        Assert.Contains(", 09:00–10:00\n", first["ann.speaker@told.example"], Ordinal);
        Assert.Contains($"/fr/events/{code}/programme", first["ann.speaker@told.example"], Ordinal);
        Assert.Contains("– You lead or speak in “Panel”: ", first["bea.chair@told.example"], Ordinal);
        Assert.Contains(", 10:00–11:00, Hall 1\n", first["bea.chair@told.example"], Ordinal);
        Assert.All(first.Values, body => Assert.DoesNotContain("{", body, Ordinal));
    }

    [Fact]
    public async Task The_next_release_says_what_has_moved_come_and_gone_and_nothing_to_the_others()
    {
        var (officer, code) = await GivenEventAsync("Again");
        await GivenInvitedAsync(
            officer,
            code,
            ("ms-fi", "Ann Speaker", "en"),
            ("ms-be", "Bea Chair", "en"),
            ("ms-se", "Cid Same", "en")
        );
        await AddAsync(officer, code, "09:00", "10:00", "Opening", ("SpeakersEn", "Ann Speaker"), ("ChairsEn", "Cid Same"));
        await AddAsync(officer, code, "10:00", "11:00", "Panel", ("Room", "Hall 1"), ("ChairsEn", "Bea Chair"));
        await AddAsync(officer, code, "14:00", "15:00", "Closing", ("SpeakersEn", "Cid Same"));
        await ReleaseAsync(officer, code, 3);
        var before = await WrittenAsync(code);
        await ChangeAsync(officer, code, "Panel", ("From", "10:15"), ("Room", "Hall 2"));
        await ChangeAsync(officer, code, "Opening", ("SpeakersEn", "Bea Chair, Director"), ("ChairsEn", ""));
        await AddAsync(officer, code, "15:00", null, "Reception");

        await ReleaseAsync(officer, code, 3);

        var after = (await WrittenAsync(code)).ToDictionary(m => m.Key, m => m.Value[before[m.Key].Length..]);
        Assert.Contains(
            "– You no longer lead or speak in “Opening”, which was planned for: ",
            after["ann.speaker@again.example"],
            Ordinal
        );
        Assert.DoesNotContain("Panel", after["ann.speaker@again.example"], Ordinal);
        Assert.Contains("– You lead or speak in “Opening”: ", after["bea.chair@again.example"], Ordinal);
        Assert.Matches(
            "– “Panel” is now: .*, 10:15–11:00, Hall 2 \\(before: .*, 10:00–11:00, Hall 1\\)",
            after["bea.chair@again.example"]
        );
        Assert.DoesNotContain("Closing", after["cid.same@again.example"], Ordinal);
        await ChangeAsync(officer, code, "Reception", ("Room", "Garden"));
        await ChangeAsync(officer, code, "Panel", ("TitleEn", "Panel on routes"), ("SpeakersEn", "Eve Other"));
        await ReleaseAsync(officer, code, 1);
        var last = (await WrittenAsync(code))["bea.chair@again.example"];
        Assert.Contains("– “Panel on routes” has changed, now: ", last, Ordinal);
        Assert.Contains("Who leads and speaks: Bea Chair; Eve Other", last, Ordinal);
        await ChangeAsync(officer, code, "Reception", ("Room", "Terrace"));
        await ReleaseAsync(officer, code);
        Assert.Equal(last, (await WrittenAsync(code))["bea.chair@again.example"]);
    }

    [Fact]
    public async Task Nothing_leaves_that_its_officer_has_not_seen_and_of_what_is_off_nobody_is_told()
    {
        var (officer, code) = await GivenEventAsync("Unseen news");
        await GivenInvitedAsync(officer, code, ("ms-fi", "Ann Speaker", "en"));
        await AddAsync(officer, code, "09:00", "10:00", "Opening", ("SpeakersEn", "Ann Speaker; Bea Late"));
        var page = await officer.GetAsync($"/office/events/{code}/programme/release");
        await GivenInvitedAsync(officer, code, ("ms-be", "Bea Late", "en"));

        page = await page.Form("release").With("Count", "1").SubmitAsync();

        Assert.Contains("The programme or who is told of it has changed meanwhile", page.Text, Ordinal);
        Assert.Contains("Who is told: 2", page.Text, Ordinal);
        Assert.Empty(await WrittenAsync(code));
        var cancel = await officer.GetAsync($"/office/events/{code}/announce/cancelled");
        var told = await cancel.Form("announce").With("Source", "The organiser").SubmitAsync();
        if (told.Document.GetElementById("Count") is not null)
            await told.Form("announce").With("Count", "0").SubmitAsync();
        page = await officer.GetAsync($"/office/events/{code}/programme/release");
        Assert.DoesNotContain("Who is told", page.Text, Ordinal);
        await page.Form("release").SubmitAsync();
        Assert.Empty(await WrittenAsync(code));
    }

    private async Task GivenInvitedAsync(
        TestBrowser officer,
        string code,
        params (string Partner, string Name, string Language)[] people
    )
    {
        foreach (var (partner, name, language) in people)
        {
            var address = $"{name.Replace(' ', '.').Replace('é', 'e').ToLowerInvariant()}@{code.Split('-')[0]}.example";
            await GivenContactAsync(partner, name, address, language, --since);
        }

        var group = await GivenGroupAsync([.. people.Select(p => p.Partner)]);
        var page = await officer.GetAsync($"/office/events/{code}/invite?group={group}");
        page = await page.Form("invite").With("Count", $"{people.Length}").SubmitAsync();
        Assert.DoesNotContain("Messages that would leave", page.Text, Ordinal);
    }

    private static async Task ReleaseAsync(TestBrowser officer, string code, int told)
    {
        var page = await officer.GetAsync($"/office/events/{code}/programme/release");
        page = await page.Form("release").With("Count", $"{told}").SubmitAsync();
        Assert.Contains($"Messages in the outbox: {told}.", page.Text, Ordinal);
    }

    /// <summary>What was written of releases, one after the other, by address.</summary>
    private async Task<Dictionary<string, string>> WrittenAsync(string code)
    {
        var invitations = await App.ReadAsync(db =>
            db.Invitations.Where(i => db.Events.Any(e => e.Id == i.EventId && e.Code == code))
                .Select(i => i.Id)
                .ToListAsync(Cancelled)
        );
        var all = await App.ReadAsync(db =>
            db.Outbox.AsNoTracking().Where(m => m.Purpose.StartsWith("programme/")).OrderBy(m => m.Id).ToListAsync(Cancelled)
        );
        var messages = all.Where(m => invitations.Exists(i => m.Purpose.EndsWith($"{i}", Ordinal)));
        return messages.GroupBy(m => m.ToAddress).ToDictionary(m => m.Key, m => string.Concat(m.Select(each => each.Body)));
    }
}
