using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Registrations;

/// <summary>One registration: what was said, what became of it, and what the office decides.</summary>
public sealed class RegistrationRecordModel(SecretariatDb db, GivePlaces places, TimeProvider time, Text t) : PageModel
{
    private Dictionary<Audience, bool> consents = [];

    public EventRegistration Found { get; private set; } = null!;

    public Registration Registration { get; private set; } = null!;

    public RegistrationCategory Category => Found.Category(Registration.CategoryId)!;

    public Partner Partner { get; private set; } = null!;

    public Registration? InsteadOf { get; private set; }

    /// <summary>What is kept apart, for those who prepare the event.</summary>
    public IReadOnlyList<KeptApart> Apart { get; private set; } = [];

    public bool HasPhoto { get; private set; }

    /// <summary>How many wait before them; null for who does not wait.</summary>
    public int? Before { get; private set; }

    [BindProperty, StringLength(300), Display(Name = "Reason")]
    public string? Because { get; set; }

    /// <summary>The registration that the officer saw.</summary>
    [BindProperty]
    public int Version { get; set; }

    public string ShownTo(Audience audience) =>
        consents.TryGetValue(audience, out var isGiven)
            ? isGiven
                ? Text.Key("Yes")
                : Text.Key("No")
            : audience is Audience.Participants && Found.Terms is { IsOfficialDuty: true }
                ? Text.Key("Yes, on official duty")
                : Text.Key("Not asked yet: no");

    public async Task<IActionResult> OnGetAsync(string code, Guid id, CancellationToken cancellationToken) =>
        await FindAsync(code, id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostApproveAsync(string code, Guid id, CancellationToken cancellationToken)
    {
        if (!Access.MayWrite(User))
            return Forbid();
        if (!await FindAsync(code, id, cancellationToken))
            return NotFound();
        if (Registration.WhyNotApprove() is { } reason)
        {
            ModelState.AddModelError("", t.Of(reason));
            return Page();
        }

        db.Expect(Registration, Version);
        await places.ApproveAsync(Registration, Category, cancellationToken);
        return Done(code);
    }

    public async Task<IActionResult> OnPostConfirmAsync(string code, Guid id, CancellationToken cancellationToken)
    {
        if (!Access.MayWrite(User))
            return Forbid();
        if (!await FindAsync(code, id, cancellationToken))
            return NotFound();
        if (Registration.WhyNotConfirm() is { } reason)
        {
            ModelState.AddModelError("", t.Of(reason));
            return Page();
        }

        db.Expect(Registration, Version);
        await places.ConfirmAsync(Registration, Category, cancellationToken);
        return Done(code);
    }

    public async Task<IActionResult> OnPostRejectAsync(string code, Guid id, CancellationToken cancellationToken)
    {
        if (!Access.MayWrite(User))
            return Forbid();
        if (!await FindAsync(code, id, cancellationToken))
            return NotFound();
        if (Registration.WhyNotLeave(Because) is { } reason)
        {
            ModelState.AddModelError(nameof(Because), t.Of(reason));
            return Page();
        }

        db.Expect(Registration, Version);
        await places.LeaveAsync(
            Registration,
            RegistrationStatus.Rejected,
            Because!.Trim(),
            Text.Key("Do not accept a registration"),
            cancellationToken
        );
        return Done(code);
    }

    private RedirectResult Done(string code)
    {
        TempData["Done"] = t.Of("The registration has changed.");
        return Redirect($"/office/events/{code}/registrations/{Registration.Id}");
    }

    private async Task<bool> FindAsync(string code, Guid id, CancellationToken cancellationToken)
    {
        if (await db.RegistrationAsync(code, AsOf.Today(time), cancellationToken) is not { } found)
            return false;
        var registration = await db.Registrations.SingleOrDefaultAsync(
            r => r.Id == id && r.EventId == found.Entry.Event.Id,
            cancellationToken
        );
        if (registration is null)
            return false;
        (Found, Registration) = (found, registration);
        Partner = await (
            from delegation in db.Delegations
            where delegation.Id == registration.DelegationId
            join partner in db.Partners on delegation.PartnerId equals partner.Id
            select partner
        )
            .AsNoTracking()
            .SingleAsync(cancellationToken);
        InsteadOf = await db
            .Registrations.AsNoTracking()
            .SingleOrDefaultAsync(r => r.Id == registration.InsteadOfId, cancellationToken);
        if (Access.MayWrite(User))
        {
            Apart = await db
                .KeptApart.AsNoTracking()
                .Where(a => a.RegistrationId == id)
                .OrderBy(a => a.Id)
                .ToListAsync(cancellationToken);
            HasPhoto = await db.BadgePhotos.AnyAsync(p => p.RegistrationId == id, cancellationToken);
        }

        consents = await db.ConsentsAsync(id, cancellationToken);
        Before = registration.Status is RegistrationStatus.Waiting ? await db.BeforeAsync(registration, cancellationToken) : null;
        return true;
    }
}
