using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Platform;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners.Accounts;

/// <summary>One account. Each change signs the person out: the next sign-in carries what holds then.</summary>
public sealed class EditPage(SecretariatDb db, ChangeAccount changing, TimeProvider time, Text t) : PageModel
{
    [BindProperty]
    public RoleForm Form { get; set; } = new();

    [BindProperty, StringLength(500), Display(Name = "Reason")]
    public string? Why { get; set; }

    /// <summary>The state of the account that the person saw.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    public Account Account { get; private set; } = null!;

    public Partner? Partner { get; private set; }

    public int Passkeys { get; private set; }

    public DateOnly? MandateEndedOn { get; private set; }

    public RoleOptions Options { get; private set; } = RoleOptions.None;

    public bool IsOwn => User.AccountId() == Account.Id;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
            return NotFound();
        Form = new RoleForm { Role = Account.Role, Partner = Account.PartnerId };
        return Page();
    }

    public async Task<IActionResult> OnPostRoleAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
            return NotFound();
        Form.Check(ModelState, Options, t);
        if (Form.Role is { } role && ModelState.IsValid && Account.WhyNotTake(role, Form.Partner, User.AccountId()) is { } reason)
            ModelState.AddModelError("Form.Role", t.Of(reason));
        return await ChangeAsync(
            () => Account.Take(Form.Role!.Value, Form.Partner),
            Text.Key("Change an account"),
            Text.Key("The role is changed. Whoever was signed in with this account has to sign in again.")
        );
    }

    public async Task<IActionResult> OnPostDisableAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
            return NotFound();
        ModelState.Clear();
        if (Account.WhyNotDisable(User.AccountId()) is { } reason)
            ModelState.AddModelError("", t.Of(reason));
        return await ChangeAsync(
            () => Account.Disable(time.Now()),
            Text.Key("Disable an account"),
            Text.Key("The account is disabled.")
        );
    }

    public async Task<IActionResult> OnPostEnableAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
            return NotFound();
        ModelState.Clear();
        return await ChangeAsync(Account.Enable, Text.Key("Enable an account"), Text.Key("The account is enabled again."));
    }

    public async Task<IActionResult> OnPostLinkAsync(
        Guid id,
        [FromServices] SendSignInLink send,
        [FromServices] Settings settings,
        CancellationToken cancellationToken
    )
    {
        if (!await ReadAsync(id, cancellationToken))
            return NotFound();
        ModelState.Clear();
        if (Account.IsDisabled)
        {
            ModelState.AddModelError("", t.Of("The account is disabled: enable it before you send a link."));
            return Page();
        }

        if (await send.ToAsync(Account.Email!, null, cancellationToken) is { } words)
        {
            ModelState.AddModelError("", t.Of("The mail server did not take the message: {0}", words));
            return Page();
        }

        return Back(
            settings.Mail.Smtp is null
                ? t.Of("No mail server is set up: the message to {0} lies in the folder mail/out.", Account.Email)
                : t.Of("A link is on its way to {0}.", Account.Email)
        );
    }

    private async Task<IActionResult> ChangeAsync(Action change, string process, string done)
    {
        if (Account.ConcurrencyStamp != Seen)
            return StatusCode(StatusCodes.Status409Conflict);
        if (!ModelState.IsValid)
            return Page();
        var why = string.IsNullOrWhiteSpace(Why) ? null : Why.Trim();
        return await changing.TryAsync(Account, change, process, why)
            ? Back(t.Of(done))
            : StatusCode(StatusCodes.Status409Conflict);
    }

    private RedirectResult Back(string done)
    {
        TempData["Done"] = done;
        return Redirect($"/office/accounts/{Account.Id}");
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.Users.SingleOrDefaultAsync(a => a.Id == id, cancellationToken) is not { } account)
            return false;
        Account = account;
        Options = await RoleOptions.ReadAsync(db, t, cancellationToken);
        Partner = await db.Partners.AsNoTracking().SingleOrDefaultAsync(p => p.Id == account.PartnerId, cancellationToken);
        Passkeys = await db.UserPasskeys.CountAsync(p => p.UserId == id, cancellationToken);
        if (account.PartnerId is { } partnerId)
            MandateEndedOn = await db.MandateEndedAsync(partnerId, account, time.Today(), cancellationToken);
        return true;
    }
}
