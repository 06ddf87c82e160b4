using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Privacy;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Briefings;

/// <summary>The briefings of all partners that a filter fits, as one ZIP, written while they are made.</summary>
public sealed class AllBriefingsModel(SecretariatDb db, MakeBriefings making, TimeProvider time, Text t) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty]
    public TakenOut Out { get; set; } = new();

    public AsOf Day { get; private set; }

    public IReadOnlyList<Guid> Partners { get; private set; } = [];

    public string? WhyNoPdf => making.WhyNoPdf;

    public async Task<IActionResult> OnGetAsync(AsOf? asOf, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return BadRequest();
        if (!await ReadAsync(asOf, cancellationToken))
            return BadRequest();
        Out = making.ForOneself;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(AsOf? asOf, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(asOf, cancellationToken))
            return BadRequest();
        Out.Check(ModelState, nameof(Out), t);
        if (!ModelState.IsValid || Partners.Count == 0 || WhyNoPdf is not null)
            return Page();
        // The archive closes each entry with a few bytes that it cannot write otherwise.
        HttpContext.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        Response.ContentType = "application/zip";
        Response.Headers.ContentDisposition = $"attachment; filename=\"briefings-{Day}.zip\"";
        await making.WriteAllAsync(Response.Body, Partners, Day, Out, cancellationToken);
        return new EmptyResult();
    }

    private async Task<bool> ReadAsync(AsOf? asOf, CancellationToken cancellationToken)
    {
        Day = asOf ?? AsOf.Today(time);
        if (await new PartnerFilter(Q, Kind).FindAsync(db, (t.Language.Code, Day), cancellationToken) is not { } found)
            return false;
        Partners = await found.OrderBy(p => p.Sort).Select(p => p.PartnerId).ToListAsync(cancellationToken);
        return true;
    }
}
