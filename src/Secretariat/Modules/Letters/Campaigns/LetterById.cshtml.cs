using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;

namespace Secretariat.Modules.Letters.Campaigns;

/// <summary>The way to a letter for those who know no more than its key: it stands in its campaign.</summary>
public sealed class LetterByIdModel(SecretariatDb db) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Letters.Where(l => l.Id == id).Select(l => (Guid?)l.CampaignId).SingleOrDefaultAsync(cancellationToken)
            is { } campaign
            ? Redirect($"/office/campaigns/{campaign}/letters/{id}")
            : NotFound();
}
