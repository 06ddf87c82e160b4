using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Letters;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;
using Secretariat.Tests.Correspondence;

namespace Secretariat.Tests.Letters;

/// <summary>Delivery reports, as a server writes them, on a letter that is sent on from one mailbox to the next.</summary>
public sealed class LettersThatComeBackTests(TestApp app) : MailTest(app)
{
    private const string Second = "cabinet@ms-be.example";
    private const string Third = "registry@ms-be.example";

    private TestBrowser officer = null!;

    [Fact]
    public async Task Each_report_speaks_of_the_mailbox_that_it_names_and_a_reminder_goes_to_the_last()
    {
        var letter = await SentAsync();
        var first = letter.AddresseeEmail!;

        await ComesBackAsync(letter, first);
        Assert.Equal(LetterStatus.Returned, (await NowAsync(letter)).Status);
        await SendOnAsync(letter, Second);
        await ComesBackAsync(letter, first);
        Assert.Equal((LetterStatus.Sent, Second), await StateAsync(letter));

        await ComesBackAsync(letter, Second.ToUpperInvariant());
        Assert.Equal((LetterStatus.Returned, Second), await StateAsync(letter));
        await SendOnAsync(letter, Third);
        await ComesBackAsync(letter, Second);
        await ComesBackAsync(letter, first);
        Assert.Equal((LetterStatus.Sent, Third), await StateAsync(letter));
        Assert.Equal([first, Second], (await CarrierAsync(letter)).FormerAddresses);
        Assert.Equal([Second, first], await DeadAsync());

        var reminder = await RemindAsync(letter);
        Assert.Equal(Third, reminder.ToAddress);
        while (await App.WorkAsync<SendMail>() > 0) { }
        await ComesBackAsync(letter, Third);
        Assert.Equal((LetterStatus.Returned, Third), await StateAsync(letter));
    }

    [Fact]
    public async Task A_letter_that_goes_to_its_first_mailbox_again_is_returned_by_a_report_on_that_one()
    {
        var letter = await SentAsync();
        await ComesBackAsync(letter, letter.AddresseeEmail!);
        await SendOnAsync(letter, Second);
        await ComesBackAsync(letter, Second);
        await SendOnAsync(letter, letter.AddresseeEmail!);
        Assert.Equal([Second], (await CarrierAsync(letter)).FormerAddresses);

        await ComesBackAsync(letter, letter.AddresseeEmail!);

        Assert.Equal((LetterStatus.Returned, letter.AddresseeEmail), await StateAsync(letter));
    }

    [Fact]
    public async Task A_report_on_a_mailbox_that_we_never_wrote_to_speaks_of_the_last_one_unless_a_former_one_may_have_forwarded()
    {
        var letter = await SentAsync();
        await App.GivenAsync(async db =>
            (await db.Outbox.SingleAsync(m => m.Id == letter.OutgoingMessageId, Cancelled)).MarkRefused(
                Reason.Quoted("452 4.2.2 over quota")
            )
        );
        await SendOnAsync(letter, Second);
        await ComesBackAsync(letter, "archive@elsewhere.example");
        Assert.Equal((LetterStatus.Sent, Second), await StateAsync(letter));
        Assert.DoesNotContain(Second, await DeadAsync());

        // The first one takes no mail, so it forwards none.
        await ComesBackAsync(letter, letter.AddresseeEmail!);
        await ComesBackAsync(letter, "archive@elsewhere.example");
        Assert.Equal((LetterStatus.Returned, Second), await StateAsync(letter));
        Assert.Contains(Second, await DeadAsync());
    }

    [Fact]
    public async Task An_answer_stays_one_when_its_letter_is_sent_again()
    {
        var letter = await SentAsync();
        // A mail in the folder is a minute old.
        var earlier = TimeProvider.System.Now().AddMinutes(-5);
        await App.ReadAsync(db =>
            db.Campaigns.Where(c => c.Id == letter.CampaignId)
                .ExecuteUpdateAsync(s => s.SetProperty(c => c.ReleasedAt, earlier), Cancelled)
        );
        var id = (await CarrierAsync(letter)).InternetMessageId;
        await ArriveAsync(
            $"From: minister@ms-be.example\nMessage-ID: <{Guid.CreateVersion7():N}@ms-be.example>\nIn-Reply-To: <{id}>\nSubject: Re: Follow-up\n\nWe take part.\n"
        );
        Assert.Equal(Answering.Answered, (await AnswerAsync(letter)).State);
        await ComesBackAsync(letter, letter.AddresseeEmail!);
        await SendOnAsync(letter, Second);

        Assert.Equal(Answering.Answered, (await AnswerAsync(letter)).State);
    }

