using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Privacy;
using Secretariat.Platform.Data;

namespace Secretariat.Modules.Letters.Campaigns;

/// <summary>All letters of a campaign one below the other, to read over or print.</summary>
public sealed class PreviewPage(SecretariatDb db, ReadCampaign reading, Disclose disclose) : PageModel
{
    public CampaignView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(id, cancellationToken) is not { } view)
            return NotFound();
        View = view;
        await disclose.SeenAsync(db, $"{Request.Path}", View.Addressees, cancellationToken);
        return Page();
    }
}
