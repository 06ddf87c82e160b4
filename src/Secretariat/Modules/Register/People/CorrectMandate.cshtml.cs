using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Nominations;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Privacy;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.People;

/// <summary>A mistake in what is recorded of a mandate; a principal's is mended on a page of its own, since there is one at a time.</summary>
[WritersOnly]
public sealed class CorrectMandateModel(SecretariatDb db, Disclose disclose, Text t) : PageModel
{
    private List<Mandate> others = [];

    [BindProperty, Required, StringLength(300), Display(Name = "Function, in English")]
    public string Function { get; set; } = "";

    [BindProperty, Required, Display(Name = "Language")]
    public string Language { get; set; } = "";

    [BindProperty]
    public List<string> Strands { get; set; } = [];

    [BindProperty, MeantDay, Required, Display(Name = "Valid from")]
    public DateOnly? From { get; set; }

    [BindProperty, MeantDay, Display(Name = "Last day of the mandate")]
    public DateOnly? LastDay { get; set; }

    [BindProperty, Required, StringLength(500), Display(Name = "Reason")]
    public string Why { get; set; } = "";

    [BindProperty]
    public int? Version { get; set; }

    public Partner Partner { get; private set; } = null!;

    public Mandate Mandate { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> StrandOptions { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Languages { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string code, Guid id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(code, id, cancellationToken))
            return NotFound();
        (Function, Language, Strands, Version) = (Mandate.Function, Mandate.Language, Mandate.Strands, Mandate.Version);
        (From, LastDay) = (Mandate.From, Mandate.To?.AddDays(-1));
        await disclose.SeenAsync($"{Request.Path}", [Mandate.PersonId], cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, Guid id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(code, id, cancellationToken))
            return NotFound();
        if (!string.IsNullOrEmpty(Language) && Languages.All(l => l.Value != Language))
            ModelState.AddModelError(nameof(Language), t.Of("Choose one of the languages."));
        var strands = StrandOptions.Select(s => s.Value).Where(Strands.Contains).ToList();
        if (ModelState.IsValid && WhyNot(strands) is { } reason)
            ModelState.AddModelError(nameof(From), t.Of(reason));
        if (!ModelState.IsValid)
            return Page();
        Mandate.Correct(From!.Value, LastDay?.AddDays(1));
        Mandate.Correct(Function.Trim(), Language, strands);
        // Who else enters or ends a mandate of the partner at this moment hears of it.
        db.Touch(Partner);
        db.Expect(Mandate, Version ?? 0);
        await db.SaveAsync(Text.Key("Correct a mandate"), Why, cancellationToken);
        TempData["Done"] = t.Of("Saved");
        return Redirect($"/office/partners/{code}");
    }

    private Reason? WhyNot(IReadOnlyCollection<string> strands) =>
        MandateEntry.WhyNotHold(others, Mandate.Role, strands, From!.Value, LastDay?.AddDays(1));

    private async Task<bool> ReadAsync(string code, Guid id, CancellationToken cancellationToken)
    {
        if (await db.CurrentPartners.SingleOrDefaultAsync(p => p.Code == code, cancellationToken) is not { } partner)
            return false;
        var mandates = await db
            .Mandates.Include(m => m.Person)
            .Where(m => m.PartnerId == partner.Id)
            .ToListAsync(cancellationToken);
        if (mandates.Find(m => m.Id == id && m.Role is not MandateRole.Principal) is not { } mandate)
            return false;
        (Partner, Mandate) = (partner, mandate);
        others = mandates.FindAll(m => m != mandate && m.PersonId == mandate.PersonId);
        var strands = await db.Strands.AsNoTracking().OrderBy(s => s.Order).ToListAsync(cancellationToken);
        StrandOptions = [.. strands.Select(s => new SelectListItem(s.Name.In(t.Language.Code), s.Code))];
        var languages = await db.Languages.AsNoTracking().OrderBy(l => l.Order).ToListAsync(cancellationToken);
        Languages = [.. languages.Select(l => new SelectListItem(l.Name.In(t.Language.Code), l.Code))];
        return true;
    }
}
