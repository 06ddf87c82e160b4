using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Register.Import;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register;

/// <summary>What a partner is called, by which codes it is known, whether it is listed, and what has to stand with its name.</summary>
[WritersOnly]
public sealed partial class EditNamesModel(SecretariatDb db, OfficialFootnotes footnotes, TimeProvider time, Text t) : PageModel
{
    /// <summary>The language whose texts are changed.</summary>
    [BindProperty(SupportsGet = true)]
    public string In { get; set; } = Catalogue.English;

    [BindProperty, StringLength(200), Display(Name = "Name")]
    public string? Name { get; set; }

    [BindProperty, StringLength(300), Display(Name = "Official name")]
    public string? OfficialName { get; set; }

    [BindProperty, StringLength(200), Display(Name = "Short name")]
    public string? ShortName { get; set; }

    [BindProperty, StringLength(500), Display(Name = "Footnote")]
    public string? Footnote { get; set; }

    [BindProperty, StringLength(500), Display(Name = "Why it is not listed")]
    public string? WhyUnlisted { get; set; }

    [BindProperty, StringLength(200), Display(Name = "Name in its own language")]
    public string? OwnName { get; set; }

    [BindProperty, RegularExpression("[A-Za-z]{2}"), Display(Name = "ISO code, of a country")]
    public string? Iso { get; set; }

    [BindProperty, RegularExpression("[A-Za-z]{3}"), Display(Name = "ISO code of three letters")]
    public string? Iso3 { get; set; }

    [BindProperty, RegularExpression("[A-Za-z]{2}"), Display(Name = "EU code, of a country")]
    public string? EuCode { get; set; }

    [BindProperty, Required, StringLength(500), Display(Name = "Reason")]
    public string Why { get; set; } = "";

    [BindProperty]
    public int? Version { get; set; }

    /// <summary>Whether the official footnote is to be entered; one that somebody took away does not come back by itself.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Official { get; set; }

    public Partner Partner { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Languages { get; private set; } = [];

    public string InWords => Languages.First(l => l.Value == In).Text;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(code, cancellationToken))
            return NotFound();
        ModelState.Clear();
        (Name, OfficialName, ShortName) = (Said(Partner.Name), Said(Partner.OfficialName), Said(Partner.ShortName));
        (WhyUnlisted, OwnName) = (Said(Partner.WhyUnlisted), Partner.OwnName);
        Footnote = Said(Partner.Footnote) ?? (Official ? Said(footnotes.MissingOf(Partner)) : null);
        (Iso, Iso3, EuCode, IsListed) = (Partner.IsoAlpha2, Partner.IsoAlpha3, Partner.EuCode, Partner.IsListed);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(code, cancellationToken))
            return NotFound();
        if (In == Catalogue.English && string.IsNullOrWhiteSpace(Name))
            ModelState.AddModelError(nameof(Name), t.Of("The name is missing."));
        if (ModelState.IsValid)
            await CheckAsync(cancellationToken);
        if (!ModelState.IsValid)
            return Page();
        var before = Partner.IsoAlpha2;
        Change();
        if (Partner.IsoAlpha2 != before)
        {
            footnotes.Follow(Partner, before);
            if (before is not null)
                Partner.Name = CountryNames.Without(Partner.Name, before, [Catalogue.English, In]);
        }
        else if (Partner.Footnote is not null)
            footnotes.Complete(Partner);
        if (Partner.IsoAlpha2 is { } country)
            Partner.Name = CountryNames.Complete(Partner.Name, country, Languages.Select(l => l.Value));
        Partner.CompleteCodes();
        db.Touch(Partner);
        db.Expect(Partner, Version ?? 0);
        await db.SaveAsync(Text.Key("Change names and codes of a partner"), Why, cancellationToken);
        TempData["Done"] = t.Of("Saved");
        return Redirect($"/office/partners/{Partner.Code}");
    }

    private string? Said(LocalizedText? text) => text?.Languages.Contains(In) is true ? text.In(In) : null;

    private LocalizedText? With(LocalizedText? text, string? said)
    {
        var others = (text?.Languages ?? []).Where(l => l != In).Select(l => KeyValuePair.Create(l, text!.In(l)));
        var all = new LocalizedText(string.IsNullOrWhiteSpace(said) ? others : others.Append(new(In, said.Trim())));
        return all.Languages.Count == 0 ? null : all;
    }

    private void Change()
    {
        Partner.Name = With(Partner.Name, Name)!;
        (Partner.OfficialName, Partner.ShortName) = (
            With(Partner.OfficialName, OfficialName),
            With(Partner.ShortName, ShortName)
        );
        (Partner.Footnote, Partner.WhyUnlisted) = (With(Partner.Footnote, Footnote), With(Partner.WhyUnlisted, WhyUnlisted));
        Partner.OwnName = string.IsNullOrWhiteSpace(OwnName) ? null : OwnName.Trim();
        (Partner.EuCode, Partner.IsoAlpha3) = (EuCode?.ToUpperInvariant(), Iso3?.ToUpperInvariant());
        Partner.IsoAlpha2 = Iso is null ? null : CountryCode.IsoOf(Iso.ToUpperInvariant());
        ChangeListing();
    }

    /// <summary>Codes are of countries, and no other partner has the same name or code.</summary>
    private async Task CheckAsync(CancellationToken cancellationToken)
    {
        var kinds = await db.PartnerKinds.AsNoTracking().ToListAsync(cancellationToken);
        var all = await db.Partners.AsNoTracking().Include(p => p.Domains).ToListAsync(cancellationToken);
        var known = new KnownPartners(all, kinds);
        CheckCodes(known.KindOf(Partner).WhyNoCountryCode());
        CheckListing();
        if (Kinds.WhyNotOf(Partner.KindCode, OwnName) is { } unnamed)
            ModelState.AddModelError(nameof(OwnName), t.Of(unnamed));
        (string Field, string? Said)[] names =
        [
            (nameof(Name), Name),
            (nameof(OfficialName), OfficialName),
            (nameof(ShortName), ShortName),
            (nameof(OwnName), OwnName),
            (nameof(Iso), Iso),
            (nameof(Iso3), Iso3),
            (nameof(EuCode), EuCode),
        ];
        foreach (var (field, said) in names)
            if (known.Called(said).FirstOrDefault(p => p.Id != Partner.Id) is { } other)
                ModelState.AddModelError(field, t.Of("{0} stands in the register already.", other.Name.In(t.Language.Code)));
    }

    private void CheckCodes(Reason? none)
    {
        if (Iso is not null && (none ?? CountryCode.WhyNotIso(CountryCode.IsoOf(Iso.ToUpperInvariant()))) is { } never)
            ModelState.AddModelError(nameof(Iso), t.Of(never));
        if ((Iso3 ?? EuCode) is not null && none is not null)
            ModelState.AddModelError(Iso3 is null ? nameof(EuCode) : nameof(Iso3), t.Of(none));
    }

    private async Task<bool> ReadAsync(string code, CancellationToken cancellationToken)
    {
        var languages = await db.Languages.AsNoTracking().OrderBy(l => l.Order).ToListAsync(cancellationToken);
        Languages = [.. languages.Select(l => new SelectListItem(l.Name.In(t.Language.Code), l.Code))];
        var partner = await db
            .CurrentPartners.Include(p => p.ListingsBefore)
            .SingleOrDefaultAsync(p => p.Code == code, cancellationToken);
        if (partner is null)
            return false;
        Partner = partner;
        return languages.Exists(l => l.Code == In);
    }
}
