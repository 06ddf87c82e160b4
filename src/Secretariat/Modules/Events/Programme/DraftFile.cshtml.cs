using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Secretariat.Platform.Web.Errors;

namespace Secretariat.Modules.Events.Programme;

/// <summary>The draft of a programme as it stands, to print; every sheet says that it is one.</summary>
public sealed class DraftFileModel(PrintProgramme print) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string code, string form, CancellationToken cancellationToken)
    {
        if (await print.DraftAsync(code, cancellationToken) is not { } programme)
            return NotFound();
        if (form is not "pdf" || print.WhyNoPdf is not { } reason)
            return await print.FileAsync(programme, form, cancellationToken);
        HttpContext.Refuse(StatusCodes.Status404NotFound, reason, $"/office/events/{code}/programme");
        return new EmptyResult();
    }
}
