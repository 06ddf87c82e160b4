using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Secretariat.Platform.Data;

/// <summary>
/// A transaction about one thing, while nobody else has one about it: whoever comes at the same moment waits. Those of one node
/// wait here, without a connection; those of several nodes in PostgreSQL. SQLite lets one write at a time in any case.
/// </summary>
public sealed class Turn : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<Guid, SemaphoreSlim> Queues = new();

    private readonly SecretariatDb db;
    private readonly SemaphoreSlim queue;
    private readonly IDbContextTransaction transaction;

    private Turn(SecretariatDb db, SemaphoreSlim queue, IDbContextTransaction transaction)
    {
        (this.db, this.queue, this.transaction) = (db, queue, transaction);
        // It succeeds or fails as a whole: a way back to before each save would make the others wait for nothing.
        db.Database.AutoSavepointsEnabled = false;
    }

    /// <param name="about">The key of a record.</param>
    public static async Task<Turn> TakeAsync(SecretariatDb db, Guid about, CancellationToken cancellationToken)
    {
        var waiting = Queues.GetOrAdd(about, _ => new(1, 1));
        await waiting.WaitAsync(cancellationToken);
        try
        {
            return new(db, waiting, await BeginAsync(db, about, cancellationToken));
        }
        catch
        {
            waiting.Release();
            throw;
        }
    }

    public Task CommitAsync(CancellationToken cancellationToken) => transaction.CommitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        try
        {
            await transaction.DisposeAsync();
        }
        finally
        {
            db.Database.AutoSavepointsEnabled = true;
            queue.Release();
        }
    }

    private static async Task<IDbContextTransaction> BeginAsync(SecretariatDb db, Guid about, CancellationToken cancellationToken)
    {
        var begun = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!db.Database.IsNpgsql())
            return begun;
        try
        {
            var key = BitConverter.ToInt64(about.ToByteArray(), sizeof(long));
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({key})", cancellationToken);
            return begun;
        }
        catch
        {
            await begun.DisposeAsync();
            throw;
        }
    }
}
