using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Events;
using Secretariat.Platform.Domain;

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
            Assert.Contains("To be known", read, Ordinal);
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
    public async Task A_notice_stands_until_its_day_is_over_and_one_given_before_until_the_first_day_is()
    {
        var (officer, code) = await GivenEventAsync("Noticed before");
        var page = await officer.GetAsync($"/office/events/{code}/notices");
        await page.Form("notice").With("WordsEn", "Doors open at nine.").SubmitAsync();
        var (yesterday, today) = (TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.Today());
        await App.ReadAsync(db =>
            db.EventNotices.Where(n => db.Events.Any(e => e.Id == n.EventId && e.Code == code))
                .ExecuteUpdateAsync(s => s.SetProperty(n => n.At, yesterday), Cancelled)
        );
        await StandsAsync(true);
        await AnnouncedAsync(today, today.AddDays(1), EventStatus.Confirmed);
        await StandsAsync(true);
        await AnnouncedAsync(today.AddDays(-1), today.AddDays(1), EventStatus.Confirmed);
        await StandsAsync(false);
        Assert.Contains("Doors open", (await officer.GetAsync($"/office/events/{code}/notices")).Text, Ordinal);

        await AnnouncedAsync(today, today.AddDays(1), EventStatus.Cancelled);
        await StandsAsync(false);
        page = await officer.GetAsync($"/office/events/{code}/notices");
        page = await page.Form("notice").With("WordsEn", "Doors open at ten.").SubmitAsync();
        Assert.Contains("nobody would read a notice", page.Text, Ordinal);

        async Task StandsAsync(bool stands) =>
            Assert.Equal(stands, (await App.Anybody().GetAsync($"/en/events/{code}")).Text.Contains("Doors open", Ordinal));

        async Task AnnouncedAsync(DateOnly first, DateOnly last, EventStatus status) =>
            await App.GivenAsync(async db =>
                await db.AddAsync(
                    new Announcement
                    {
                        EventId = await db.Events.Where(e => e.Code == code).Select(e => e.Id).SingleAsync(Cancelled),
                        Timing = TimingWords.Of(Precision.Range, first, last),
                        Status = status,
                        AnnouncedOn = today,
                        EnteredAt = TimeProvider.System.Now(),
                    },
                    Cancelled
                )
            );
    }
}
