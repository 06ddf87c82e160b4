using Npgsql;
using Secretariat.Platform.Data;

namespace Secretariat.Tests.Servers;

/// <summary>A throw-away PostgreSQL, one for the whole test run, started when first asked for.</summary>
public sealed class PostgresServer
{
    private static readonly Lazy<Task<PostgresServer>> Shared = new(() => StartAsync(isDurable: false));
    private static readonly string? Programs = Directory.Exists("/usr/lib/postgresql")
        ? Directory
            .GetDirectories("/usr/lib/postgresql")
            .Select(version => Path.Combine(version, "bin"))
            .Where(bin => File.Exists(Path.Combine(bin, "initdb")))
            .MaxBy(bin => bin, StringComparer.Ordinal)
        : null;

    private static readonly SemaphoreSlim OneAtATime = new(1);

    private PostgresServer(int port) => Port = port;

    /// <summary>Why there is no PostgreSQL here, or null when there is.</summary>
    public static string? WhyMissing => Programs is null ? "PostgreSQL is not installed (Debian package postgresql)." : null;

    public int Port { get; }

    public static Task<PostgresServer> SharedAsync() => Shared.Value;

    /// <summary>Another one, which flushes every commit to the disk as servers do.</summary>
    public static Task<PostgresServer> DurableAsync() => StartAsync(isDurable: true);

    public string ConnectionString(string database) => $"Host=127.0.0.1;Port={Port};Username=postgres;Database={database}";

    /// <summary>
    /// Makes a database, empty or as a copy of another one that nobody is connected to, and returns
    /// its connection string.
    /// </summary>
    public async Task<string> CreateDatabaseAsync(string name, string template = "template0")
    {
        await RunAsync(template, $"CREATE DATABASE \"{name}\" TEMPLATE \"{template}\" STRATEGY file_copy");
        return ConnectionString(name);
    }

    public Task DropDatabaseAsync(string name) => RunAsync(name, $"DROP DATABASE IF EXISTS \"{name}\" WITH (FORCE)");

    private async Task RunAsync(string database, string sql)
    {
        await OneAtATime.WaitAsync();
        try
        {
            // An idle connection would keep it from being copied.
            await using var pooled = new NpgsqlConnection(ConnectionString(database));
            NpgsqlConnection.ClearPool(pooled);
            await using var reused = new NpgsqlConnection(Database.Reused(ConnectionString(database)));
            NpgsqlConnection.ClearPool(reused);
            await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private static async Task<PostgresServer> StartAsync(bool isDurable)
    {
        var folder = await ServerProcess.MakeFolderAsync("postgres");
        if (Environment.IsPrivilegedProcess)
            await Command.RunAsync("chown", "postgres:", folder);
        var port = ServerProcess.FreePort();
        string[] script = ["sh", "-c", Script(port, isDurable)];
        // PostgreSQL refuses to run as root.
        string[] asUser = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"];
        string[] command = Environment.IsPrivilegedProcess ? [.. asUser, .. script] : script;
        var server = ServerProcess.Start(folder, "QUIT", command);
        await server.WaitForAsync(port);
        var postgres = new PostgresServer(port);
        await postgres.WaitUntilReadyAsync();
        return postgres;
    }

    private static string Script(int port, bool isDurable) =>
        $"""
            {Programs}/initdb -D data -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync &&
            exec {Programs}/postgres -D data -p {port} -c listen_addresses=127.0.0.1 \
                -c unix_socket_directories= -c max_connections=500 \
                {(isDurable ? "" : "-c fsync=off -c full_page_writes=off -c synchronous_commit=off")}
            """;

    private async Task WaitUntilReadyAsync()
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
                await connection.OpenAsync();
                return;
            }
            catch (NpgsqlException) when (attempt < 1200)
            {
                await Task.Delay(50);
            }
        }
    }
}
