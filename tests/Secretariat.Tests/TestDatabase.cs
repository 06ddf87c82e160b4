using Microsoft.Data.Sqlite;
using Secretariat.Tests.Servers;

namespace Secretariat.Tests;

/// <summary>Which database this run uses: <c>TEST_DATABASE=sqlite</c> or <c>postgres</c>. Migrated and filled once, then copied.</summary>
public static class TestDatabase
{
    private const string Template = "template_alliance";
    private static readonly Lazy<Task<string>> FilledSqlite = new(() => FillAsync(postgres: false));
    private static readonly Lazy<Task<string>> FilledPostgres = new(() => FillAsync(postgres: true));

    public static bool IsPostgres => Environment.GetEnvironmentVariable("TEST_DATABASE") == "postgres";

    /// <summary>The connection string of a fresh copy that holds the Alliance.</summary>
    public static async Task<string> CopyAsync(string folder, bool? postgres = null)
    {
        var isPostgres = postgres ?? IsPostgres;
        if (isPostgres)
            Assert.SkipWhen(PostgresServer.WhyMissing is not null, PostgresServer.WhyMissing ?? "");
        var template = await (isPostgres ? FilledPostgres : FilledSqlite).Value;
        if (isPostgres)
            return await (await PostgresServer.SharedAsync()).CreateDatabaseAsync($"t{Guid.CreateVersion7():N}", Template);
        var path = Path.Combine(folder, "secretariat.db");
        File.Copy(template, path);
        return $"Data Source={path};Pooling=False";
    }

    /// <summary>An empty database of this run's kind.</summary>
    public static async Task<string> EmptyAsync(string folder) =>
        IsPostgres
            ? await (await PostgresServer.SharedAsync()).CreateDatabaseAsync($"t{Guid.CreateVersion7():N}")
            : $"Data Source={Path.Combine(folder, "secretariat.db")};Pooling=False";

    private static async Task<string> FillAsync(bool postgres)
    {
        var folder = Directory.CreateTempSubdirectory("secretariat-template-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var path = Path.Combine(folder, "template.db");
        var connection = postgres
            ? await (await PostgresServer.SharedAsync()).CreateDatabaseAsync(Template)
            : $"Data Source={path};Pooling=False";
        await using (var app = TestApp.Build(folder, connection))
            await FirstStart.RunAsync(app, withDemonstration: false, CancellationToken.None);
        // The write-ahead log has to be in the file before it is copied.
        if (!postgres)
            SqliteConnection.ClearAllPools();
        return path;
    }
}
