using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Letters;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;
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
        var (officer, campaign, letters) = await SentAsync();

        var done = await RemindAsync(officer, campaign, 3);

        Assert.Contains("Reminders in the outbox: 3.", done.Text, StringComparison.Ordinal);
        Assert.Contains("Of which wait for the office hours of their country: 3.", done.Text, StringComparison.Ordinal);
        Assert.Equal(0, await app.WorkAsync<SendMail>());
        var reminders = await RemindersAsync();
        Assert.Equal(3, reminders.Count);
        Assert.All(reminders, m => Assert.Equal(Delivery.Due, m.Delivery));
        Assert.All(reminders, m => Assert.True(m.DueAt > TimeProvider.System.Now().AddDays(18)));
        Assert.Equal(3, letters.Count);
    }

    [Fact]
    public async Task A_reminder_that_a_fault_kept_back_waits_for_the_office_as_well()
    {
        var (officer, campaign, _) = await SentAsync();
        await RemindAsync(officer, campaign, 3);
        var late = TimeProvider.System.Now().AddHours(-1);
        await app.ReadAsync(db =>
            db.Outbox.Where(m => m.Delivery == Delivery.Due).ExecuteUpdateAsync(s => s.SetProperty(m => m.DueAt, late), Cancelled)
        );

        Assert.Equal(0, await app.WorkAsync<SendMail>());

        var reminders = await RemindersAsync();
        Assert.All(reminders, m => Assert.True(m.DueAt > TimeProvider.System.Now().AddDays(18)));
        Assert.All(reminders, m => Assert.Equal((Delivery.Due, 0), (m.Delivery, m.Attempts)));
    }

    [Fact]
    public async Task A_reminder_that_was_refused_is_not_sent_again_from_the_outbox()
    {
        var (officer, campaign, _) = await SentAsync();
        await RemindAsync(officer, campaign, 3);
        var first = (await RemindersAsync())[0];
        await app.GivenAsync(async db =>
            (await db.Outbox.SingleAsync(m => m.Id == first.Id, Cancelled)).MarkRefused(Reason.Quoted("550 no such user"))
        );

        Assert.False((await officer.GetAsync($"/office/outbox/{first.Id}")).HasForm("resend"));
        var message = (await RemindersAsync()).Single(m => m.Id == first.Id);
        Assert.Contains("remind once more", message.WhyNotResend("Again"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_answered_meanwhile_is_not_reminded_of()
    {
        var (officer, campaign, letters) = await SentAsync();
        await RemindAsync(officer, campaign, 3);
        Assert.Equal(0, await app.WorkAsync<TakeBackReminders>());

        var code = await app.ReadAsync(db =>
            db.Partners.Where(p => p.Id == letters[0].PartnerId).Select(p => p.Code).SingleAsync(Cancelled)
        );
        var desk = await app.AsAsync(Role.PartnerContact, code);
        await (await desk.GetAsync($"/desk/interest?letter={letters[0].Id}"))
            .Form("interest")
            .Tick("Strands", "response")
            .SubmitAsync();

        Assert.Equal(1, await app.WorkAsync<TakeBackReminders>());
        Assert.Equal(0, await app.WorkAsync<TakeBackReminders>());
        Assert.Equal(
            letters.Skip(1).Select(l => l.AddresseeEmail).Order(),
            (await RemindersAsync()).Select(m => m.ToAddress).Order()
        );
        var board = await officer.GetAsync($"/office/campaigns/{campaign}/answers");
        Assert.Equal(2, await app.ReadAsync(db => db.Reminders.CountAsync(Cancelled)));
        Assert.Contains("answered on", board.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_officer_takes_a_waiting_reminder_back_and_can_remind_again()
    {
        var (officer, campaign, letters) = await SentAsync();
        await RemindAsync(officer, campaign, 3);
        var first = (await RemindersAsync())[0];
        var carried = await app.ReadAsync(db => db.Outbox.SingleAsync(m => m.Id == letters[0].OutgoingMessageId, Cancelled));
        Assert.False((await officer.GetAsync($"/office/outbox/{carried.Id}")).HasForm("take-back"));
        Assert.False((await (await app.AsAsync(Role.Reader)).GetAsync($"/office/outbox/{first.Id}")).HasForm("take-back"));

        var refused = await officer.GetAsync($"/office/campaigns/{campaign}/remind");
        Assert.Contains("A reminder waits in the outbox and leaves on", refused.Text, StringComparison.Ordinal);
        Assert.False(refused.HasForm("remind"));

        var outbox = await (await officer.GetAsync($"/office/outbox/{first.Id}"))
            .Form("take-back")
            .With("because", "The minister called")
            .SubmitAsync();

        Assert.Contains(
            $"The message to {first.ToName} is taken back: it will not leave.",
            outbox.Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(first.Id, (await RemindersAsync()).Select(m => m.Id));
        Assert.Equal(
            3,
            await app.ReadAsync(db => db.Threads.CountAsync(t => db.Letters.Any(l => l.ThreadId == t.Id), Cancelled))
        );
        Assert.Contains("Reminders in the outbox: 1.", (await RemindAsync(officer, campaign, 1)).Text, StringComparison.Ordinal);
    }

    private async Task<(TestBrowser Officer, Guid Campaign, List<Letter> Letters)> SentAsync()
    {
        await app.HasMinistersAsync();
        var officer = await app.AsAsync(Role.Officer);
        await app.HasSenderAsync(officer);
        var draft = await officer.OpenCampaignAsync("Follow-up to the conference");
        var frozen = await app.FreezeAsync(draft, await app.AsAsync(Role.Signatory));
        await frozen.Form("release").With("Count", "3").SubmitAsync();
        while (await app.WorkAsync<SendMail>() > 0) { }
        var letters = await app.LettersAsync(CampaignOffice.IdOf(draft));
        Assert.All(letters, l => Assert.Equal(LetterStatus.Sent, l.Status));
        await AgeAsync(letters);
        return (officer, CampaignOffice.IdOf(draft), letters);
    }

    private static async Task<TestPage> RemindAsync(TestBrowser officer, Guid campaign, int count) =>
        await (await officer.GetAsync($"/office/campaigns/{campaign}/remind"))
            .Form("remind")
            .With("Count", $"{count}")
            .SubmitAsync("Send the reminders");

    private Task<List<OutgoingMessage>> RemindersAsync() =>
        app.ReadAsync(db => db.Outbox.Where(m => m.Purpose.StartsWith(OutgoingMessage.ReminderPurpose)).ToListAsync(Cancelled));

    /// <summary>As if they had been sent eight days earlier.</summary>
    private Task AgeAsync(List<Letter> letters) =>
        app.GivenAsync(async db =>
        {
            var ids = letters.ConvertAll(l => l.Id);
            foreach (var letter in await db.Letters.Where(l => ids.Contains(l.Id)).ToListAsync(Cancelled))
                letter.MarkSent(letter.SentAt!.Value.AddDays(-8));
        });
}
