using Microsoft.AspNetCore.Mvc;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters.Campaigns;

/// <summary>A letter that is frozen is not changed: another one takes its place.</summary>
public sealed partial class LetterPage
{
    public NamedLetter? Replaces { get; private set; }

    public NamedLetter? ReplacedBy { get; private set; }

    [BindProperty]
    public string? Mistake { get; set; }

    public async Task<IActionResult> OnPostCorrectAsync(
        Guid id,
        Guid letterId,
        [FromServices] DraftCorrection corrections,
        CancellationToken cancellationToken
    )
    {
        if (!await ReadAsync(id, letterId, cancellationToken))
            return NotFound();
        if (Letter.Version != Version)
            return StatusCode(StatusCodes.Status409Conflict);
        if (await corrections.WhyNotAsync(Letter, Mistake, cancellationToken) is { } reason)
        {
            ModelState.AddModelError(nameof(Mistake), t.Of(reason));
            return Page();
        }

        var title = t.Of("{0}: correction of {1}", Campaign.Title, Letter.Reference);
        var draft = await corrections.MakeAsync(Campaign, Letter, title, cancellationToken);
        await db.SaveAsync(Text.Key("Correct a letter"), Mistake, cancellationToken);
        TempData["Done"] = t.Of("The correction is drafted. Change what is wrong, then submit it for signature.");
        return Redirect($"/office/campaigns/{draft.CampaignId}/letters/{draft.Id}");
    }
}
