using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Secretariat.Tests.Servers;

public class ServerTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_ends_with_its_owner_and_its_folder_is_removed()
    {
        var folder = await ServerProcess.MakeFolderAsync("server");
        var pidFile = Path.Combine(folder, "pid");
        var server = ServerProcess.Start(folder, "TERM", "sh", "-c", "echo $$ >pid; exec sleep 600");
        while (!File.Exists(pidFile) || new FileInfo(pidFile).Length == 0)
            await Task.Delay(10, Ct);
        var text = await File.ReadAllTextAsync(pidFile, Ct);
        var pid = int.Parse(text.Trim(), CultureInfo.InvariantCulture);
        Assert.False(Process.GetProcessById(pid).HasExited);

        server.Dispose();

        Assert.Throws<ArgumentException>(() => Process.GetProcessById(pid));
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task A_server_that_does_not_start_says_why()
    {
        var folder = await ServerProcess.MakeFolderAsync("server");
        var server = ServerProcess.Start(folder, "TERM", "sh", "-c", "echo no luck >&2; exit 3");
        var e = await Assert.ThrowsAsync<InvalidOperationException>(() => server.WaitForAsync(ServerProcess.FreePort()));
        Assert.Contains("no luck", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_is_copied_from_another_one_with_everything_in_it()
    {
        Assert.SkipWhen(PostgresServer.WhyMissing is not null, PostgresServer.WhyMissing ?? "");
        var postgres = await PostgresServer.SharedAsync();
        var template = await postgres.CreateDatabaseAsync("server-tests-template");
        await RunAsync(template, "CREATE TABLE partner (name text); INSERT INTO partner VALUES ('é')");

        var copies = await Task.WhenAll(
            postgres.CreateDatabaseAsync("server-tests-1", "server-tests-template"),
            postgres.CreateDatabaseAsync("server-tests-2", "server-tests-template")
        );

        await RunAsync(copies[0], "DELETE FROM partner");
        Assert.Equal("é", await RunAsync(copies[1], "SELECT name FROM partner"));
        await postgres.DropDatabaseAsync("server-tests-1");
        await Assert.ThrowsAsync<PostgresException>(() => RunAsync(copies[0], "SELECT 1"));
    }

    private static async Task<object?> RunAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(Ct);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Ct);
    }
}
