using Microsoft.EntityFrameworkCore;

namespace Secretariat.Platform.Data;

public static class DatabaseStart
{
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
        using var turn = await TakeTurnAsync(database.GetDbConnection().DataSource, cancellationToken);
        await database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);
        await database.MigrateAsync(cancellationToken);
    }

    private static async Task<FileStream> TakeTurnAsync(string file, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(
                    file + ".migrating",
                    FileMode.OpenOrCreate,
                    FileAccess.Write,
                    FileShare.None,
                    1,
                    FileOptions.DeleteOnClose
                );
            }
            catch (IOException)
            {
                await Task.Delay(200, cancellationToken);
            }
        }
    }
}
