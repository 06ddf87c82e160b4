using Microsoft.AspNetCore.Mvc;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register;

/// <summary>The last change of listing, which is made with the names, was entered by mistake.</summary>
public sealed partial class EditPartnerModel
{
    public async Task<IActionResult> OnPostListingAsync(string code, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(code, cancellationToken))
            return NotFound();
        CheckReason();
        if (Partner.WhyNotTakeListingBack() is { } reason)
            ModelState.AddModelError("", t.Of(reason));
        if (!ModelState.IsValid)
            return Page();
        Partner.TakeListingBack();
        return await SavedAsync(Text.Key("Take back a change of listing"), cancellationToken);
    }
}
