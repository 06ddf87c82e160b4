using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Audit;

/// <summary>Takes the entries that are not yet sealed into the chain, in the order in which they were made.</summary>
public sealed class SealEntries(SecretariatDb db, ChainHeadFile headFile) : IWork
{
    private const int Batch = 500;

    public static TimeSpan Every => TimeSpan.FromSeconds(10);

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        // Read before the database: another node may seal in between, and the file never runs ahead of the chain.
        var noted = await headFile.ReadAsync(cancellationToken);
        var last = await LastAsync(cancellationToken);
        await RefuseIfCutAsync(noted, last, cancellationToken);
        var open = await db
            .AuditEntries.Where(e => e.Sequence == null)
            .OrderBy(e => e.At)
            .ThenBy(e => e.Id)
            .Take(Batch)
            .ToListAsync(cancellationToken);

        var head = last ?? new ChainHead(0, Chain.Start);
        foreach (var entry in open)
        {
            entry.Seal(head.Sequence + 1, head.Hash);
            head = new ChainHead(entry.Sequence!.Value, entry.ChainHash!);
        }

        // Two sealers at once: the unique index on the sequence lets one win, the other does it again later.
        await db.SaveChangesAsync(cancellationToken);
        if (head.Sequence > (noted?.Sequence ?? 0))
            await headFile.WriteAsync(head, cancellationToken);
        return open.Count;
    }

    private Task<ChainHead?> LastAsync(CancellationToken cancellationToken) =>
        db
            .AuditEntries.Where(e => e.Sequence != null)
            .OrderByDescending(e => e.Sequence)
            .Select(e => new ChainHead(e.Sequence!.Value, e.ChainHash!))
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>Sealing on over a cut would hide it.</summary>
    private async Task RefuseIfCutAsync(ChainHead? noted, ChainHead? last, CancellationToken cancellationToken)
    {
        if (noted is null || noted == last)
            return;
        var there = await db
            .AuditEntries.Where(e => e.Sequence == noted.Sequence)
            .Select(e => e.ChainHash)
            .FirstOrDefaultAsync(cancellationToken);
        if (ChainHeadFile.WhyLost(noted, last?.Sequence ?? 0, there) is { } difference)
            throw new InvalidOperationException(
                $"{difference} Nothing is sealed until then, or until {await headFile.PathAsync(cancellationToken)} has been put aside by somebody who knows why."
            );
    }
}
