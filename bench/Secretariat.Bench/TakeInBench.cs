using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Secretariat.Modules.Correspondence;
using Secretariat.Platform;
using Secretariat.Platform.Data;
using Secretariat.Tests.Servers;

namespace Secretariat.Bench;

/// <summary>
/// Messages from Dovecot into the record, as the platform takes them: listed, fetched over TLS, the bytes flushed to the file
/// store, then ledger, message and audit in one transaction for as many as have come. Beside it: the same bytes, already in memory,
/// inserted into one table of an equal database in one transaction each.
/// </summary>
internal sealed class TakeInBench(DovecotServer dovecot, string folder, string name)
{
    /// <summary>The platform runs for weeks; so many rounds compile and fill caches on both sides, and do not count.</summary>
    private const int WarmUp = 60;
    private const int PerWarmUp = 100;
    private const int RoundCount = 9;
    private const int PerRound = 1000;

    private int recorded;
    private int _next = 1_000_000;

    public string Folder { get; } = Directory.CreateDirectory(folder).FullName;

    public async Task<Row> RunAsync(string database, DbConnection bare, string durability)
    {
        MailBench.Say(
            $"from Dovecot into {name}: {WarmUp} rounds of {PerWarmUp} messages to warm up, {RoundCount} of {PerRound} measured"
        );
        await bare.OpenAsync();
        await ExecuteAsync(bare, durability);
        await ExecuteAsync(bare, "CREATE TABLE bare (id uuid PRIMARY KEY, bytes bytea NOT NULL)");
        var account = $"{name}@bench.example".ToLowerInvariant();
        await using var services = await PlatformAsync(database, account);
        var rounds = new Rounds();
        for (var round = 0; round < WarmUp + RoundCount; round++)
        {
            var messages = Enumerable
                .Range(0, round < WarmUp ? PerWarmUp : PerRound)
                .Select(_ => MailMaker.Make(_next++))
                .ToArray();
            var ours = await TakeInAsync(services, account, messages);
            var theirs = await InsertAsync(bare, messages);
            if (round >= WarmUp)
                rounds.Add(ours, theirs);
        }

        await bare.DisposeAsync();
        return new Row(
            $"from Dovecot into {name}",
            PerSecond(rounds.Ours),
            $"{PerSecond(rounds.Theirs)} bare inserts",
            rounds.Ratio,
            Goal: 0.5
        );
    }

    private async Task<double> TakeInAsync(IServiceProvider services, string account, byte[][] messages)
    {
        await dovecot.PutAsync(account, messages);
        await using var scope = services.CreateAsyncScope();
        var work = ActivatorUtilities.CreateInstance<FetchMail>(scope.ServiceProvider);
        var watch = Stopwatch.StartNew();
        var taken = await work.RunAsync(CancellationToken.None);
        var seconds = watch.Elapsed.TotalSeconds;
        recorded += taken;
        var ledger = await scope.ServiceProvider.GetRequiredService<SecretariatDb>().Ledger.CountAsync();
        if ((taken, ledger) != (messages.Length, recorded))
            throw new InvalidOperationException($"Of {messages.Length} messages {taken} were taken in; {ledger} are recorded.");
        return messages.Length / seconds;
    }

    private static async Task<double> InsertAsync(DbConnection bare, byte[][] messages)
    {
        await using var insert = bare.CreateCommand();
        insert.CommandText = "INSERT INTO bare (id, bytes) VALUES (@id, @bytes)";
        var (id, bytes) = (insert.CreateParameter(), insert.CreateParameter());
        (id.ParameterName, bytes.ParameterName) = ("@id", "@bytes");
        (id.Value, bytes.Value) = (Guid.CreateVersion7(), messages[0]);
        insert.Parameters.AddRange(new[] { id, bytes });
        await insert.PrepareAsync();
        var watch = Stopwatch.StartNew();
        foreach (var message in messages)
        {
            (id.Value, bytes.Value) = (Guid.CreateVersion7(), message);
            await insert.ExecuteNonQueryAsync();
        }

        return messages.Length / watch.Elapsed.TotalSeconds;
    }

    private async Task<ServiceProvider> PlatformAsync(string database, string account)
    {
        var certificate = Path.Combine(Folder, "dovecot.pem");
        await File.WriteAllTextAsync(certificate, dovecot.CertificatePem);
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    ["Data:Folder"] = Folder,
                    ["ConnectionStrings:Database"] = database,
                    ["Mail:Imap:Host"] = "localhost",
                    ["Mail:Imap:Port"] = dovecot.ImapsPort.ToString(CultureInfo.InvariantCulture),
                    ["Mail:Imap:User"] = account,
                    ["Mail:Imap:Password"] = DovecotServer.Password,
                    ["Mail:Imap:TrustedCertificate"] = certificate,
                }
            )
            .Build();
        var record = new ServiceCollection().AddLogging();
        App.AddRecord(record, configuration, Settings.Of(configuration));
        var services = record.BuildServiceProvider();
        await services.MigrateAsync();
        return services;
    }

    private static async Task ExecuteAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static string PerSecond(double speed) => string.Create(CultureInfo.InvariantCulture, $"{speed:0}/s");
}
