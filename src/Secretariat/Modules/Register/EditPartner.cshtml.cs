using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register;

/// <summary>How a partner is written to, of which kind it is, and on which routes it lies; each with its day and its reason.</summary>
[WritersOnly]
public sealed partial class EditPartnerModel(SecretariatDb db, TimeProvider time, Text t) : PageModel
{
    [BindProperty]
    public string? Language { get; set; }

    [BindProperty, Display(Name = "Preferred form")]
    public CorrespondenceForm Form { get; set; }

    [BindProperty, MeantDay, Display(Name = "From")]
    public DateOnly? From { get; set; }

    /// <summary>By which a Member State takes its place among the others.</summary>
    [BindProperty, StringLength(200), Display(Name = "Name in its own language")]
    public string? OwnName { get; set; }

    [BindProperty, StringLength(500), Display(Name = "Reason")]
    public string? Why { get; set; }

    [BindProperty]
    public int? Version { get; set; }

    public Partner Partner { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Languages { get; private set; } = [];

    public IEnumerable<SelectListItem> Forms =>
        Enum.GetValues<CorrespondenceForm>().Select(f => new SelectListItem(t.Of(f.Name()), $"{f}"));

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(code, cancellationToken))
            return NotFound();
        (Language, Form, OwnName) = (Partner.WorkingLanguage, Partner.PreferredForm, Partner.OwnName);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(code, cancellationToken))
            return NotFound();
        if (!string.IsNullOrEmpty(Language) && Languages.All(l => l.Value != Language))
            ModelState.AddModelError(nameof(Language), t.Of("Choose one of the languages."));
        if (!ModelState.IsValid)
            return Page();
        Partner.WorkingLanguage = string.IsNullOrEmpty(Language) ? null : Language;
        Partner.PreferredForm = Form;
        return await SavedAsync(Text.Key("Change how a partner is written to"), cancellationToken);
    }

    private void CheckDay()
    {
        if (From is null && ModelState[nameof(From)] is not { Errors.Count: > 0 })
            ModelState.AddModelError(nameof(From), t.Of("{0} is missing.", t.Of("From")));
    }

    private void CheckReason()
    {
        if (string.IsNullOrWhiteSpace(Why))
            ModelState.AddModelError(nameof(Why), t.Of("Say in a reason why."));
    }

    private async Task<IActionResult> SavedAsync(string process, CancellationToken cancellationToken)
    {
        db.Touch(Partner);
        db.Expect(Partner, Version ?? 0);
        await db.SaveAsync(process, Why, cancellationToken);
        TempData["Done"] = t.Of("Saved");
        return Redirect($"/office/partners/{Partner.Code}");
    }

    private async Task<bool> ReadAsync(string code, CancellationToken cancellationToken)
    {
        var partner = await db
            .CurrentPartners.Include(p => p.KindsBefore)
            .Include(p => p.ListingsBefore)
            .Include(p => p.Routes)
            .AsSplitQuery()
            .SingleOrDefaultAsync(p => p.Code == code, cancellationToken);
        if (partner is null)
            return false;
        Partner = partner;
        var language = t.Language.Code;
        var languages = await db.Languages.AsNoTracking().OrderBy(l => l.Order).ToListAsync(cancellationToken);
        var kinds = await db.PartnerKinds.AsNoTracking().OrderBy(k => k.Order).ToListAsync(cancellationToken);
        var routes = await db.Routes.AsNoTracking().OrderBy(r => r.Order).ToListAsync(cancellationToken);
        Languages = [.. languages.Select(l => new SelectListItem(l.Name.In(language), l.Code))];
        Kinds = [.. kinds.Select(k => new SelectListItem(k.Name.In(language), k.Code))];
        Routes = [.. routes.Select(r => new SelectListItem(r.Name.In(language), r.Code))];
        return true;
    }
}
