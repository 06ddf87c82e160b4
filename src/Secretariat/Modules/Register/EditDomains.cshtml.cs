using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register;

/// <summary>The domains that a partner writes from.</summary>
[WritersOnly]
public sealed class EditDomainsModel(SecretariatDb db, Text t) : PageModel
{
    /// <summary>The processes, which the partner's timeline tells too.</summary>
    internal static readonly string Registering = Text.Key("Register a domain of a partner");
    internal static readonly string Removing = Text.Key("Remove a domain of a partner");

    [BindProperty]
    public string? Domain { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public Partner Partner { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken) =>
        await ReadAsync(code, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAddAsync(string code, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(code, cancellationToken))
            return NotFound();
        var domain = Cleaned();
        if (await WhyNotAsync(domain, cancellationToken) is { } reason)
            ModelState.AddModelError(nameof(Domain), t.Of(reason));
        if (Partner.Domains.Exists(d => d.Domain == domain))
            ModelState.AddModelError(nameof(Domain), t.Of("This domain is registered already."));
        if (!HasReason())
            return Page();
        db.Touch(Partner);
        db.PartnerDomains.Add(new PartnerDomain { PartnerId = Partner.Id, Domain = domain });
        return await SavedAsync(Registering, cancellationToken);
    }

    public async Task<IActionResult> OnPostRemoveAsync(string code, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(code, cancellationToken))
            return NotFound();
        var found = Partner.Domains.Find(d => d.Domain == Cleaned());
        if (found is null)
            ModelState.AddModelError(nameof(Domain), t.Of("This domain is not registered."));
        if (!HasReason())
            return Page();
        db.Touch(Partner);
        db.PartnerDomains.Remove(found!);
        return await SavedAsync(Removing, cancellationToken);
    }

    private async Task<Reason?> WhyNotAsync(string domain, CancellationToken cancellationToken) =>
        (await DomainOwners.ReadAsync(db, cancellationToken)).WhyNotRegister(domain, Partner);

    private string Cleaned() => (Domain ?? "").Trim().TrimStart('@').ToLowerInvariant();

    private bool HasReason()
    {
        if (string.IsNullOrWhiteSpace(Why))
            ModelState.AddModelError(nameof(Why), t.Of("Say in a reason why."));
        return ModelState.IsValid;
    }

    private async Task<IActionResult> SavedAsync(string process, CancellationToken cancellationToken)
    {
        await db.SaveAsync(process, Why, cancellationToken);
        TempData["Done"] = t.Of("Saved");
        return RedirectToPage();
    }

    private async Task<bool> ReadAsync(string code, CancellationToken cancellationToken)
    {
        if (
            await db.CurrentPartners.Include(p => p.Domains).SingleOrDefaultAsync(p => p.Code == code, cancellationToken)
            is not { } partner
        )
            return false;
        Partner = partner;
        return true;
    }
}
