using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Files;

namespace Secretariat.Modules.Partners.Endorsements;

/// <summary>The documents that endorsements rest on.</summary>
public sealed class HoldEndorsementFiles(SecretariatDb db) : IHoldFiles
{
    public async IAsyncEnumerable<HeldFile> FilesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var held = db
            .Endorsements.Where(e => e.DocumentSha256 != null)
            .Select(e => new
            {
                e.DocumentSha256,
                e.DocumentName,
                e.From,
            })
            .AsAsyncEnumerable();
        await foreach (var file in held.WithCancellation(cancellationToken))
            yield return new HeldFile(
                file.DocumentSha256!,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"evidence of the endorsement of {file.From:d MMMM yyyy} ({file.DocumentName})"
                )
            );
    }
}
