using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Audit;

/// <summary>Takes the entries that are not yet sealed into the chain, in the order in which they were made.</summary>
public sealed class SealEntries(SecretariatDb db) : IWork
{
    private const int Batch = 500;

    public static TimeSpan Every => TimeSpan.FromSeconds(10);

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var last = await db
            .AuditEntries.Where(e => e.Sequence != null)
            .OrderByDescending(e => e.Sequence)
            .Select(e => new { e.Sequence, e.ChainHash })
            .FirstOrDefaultAsync(cancellationToken);
        var open = await db
            .AuditEntries.Where(e => e.Sequence == null)
            .OrderBy(e => e.At)
            .ThenBy(e => e.Id)
            .Take(Batch)
            .ToListAsync(cancellationToken);

        var (sequence, hash) = (last?.Sequence ?? 0, last?.ChainHash ?? Chain.Start);
        foreach (var entry in open)
        {
            entry.Seal(++sequence, hash);
            hash = entry.ChainHash!;
        }

        // Two sealers at once: the unique index on the sequence lets one win, the other does it again later.
        await db.SaveChangesAsync(cancellationToken);
        return open.Count;
    }
}
