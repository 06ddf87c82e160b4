using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Privacy;
using Secretariat.Platform.Data;

namespace Secretariat.Modules.Letters.Campaigns;

/// <summary>What is new in the letters of a campaign, against those that left last.</summary>
public sealed class DifferencePage(SecretariatDb db, ReadCampaign reading, Disclose disclose) : PageModel
{
    public CampaignView View { get; private set; } = null!;

    public CampaignDifference? Difference { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reading.FindAsync(id, cancellationToken) is not { } view)
            return NotFound();
        View = view;
        Difference = await CampaignDifference.ReadAsync(db, view, cancellationToken);
        await disclose.SeenAsync(db, $"{Request.Path}", View.Addressees, cancellationToken);
        return Page();
    }
}
