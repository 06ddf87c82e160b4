using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Correspondence;

/// <summary>One message of the outbox; what the server refused can be sent again.</summary>
public sealed class ResendPage(SecretariatDb db, Text t) : PageModel
{
    public OutgoingMessage Message { get; private set; } = null!;

    [BindProperty]
    public string? Because { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await ReadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
            return NotFound();
        if (Message.Version != Version)
            return StatusCode(StatusCodes.Status409Conflict);
        if (Message.WhyNotResend(Because) is { } reason)
        {
            ModelState.AddModelError(nameof(Because), t.Of(reason));
            return Page();
        }

        Message.Resend(Because!);
        await db.SaveAsync(Text.Key("Send a message again"), Because, cancellationToken);
        TempData["Done"] = t.Of("The message is due again.");
        return RedirectToPage(new { id });
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.Outbox.SingleOrDefaultAsync(m => m.Id == id, cancellationToken) is not { } message)
            return false;
        Message = message;
        return true;
    }
}
