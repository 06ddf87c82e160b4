using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Audit;
using Secretariat.Modules.Correspondence;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Files;
using Secretariat.Tests.Servers;

namespace Secretariat.Tests.Faults;

/// <summary>
/// <c>kill -9</c> at random points, with fixed seeds: 25 rounds here, 500 in <c>bin/check --long</c> (KILL_ROUNDS). The
/// process is killed at a moment spread over the time that a whole run takes.
/// </summary>
[Trait("Needs", "Database")]
public sealed partial class KillTests : IAsyncLifetime
{
    private static readonly int Rounds = int.Parse(
        Environment.GetEnvironmentVariable("KILL_ROUNDS") ?? "25",
        CultureInfo.InvariantCulture
    );
    private readonly TestFolder folder = new();
    private string database = "";

    public async ValueTask InitializeAsync() => database = await TestDatabase.CopyAsync(folder.Path);

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task No_message_is_lost_or_stored_twice_when_fetching_storing_and_reading_is_killed()
    {
        var (victim, random, dropped) = (
            new Victim(folder.Path, database, new Dictionary<string, string>()),
            new Random(1),
            new HashSet<string>()
        );
        Drop(0, 20, dropped);
        var whole = await victim.TimeAsync("mail", "fetch");
        var kills = 0;
        for (var round = 1; round <= Rounds; round++)
        {
            Drop(round, 20, dropped);
            if (await victim.RunAsync(Moment(random, whole), "mail", "fetch"))
                kills++;
        }

        await victim.RunAsync(null, "mail", "fetch");

        Assert.InRange(kills, Rounds / 2, Rounds);
        await using var app = TestApp.Build(folder.Path, database);
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SecretariatDb>();
        var stored = await db.Messages.Select(m => m.RawSha256!).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(dropped.Order(), stored.Order());
        Assert.Equal(dropped.Count, await db.Ledger.CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, await db.Messages.CountAsync(m => m.Reading != Reading.Read, TestContext.Current.CancellationToken));
        Assert.Empty(Directory.GetFiles(Path.Combine(folder.Path, "mail", "in")));
        var files = scope.ServiceProvider.GetRequiredService<IFileStore>();
        foreach (var sha256 in stored)
            Assert.Equal(
                sha256,
                Convert.ToHexStringLower(SHA256.HashData(await files.GetAsync(sha256, TestContext.Current.CancellationToken)))
            );
        Assert.Null(await BrokenAuditAsync(scope.ServiceProvider));
    }

    [Fact]
    public async Task No_message_goes_again_once_its_acceptance_was_recorded_when_sending_is_killed()
    {
        await using var server = new ScriptedSmtpPeer();
        var settings = new Dictionary<string, string>
        {
            ["Mail__Smtp__Host"] = "127.0.0.1",
            ["Mail__Smtp__Port"] = server.Port.ToString(CultureInfo.InvariantCulture),
            ["Mail__Smtp__Security"] = "None",
        };
        var (victim, random, kills) = (new Victim(folder.Path, database, settings), new Random(2), 0);
        await using var app = TestApp.Build(folder.Path, database);
        await PostAsync(app, 0, 20);
        var whole = await victim.TimeAsync("mail", "send");
        for (var round = 1; round <= Rounds; round++)
        {
            await PostAsync(app, round, 20);
            var before = await RecordedAsync(app, server);
            if (await victim.RunAsync(Moment(random, whole), "mail", "send"))
                kills++;
            var delivered = Delivered(server);
            Assert.All(before, sent => Assert.Equal(sent.Value, delivered[sent.Key]));
            await LetClaimsRunOutAsync(app);
        }

        await victim.RunAsync(null, "mail", "send");

        Assert.InRange(kills, Rounds / 2, Rounds);
        var all = await WithDbAsync(app, db => db.Outbox.AsNoTracking().ToListAsync());
        Assert.All(all, m => Assert.Equal(Delivery.Sent, m.Delivery));
        Assert.Equal(all.Select(m => m.InternetMessageId).Order(), Delivered(server).Keys.Order());
    }

    private static TimeSpan Moment(Random random, TimeSpan whole) => whole * (0.2 + (0.8 * random.NextDouble()));

    private void Drop(int round, int count, HashSet<string> dropped)
    {
        var inbox = Directory.CreateDirectory(Path.Combine(folder.Path, "mail", "in")).FullName;
        for (var i = 0; i < count; i++)
        {
            var bytes = Encoding.UTF8.GetBytes(
                $"From: Officer {i} <officer{i}@interior.example>\r\nSubject: Nomination {round}-{i}\r\n"
                    + $"Message-ID: <{round}.{i}@interior.example>\r\nDate: Tue, 12 Dec 2023 10:14:00 +0200\r\n\r\n"
                    + "We nominate Ms Ada Sample, Head of Unit, as contact point.\r\n"
            );
            dropped.Add(Convert.ToHexStringLower(SHA256.HashData(bytes)));
            File.WriteAllBytes(Path.Combine(inbox, $"{round}-{i}.eml"), bytes);
        }
    }

    private static Task PostAsync(WebApplication app, int round, int count) =>
        WithDbAsync(
            app,
            async db =>
            {
                for (var i = 0; i < count; i++)
                    db.Outbox.Add(
                        new OutgoingMessage
                        {
                            Purpose = $"test/{round}/{i}",
                            ToName = $"Officer {i}",
                            ToAddress = $"officer{i}@interior.example",
                            Subject = $"Letter {round}-{i}",
                            Body = "Please find attached.\n",
                            InternetMessageId = $"ga.{round}.{i}@secretariat.example",
                            ThreadId = null,
                            DueAt = TimeProvider.System.Now(),
                        }
                    );
                await db.SaveAsync("Prepare a test");
                return true;
            }
        );

    /// <summary>What is recorded as sent, with how often it has been delivered so far.</summary>
    private static async Task<Dictionary<string, int>> RecordedAsync(WebApplication app, ScriptedSmtpPeer server)
    {
        var sent = await WithDbAsync(
            app,
            db => db.Outbox.Where(m => m.Delivery == Delivery.Sent).Select(m => m.InternetMessageId).ToListAsync()
        );
        var delivered = Delivered(server);
        return sent.ToDictionary(id => id, id => delivered[id]);
    }

    private static Dictionary<string, int> Delivered(ScriptedSmtpPeer server) =>
        server
            .Messages.Select(m => MessageIdPattern().Match(m).Groups[1].Value)
            .GroupBy(id => id)
            .ToDictionary(g => g.Key, g => g.Count());

    /// <summary>As if a quarter of an hour had passed since the sender died.</summary>
    private static Task LetClaimsRunOutAsync(WebApplication app) =>
        WithDbAsync(
            app,
            db =>
                db.Outbox.Where(m => m.Delivery == Delivery.Claimed)
                    .ExecuteUpdateAsync(s => s.SetProperty(m => m.ClaimedUntil, DateTimeOffset.UnixEpoch))
        );

    private static async Task<T> WithDbAsync<T>(WebApplication app, Func<SecretariatDb, Task<T>> use)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<SecretariatDb>());
    }

    private static async Task<string?> BrokenAuditAsync(IServiceProvider services)
    {
        var seal = ActivatorUtilities.CreateInstance<SealEntries>(services);
        while (await seal.RunAsync(CancellationToken.None) > 0) { }
        return (await services.GetRequiredService<VerifyChain>().RunAsync(CancellationToken.None)).Difference;
    }

    [GeneratedRegex("^Message-ID: <([^>]+)>", RegexOptions.IgnoreCase | RegexOptions.Multiline, 1000)]
    private static partial Regex MessageIdPattern();
}
