using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Secretariat.Modules.Identity;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Mail;

namespace Secretariat.Modules.Partners.Accounts;

public sealed class NewPage(SecretariatDb db, OpenAccount opening, Catalogue catalogue, Text t) : PageModel
{
    [BindProperty, Required, StringLength(120), Display(Name = "Name")]
    public string Name { get; set; } = "";

    [BindProperty, Required, OneEmailAddress, StringLength(254), Display(Name = "E-mail address")]
    public string Email { get; set; } = "";

    [BindProperty]
    public RoleForm Form { get; set; } = new();

    [BindProperty, Required, Display(Name = "Language")]
    public string Language { get; set; } = "en";

    public RoleOptions Options { get; private set; } = RoleOptions.None;

    public IEnumerable<SelectListItem> Languages => catalogue.Languages.Select(l => new SelectListItem(l.Name, l.Code));

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Options = await RoleOptions.ReadAsync(db, t, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Options = await RoleOptions.ReadAsync(db, t, cancellationToken);
        Form.Check(ModelState, Options, t);
        if (ModelState.IsValid && await opening.WhyNotAsync(Email.Trim()) is { } reason)
            ModelState.AddModelError(nameof(Email), t.Of(reason));
        if (!catalogue.Speaks(Language))
            ModelState.AddModelError(nameof(Language), t.Of("Choose one of the languages."));
        if (!ModelState.IsValid)
            return Page();
        var account = await opening.ForAsync(Email.Trim(), Name.Trim(), Form.Role!.Value, Form.Partner, Language);
        TempData["Done"] = t.Of("The account is open. Send a link, or tell the person to ask for one on the sign-in page.");
        return Redirect($"/office/accounts/{account.Id}");
    }
}
