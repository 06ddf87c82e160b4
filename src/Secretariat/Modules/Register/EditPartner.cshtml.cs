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
    /// <summary>The process, which the partner's timeline tells by its day instead.</summary>
    internal static readonly string ChangingKind = Text.Key("Change the kind of a partner");

    [BindProperty]
    public string? Language { get; set; }

    [BindProperty, Display(Name = "Preferred form")]
    public CorrespondenceForm Form { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty, MeantDay, Display(Name = "From")]
    public DateOnly? From { get; set; }

    /// <summary>By which a Member State takes its place among the others.</summary>
    [BindProperty, StringLength(200), Display(Name = "Name in its own language")]
    public string? OwnName { get; set; }

    [BindProperty]
    public string? Route { get; set; }

    [BindProperty]
    public RouteRole Role { get; set; }

    /// <summary>The place on a route that ends.</summary>
    [BindProperty]
    public Guid? Place { get; set; }

    [BindProperty, StringLength(500), Display(Name = "Reason")]
    public string? Why { get; set; }

    [BindProperty]
    public int? Version { get; set; }

    public Partner Partner { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Languages { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Kinds { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Routes { get; private set; } = [];

    public IEnumerable<SelectListItem> Forms =>
        Enum.GetValues<CorrespondenceForm>().Select(f => new SelectListItem(t.Of(f.Name()), $"{f}"));

    public IEnumerable<SelectListItem> Roles =>
        Enum.GetValues<RouteRole>().Select(r => new SelectListItem(t.Of(r.Name()), $"{r}"));

    /// <summary>What it is called that the partner was before its last change of kind.</summary>
    public string? KindBefore => Partner.LastChange() is { } last ? Kinds.First(k => k.Value == last.KindCode).Text : null;

    /// <summary>The places on routes that have no end yet.</summary>
    public IEnumerable<SelectListItem> Places =>
        Partner
            .Routes.Where(r => r.To is null)
            .Select(r => new SelectListItem(
                t.Of("{0}: {1}, since {2}", Routes.First(o => o.Value == r.RouteCode).Text, t.Of(r.Role.Name()), r.From),
                $"{r.Id}"
            ));

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

    public async Task<IActionResult> OnPostKindAsync(string code, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(code, cancellationToken))
            return NotFound();
        if (Kinds.All(k => k.Value != Kind))
            ModelState.AddModelError(nameof(Kind), t.Of("Choose a kind."));
        CheckDay();
        CheckReason();
        if (!string.IsNullOrWhiteSpace(OwnName))
            Partner.OwnName = OwnName.Trim();
        if (ModelState.IsValid && Partner.WhyNotBecome(Kind!, From!.Value, time.Today()) is { } reason)
            ModelState.AddModelError(nameof(From), t.Of(reason));
        if (!ModelState.IsValid)
            return Page();
        Partner.Become(Kind!, From!.Value);
        db.Add(Partner.KindsBefore[^1]);
        return await SavedAsync(ChangingKind, cancellationToken);
    }

    /// <summary>The last change of kind was entered by mistake.</summary>
    public async Task<IActionResult> OnPostStayAsync(string code, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(code, cancellationToken))
            return NotFound();
        CheckReason();
        if (Partner.WhyNotStay() is { } reason)
            ModelState.AddModelError("", t.Of(reason));
        if (!ModelState.IsValid)
            return Page();
        Partner.Stay();
        return await SavedAsync(Text.Key("Take back a change of kind"), cancellationToken);
    }

    public async Task<IActionResult> OnPostRouteAsync(string code, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(code, cancellationToken))
            return NotFound();
        if (Routes.All(r => r.Value != Route))
            ModelState.AddModelError(nameof(Route), t.Of("Choose a route."));
        CheckDay();
        CheckReason();
        if (Partner.Routes.Exists(r => r.RouteCode == Route && r.Role == Role && (r.To is null || r.To > From)))
            ModelState.AddModelError(nameof(Route), t.Of("The partner stands on this route in this role already."));
        if (!ModelState.IsValid)
            return Page();
        db.PartnerRoutes.Add(
            new PartnerRoute
            {
                PartnerId = Partner.Id,
                RouteCode = Route!,
                Role = Role,
                From = From!.Value,
            }
        );
        return await SavedAsync(Text.Key("Put a partner on a route"), cancellationToken);
    }

    public async Task<IActionResult> OnPostEndRouteAsync(string code, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(code, cancellationToken))
            return NotFound();
        var place = Partner.Routes.Find(r => r.Id == Place && r.To is null);
        if (place is null)
            ModelState.AddModelError(nameof(Place), t.Of("Choose an entry."));
        CheckDay();
        CheckReason();
        if (ModelState.IsValid && place!.WhyNotEnd(From!.Value) is { } reason)
            ModelState.AddModelError(nameof(From), t.Of(reason));
        if (!ModelState.IsValid)
            return Page();
        place!.End(From!.Value);
        return await SavedAsync(Text.Key("Take a partner off a route"), cancellationToken);
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
