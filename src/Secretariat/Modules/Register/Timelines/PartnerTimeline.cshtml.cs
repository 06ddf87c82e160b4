using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Privacy;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Timelines;

public sealed class PartnerTimelineModel(SecretariatDb db, Disclose disclose, TimeProvider time, Text t)
    : TimelinePage(disclose, time, t)
{
    private readonly Text words = t;

    public Partner Partner { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string code, AsOf? asOf, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return BadRequest();
        if (await db.KeptCodeAsync(code, cancellationToken) is { } kept)
            return Redirect($"/office/partners/{kept}/timeline{Request.QueryString}");
        if (
            await db.CurrentPartners.AsNoTracking().SingleOrDefaultAsync(p => p.Code == code, cancellationToken)
            is not { } partner
        )
            return NotFound();
        Partner = partner;
        return await ShowAsync(Timeline.OfPartner(db, partner, words), asOf, cancellationToken);
    }
}
