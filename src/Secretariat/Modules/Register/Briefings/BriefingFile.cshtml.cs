using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Letters;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Web.Errors;

namespace Secretariat.Modules.Register.Briefings;

/// <summary>The briefing to take along, always as an attachment; noted as taken out.</summary>
public sealed class BriefingFileModel(SecretariatDb db, ReadBriefings reading, MakeBriefings making, TimeProvider time)
    : PageModel
{
    public async Task<IActionResult> OnGetAsync(string code, string format, AsOf? asOf, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return BadRequest();
        if (await db.KeptCodeAsync(code, cancellationToken) is { } kept)
            return Redirect($"/office/partners/{kept}/briefing.{format}{Request.QueryString}");
        var day = asOf ?? AsOf.Today(time);
        var partner = await db.CurrentPartners.Where(p => p.Code == code).Select(p => p.Id).ToListAsync(cancellationToken);
        if (await reading.RunAsync(partner, day, BriefingReader.Office, cancellationToken) is not [var briefing])
            return NotFound();
        if (format is "pdf" && making.WhyNoPdf is { } reason)
        {
            HttpContext.Refuse(StatusCodes.Status404NotFound, reason, $"/office/partners/{code}/briefing");
            return new EmptyResult();
        }

        var (name, isPdf) = (Briefing.FileName(code, day, format), format is "pdf");
        var file = isPdf ? await making.PdfAsync(briefing, cancellationToken) : making.Docx(briefing);
        await making.NoteAsync(name, [briefing], cancellationToken);
        return File(file, isPdf ? "application/pdf" : ReleaseCampaign.Docx, name);
    }
}
