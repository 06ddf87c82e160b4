using Microsoft.Data.Sqlite;
using Npgsql;
using Secretariat.Platform.Cli;

namespace Secretariat.Platform.Data;

/// <summary>Keeps every other process of a database out until it is disposed; it ends with its process.</summary>
public static partial class DatabaseTurn
{
    /// <summary>How a second opening is refused: <c>EAGAIN</c> on Linux, <c>EWOULDBLOCK</c> on macOS, a sharing violation on Windows.</summary>
    private static readonly int[] HeldByAnother = [11, 35, unchecked((int)0x80070020)];

    public static Task<IAsyncDisposable> TakeAsync(string connectionString, ILogger log, CancellationToken cancellationToken) =>
        Database.IsPostgres(connectionString)
            ? TakeLockAsync(connectionString, log, cancellationToken)
            : TakeFileAsync(new SqliteConnectionStringBuilder(connectionString).DataSource + ".starting", log, cancellationToken);

    /// <exception cref="RefusedException">The file cannot be opened for another reason than that somebody has it.</exception>
    internal static async Task<IAsyncDisposable> TakeFileAsync(string file, ILogger log, CancellationToken cancellationToken)
    {
        for (var isFirst = true; ; isFirst = false)
        {
            try
            {
                // It stays: whoever waits for a file that is then deleted would hold another one than the next to come.
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
            }
            catch (IOException problem) when (HeldByAnother.Contains(problem.HResult))
            {
                if (isFirst)
                    LogWaiting(log);
                await Task.Delay(200, cancellationToken);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                throw new RefusedException(
                    $"{Path.GetFullPath(file)} cannot be written: {problem.Message} Give the platform’s account the folder of the database."
                );
            }
        }
    }

    /// <summary>Not pooled: the lock goes with the connection.</summary>
    private static async Task<IAsyncDisposable> TakeLockAsync(
        string connectionString,
        ILogger log,
        CancellationToken cancellationToken
    )
    {
        var turn = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await turn.OpenAsync(cancellationToken);
        await using var ask = new NpgsqlCommand("SELECT pg_try_advisory_lock(hashtext('secretariat starts'))", turn);
        if (await ask.ExecuteScalarAsync(cancellationToken) is true)
            return turn;
        LogWaiting(log);
        await using var wait = new NpgsqlCommand("SELECT pg_advisory_lock(hashtext('secretariat starts'))", turn);
        wait.CommandTimeout = 0;
        await wait.ExecuteNonQueryAsync(cancellationToken);
        return turn;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Waiting for another process that is starting on this database")]
    private static partial void LogWaiting(ILogger log);
}
