using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Secretariat.Platform.Cli;

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

    /// <summary>Makes nothing where there is nothing: whoever asks about a record means one that is there.</summary>
    public static async Task RefuseMissingAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        var connection = services.GetRequiredService<Settings>().Database;
        var file = Database.IsPostgres(connection)
            ? null
            : Path.GetFullPath(new SqliteConnectionStringBuilder(connection).DataSource);
        if (file is not null && !File.Exists(file))
            throw new RefusedException(
                $"There is no database at {file}: name the folder that the platform is served from with --data, or begin one with bin/run."
            );
        if (await IsMigratedAsync(connection, file, cancellationToken))
            return;
        var (there, remedy) = file is null
            ? (PostgresPlace(connection), "ConnectionStrings__Database")
            : (file, "the folder in --data");
        throw new RefusedException(
            $"The database {there} holds no table of the platform: set {remedy} right, or begin one with bin/run."
        );
    }

    /// <summary>Asked for reading alone: a database of another program stays as it is.</summary>
    private static async Task<bool> IsMigratedAsync(string connection, string? file, CancellationToken cancellationToken)
    {
        await using DbConnection reading = file is null
            ? new NpgsqlConnection(connection)
            : new SqliteConnection($"Data Source=\"{file}\";Mode=ReadOnly;Pooling=False");
        await reading.OpenAsync(cancellationToken);
        await using var command = reading.CreateCommand();
        command.CommandText = file is null
            ? "SELECT to_regclass('\"__EFMigrationsHistory\"')::text"
            : "SELECT name FROM sqlite_master WHERE name = '__EFMigrationsHistory'";
        return await command.ExecuteScalarAsync(cancellationToken) is string;
    }

    private static string PostgresPlace(string connection)
    {
        var parts = new NpgsqlConnectionStringBuilder(connection);
        return $"{parts.Database} on {parts.Host}";
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
        await using var turn = await DatabaseTurn.TakeFileAsync(
            database.GetDbConnection().DataSource + ".migrating",
            services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(DatabaseTurn)),
            cancellationToken
        );
        await database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);
        await database.MigrateAsync(cancellationToken);
    }
}
