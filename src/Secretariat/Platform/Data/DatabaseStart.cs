using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Secretariat.Platform.Data;

public static class DatabaseStart
{
    /// <summary>What the database itself finds wrong, or null. PostgreSQL keeps its pages and references whole by itself.</summary>
    public static async Task<string?> WhyDamagedAsync(this SecretariatDb db, CancellationToken cancellationToken)
    {
        if (!db.Database.IsSqlite())
            return null;
        var file = db.Database.GetDbConnection().DataSource;
        var found = await db
            .Database.SqlQueryRaw<string>("SELECT integrity_check AS Value FROM pragma_integrity_check")
            .ToListAsync(cancellationToken);
        if (found is not ["ok"])
            return $"{file} is damaged: {found[0]}. Restore it from a backup.";
        var broken = await db
            .Database.SqlQueryRaw<string>("SELECT \"table\" AS Value FROM pragma_foreign_key_check")
            .ToListAsync(cancellationToken);
        return broken.Count == 0
            ? null
            : $"{file} holds rows of {broken[0]} that refer to rows that are not there. Restore it from a backup.";
    }

    /// <summary>Brings the database to this version of the program; asks for nothing when it is there already.</summary>
    public static async Task MigrateAsync(this IServiceProvider services, CancellationToken cancellationToken = default)
    {
        await using var scope = services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<SecretariatDb>().Database;
        if (!(await database.GetPendingMigrationsAsync(cancellationToken)).Any())
            return;
        if (!database.IsSqlite())
        {
            await database.MigrateAsync(cancellationToken);
            return;
        }

        // The lock that the migrator keeps in SQLite outlives a process that is killed; this one ends with its process.
        using var turn = await TakeFileAsync(database.GetDbConnection().DataSource + ".migrating", cancellationToken);
        await database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);
        await database.MigrateAsync(cancellationToken);
    }

    /// <summary>Keeps every other process of this database out until it is disposed; it ends with its process.</summary>
    public static async Task<IAsyncDisposable> TakeTurnAsync(string connectionString, CancellationToken cancellationToken)
    {
        if (!Database.IsPostgres(connectionString))
            return await TakeFileAsync(
                new SqliteConnectionStringBuilder(connectionString).DataSource + ".starting",
                cancellationToken
            );
        // Not pooled: the lock goes with the connection.
        var turn = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await turn.OpenAsync(cancellationToken);
        await using var wait = new NpgsqlCommand("SELECT pg_advisory_lock(hashtext('secretariat starts'))", turn);
        wait.CommandTimeout = 0;
        await wait.ExecuteNonQueryAsync(cancellationToken);
        return turn;
    }

    private static async Task<FileStream> TakeFileAsync(string file, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                // It stays: whoever waits for a file that is then deleted would hold another one than the next to come.
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(200, cancellationToken);
            }
        }
    }
}
