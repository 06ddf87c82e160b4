using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Secretariat.Platform.Data;

/// <summary>Which database: SQLite for <c>Data Source=…</c> or nothing, PostgreSQL for <c>Host=…</c>.</summary>
public static class Database
{
    public static IServiceCollection AddDatabase(this IServiceCollection services, string connectionString)
    {
        services.AddScoped<Unit>();
        if (IsPostgres(connectionString))
            services.AddDbContext<SecretariatDb, PostgresSecretariatDb>(o => o.UseNpgsql(Reused(connectionString)));
        else
            services.AddDbContext<SecretariatDb, SqliteSecretariatDb>(o => UseSqlite(o, connectionString));
        return services;
    }

    public static bool IsPostgres(string connectionString) =>
        connectionString.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// What is asked again and again is read and planned once for each connection, and since nothing here leaves a connection
    /// otherwise than it was, it is handed on as it is. Of both, what the operator says holds: it comes later.
    /// </summary>
    public static string Reused(string postgres) => $"Max Auto Prepare=64;No Reset On Close=true;{postgres}";

    /// <summary>Whether a unique index or key has refused a second row.</summary>
    internal static bool IsTaken(DbUpdateException problem) =>
        problem.InnerException
            is SqliteException
                {
                    SqliteExtendedErrorCode: SQLitePCL.raw.SQLITE_CONSTRAINT_UNIQUE or SQLitePCL.raw.SQLITE_CONSTRAINT_PRIMARYKEY
                }
                or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    /// <summary>Whether the database is busy or out of reach for now, whatever was asked of it.</summary>
    public static bool IsPassing(Exception problem) =>
        problem switch
        {
            NpgsqlException postgres => postgres.IsTransient,
            SqliteException sqlite => sqlite.SqliteErrorCode
                is SQLitePCL.raw.SQLITE_BUSY
                    or SQLitePCL.raw.SQLITE_LOCKED
                    or SQLitePCL.raw.SQLITE_IOERR
                    or SQLitePCL.raw.SQLITE_FULL
                    or SQLitePCL.raw.SQLITE_CANTOPEN,
            // The Entity Framework wraps what its provider calls passing.
            DbUpdateException or InvalidOperationException when problem.InnerException is { } inner => IsPassing(inner),
            _ => false,
        };

    private static void UseSqlite(DbContextOptionsBuilder options, string connectionString)
    {
        var file = new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true, DefaultTimeout = 30 };
        if (Path.GetDirectoryName(Path.GetFullPath(file.DataSource)) is { } folder)
            Directory.CreateDirectory(folder);
        options.UseSqlite(file.ConnectionString).AddInterceptors(new DurableSqlite());
    }

    /// <summary>Readers beside one writer, and a commit that survives a power cut.</summary>
    private sealed class DurableSqlite : DbConnectionInterceptor
    {
        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

        public override Task ConnectionOpenedAsync(
            DbConnection connection,
            ConnectionEndEventData eventData,
            CancellationToken cancellationToken = default
        )
        {
            Set(connection);
            return Task.CompletedTask;
        }

        private static void Set(DbConnection connection)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=30000;";
            command.ExecuteNonQuery();
        }
    }
}
