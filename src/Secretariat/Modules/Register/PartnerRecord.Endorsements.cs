using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Alliance;
using Secretariat.Modules.Partners.Endorsements;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register;

/// <summary>How the partner stands towards the instruments, and what it goes through before it can endorse.</summary>
public sealed partial class PartnerRecordModel
{
    [BindProperty]
    public Guid? EndorsementId { get; set; }

    [BindProperty]
    public string? EndorsementWhy { get; set; }

    [BindProperty, MeantDay, Display(Name = "Taken on")]
    public DateOnly? StepOn { get; set; }

    [BindProperty]
    public string? StepNote { get; set; }

    public IReadOnlyList<(Instrument Instrument, Endorsement Endorsement)> Endorsements { get; private set; } = [];

    public Onboarding Onboarding { get; private set; } = new([], []);

    public IEnumerable<SelectListItem> EndorsementOptions =>
        Endorsements.Select(e => new SelectListItem(
            $"{e.Instrument.Title.In(t.Language.Code)}: {t.Of("{0} since {1}", t.Of(e.Endorsement.Status.Name()), e.Endorsement.From)}",
            $"{e.Endorsement.Id}"
        ));

    public async Task<IActionResult> OnPostTakeBackAsync(string code, CancellationToken cancellationToken)
    {
        if (!await FindAsync(code, cancellationToken))
            return NotFound();
        var mistaken = await db.Endorsements.SingleOrDefaultAsync(
            e => e.Id == EndorsementId && e.PartnerId == Partner.Id,
            cancellationToken
        );
        if (mistaken is null)
            ModelState.AddModelError(nameof(EndorsementId), t.Of("Choose an entry."));
        if (string.IsNullOrWhiteSpace(EndorsementWhy))
            ModelState.AddModelError(nameof(EndorsementWhy), t.Of("Say in a reason why."));
        if (!ModelState.IsValid)
            return Page();
        await endorsing.TakeBackAsync(mistaken!, cancellationToken);
        await ExpectAsync(cancellationToken);
        await db.SaveAsync(Text.Key("Take an endorsement entry back"), EndorsementWhy, cancellationToken);
        return Back(t.Of("The entry is taken back; the history keeps it."));
    }

    public async Task<IActionResult> OnPostStepAsync(string code, CancellationToken cancellationToken)
    {
        if (!await FindAsync(code, cancellationToken))
            return NotFound();
        if (Onboarding.Next is not { } step)
            return Back(t.Of("All steps are taken."));
        if (StepOn is null)
            ModelState.AddModelError(nameof(StepOn), t.Of("{0} is missing.", t.Of("Taken on")));
        else if (Onboarding.WhyNotTake(step, StepOn.Value, time.Today()) is { } reason)
            ModelState.AddModelError(nameof(StepOn), t.Of(reason));
        if (string.IsNullOrWhiteSpace(StepNote))
            ModelState.AddModelError(nameof(StepNote), t.Of("Say what the step rests on."));
        if (!ModelState.IsValid)
            return Page();
        db.OnboardingTaken.Add(
            new OnboardingTaken
            {
                PartnerId = Partner.Id,
                StepCode = step.Code,
                On = StepOn!.Value,
                Note = StepNote!.Trim(),
            }
        );
        await ExpectAsync(cancellationToken);
        await db.SaveAsync(Text.Key("Record an onboarding step"), StepNote, cancellationToken);
        return Back(t.Of("Saved"));
    }

    /// <summary>Somebody who changed the partner meanwhile is heard of.</summary>
    private async Task ExpectAsync(CancellationToken cancellationToken)
    {
        var partner = await db.Partners.SingleAsync(p => p.Id == Partner.Id, cancellationToken);
        db.Touch(partner);
        db.Expect(partner, Version ?? 0);
    }

    private async Task ReadEndorsementsAsync(CancellationToken cancellationToken)
    {
        var rows = await db
            .Endorsements.AsNoTracking()
            .Where(e => e.PartnerId == Partner.Id)
            .Join(
                db.Instruments.AsNoTracking(),
                e => e.InstrumentCode,
                i => i.Code,
                (e, i) => new { Instrument = i, Endorsement = e }
            )
            .OrderBy(e => e.Instrument.On)
            .ThenBy(e => e.Endorsement.From)
            .ThenBy(e => e.Endorsement.Id)
            .ToListAsync(cancellationToken);
        Endorsements = [.. rows.Select(r => (r.Instrument, r.Endorsement))];
        Onboarding = await Onboarding.OfAsync(db, Partner, cancellationToken);
    }
}
