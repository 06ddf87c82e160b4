using Microsoft.EntityFrameworkCore;

namespace Secretariat.Tests.Events;

/// <summary>What whoever is at an event has to know at once stands on its public pages.</summary>
public sealed class NoticeTests(TestApp app) : ProgrammeTest(app)
{
    [Fact]
    public async Task A_notice_stands_on_the_page_and_the_programme_in_their_language_until_it_is_taken_back()
    {
        var (officer, code) = await GivenEventAsync("Noticed");
        await AddAsync(officer, code, "10:00", "11:00", "Opening");
        await ReleaseAsync(officer, code);
        var form = (await officer.GetAsync($"/office/events/{code}/notices")).Form("notice");
        var refused = await form.With("WordsFr", "Salle 2").SubmitAsync();
        Assert.NotNull(refused.Document.QuerySelector("#WordsEn-error"));
        var page = await refused.Form("notice").With("WordsEn", "Session 3 is in room 2.").SubmitAsync();
        Assert.Contains("The notice stands on the page of the event", page.Text, Ordinal);

        foreach (var address in new[] { $"/en/events/{code}", $"/en/events/{code}/programme" })
        {
            var read = (await App.Anybody().GetAsync(address)).Text;
            Assert.Contains("New today", read, Ordinal);
            Assert.Contains("Session 3 is in room 2.", read, Ordinal);
            Assert.Contains("Europe/Brussels", read, Ordinal);
        }

        Assert.Contains("Salle 2", (await App.Anybody().GetAsync($"/fr/events/{code}")).Text, Ordinal);
        var id = await App.ReadAsync(db =>
            db.EventNotices.Where(n => db.Events.Any(e => e.Id == n.EventId && e.Code == code))
                .Select(n => n.Id)
                .SingleAsync(Cancelled)
        );
        page = await page.Form($"take-back-{id}").SubmitAsync();
        Assert.Contains("Taken back on", page.Text, Ordinal);
        Assert.DoesNotContain("Session 3", (await App.Anybody().GetAsync($"/en/events/{code}")).Text, Ordinal);
    }

    [Fact]
    public async Task A_notice_of_yesterday_stands_there_no_longer()
    {
        var (officer, code) = await GivenEventAsync("Noticed before");
        var page = await officer.GetAsync($"/office/events/{code}/notices");
        await page.Form("notice").With("WordsEn", "Doors open at nine.").SubmitAsync();
        var yesterday = TimeProvider.System.GetUtcNow().AddDays(-1);
        await App.ReadAsync(db =>
            db.EventNotices.Where(n => db.Events.Any(e => e.Id == n.EventId && e.Code == code))
                .ExecuteUpdateAsync(s => s.SetProperty(n => n.At, yesterday), Cancelled)
        );
        Assert.DoesNotContain("Doors open", (await App.Anybody().GetAsync($"/en/events/{code}")).Text, Ordinal);
        Assert.Contains("Doors open", (await officer.GetAsync($"/office/events/{code}/notices")).Text, Ordinal);
    }
}
