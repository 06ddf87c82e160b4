using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Events.Registrations;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Privacy;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Invitations;

/// <summary>An answer that came by another way than the calendar; or an invitation that no longer stands.</summary>
[WritersOnly]
public sealed class EnterAnswerModel(
    SecretariatDb db,
    SendInvitations sending,
    GivePlaces places,
    Disclose disclose,
    TimeProvider time,
    Text t
) : PageModel
{
    public const string None = "None";

    public TimetableEntry Entry { get; private set; } = null!;

    public Invitation Invitation { get; private set; } = null!;

    public Partner Partner { get; private set; } = null!;

    /// <summary>Those of its delegation, who would no longer come either.</summary>
    public int People { get; private set; }

    [BindProperty, Display(Name = "Answer")]
    public string? Answer { get; set; }

    [BindProperty, StringLength(300), Display(Name = "Who answered, and by which way")]
    public string? How { get; set; }

    [BindProperty, StringLength(300), Display(Name = "Reason")]
    public string? Because { get; set; }

    /// <summary>The invitation that the officer saw.</summary>
    [BindProperty]
    public int Version { get; set; }

    public IEnumerable<SelectListItem> AnswerOptions =>
        Enum.GetValues<Attendance>()
            .Select(a => new SelectListItem(t.Of(((Attendance?)a).Name()), a.ToString()))
            .Append(new SelectListItem(t.Of(InvitationTerms.Name(null)), None));

    public async Task<IActionResult> OnGetAsync(string code, Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(code, id, cancellationToken))
            return NotFound();
        (Answer, How) = (Invitation.Answer?.ToString() ?? None, Invitation.AnsweredHow);
        await disclose.SeenAsync($"/office/events/{code}/invitations/{id}", [Invitation.PersonId], cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAnswerAsync(string code, Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(code, id, cancellationToken))
            return NotFound();
        if (AnswerOptions.All(o => o.Value != Answer))
            ModelState.AddModelError(nameof(Answer), t.Of("Choose an answer."));
        if (Invitation.WhyNotEnter(How) is { } reason)
            ModelState.AddModelError(nameof(How), t.Of(reason));
        if (!ModelState.IsValid)
            return Page();
        Invitation.Enter(Enum.TryParse<Attendance>(Answer, out var answer) ? answer : null, How!.Trim(), time.Now());
        return await DoneAsync(Text.Key("Enter the answer to an invitation"), How, cancellationToken);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(string code, Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(code, id, cancellationToken))
            return NotFound();
        if (Invitation.WhyNotWithdraw(Because) is { } reason)
            ModelState.AddModelError(nameof(Because), t.Of(reason));
        if (!ModelState.IsValid)
            return Page();
        await sending.WithdrawAsync(Entry, Invitation, cancellationToken);
        Invitation.Withdraw(Because!.Trim(), time.Now());
        db.Expect(Invitation, Version);
        await places.DisbandAsync(Invitation, Because!.Trim(), Text.Key("Withdraw an invitation"), cancellationToken);
        return Done();
    }

    private async Task<IActionResult> DoneAsync(string process, string? why, CancellationToken cancellationToken)
    {
        db.Expect(Invitation, Version);
        await db.SaveAsync(process, why, cancellationToken);
        return Done();
    }

    private RedirectResult Done()
    {
        TempData["Done"] = t.Of("The invitation has changed.");
        return Redirect($"/office/events/{Entry.Event.Code}#invitations");
    }

    private async Task<bool> FindAsync(string code, Guid id, CancellationToken cancellationToken)
    {
        if (await db.EntryAsync(code, AsOf.Today(time), cancellationToken) is not { } entry)
            return false;
        var invitation = await db.Invitations.SingleOrDefaultAsync(
            i => i.Id == id && i.EventId == entry.Event.Id && i.WithdrawnAt == null,
            cancellationToken
        );
        if (invitation is null)
            return false;
        (Entry, Invitation) = (entry, invitation);
        Partner = await db.Partners.AsNoTracking().SingleAsync(p => p.Id == invitation.PartnerId, cancellationToken);
        People = await db.Registrations.CountAsync(
            r => r.Once != null && db.Delegations.Any(d => d.Id == r.DelegationId && d.InvitationId == id),
            cancellationToken
        );
        return true;
    }
}
