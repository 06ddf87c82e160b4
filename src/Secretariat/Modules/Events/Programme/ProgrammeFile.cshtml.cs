using Microsoft.AspNetCore.Mvc;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Web;
using Secretariat.Platform.Web.Errors;

namespace Secretariat.Modules.Events.Programme;

/// <summary>The programme of an event as it was last released by a day, to print.</summary>
public sealed class ProgrammeFileModel(PrintProgramme print, Text t, TimeProvider time) : PublicPage(time)
{
    public async Task<IActionResult> OnGetAsync(string code, string form)
    {
        if (await print.ReleasedAsync(code, AsOf, Cancelled) is not { } programme)
            return NotFound();
        if (form is not "pdf" || print.WhyNoPdf is not { } reason)
            return await print.FileAsync(programme, form, Cancelled);
        HttpContext.Refuse(StatusCodes.Status404NotFound, reason, $"/{t.Language.Code}/events/{code}/programme");
        return new EmptyResult();
    }
}
