using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Secretariat.Platform.Data;

/// <summary>
/// A transaction about something, while nobody else has one about it: whoever comes at the same moment waits. Those of one node
/// wait here, without a connection; those of several nodes in PostgreSQL. SQLite lets one write at a time in any case.
/// </summary>
public sealed class Turn : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<Guid, SemaphoreSlim> Queues = new();

    private readonly SecretariatDb db;
    private readonly IReadOnlyList<SemaphoreSlim> queues;
    private readonly IDbContextTransaction transaction;

    private Turn(SecretariatDb db, IReadOnlyList<SemaphoreSlim> queues, IDbContextTransaction transaction)
    {
        (this.db, this.queues, this.transaction) = (db, queues, transaction);
        // It succeeds or fails as a whole: a way back to before each save would make the others wait for nothing.
        db.Database.AutoSavepointsEnabled = false;
    }

    /// <param name="about">The key of a record.</param>
    public static Task<Turn> TakeAsync(SecretariatDb db, Guid about, CancellationToken cancellationToken) =>
        TakeAsync(db, [about], cancellationToken);

    /// <param name="about">Keys of records: all of them wait in one order, so that no two wait for each other.</param>
    public static async Task<Turn> TakeAsync(SecretariatDb db, IEnumerable<Guid> about, CancellationToken cancellationToken) =>
        (await TakeUnlessAsync(db, about, () => false, cancellationToken))!;

    /// <param name="isDone">Asked when it is one’s turn: whoever had it before may have done it for those who waited.</param>
    /// <returns>Null for what is done.</returns>
    public static Task<Turn?> TakeUnlessAsync(
        SecretariatDb db,
        Guid about,
        Func<bool> isDone,
        CancellationToken cancellationToken
    ) => TakeUnlessAsync(db, [about], isDone, cancellationToken);

    private static async Task<Turn?> TakeUnlessAsync(
        SecretariatDb db,
        IEnumerable<Guid> about,
        Func<bool> isDone,
        CancellationToken cancellationToken
    )
    {
        var keys = about.Distinct().Order().ToList();
        var taken = new List<SemaphoreSlim>();
        try
        {
            foreach (var key in keys)
            {
                var waiting = Queues.GetOrAdd(key, _ => new(1, 1));
                await waiting.WaitAsync(cancellationToken);
                taken.Add(waiting);
            }

            if (!isDone())
                return new(db, taken, await BeginAsync(db, keys, cancellationToken));
            taken.ForEach(t => t.Release());
            return null;
        }
        catch
        {
            taken.ForEach(t => t.Release());
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
            foreach (var queue in queues)
                queue.Release();
        }
    }

    private static async Task<IDbContextTransaction> BeginAsync(
        SecretariatDb db,
        IEnumerable<Guid> about,
        CancellationToken cancellationToken
    )
    {
        var begun = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!db.Database.IsNpgsql())
            return begun;
        try
        {
            foreach (var key in about.Select(a => BitConverter.ToInt64(a.ToByteArray(), sizeof(long))))
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
