using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Secretariat.Platform.Data;

namespace Secretariat.Modules.Letters.Campaigns;

/// <summary>All letters of a campaign one below the other, to read over or print.</summary>
public sealed class PreviewPage(SecretariatDb db, LetterMaker maker, TimeProvider time) : PageModel
{
    public CampaignView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await CampaignView.ReadAsync(db, maker, time, id, cancellationToken) is not { } view)
            return NotFound();
        View = view;
        return Page();
    }
}