    private async Task<LetterAnswer> AnswerAsync(Letter letter)
    {
        var today = AsOf.Today(TimeProvider.System);
        var answers = await App.ReadAsync(db => ReadAnswers.OfCampaignAsync(db, letter.CampaignId, today, Cancelled));
        return answers.Single(a => a.Letter.Id == letter.Id);
    }

    /// <summary>The first letter of a campaign that has left.</summary>
    private async Task<Letter> SentAsync()
    {
        await App.GivenAsync(async db =>
            (await db.FailedAddresses.Where(f => !f.IsCleared).ToListAsync(Cancelled)).ForEach(f => f.Clear("Another test"))
        );
        await App.HasMinistersAsync();
        officer = await App.AsAsync(Role.Officer);
        await App.HasSenderAsync(officer);
        var frozen = await App.FreezeAsync(await officer.OpenCampaignAsync(), await App.AsAsync(Role.Signatory));
        await frozen.Form("release").With("Count", "3").SubmitAsync();
        while (await App.WorkAsync<SendMail>() > 0) { }
        var letter = (await App.LettersAsync(CampaignOffice.IdOf(frozen)))[0];
        Assert.Equal(LetterStatus.Sent, letter.Status);
        return letter;
    }

    private async Task ComesBackAsync(Letter letter, string from) =>
        await ArriveAsync(
            Report((await CarrierAsync(letter)).InternetMessageId, from, "failed", "5.1.1", "550 5.1.1 User unknown")
        );

    private async Task SendOnAsync(Letter letter, string address)
    {
        var page = await officer.GetAsync($"/office/outbox/{letter.OutgoingMessageId}");
        var empty = await page.Form("resend").With("because", "The embassy says so.").With("address", "").SubmitAsync();
        Assert.Contains("This is no e-mail address", empty.Text, StringComparison.Ordinal);
        await page.Form("resend").With("because", "The embassy says so.").With("address", address).SubmitAsync();
        while (await App.WorkAsync<SendMail>() > 0) { }
        Assert.Equal((LetterStatus.Sent, address), await StateAsync(letter));
    }

    private async Task<OutgoingMessage> RemindAsync(Letter letter)
    {
        await App.GivenAsync(async db =>
        {
            var sent = await db.Letters.SingleAsync(l => l.Id == letter.Id, Cancelled);
            sent.MarkSent(sent.SentAt!.Value.AddDays(-8));
        });
        var page = await officer.GetAsync($"/office/campaigns/{letter.CampaignId}/remind");
        await page.Form("remind").With("Count", "1").SubmitAsync("Send the reminders");
        return await App.ReadAsync(db =>
            db.Outbox.SingleAsync(
                m => m.Purpose.StartsWith(OutgoingMessage.ReminderPurpose) && m.ThreadId == letter.ThreadId,
                Cancelled
            )
        );
    }

    private async Task<(LetterStatus, string?)> StateAsync(Letter letter)
    {
        var now = await NowAsync(letter);
        return (now.Status, now.AddresseeEmail);
    }

    private Task<Letter> NowAsync(Letter letter) =>
        App.ReadAsync(db => db.Letters.AsNoTracking().SingleAsync(l => l.Id == letter.Id, Cancelled));

    private Task<OutgoingMessage> CarrierAsync(Letter letter) =>
        App.ReadAsync(db => db.Outbox.AsNoTracking().SingleAsync(m => m.Id == letter.OutgoingMessageId, Cancelled));

    private Task<List<string>> DeadAsync() =>
        App.ReadAsync(db =>
            db.FailedAddresses.Where(a => a.IsHard && !a.IsCleared && a.Address.Contains("ms-be"))
                .Select(a => a.Address)
                .OrderBy(a => a)
                .ToListAsync(Cancelled)
        );
}
