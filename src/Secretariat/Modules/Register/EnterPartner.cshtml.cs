using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Register.Import;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register;

/// <summary>A partner that no source named so far; it becomes public only through something dated.</summary>
[WritersOnly]
public sealed class EnterPartnerModel(SecretariatDb db, Clerk clerk, OfficialFootnotes footnotes, Text t) : PageModel
{
    [BindProperty, Required, Display(Name = "Kind of partner")]
    public string Kind { get; set; } = "";

    [BindProperty, Required, StringLength(200), Display(Name = "Name, in English")]
    public string Name { get; set; } = "";

    [BindProperty, StringLength(200), Display(Name = "Name, in French")]
    public string? NameFr { get; set; }

    [BindProperty, StringLength(200), Display(Name = "Name in its own language")]
    public string? OwnName { get; set; }

    [BindProperty, StringLength(2, MinimumLength = 2), RegularExpression("[A-Za-z]{2}"), Display(Name = "ISO code, of a country")]
    public string? Iso { get; set; }

    [BindProperty, Display(Name = "May be shown in public, once it takes part")]
    public bool IsListed { get; set; }

    [BindProperty, Required, StringLength(500), Display(Name = "How we know")]
    public string Why { get; set; } = "";

    private List<PartnerKind> kinds = [];

    public IEnumerable<SelectListItem> Kinds => kinds.Select(k => new SelectListItem(k.Name.In(t.Language.Code), k.Code));

    private string? Country => Iso is null ? null : CountryCode.IsoOf(Iso.ToUpperInvariant());

    public async Task OnGetAsync(CancellationToken cancellationToken) => await ReadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        if (!string.IsNullOrEmpty(Kind) && !kinds.Exists(k => k.Code == Kind))
            ModelState.AddModelError(nameof(Kind), t.Of("Choose a kind."));
        if (ModelState.IsValid && Country is { } country && WhyNotCountry(country) is { } never)
            ModelState.AddModelError(nameof(Iso), t.Of(never));
        if (ModelState.IsValid && Partners.Kinds.WhyNotOf(Kind, OwnName) is { } unnamed)
            ModelState.AddModelError(nameof(OwnName), t.Of(unnamed));
        if (ModelState.IsValid && await AlreadyAsync(cancellationToken) is { } known)
            ModelState.AddModelError(nameof(Name), t.Of("{0} stands in the register already.", known));
        if (!ModelState.IsValid)
            return Page();
        var partner = new Partner
        {
            Code = PartnerCode.For(Name, Kind, await CodesAsync(cancellationToken)),
            KindCode = Kind,
            IsoAlpha2 = Country,
            Name = await NameAsync(cancellationToken),
            OwnName = string.IsNullOrWhiteSpace(OwnName) ? null : OwnName.Trim(),
            IsListed = IsListed,
        };
        partner.CompleteCodes();
        footnotes.Complete(partner);
        db.Partners.Add(partner);
        await db.SaveAsync(Text.Key("Enter a partner"), Why, cancellationToken);
        TempData["Done"] = t.Of("{0} stands in the register.", partner.Name.In(t.Language.Code));
        return Redirect($"/office/partners/{partner.Code}");
    }

    private Reason? WhyNotCountry(string letters) =>
        kinds.Single(k => k.Code == Kind).WhyNoCountryCode() ?? CountryCode.WhyNotIso(letters);

    /// <summary>The partner of that country, or called so in whatever way; also where an entry that was merged into it was.</summary>
    private async Task<string?> AlreadyAsync(CancellationToken cancellationToken)
    {
        var partners = await db.Partners.AsNoTracking().Include(p => p.Domains).ToListAsync(cancellationToken);
        var known = new KnownPartners(partners, kinds, clerk.StateNames);
        var already = known.Lettered(Country).Concat(new[] { Name, NameFr, OwnName }.SelectMany(known.Called));
        return already.FirstOrDefault()?.Name.In(t.Language.Code);
    }

    private async Task<LocalizedText> NameAsync(CancellationToken cancellationToken)
    {
        var name = LocalizedText.InEnglish(Name.Trim());
        if (!string.IsNullOrWhiteSpace(NameFr))
            name = name.With("fr", NameFr.Trim());
        if (Country is not { } country)
            return name;
        var languages = await db.Languages.Select(l => l.Code).ToListAsync(cancellationToken);
        return CountryNames.Complete(name, country, languages);
    }

    private Task<HashSet<string>> CodesAsync(CancellationToken cancellationToken) =>
        db.Partners.Select(p => p.Code).ToHashSetAsync(StringComparer.Ordinal, cancellationToken);

    private async Task ReadAsync(CancellationToken cancellationToken) =>
        kinds = await db.PartnerKinds.AsNoTracking().OrderBy(k => k.Order).ToListAsync(cancellationToken);
}
