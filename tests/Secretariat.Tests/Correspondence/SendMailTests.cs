using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.Connections;
using Secretariat.Formats.Smtp;
using Secretariat.Modules.Audit;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Platform;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Files;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Mail;
using Secretariat.Tests.Servers;

namespace Secretariat.Tests.Correspondence;

public sealed class SendMailTests : OutboxTest
{
    private readonly Meddler meddler = new();

    protected override IMailSender Between(IMailSender sender) => meddler.Before(sender);

    [Theory]
    [InlineData("EHLO")]
    [InlineData(".")]
    public async Task A_server_that_never_answers_is_left_well_before_the_claim_runs_out(string verb)
    {
        Server[verb] = ScriptedSmtpPeer.Silence;
        Clock.Hurries = TimeSpan.MaxValue;
        var id = await PostAsync();

        await App.WorkAsync<SendMail>();

        var message = await NowAsync(id);
        Assert.Equal((Delivery.Due, null), (message.Delivery, message.SentAt));
        Assert.True(message.NextAttemptAt < message.ClaimedUntil);
        Assert.NotEmpty(message.ServerWords!.ToString());
    }

    [Fact]
    public async Task What_the_server_took_is_recorded_even_when_somebody_changed_the_message_meanwhile()
    {
        var id = await PostAsync();
        meddler.Meddle = () =>
            App.ReadAsync(db =>
                db.Outbox.Where(m => m.Id == id)
                    .ExecuteUpdateAsync(s => s.SetProperty(m => m.Version, m => m.Version + 1), Cancelled)
            );

        await App.WorkAsync<SendMail>();
        await App.WorkAsync<SendMail>();

        var message = await NowAsync(id);
        Assert.Equal((Delivery.Sent, "250 2.0.0 Taken"), (message.Delivery, message.ServerWords?.ToString()));
        Assert.Single(Server.Messages);
    }

    [Fact]
    public async Task What_was_taken_and_not_followed_is_followed_in_the_next_round_and_does_not_go_again()
    {
        var id = await PostAsync();
        var at = TimeProvider.System.Now() - TimeSpan.FromHours(1);
        await App.ReadAsync(db =>
            db.Outbox.Where(m => m.Id == id)
                .ExecuteUpdateAsync(
                    s =>
                        s.SetProperty(m => m.Delivery, Delivery.Claimed)
                            .SetProperty(m => m.ClaimedUntil, at)
                            .SetProperty(m => m.SentAt, at)
                            .SetProperty(m => m.ServerWords, Reason.Quoted("250 taken before the cut")),
                    Cancelled
                )
        );

        await App.WorkAsync<SendMail>();

        var message = await NowAsync(id);
        Assert.Equal((Delivery.Sent, at), (message.Delivery, message.SentAt));
        Assert.Empty(Server.Messages);
        var audit = await App.ReadAsync(db =>
            db.AuditEntries.Where(e => e.SubjectId == id).OrderByDescending(e => e.Id).FirstAsync(Cancelled)
        );
        Assert.Equal("250 taken before the cut", AuditPayload.Of(audit)!.Why);
    }

    [Fact]
    public async Task What_came_back_while_it_went_again_stays_returned_and_can_be_sent_again_by_hand()
    {
        var id = await PostAsync();
        var at = TimeProvider.System.Now() - TimeSpan.FromHours(1);
        meddler.Meddle = () =>
            App.GivenAsync(async db =>
                (await db.Outbox.SingleAsync(m => m.Id == id, Cancelled)).MarkReturned("550 User unknown", at)
            );

        await App.WorkAsync<SendMail>();
        Clock.GoOn(OutgoingMessage.ClaimFor + TimeSpan.FromMinutes(1));
        await App.WorkAsync<SendMail>();

        var message = await NowAsync(id);
        Assert.Equal(
            (Delivery.Returned, at, "550 User unknown"),
            (message.Delivery, message.SentAt, message.ServerWords?.ToString())
        );
        Assert.Single(Server.Messages);
        Assert.Null(message.WhyNotResend("The mailbox is there again."));
    }

    [Theory]
    [InlineData(false, "is missing")]
    [InlineData(true, "is damaged")]
    public async Task A_message_whose_file_is_gone_or_damaged_fails_in_clear_words_and_the_others_leave(
        bool damaged,
        string words
    )
    {
        var sha256 = await App.Services.GetRequiredService<IFileStore>().PutAsync(Guid.CreateVersion7().ToByteArray(), Cancelled);
        var bad = await PostAsync(files: new OutgoingFile("letter.pdf", "application/pdf", sha256));
        var good = await PostAsync();
        var path = Path.Combine(App.Folder, "files", sha256[..2], sha256[2..]);
        if (damaged)
            await File.WriteAllTextAsync(path, "something else", Cancelled);
        else
            File.Delete(path);

        await App.WorkAsync<SendMail>();

        Assert.Equal(Delivery.Failed, (await NowAsync(bad)).Delivery);
        Assert.Equal(Delivery.Sent, (await NowAsync(good)).Delivery);
        Assert.Single(Server.Messages);
        var page = await (await App.AsAsync(Role.Reader)).GetAsync("/office/outbox?state=Failed");
        Assert.Contains($"The stored file {sha256} {words}. Put it back from a backup.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_meets_an_unforeseen_problem_waits_and_the_others_leave()
    {
        var bad = await PostAsync();
        meddler.Meddle = () => throw new IOException("the disk is full");
        var good = await PostAsync();

        await App.WorkAsync<SendMail>();

        var message = await NowAsync(bad);
        Assert.Equal(Delivery.Due, message.Delivery);
        Assert.Contains("the disk is full", message.ServerWords?.ToString(), StringComparison.Ordinal);
        Assert.Equal(Delivery.Sent, (await NowAsync(good)).Delivery);
    }

    [Fact]
    public async Task A_damaged_file_is_mended_when_it_is_stored_again()
    {
        var files = App.Services.GetRequiredService<IFileStore>();
        var sha256 = await files.PutAsync("evidence"u8.ToArray(), Cancelled);
        await File.WriteAllTextAsync(Path.Combine(App.Folder, "files", sha256[..2], sha256[2..]), "torn", Cancelled);
        await Assert.ThrowsAsync<InvalidDataException>(() => files.GetAsync(sha256, Cancelled));

        await files.PutAsync("evidence"u8.ToArray(), Cancelled);

        Assert.Equal("evidence"u8.ToArray(), await files.GetAsync(sha256, Cancelled));
    }

    /// <summary>Does something, once, while a message is being handed over.</summary>
    private sealed class Meddler
    {
        public Func<Task>? Meddle { get; set; }

        public IMailSender Before(IMailSender sender) => new Sender(this, sender);

        private sealed class Sender(Meddler meddler, IMailSender sender) : IMailSender
        {
            public async Task<Sending> SendAsync(
                ReadOnlyMemory<byte> message,
                SmtpEnvelope envelope,
                CancellationToken cancellationToken
            )
            {
                var meddle = meddler.Meddle;
                meddler.Meddle = null;
                if (meddle is not null)
                    await meddle();
                return await sender.SendAsync(message, envelope, cancellationToken);
            }
        }
    }
}
