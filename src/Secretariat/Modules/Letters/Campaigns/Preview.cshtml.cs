using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Secretariat.Modules.Letters.Campaigns;

/// <summary>All letters of a campaign one below the other, to read over or print.</summary>
public sealed class PreviewPage(ReadCampaign reading) : PageModel
{
    public CampaignView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(id, cancellationToken) is not { } view)
            return NotFound();
        View = view;
        return Page();
    }
}
