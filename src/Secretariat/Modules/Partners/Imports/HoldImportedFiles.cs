using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Files;

namespace Secretariat.Modules.Partners.Imports;

/// <summary>The lists that were given, as long as they stand in the record.</summary>
public sealed class HoldImportedFiles(SecretariatDb db) : IHoldFiles
{
    public async IAsyncEnumerable<HeldFile> FilesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var held = db
            .ImportedFiles.OrderBy(f => f.Id)
            .Select(f => new
            {
                f.Sha256,
                f.FileName,
                f.GivenAt,
            })
            .AsAsyncEnumerable();
        await foreach (var file in held.WithCancellation(cancellationToken))
            yield return new HeldFile(file.Sha256, $"list {file.FileName} given on {file.GivenAt:yyyy-MM-dd}");
    }
}
