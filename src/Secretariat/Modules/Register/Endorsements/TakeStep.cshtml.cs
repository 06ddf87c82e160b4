using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Partners.Endorsements;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Endorsements;

/// <summary>Records the next onboarding step that a partner has taken.</summary>
[WritersOnly]
public sealed class TakeStepModel(SecretariatDb db, TimeProvider time, Text t) : PageModel
{
    [BindProperty, MeantDay, Display(Name = "Taken on")]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    /// <summary>The record that the officer saw.</summary>
    [BindProperty]
    public int? Version { get; set; }

    public Partner Partner { get; private set; } = null!;

    public Onboarding Onboarding { get; private set; } = new([], []);

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(code, cancellationToken))
            return NotFound();
        Version = Partner.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(code, cancellationToken))
            return NotFound();
        if (Onboarding.Next is not { } step)
            return Back(t.Of("All steps are taken."));
        Check(step);
        if (!ModelState.IsValid)
            return Page();
        db.OnboardingTaken.Add(
            new OnboardingTaken
            {
                PartnerId = Partner.Id,
                StepCode = step.Code,
                On = On!.Value,
                Note = Note!.Trim(),
            }
        );
        db.Touch(Partner);
        db.Expect(Partner, Version ?? 0);
        await db.SaveAsync(Text.Key("Record an onboarding step"), Note, cancellationToken);
        return Back(t.Of("Saved"));
    }

    private void Check(OnboardingStep step)
    {
        if (On is null && ModelState[nameof(On)] is not { Errors.Count: > 0 })
            ModelState.AddModelError(nameof(On), t.Of("{0} is missing.", t.Of("Taken on")));
        else if (On is { } day && Onboarding.WhyNotTake(step, day, time.Today()) is { } reason)
            ModelState.AddModelError(nameof(On), t.Of(reason));
        if (string.IsNullOrWhiteSpace(Note))
            ModelState.AddModelError(nameof(Note), t.Of("Say what the step rests on."));
    }

    private RedirectResult Back(string done)
    {
        TempData["Done"] = done;
        return Redirect($"/office/partners/{Partner.Code}#onboarding");
    }

    private async Task<bool> ReadAsync(string code, CancellationToken cancellationToken)
    {
        if (await db.CurrentPartners.SingleOrDefaultAsync(p => p.Code == code, cancellationToken) is not { } partner)
            return false;
        Partner = partner;
        Onboarding = await Onboarding.OfAsync(db, partner, AsOf.Today(time), cancellationToken);
        return true;
    }
}
