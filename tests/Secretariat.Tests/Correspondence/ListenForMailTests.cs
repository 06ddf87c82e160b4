using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Secretariat.Platform.Data;
using Secretariat.Platform.Mail;
using Secretariat.Tests.Servers;

namespace Secretariat.Tests.Correspondence;

/// <summary>The platform as it is served, before a server that tells of new messages.</summary>
[Trait("Needs", "Database")]
public sealed class ListenForMailTests : IDisposable
{
    private readonly TestFolder folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_message_is_fetched_when_it_is_announced_and_after_a_cut_all_the_same()
    {
        Assert.SkipWhen(DovecotServer.WhyMissing is not null, DovecotServer.WhyMissing ?? "");
        var dovecot = await DovecotServer.SharedAsync();
        var user = $"listen-{Guid.CreateVersion7():N}";
        await dovecot.ActAsync(user, "NOOP");
        await using var proxy = new CuttingProxy(dovecot.ImapsPort);
        await using var app = await BuildAsync(dovecot, proxy.Port, user);
        await app.StartAsync(Cancelled);
        var health = app.Services.GetRequiredService<MailboxHealth>();
        var box = Assert.Single(app.Services.GetRequiredService<IReadOnlyList<IMailbox>>()).Name;

        // Time stands still for this mailbox: only news can bring about another reading.
        await UntilAsync(() => health.Of(box) is { IsListening: true, HasNews: false } now && now.NextAt > StoppedClock.Now);
        await dovecot.PutAsync(user, Mail(1));
        await UntilAsync(() => Count(app, box) == 1);

        proxy.CutAfter(0);
        await proxy.CutNowAsync();
        await UntilAsync(() => !health.Of(box).IsListening);
        await dovecot.PutAsync(user, Mail(2));
        await UntilAsync(() => health.Of(box).Failures > 0);
        Assert.NotNull(health.Of(box).Problem);
        proxy.Mend();
        await UntilAsync(() => Count(app, box) == 2);
        Assert.True(health.Of(box).IsListening);

        await app.StopAsync(Cancelled);
        Assert.Equal(2, Count(app, box));
    }

    private static int Count(WebApplication app, string box)
    {
        using var scope = app.Services.CreateScope();
        return scope.ServiceProvider.GetRequiredService<SecretariatDb>().Ledger.Count(e => e.Mailbox == box);
    }

    private async Task<WebApplication> BuildAsync(DovecotServer dovecot, int port, string user)
    {
        var certificate = Path.Combine(folder.Path, "trusted.pem");
        await File.WriteAllTextAsync(certificate, dovecot.CertificatePem, Cancelled);
        return App.Build(
            [
                $"--Data:Folder={folder.Path}",
                $"--ConnectionStrings:Database={await TestDatabase.CopyAsync(folder.Path)}",
                "--Mail:Imap:Host=localhost",
                $"--Mail:Imap:Port={port.ToString(CultureInfo.InvariantCulture)}",
                $"--Mail:Imap:User={user}",
                $"--Mail:Imap:Password={DovecotServer.Password}",
                $"--Mail:Imap:TrustedCertificate={certificate}",
                "--Logging:LogLevel:Default=Error",
            ],
            builder =>
            {
                builder.WebHost.UseTestServer();
                builder.Host.ConfigureContainer<IServiceCollection>(
                    (_, services) =>
                        services.AddSingleton(s => new MailboxHealth(
                            new StoppedClock(),
                            s.GetRequiredService<ILogger<MailboxHealth>>()
                        ))
                );
            }
        );
    }

    private static byte[] Mail(int number) =>
        Encoding.UTF8.GetBytes($"From: a@b.example\r\nMessage-ID: <{number}@b.example>\r\n\r\nHello\r\n");

    private static async Task UntilAsync(Func<bool> holds)
    {
        for (var tries = 0; !holds(); tries++)
        {
            Assert.True(tries < 1200, "It did not come about.");
            await Task.Delay(50, Cancelled);
        }
    }

    private sealed class StoppedClock : TimeProvider
    {
        public static readonly DateTimeOffset Now = new(2024, 3, 1, 9, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
