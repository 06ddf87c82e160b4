using System.Buffers.Text;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Identity;

public sealed class AccountModel(
    UserManager<Account> accounts,
    SignInManager<Account> signIn,
    AccountTrail trail,
    Catalogue catalogue
) : PageModel
{
    [BindProperty, Required, StringLength(120), Display(Name = "Name")]
    public string Name { get; set; } = "";

    [BindProperty, Required, Display(Name = "Language")]
    public string Language { get; set; } = "";

    [TempData]
    public string? Done { get; set; }

    public Account Account { get; private set; } = null!;

    public IList<UserPasskeyInfo> Passkeys { get; private set; } = [];

    public IEnumerable<SelectListItem> Languages => catalogue.Languages.Select(l => new SelectListItem(l.Name, l.Code));

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await FindAsync())
            return Challenge();
        (Name, Language) = (Account.Name, Account.Language);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await FindAsync())
            return Challenge();
        if (!catalogue.Speaks(Language))
            ModelState.AddModelError(nameof(Language), catalogue.For(Account.Language).Of("Choose one of the languages."));
        if (!ModelState.IsValid)
            return Page();
        (Account.Name, Account.Language) = (Name.Trim(), Language);
        trail.Write(Account, Text.Key("Change one’s own account"));
        if (!(await accounts.UpdateAsync(Account)).Succeeded)
            return StatusCode(StatusCodes.Status409Conflict);
        await signIn.RefreshSignInAsync(Account);
        return Back(Text.Key("Saved"));
    }

    public async Task<IActionResult> OnPostRemoveAsync(string id)
    {
        if (!await FindAsync())
            return Challenge();
        if (!Base64Url.IsValid(id))
            return BadRequest();
        var key = Base64Url.DecodeFromChars(id);
        if (Passkeys.FirstOrDefault(p => p.CredentialId.SequenceEqual(key)) is not { } passkey)
            return NotFound();
        trail.Write(Account, Text.Key("Remove a passkey"), "Passkey", passkey.Name ?? "–", null);
        if (!(await accounts.RemovePasskeyAsync(Account, key)).Succeeded)
            return StatusCode(StatusCodes.Status409Conflict);
        return Back(Text.Key("The passkey has been removed."));
    }

    private async Task<bool> FindAsync()
    {
        if (await accounts.GetUserAsync(User) is not { } account)
            return false;
        (Account, Passkeys) = (account, await accounts.GetPasskeysAsync(account));
        return true;
    }

    private RedirectToPageResult Back(string done)
    {
        Done = done;
        return RedirectToPage();
    }
}
