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

/// <summary>Ending a mandate, or moving an end that was recorded wrongly.</summary>
[WritersOnly]
public sealed class EndMandateModel(SecretariatDb db, Disclose disclose, Text t) : PageModel
{
    private List<Mandate> mandates = [];

    [BindProperty(Name = "mandate")]
    public Guid? MandateId { get; set; }

    [BindProperty, MeantDay, Display(Name = "Last day of the mandate")]
    public DateOnly? LastDay { get; set; }

    [BindProperty, Display(Name = "Reason")]
    public string? Why { get; set; }

    /// <summary>The record that the officer saw.</summary>
    [BindProperty]
    public int? Version { get; set; }

    public Partner Partner { get; private set; } = null!;

    /// <summary>The mandates that can be ended, those that have an end already last.</summary>
    public IEnumerable<SelectListItem> Options =>
        mandates.OrderBy(m => m.To is not null).Select(m => new SelectListItem(Described(m), m.Id.ToString()));

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(code, cancellationToken))
            return NotFound();
        Version = Partner.Version;
        await disclose.SeenAsync($"/office/partners/{code}/mandates/end", mandates.Select(m => m.PersonId), cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(code, cancellationToken))
            return NotFound();
        var mandate = mandates.Find(m => m.Id == MandateId);
        Check(mandate);
        if (!ModelState.IsValid)
            return Page();

        // A mandate ends with the day after its last one.
        mandate!.End(LastDay!.Value.AddDays(1));
        db.Touch(Partner);
        db.Expect(Partner, Version ?? 0);
        await db.SaveAsync(Text.Key("End a mandate"), Why, cancellationToken);
        TempData["Done"] = t.Of("The mandate ends on {0}.", LastDay.Value);
        return Redirect($"/office/partners/{code}");
    }

    private void Check(Mandate? mandate)
    {
        if (mandate is null)
            ModelState.AddModelError("mandate", t.Of("Choose a mandate."));
        if (LastDay is null && ModelState[nameof(LastDay)] is not { Errors.Count: > 0 })
            ModelState.AddModelError(nameof(LastDay), t.Of("{0} is missing.", t.Of("Last day of the mandate")));
        if (string.IsNullOrWhiteSpace(Why))
            ModelState.AddModelError(nameof(Why), t.Of("Say in a reason why the mandate ends."));
        if (ModelState.IsValid && WhyNotEnd(mandate!, LastDay!.Value.AddDays(1)) is { } reason)
            ModelState.AddModelError(nameof(LastDay), t.Of(reason));
    }

    private Reason? WhyNotEnd(Mandate mandate, DateOnly on) =>
        mandate.Role is MandateRole.Principal
            ? Succession.WhyNotLast(mandates.Where(m => m.Role is MandateRole.Principal), mandate, mandate.From, on)
            : MandateEntry.WhyNotHold(
                mandates.Where(m => m != mandate && m.PersonId == mandate.PersonId),
                mandate.Role,
                mandate.Strands,
                mandate.From,
                on
            );

    private string Described(Mandate mandate)
    {
        var who = $"{mandate.Person.Name}, {mandate.FunctionIn(t.Language.Code)} ({t.Of(mandate.Role.Name())})";
        return mandate.To is { } to ? t.Of("{0}, until {1}", who, to.AddDays(-1)) : who;
    }

    private async Task<bool> ReadAsync(string code, CancellationToken cancellationToken)
    {
        if (await db.CurrentPartners.SingleOrDefaultAsync(p => p.Code == code, cancellationToken) is not { } partner)
            return false;
        Partner = partner;
        mandates = await db
            .Mandates.Include(m => m.Person)
            .Where(m => m.PartnerId == partner.Id && m.To != m.From)
            .OrderBy(m => m.From)
            .ThenBy(m => m.Id)
            .ToListAsync(cancellationToken);
        return true;
    }
}
