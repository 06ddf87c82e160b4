using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Secretariat.Platform.Mail;

namespace Secretariat.Modules.Identity;

[EnableRateLimiting(CallerLimit.SignIns)]
public sealed class SignInModel(SendSignInLink send, DemonstrationAccounts demonstration, SignInManager<Account> signIn)
    : PageModel
{
    [BindProperty, Required, OneEmailAddress, StringLength(254), Display(Name = "E-mail address")]
    public string Email { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public bool IsSent { get; private set; }

    public IReadOnlyList<Account> Demonstration { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    /// <summary>The same answer, as quickly, whether or not the account exists: the mail is written after it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            IsSent = true;
            var (email, returnUrl) = (Email.Trim(), Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : null);
            Response.OnCompleted(() => send.ToAsync(email, returnUrl, CancellationToken.None));
        }

        await ShowAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostDemonstrationAsync(Guid account, CancellationToken cancellationToken)
    {
        if (await demonstration.EnterAsync(HttpContext, account, cancellationToken) is not { } found)
            return NotFound();
        await signIn.SignInAsync(found, isPersistent: false);
        return this.ToWork(found, ReturnUrl);
    }

    private async Task ShowAsync(CancellationToken cancellationToken) =>
        Demonstration = await demonstration.OfferedAsync(HttpContext, cancellationToken);
}
