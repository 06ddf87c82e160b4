using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Files;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners.Imports;

/// <summary>Removes the lists that nobody imported within their term, and their bytes, unless another record rests on the same.</summary>
public sealed class RemoveLists(SecretariatDb db, IEnumerable<IHoldFiles> holders, IFileStore files, TimeProvider time) : IWork
{
    private const int Batch = 50;

    public static TimeSpan Every => TimeSpan.FromHours(1);

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var due = await db
            .ImportedFiles.Where(ImportedFile.IsOverdue(time.Now()))
            .OrderBy(f => f.Id)
            .Take(Batch)
            .ToListAsync(cancellationToken);
        if (due.Count == 0)
            return 0;
        // Bytes go before the rows are gone for good: whoever is cut off in between leaves the rows, and the next run finishes it.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        db.ImportedFiles.RemoveRange(due);
        await db.SaveAsync(Text.Key("Remove lists that nobody imported"), cancellationToken: cancellationToken);
        foreach (var sha256 in await HeldByNobodyAsync(due.Select(f => f.Sha256), cancellationToken))
            await files.RemoveAsync(sha256, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return due.Count;
    }

    private async Task<HashSet<string>> HeldByNobodyAsync(IEnumerable<string> removed, CancellationToken cancellationToken)
    {
        var free = removed.ToHashSet(StringComparer.Ordinal);
        foreach (var holder in holders)
        {
            await foreach (var held in holder.FilesAsync(cancellationToken))
                free.Remove(held.Sha256);
        }

        return free;
    }
}
