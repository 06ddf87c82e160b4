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
        if (!CanBeTested)
            ModelState.AddModelError("", t.Of("The letter cannot be sent as a test while something is lacking in it."));
        if (officer.Email is not { } address)
            ModelState.AddModelError("", t.Of("Your account has no e-mail address: ask an administrator to enter it."));
        else if (ModelState.IsValid)
            return await SendAsync(test, (officer.Name, address), cancellationToken);
        return Page();
    }

    private async Task<IActionResult> SendAsync(
        SendTest test,
        (string Name, string Address) officer,
        CancellationToken cancellationToken
    )
    {
        await test.RunAsync(Campaign, Letter, officer, cancellationToken);
        TempData["Done"] = t.Of("The letter is on its way to {0}, and to nobody else.", officer.Address);
        return RedirectToPage(new { id = Campaign.Id, letterId = Letter.Id });
    }
}
