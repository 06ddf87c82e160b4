using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register;

/// <summary>The domains that a partner writes from.</summary>
public sealed partial class PartnerRecordModel
{
    [BindProperty]
    public string? Domain { get; set; }

    [BindProperty]
    public string? DomainWhy { get; set; }

    public async Task<IActionResult> OnPostAddDomainAsync(string code, CancellationToken cancellationToken)
    {
        if (!await FindAsync(code, cancellationToken))
            return NotFound();
        var domain = Cleaned();
        if (Uri.CheckHostName(domain) is not UriHostNameType.Dns || !domain.Contains('.', StringComparison.Ordinal))
            ModelState.AddModelError(nameof(Domain), t.Of("A domain looks like interior.example."));
        if (Partner.Domains.Exists(d => d.Domain == domain))
            ModelState.AddModelError(nameof(Domain), t.Of("This domain is registered already."));
        if (!HasReason())
            return Page();
        db.PartnerDomains.Add(new PartnerDomain { PartnerId = Partner.Id, Domain = domain });
        await db.SaveAsync(Text.Key("Register a domain of a partner"), DomainWhy, cancellationToken);
        return Back(t.Of("Saved"));
    }

    public async Task<IActionResult> OnPostRemoveDomainAsync(string code, CancellationToken cancellationToken)
    {
        if (!await FindAsync(code, cancellationToken))
            return NotFound();
        var domain = Cleaned();
        if (
            await db.PartnerDomains.SingleOrDefaultAsync(d => d.PartnerId == Partner.Id && d.Domain == domain, cancellationToken)
            is not { } found
        )
        {
            ModelState.AddModelError(nameof(Domain), t.Of("This domain is not registered."));
            return Page();
        }

        if (!HasReason())
            return Page();
        db.PartnerDomains.Remove(found);
        await db.SaveAsync(Text.Key("Remove a domain of a partner"), DomainWhy, cancellationToken);
        return Back(t.Of("Saved"));
    }

    private string Cleaned() => (Domain ?? "").Trim().TrimStart('@').ToLowerInvariant();

    private bool HasReason()
    {
        if (string.IsNullOrWhiteSpace(DomainWhy))
            ModelState.AddModelError(nameof(DomainWhy), t.Of("Say in a reason why."));
        return ModelState.IsValid;
    }
}
