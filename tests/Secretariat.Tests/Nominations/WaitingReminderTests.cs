using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Letters;
using Secretariat.Platform.Domain;
using Secretariat.Tests.Letters;

namespace Secretariat.Tests.Nominations;

/// <summary>A reminder waits for the office hours of its country; the letter that it reminds of has not waited.</summary>
[Trait("Needs", "Database")]
public sealed class WaitingReminderTests : IAsyncLifetime
{
    private readonly TestApp app = new() { Replace = s => s.AddSingleton(new OfficeHours(Closed)) };

    /// <summary>As if no day were a working day for weeks to come, in whatever country.</summary>
    private static Dictionary<string, OfficeCountry> Closed =>
        OfficeHours.ReadCountries().ToDictionary(c => c.Key, c => c.Value with { Weekend = Enum.GetValues<DayOfWeek>() });

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_reminder_waits_and_its_letter_has_not()
    {
        await app.HasMinistersAsync();
        var officer = await app.AsAsync(Role.Officer);
        var signatory = await app.AsAsync(Role.Signatory);
        await app.HasSenderAsync(officer);
        var draft = await officer.OpenCampaignAsync("Follow-up to the conference");
        var frozen = await app.FreezeAsync(draft, signatory);
        await frozen.Form("release").With("Count", "3").SubmitAsync();
        while (await app.WorkAsync<SendMail>() > 0) { }
        var letters = await app.LettersAsync(CampaignOffice.IdOf(draft));
        Assert.All(letters, l => Assert.Equal(LetterStatus.Sent, l.Status));
        await AgeAsync(letters);

        var remind = await officer.GetAsync($"/office/campaigns/{CampaignOffice.IdOf(draft)}/remind");
        var done = await remind.Form("remind").With("Count", "3").SubmitAsync("Send the reminders");

        Assert.Contains("Reminders in the outbox: 3.", done.Text, StringComparison.Ordinal);
        Assert.Contains("Of which wait for the office hours of their country: 3.", done.Text, StringComparison.Ordinal);
        Assert.Equal(0, await app.WorkAsync<SendMail>());
        var reminders = await app.ReadAsync(db =>
            db.Outbox.Where(m => m.Purpose.StartsWith(OutgoingMessage.ReminderPurpose)).ToListAsync(Cancelled)
        );
        Assert.Equal(3, reminders.Count);
        Assert.All(reminders, m => Assert.Equal(Delivery.Due, m.Delivery));
        Assert.All(reminders, m => Assert.True(m.DueAt > TimeProvider.System.Now().AddDays(18)));
    }

    /// <summary>As if they had been sent eight days earlier.</summary>
    private Task AgeAsync(List<Letter> letters) =>
        app.GivenAsync(async db =>
        {
            var ids = letters.ConvertAll(l => l.Id);
            foreach (var letter in await db.Letters.Where(l => ids.Contains(l.Id)).ToListAsync(Cancelled))
                letter.MarkSent(letter.SentAt!.Value.AddDays(-8));
        });
}
