using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners.Imports;

/// <summary>Removes the lists that nobody imported within their term.</summary>
public sealed class RemoveLists(SecretariatDb db, TimeProvider time) : IWork
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
        db.ImportedFiles.RemoveRange(due);
        await db.SaveAsync(Text.Key("Remove lists that nobody imported"), cancellationToken: cancellationToken);
        return due.Count;
    }
}
