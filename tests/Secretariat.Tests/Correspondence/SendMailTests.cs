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

[Trait("Needs", "Database")]
public sealed class SendMailTests : IAsyncLifetime
{
    private readonly ScriptedSmtpPeer server = new();
    private readonly Meddler meddler = new();
    private readonly AlarmClock clock = new();
    private readonly TestApp app;

    public SendMailTests() =>
        app = new TestApp
        {
            Replace = services =>
            {
                services.AddSingleton<TimeProvider>(clock);
                services.AddSingleton<IMailSender>(s =>
                    meddler.Before(
                        new SmtpSender(
                            new ServerSettings
                            {
                                Host = "127.0.0.1",
                                Port = server.Port,
                                Security = ConnectionSecurity.None,
                            }
                        )
                    )
                );
            },
        };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await server.DisposeAsync();
    }

    [Theory]
    [InlineData("EHLO")]
    [InlineData(".")]
    public async Task A_server_that_never_answers_is_left_well_before_the_claim_runs_out(string verb)
    {
        server[verb] = ScriptedSmtpPeer.Silence;
        clock.Hurries = true;
        var id = await PostAsync();

        await app.WorkAsync<SendMail>();

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
            app.ReadAsync(db =>
                db.Outbox.Where(m => m.Id == id)
                    .ExecuteUpdateAsync(s => s.SetProperty(m => m.Version, m => m.Version + 1), Cancelled)
            );

        await app.WorkAsync<SendMail>();
        await app.WorkAsync<SendMail>();

        var message = await NowAsync(id);
        Assert.Equal((Delivery.Sent, "250 2.0.0 Taken"), (message.Delivery, message.ServerWords?.ToString()));
        Assert.Single(server.Messages);
    }

    [Fact]
    public async Task What_was_taken_and_not_followed_is_followed_in_the_next_round_and_does_not_go_again()
    {
        var id = await PostAsync();
        var at = TimeProvider.System.Now() - TimeSpan.FromHours(1);
        await app.ReadAsync(db =>
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

        await app.WorkAsync<SendMail>();

        var message = await NowAsync(id);
        Assert.Equal((Delivery.Sent, at), (message.Delivery, message.SentAt));
        Assert.Empty(server.Messages);
        var audit = await app.ReadAsync(db =>
            db.AuditEntries.Where(e => e.SubjectId == id).OrderByDescending(e => e.Id).FirstAsync(Cancelled)
        );
        Assert.Equal("250 taken before the cut", AuditPayload.Of(audit)!.Why);
    }

    [Theory]
    [InlineData(false, "is missing")]
    [InlineData(true, "is damaged")]
    public async Task A_message_whose_file_is_gone_or_damaged_fails_in_clear_words_and_the_others_leave(
        bool damaged,
        string words
    )
    {
        var sha256 = await app.Services.GetRequiredService<IFileStore>().PutAsync(Guid.CreateVersion7().ToByteArray(), Cancelled);
        var bad = await PostAsync(new OutgoingFile("letter.pdf", "application/pdf", sha256));
        var good = await PostAsync();
        var path = Path.Combine(app.Folder, "files", sha256[..2], sha256[2..]);
        if (damaged)
            await File.WriteAllTextAsync(path, "something else", Cancelled);
        else
            File.Delete(path);

        await app.WorkAsync<SendMail>();

        Assert.Equal(Delivery.Failed, (await NowAsync(bad)).Delivery);
        Assert.Equal(Delivery.Sent, (await NowAsync(good)).Delivery);
        Assert.Single(server.Messages);
        var page = await (await app.AsAsync(Role.Reader)).GetAsync("/office/outbox?state=Failed");
        Assert.Contains($"The stored file {sha256} {words}. Put it back from a backup.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_meets_an_unforeseen_problem_waits_and_the_others_leave()
    {
        var bad = await PostAsync();
        meddler.Meddle = () => throw new IOException("the disk is full");
        var good = await PostAsync();

        await app.WorkAsync<SendMail>();

        var message = await NowAsync(bad);
        Assert.Equal(Delivery.Due, message.Delivery);
        Assert.Contains("the disk is full", message.ServerWords?.ToString(), StringComparison.Ordinal);
        Assert.Equal(Delivery.Sent, (await NowAsync(good)).Delivery);
    }

    [Fact]
    public async Task A_damaged_file_is_mended_when_it_is_stored_again()
    {
        var files = app.Services.GetRequiredService<IFileStore>();
        var sha256 = await files.PutAsync("evidence"u8.ToArray(), Cancelled);
        await File.WriteAllTextAsync(Path.Combine(app.Folder, "files", sha256[..2], sha256[2..]), "torn", Cancelled);
        await Assert.ThrowsAsync<InvalidDataException>(() => files.GetAsync(sha256, Cancelled));

        await files.PutAsync("evidence"u8.ToArray(), Cancelled);

        Assert.Equal("evidence"u8.ToArray(), await files.GetAsync(sha256, Cancelled));
    }

    private async Task<Guid> PostAsync(params OutgoingFile[] files)
    {
        var id = Guid.CreateVersion7();
        await app.GivenAsync(db =>
        {
            db.Outbox.Add(
                new OutgoingMessage
                {
                    Id = id,
                    Purpose = $"test/{id}",
                    ToName = "Officer",
                    ToAddress = "officer@interior.example",
                    Subject = "A letter",
                    Body = "Please find attached.\n",
                    Files = [.. files],
                    InternetMessageId = $"{id:N}@secretariat.example",
                    ThreadId = null,
                    DueAt = TimeProvider.System.Now() - TimeSpan.FromMinutes(1),
                }
            );
            return Task.CompletedTask;
        });
        return id;
    }

    private Task<OutgoingMessage> NowAsync(Guid id) =>
        app.ReadAsync(db => db.Outbox.AsNoTracking().SingleAsync(m => m.Id == id, Cancelled));

    /// <summary>The right time; when it hurries, whoever waits ten minutes is called after a fifth of a second.</summary>
    private sealed class AlarmClock : TimeProvider
    {
        public bool Hurries { get; set; }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, Hurries && dueTime > TimeSpan.Zero ? dueTime / 3000 : dueTime, period);
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
