using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Privacy;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Files;

namespace Secretariat.Modules.Letters.Campaigns;

/// <summary>A frozen file of a letter, always as an attachment.</summary>
public sealed class LetterFilePage(SecretariatDb db, IFileStore files, Disclose disclose, CurrentActor current) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, Guid letterId, string kind, CancellationToken cancellationToken)
    {
        var letter = await db
            .Letters.AsNoTracking()
            .SingleOrDefaultAsync(l => l.Id == letterId && l.CampaignId == id, cancellationToken);
        var (sha256, contentType, name) = kind switch
        {
            "pdf" => (letter?.PdfSha256, "application/pdf", $"{letter?.Reference}.pdf"),
            "reply" => (letter?.ReplySheetSha256, ReleaseCampaign.Docx, letter?.ReplySheetName),
            _ => (letter?.DocxSha256, ReleaseCampaign.Docx, $"{letter?.Reference}.docx"),
        };
        if (sha256 is null)
            return NotFound();
        await disclose.ExportedAsync(db, name!, letter!.Called, current, cancellationToken);
        return File(await files.GetAsync(sha256, cancellationToken), contentType, name);
    }
}
