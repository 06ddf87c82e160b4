using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Duplicates;

/// <summary>Finds the entry with which a partner is compared, where an officer sees that two are one and the platform does not.</summary>
public sealed class ComparePartnerModel(SecretariatDb db, TimeProvider time, Text t) : PageModel
{
    private const int Most = 20;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public Partner Partner { get; private set; } = null!;

    public bool HasAsked => !string.IsNullOrWhiteSpace(Q);

    public IReadOnlyList<PartnerLine> Rows { get; private set; } = [];

    public bool HasMore { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (
            await db.CurrentPartners.AsNoTracking().SingleOrDefaultAsync(p => p.Code == code, cancellationToken)
            is not { } partner
        )
            return NotFound();
        Partner = partner;
        if (!HasAsked)
            return Page();
        var today = AsOf.Today(time);
        var others = db.PlacesIn(t.Language.Code, today).Named(db, Q).Where(place => place.PartnerId != partner.Id);
        var page = await others.PageAsync(db, (t.Language.Code, today), (null, null), Most, cancellationToken);
        (Rows, HasMore) = (page.Rows, page.Older is not null);
        return Page();
    }
}
