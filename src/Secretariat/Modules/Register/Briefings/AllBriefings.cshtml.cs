using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Web.Errors;

namespace Secretariat.Modules.Register.Briefings;

/// <summary>The briefings of all partners that a filter fits, as one ZIP, written while they are made.</summary>
public sealed class AllBriefingsModel(SecretariatDb db, MakeBriefings making, Text t) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    /// <param name="asOf">The day has to be said: the file is named by it.</param>
    public async Task<IActionResult> OnGetAsync(AsOf? asOf, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || asOf is not { } day)
            return BadRequest();
        var found = await new PartnerFilter(Q, Kind).FindAsync(db, t.Language.Code, cancellationToken);
        var partners = await found.OrderBy(p => p.Sort).Select(p => p.PartnerId).ToListAsync(cancellationToken);
        if (partners.Count == 0)
            return NotFound();
        if (making.WhyNoPdf is { } reason)
        {
            HttpContext.Refuse(StatusCodes.Status404NotFound, reason, "/office/partners");
            return new EmptyResult();
        }

        // The archive closes each entry with a few bytes that it cannot write otherwise.
        HttpContext.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        Response.ContentType = "application/zip";
        Response.Headers.ContentDisposition = $"attachment; filename=\"briefings-{day}.zip\"";
        await making.WriteAllAsync(Response.Body, partners, day, cancellationToken);
        return new EmptyResult();
    }
}
