using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Files;

namespace Secretariat.Modules.Register.Endorsements;

/// <summary>The document that an endorsement rests on; never opened in the page, since it came from outside.</summary>
public sealed class EndorsementDocumentModel(SecretariatDb db, IFileStore files) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var endorsement = await db.Endorsements.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, cancellationToken);
        return endorsement?.DocumentSha256 is { } sha256
            ? File(await files.GetAsync(sha256, cancellationToken), "application/octet-stream", endorsement.DocumentName)
            : NotFound();
    }
}
