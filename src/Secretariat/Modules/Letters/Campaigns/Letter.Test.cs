using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;

namespace Secretariat.Modules.Letters.Campaigns;

/// <summary>The letter as it would leave, to whoever asks for it.</summary>
public sealed partial class LetterPage
{
    public bool CanBeTested => MayWrite && !Letter.IsVoided && Made.Document is not null;

    public async Task<IActionResult> OnPostTestAsync(
        Guid id,
        Guid letterId,
        [FromServices] SendTest test,
        CancellationToken cancellationToken
    )
    {
        if (!await ReadAsync(id, letterId, cancellationToken))
            return NotFound();
        var account = User.AccountId();
        var officer = await db.Users.AsNoTracking().SingleAsync(a => a.Id == account, cancellationToken);
        if (!CanBeTested || officer.Email is not { } address)
        {
            ModelState.AddModelError("", t.Of("The letter cannot be sent as a test while something is lacking in it."));
            return Page();
        }

        await test.RunAsync(Campaign, Letter, (officer.Name, address), cancellationToken);
        TempData["Done"] = t.Of("The letter is on its way to {0}, and to nobody else.", address);
        return RedirectToPage(new { id, letterId });
    }
}
