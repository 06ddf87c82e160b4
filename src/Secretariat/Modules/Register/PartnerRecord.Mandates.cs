using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Nominations;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register;

/// <summary>Ending a mandate, or moving an end that was recorded wrongly.</summary>
public sealed partial class PartnerRecordModel
{
    [BindProperty(Name = "mandate")]
    public Guid? MandateId { get; set; }

    [BindProperty, MeantDay, Display(Name = "Last day of the mandate")]
    public DateOnly? LastDay { get; set; }

    [BindProperty, Display(Name = "Reason")]
    public string? Why { get; set; }

    /// <summary>The record that the officer saw.</summary>
    [BindProperty]
    public int? Version { get; set; }

    private IEnumerable<Mandate> Principals => Mandates.Mandates.Where(m => m.Role is MandateRole.Principal && !m.HeldOnNoDay());

    /// <summary>To whom letters are addressed today.</summary>
    public Mandate? Principal => Principals.LastOrDefault(m => m.HoldsOn(Mandates.Today));

    /// <summary>Former ones, and those to come.</summary>
    public IEnumerable<Mandate> OtherPrincipals => Principals.Where(m => m != Principal);

    /// <summary>The mandates that can be ended, those that have an end already last.</summary>
    public IEnumerable<SelectListItem> MandateOptions =>
        Mandates
            .Mandates.Where(m => !m.HeldOnNoDay())
            .OrderBy(m => m.To is not null)
            .Select(m => new SelectListItem(Described(m), m.Id.ToString()));

    public async Task<IActionResult> OnPostEndMandateAsync(string code, CancellationToken cancellationToken)
    {
        if (!await FindAsync(code, cancellationToken))
            return NotFound();
        var mandate = await db.Mandates.SingleOrDefaultAsync(
            m => m.Id == MandateId && m.PartnerId == Partner.Id,
            cancellationToken
        );
        CheckEnd(mandate);
        if (!ModelState.IsValid)
            return Page();

        // A mandate ends with the day after its last one.
        mandate!.End(LastDay!.Value.AddDays(1));
        var partner = await db.Partners.SingleAsync(p => p.Id == Partner.Id, cancellationToken);
        db.Touch(partner);
        db.Expect(partner, Version ?? 0);
        await db.SaveAsync(Text.Key("End a mandate"), Why, cancellationToken);
        return Back(t.Of("The mandate ends on {0}.", LastDay.Value));
    }

    private void CheckEnd(Mandate? mandate)
    {
        if (mandate is null)
            ModelState.AddModelError("mandate", t.Of("Choose a mandate."));
        if (LastDay is null)
            ModelState.AddModelError(nameof(LastDay), t.Of("{0} is missing.", t.Of("Last day of the mandate")));
        if (string.IsNullOrWhiteSpace(Why))
            ModelState.AddModelError(nameof(Why), t.Of("Say in a reason why the mandate ends."));
        if (ModelState.IsValid && WhyNotEnd(mandate!, LastDay!.Value.AddDays(1)) is { } reason)
            ModelState.AddModelError(nameof(LastDay), t.Of(reason));
    }

    private Reason? WhyNotEnd(Mandate mandate, DateOnly on) =>
        mandate.Role is MandateRole.Principal
            ? Succession.WhyNotLast(Principals, mandate, mandate.From, on)
            : mandate.WhyNotEnd(on);

    private string Described(Mandate mandate)
    {
        var who = $"{mandate.Person.Name}, {mandate.FunctionIn(t.Language.Code)} ({t.Of(mandate.Role.Name())})";
        return mandate.To is { } to ? t.Of("{0}, until {1}", who, to.AddDays(-1)) : who;
    }
}
