using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Letters;
using Secretariat.Platform.Data;
using Secretariat.Platform.Files;

namespace Secretariat.Modules.Nominations;

/// <summary>The frozen letter, to the partner it was sent to.</summary>
public sealed class DeskLetterFileModel(SecretariatDb db, IFileStore files) : DeskPage(db)
{
    public async Task<IActionResult> OnGetAsync(Guid id, string format, CancellationToken cancellationToken)
    {
        var letter = await Sent.AsNoTracking().SingleOrDefaultAsync(l => l.Id == id, cancellationToken);
        var (sha256, type, name) = format switch
        {
            "pdf" => (letter?.PdfSha256, "application/pdf", $"{letter?.Reference}.pdf"),
            "docx" => (letter?.DocxSha256, ReleaseCampaign.Docx, $"{letter?.Reference}.docx"),
            "reply" => (letter?.ReplySheetSha256, ReleaseCampaign.Docx, letter?.ReplySheetName),
            _ => (null, "", null),
        };
        if (sha256 is null)
            return NotFound();
        return File(await files.GetAsync(sha256, cancellationToken), type, name);
    }
}
