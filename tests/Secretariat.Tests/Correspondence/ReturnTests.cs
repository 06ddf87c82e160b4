using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.Mime;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Letters;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Domain;
using Thread = Secretariat.Modules.Correspondence.Thread;

namespace Secretariat.Tests.Correspondence;

/// <summary>What comes back of what was sent.</summary>
public sealed class ReturnTests(TestApp app) : MailTest(app)
{
    [Fact]
    public async Task A_report_marks_the_message_and_its_address_and_lies_with_the_letter()
    {
        var sent = await GivenSentAsync("GA-2024-7101", "ada@ministry7101.example");

        var report = await ArriveAsync(
            Report(sent.InternetMessageId, "ada@ministry7101.example", "failed", "5.1.1", "550 5.1.1 User unknown")
        );

        Assert.Equal(MailKind.Bounce, report.Kind);
        Assert.Equal(sent.ThreadId, report.ThreadId);
        Assert.Equal(Delivery.Returned, (await NowAsync(sent)).Delivery);
        var failed = await FailedAsync("ada@ministry7101.example");
        Assert.Equal((true, FailureReason.Address, 1), (failed!.IsHard, failed.Reason, failed.Times));
        var page = await (await App.AsAsync(Role.Officer)).GetAsync(Page(report));
        Assert.Contains(
            "Mail to ada@ministry7101.example does not arrive: the address is of no use.",
            page.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("550 5.1.1 User unknown", page.Text, StringComparison.Ordinal);

        page = await page.Form("clear-address").With("because", "").SubmitAsync();
        Assert.Contains("Say why the address can be written to again.", page.Text, StringComparison.Ordinal);
        await page.Form("clear-address").With("because", "The ministry has mended its server.").SubmitAsync();
        Assert.True((await FailedAsync("ada@ministry7101.example"))!.IsCleared);
    }

    [Fact]
    public async Task A_full_mailbox_is_soft_and_a_delay_is_done_with()
    {
        var sent = await GivenSentAsync("GA-2024-7102", "tomas@ministry7102.example");

        var delay = await ArriveAsync(
            Report(sent.InternetMessageId, "tomas@ministry7102.example", "delayed", "4.4.1", "timed out")
        );
        Assert.Equal(Triage.Done, delay.Triage);
        Assert.Equal(Delivery.Sent, (await NowAsync(sent)).Delivery);
        Assert.Null(await FailedAsync("tomas@ministry7102.example"));

        await ArriveAsync(
            Report(sent.InternetMessageId, "tomas@ministry7102.example", "failed", "5.2.2", "552 5.2.2 Over quota")
        );
        var failed = await FailedAsync("tomas@ministry7102.example");
        Assert.Equal((false, FailureReason.MailboxFull), (failed!.IsHard, failed.Reason));
    }

    [Fact]
    public async Task A_report_on_a_message_that_is_not_ours_changes_nothing()
    {
        var sent = await GivenSentAsync("GA-2024-7103", "lena@ministry7103.example");

        var report = await ArriveAsync(
            Report("other@elsewhere.example", "lena@ministry7103.example", "failed", "5.1.1", "550 User unknown")
        );

        Assert.False(report.IsFiled);
        Assert.Equal(Delivery.Sent, (await NowAsync(sent)).Delivery);
        Assert.Null(await FailedAsync("lena@ministry7103.example"));
    }

    [Theory]
    [InlineData("GA-2024-7104", "lost")]
    [InlineData("GA-2024-7105", "made.anew@mx.elsewhere.example")]
    public async Task A_report_that_lost_our_message_id_finds_the_letter_by_the_name_of_its_envelope(string reference, string id)
    {
        var sent = await GivenSentAsync(reference, $"ada@{reference}.example", signed: true);

        var report = await ArriveAsync(
            Report(id, $"ada@{reference}.example", "failed", "5.1.1", "550 5.1.1 User unknown", sent.EnvelopeId)
        );

        Assert.Equal((sent.ThreadId, MailKind.Bounce), (report.ThreadId, report.Kind));
        Assert.Equal(Delivery.Returned, (await NowAsync(sent)).Delivery);
        Assert.True((await FailedAsync($"ada@{reference}.example".ToLowerInvariant()))!.IsHard);
    }

    [Fact]
    public async Task The_name_of_an_envelope_that_we_did_not_sign_marks_nothing()
    {
        var sent = await GivenSentAsync("GA-2024-7106", "ada@ministry7106.example", signed: true);
        var forged = new ReplyToken(new byte[32]).MessageIdFor(sent.ThreadId!.Value, sent.Id, "x").Split('@')[0];

        foreach (var envelope in new[] { forged, sent.EnvelopeId[..^1], sent.EnvelopeId.Split('.')[2], $"{sent.Id}" })
        {
            var report = await ArriveAsync(
                Report("lost", "ada@ministry7106.example", "failed", "5.1.1", "550 User unknown", envelope)
            );
            Assert.False(report.IsFiled);
        }

        Assert.Equal(Delivery.Sent, (await NowAsync(sent)).Delivery);
        Assert.Null(await FailedAsync("ada@ministry7106.example"));
    }

    [Theory]
    [InlineData("GA-2024-7107", Delivery.Claimed, true)]
    [InlineData("GA-2024-7108", Delivery.Claimed, false)]
    [InlineData("GA-2024-7109", Delivery.Due, false)]
    [InlineData("GA-2024-7110", Delivery.Failed, false)]
    public async Task A_report_that_comes_before_we_know_the_message_sent_counts_and_it_does_not_go_again(
        string reference,
        Delivery delivery,
        bool isRecorded
    )
    {
        var sent = await GivenSentAsync(reference, $"ada@{reference}.example");
        var letter = await GivenCarriedByAsync(sent);
        var at = TimeProvider.System.Now() - TimeSpan.FromHours(1);
        // As a kill, or a connection cut behind the message, leaves it.
        await App.ReadAsync(db =>
            db.Outbox.Where(m => m.Id == sent.Id)
                .ExecuteUpdateAsync(
                    s =>
                        s.SetProperty(m => m.Delivery, delivery)
                            .SetProperty(m => m.ClaimedUntil, at)
                            .SetProperty(m => m.SentAt, isRecorded ? at : null),
                    Cancelled
                )
        );

        var report = await ArriveAsync(
            Report(sent.InternetMessageId, $"ada@{reference}.example", "failed", "5.1.1", "550 5.1.1 User unknown")
        );
        while (await App.WorkAsync<SendMail>() > 0) { }

        Assert.Equal(sent.ThreadId, report.ThreadId);
        Assert.NotNull(await FailedAsync($"ada@{reference}.example".ToLowerInvariant()));
        var now = await NowAsync(sent);
        Assert.Equal((Delivery.Returned, isRecorded ? at : report.ReceivedAt), (now.Delivery, now.SentAt));
        var carried = await App.ReadAsync(db => db.Letters.AsNoTracking().SingleAsync(l => l.Id == letter, Cancelled));
        Assert.Equal((LetterStatus.Returned, now.SentAt), (carried.Status, carried.SentAt));
    }

    [Fact]
    public async Task A_second_report_on_a_message_changes_nothing_of_it()
    {
        var sent = await GivenSentAsync("GA-2024-7111", "ada@ministry7111.example");
        await ArriveAsync(Report(sent.InternetMessageId, "ada@ministry7111.example", "failed", "5.1.1", "550 User unknown"));
        var once = await NowAsync(sent);

        await ArriveAsync(Report(sent.InternetMessageId, "ada@ministry7111.example", "failed", "5.2.2", "552 Over quota"));

        var twice = await NowAsync(sent);
        Assert.Contains("550 User unknown", once.ServerWords?.ToString(), StringComparison.Ordinal);
        Assert.Equal((once.Version, once.ServerWords?.ToString()), (twice.Version, twice.ServerWords?.ToString()));
    }

    private async Task<OutgoingMessage> GivenSentAsync(string reference, string to, bool signed = false)
    {
        var thread = await GivenLetterAsync("ms-be", reference);
        var id = Guid.CreateVersion7();
        var key = await App.UseAsync(s => s.GetRequiredService<Keys>().GetAsync(ReplyToken.KeyName, Cancelled));
        var message = new OutgoingMessage
        {
            Id = id,
            Purpose = $"letter/{reference}",
            ToName = "Ada Bylen",
            ToAddress = to,
            Subject = $"[{reference}] Follow-up",
            Body = "Text",
            InternetMessageId = signed
                ? new ReplyToken(key).MessageIdFor(thread.Id, id, "secretariat.example")
                : $"ga.{reference}@secretariat.example",
            ThreadId = thread.Id,
            DueAt = TimeProvider.System.Now(),
        };
        await App.GivenAsync(db =>
        {
            db.Outbox.Add(message);
            return Task.CompletedTask;
        });
        while (await App.WorkAsync<SendMail>() > 0) { }
        return message;
    }

    /// <summary>The letter that the message carries.</summary>
    private async Task<Guid> GivenCarriedByAsync(OutgoingMessage message)
    {
        var partnerId = await PartnerIdAsync("ms-be");
        var campaign = new Campaign
        {
            Title = message.Subject,
            TemplateCode = "follow-up",
            AnnexAsOf = new DateOnly(2024, 2, 20),
        };
        var letter = new Letter
        {
            CampaignId = campaign.Id,
            PartnerId = partnerId,
            Order = 1,
            Language = "en",
            Rank = "minister",
            Form = AddressForm.Unknown,
        };
        letter.PutInOutbox(message.Id, message.ThreadId!.Value);
        await App.GivenAsync(db =>
        {
            db.Campaigns.Add(campaign);
            db.Letters.Add(letter);
            return Task.CompletedTask;
        });
        return letter.Id;
    }

    private Task<OutgoingMessage> NowAsync(OutgoingMessage message) =>
        App.ReadAsync(db => db.Outbox.AsNoTracking().SingleAsync(m => m.Id == message.Id, Cancelled));

    private Task<FailedAddress?> FailedAsync(string address) =>
        App.ReadAsync(db => db.FailedAddresses.AsNoTracking().SingleOrDefaultAsync(a => a.Address == address, Cancelled));
}
