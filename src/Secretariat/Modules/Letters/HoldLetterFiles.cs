using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Files;

namespace Secretariat.Modules.Letters;

/// <summary>The frozen letters.</summary>
public sealed class HoldLetterFiles(SecretariatDb db) : IHoldFiles
{
    public async IAsyncEnumerable<HeldFile> FilesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var frozen = db
            .Letters.Where(l => l.DocxSha256 != null)
            .OrderBy(l => l.Id)
            .Select(l => new
            {
                l.Reference,
                l.DocxSha256,
                l.PdfSha256,
            });
        await foreach (var l in frozen.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return new HeldFile(l.DocxSha256!, $"letter {l.Reference} (DOCX)");
            if (l.PdfSha256 is { } pdf)
                yield return new HeldFile(pdf, $"letter {l.Reference} (PDF)");
        }
    }
}
