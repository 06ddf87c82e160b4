using Microsoft.AspNetCore.Mvc;
using Secretariat.Modules.Nominations;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Web.Errors;

namespace Secretariat.Modules.Register.Briefings;

/// <summary>
/// The same page to take along. It leaves by a link, where the office’s briefings leave by a form: it is the partner’s own record, which its
/// contact takes home, so there is no other recipient to ask for.
/// </summary>
public sealed class DeskBriefingFileModel(SecretariatDb db, ReadBriefings reading, MakeBriefings making, TimeProvider time)
    : DeskPage(db)
{
    public async Task<IActionResult> OnGetAsync(AsOf? asOf, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return BadRequest();
        if (making.WhyNoPdf is { } reason)
        {
            HttpContext.Refuse(StatusCodes.Status404NotFound, reason, "/desk/briefing");
            return new EmptyResult();
        }

        var day = asOf ?? AsOf.Today(time);
        var briefing = (await reading.RunAsync([PartnerId], day, BriefingReader.Desk, cancellationToken))[0];
        var file = await making.PdfAsync(briefing, cancellationToken);
        var name = Briefing.FileName(briefing.Code, day, "pdf");
        await making.NoteAsync(name, [briefing], making.ForOneself, cancellationToken);
        return File(file, "application/pdf", name);
    }
}
