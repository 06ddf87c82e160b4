using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Secretariat.Modules.Identity;

/// <summary>Programs that scan mail open links: opening changes nothing, only the button uses the link up.</summary>
public sealed class SignInWithLinkModel(OneTimeLinks links, SignInManager<Account> signIn) : PageModel
{
    public bool IsRefused { get; private set; }

    public async Task OnGetAsync(string token, CancellationToken cancellationToken) =>
        Refuse(!await links.IsGoodAsync(token, cancellationToken));

    public async Task<IActionResult> OnPostAsync(string token, string? returnUrl, CancellationToken cancellationToken)
    {
        if (await links.RedeemAsync(token, cancellationToken) is not { } account)
        {
            Refuse(true);
            return Page();
        }

        await signIn.SignInAsync(account, isPersistent: false);
        return this.ToWork(account, returnUrl);
    }

    private void Refuse(bool refused)
    {
        IsRefused = refused;
        if (refused)
            Response.StatusCode = StatusCodes.Status410Gone;
    }
}

public static class SigningIn
{
    /// <summary>To the page that was asked for, if it is one of ours, else to where the work of the role begins.</summary>
    public static IActionResult ToWork(this PageModel page, Account account, string? returnUrl) =>
        page.LocalRedirect(WorkOf(page.Url, account, returnUrl));

    public static string WorkOf(IUrlHelper url, Account account, string? returnUrl) =>
        url.IsLocalUrl(returnUrl) ? returnUrl! : Access.HomeOf(account.Role);
}
