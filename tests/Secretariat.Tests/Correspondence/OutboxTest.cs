using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.Connections;
using Secretariat.Modules.Correspondence;
using Secretariat.Platform;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Mail;
using Secretariat.Tests.Servers;

namespace Secretariat.Tests.Correspondence;

/// <summary>Tests in which mail leaves for a server that does as it is told.</summary>
[Trait("Needs", "Database")]
public abstract class OutboxTest : IAsyncLifetime
{
    protected OutboxTest() => App = new TestApp { Replace = Replace };

    protected ScriptedSmtpPeer Server { get; } = new();

    protected AlarmClock Clock { get; } = new();

    protected TestApp App { get; }

    protected virtual int PerDomainPerMinute => 30;

    protected virtual string? User => null;

    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => App.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Puts something between the outbox and the server.</summary>
    protected virtual IMailSender Between(IMailSender sender) => sender;

    protected Task<Guid> PostAsync(string to = "officer@interior.example", params OutgoingFile[] files) =>
        PostAsync(to, [], files);

    /// <param name="to">The recipient.</param>
    /// <param name="answers">The Message-IDs that it answers.</param>
    /// <param name="files">What goes with it.</param>
    protected async Task<Guid> PostAsync(string to, List<string> answers, OutgoingFile[] files)
    {
        var id = Guid.CreateVersion7();
        await App.GivenAsync(db =>
        {
            db.Outbox.Add(
                new OutgoingMessage
                {
                    Id = id,
                    Purpose = $"test/{id}",
                    ToName = "Officer",
                    ToAddress = to,
                    Subject = "A letter",
                    Body = "Please find attached.\n",
                    Files = [.. files],
                    Answers = answers,
                    InternetMessageId = $"{id:N}@secretariat.example",
                    ThreadId = null,
                    DueAt = TimeProvider.System.Now() - TimeSpan.FromMinutes(1),
                }
            );
            return Task.CompletedTask;
        });
        return id;
    }

    protected Task<OutgoingMessage> NowAsync(Guid id) =>
        App.ReadAsync(db => db.Outbox.AsNoTracking().SingleAsync(m => m.Id == id, Cancelled));

    protected virtual void Replace(IServiceCollection services)
    {
        services.AddSingleton<TimeProvider>(Clock);
        var usual = (Settings)services.Last(s => s.ServiceType == typeof(Settings)).ImplementationInstance!;
        services.AddSingleton(usual with { Mail = usual.Mail with { PerDomainPerMinute = PerDomainPerMinute } });
        var server = new ServerSettings
        {
            Host = "127.0.0.1",
            Port = Server.Port,
            Security = ConnectionSecurity.None,
            User = User,
            Password = "s3cret",
        };
        services.AddSingleton(Between(new SmtpSender(server)));
    }

    /// <summary>The right time, or later; where it hurries, whoever waits ten minutes is called after a fifth of a second.</summary>
    protected sealed class AlarmClock : TimeProvider
    {
        private TimeSpan ahead;

        /// <summary>The longest wait that is cut short; a test of short ones leaves the server its time.</summary>
        public TimeSpan Hurries { get; set; }

        public void GoOn(TimeSpan by) => ahead += by;

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime > TimeSpan.Zero && dueTime <= Hurries ? dueTime / 3000 : dueTime, period);
    }
}
