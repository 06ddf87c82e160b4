using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Cli;
using Secretariat.Platform.Domain;

namespace Secretariat.Platform.Data;

/// <summary>That the first load of this database began, and whether it came to its end.</summary>
public sealed class FirstLoad : Row
{
    public required DateTimeOffset BeganAt { get; init; }

    /// <summary>Nobody had written here before: whatever is there is the load's own.</summary>
    public required bool IntoEmpty { get; init; }
    public DateTimeOffset? EndedAt { get; private set; }

    public void End(DateTimeOffset at) => EndedAt = at;
}

public abstract partial class SecretariatDb
{
    public DbSet<FirstLoad> FirstLoads => Set<FirstLoad>();

    /// <summary>Nobody works on half an Alliance.</summary>
    public async Task RefuseHalfLoadAsync(CancellationToken cancellationToken)
    {
        if (await FirstLoads.AnyAsync(l => l.EndedAt == null, cancellationToken))
            throw new RefusedException(
                "The first load of this database has not come to its end: wait for it, or start the platform again with bin/run."
            );
    }

    /// <summary>Discards what a load left that was cut off; the caller keeps everybody else out.</summary>
    /// <returns>Whether there was any.</returns>
    public async Task<bool> DiscardHalfLoadAsync(CancellationToken cancellationToken)
    {
        if (await FirstLoads.FirstOrDefaultAsync(l => l.EndedAt == null, cancellationToken) is not { } half)
            return false;
        if (!half.IntoEmpty)
            throw new RefusedException(
                $"The first load of this database was cut off on {half.BeganAt:yyyy-MM-dd}, and somebody had written to it before: "
                    + "empty the database by hand, or name another one, and start again."
            );
        await EmptyAsync(cancellationToken);
        return true;
    }

    private async Task EmptyAsync(CancellationToken cancellationToken)
    {
        var tables = Model.GetEntityTypes().Select(t => t.GetTableName()).OfType<string>().Distinct().Select(t => $"\"{t}\"");
        await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
        // In SQLite the references are looked at when all is gone; PostgreSQL takes all the tables at once.
        var empty = Database.IsSqlite()
            ? "PRAGMA defer_foreign_keys = ON; " + string.Concat(tables.Select(t => $"DELETE FROM {t}; "))
            : "TRUNCATE " + string.Join(", ", tables);
        await Database.ExecuteSqlRawAsync(empty, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        ChangeTracker.Clear();
    }
}
