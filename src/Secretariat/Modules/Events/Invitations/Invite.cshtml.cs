using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Groups;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Privacy;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Invitations;

/// <summary>Inviting a group: who would be invited and by which words, who is left out and why, and how many messages leave.</summary>
[WritersOnly]
public sealed class InviteModel(
    SecretariatDb db,
    SendInvitations sending,
    InvitationMail mail,
    Disclose disclose,
    TimeProvider time,
    Text t
) : PageModel
{
    private IReadOnlyList<PartnerGroup> groups = [];

    [BindProperty(SupportsGet = true), Display(Name = "Group")]
    public Guid? Group { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "Invited for each partner")]
    public MandateRole To { get; set; } = MandateRole.ContactPoint;

    [BindProperty, Display(Name = "How many invitations leave?")]
    public int? Count { get; set; }

    /// <summary>Of the messages as they were last shown: none leaves that nobody has seen.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    public TimetableEntry Entry { get; private set; } = null!;

    /// <summary>Null until a group is chosen.</summary>
    public IReadOnlyList<Recipient>? Invited { get; private set; }

    public IReadOnlyList<(Partner Partner, string WhyNot)> LeftOut { get; private set; } = [];

    public IEnumerable<(Recipient Invitee, InvitationWords Words)> Messages =>
        Invited!.Select(i => (i, mail.Write(Entry, i.Partner, i.Mandate)));

    public IEnumerable<SelectListItem> GroupOptions => groups.Select(g => new SelectListItem(g.Name, g.Id.ToString()));

    public IEnumerable<SelectListItem> RoleOptions =>
        Recipients.Roles.Select(r => new SelectListItem(t.Of(PartnerWords.NameOf(r)), r.ToString()));

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return BadRequest();
        if (!await FindAsync(code, cancellationToken))
            return NotFound();
        await ShowAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellationToken)
    {
        if (!await FindAsync(code, cancellationToken))
            return NotFound();
        if (Invited is not { Count: > 0 } invited)
            ModelState.AddModelError(nameof(Group), t.Of("Nobody can be invited now."));
        else if (Seen != Shown())
            ModelState.AddModelError(
                nameof(Count),
                t.Of("Those who are invited or their messages have changed: look at them below, then send them.")
            );
        else if (Count != invited.Count)
            ModelState.AddModelError(
                nameof(Count),
                t.Of("Invitations that would leave: {0}. Type that number if it is what you mean.", invited.Count)
            );
        if (!ModelState.IsValid)
        {
            ModelState.Remove(nameof(Seen));
            await ShowAsync(cancellationToken);
            return Page();
        }

        var waiting = await sending.InviteAsync(Entry, Invited!, cancellationToken);
        await db.SaveAsync(
            Text.Key("Invite to an event"),
            Text.Key("The number of invitations was restated before they left."),
            cancellationToken
        );
        TempData["Done"] = t.Of("Invitations in the outbox: {0}.", Invited!.Count);
        if (waiting > 0)
            TempData["Done"] += " " + t.Of("Of which wait for the office hours of their country: {0}.", waiting);
        return Redirect($"/office/events/{code}");
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        Seen = Shown();
        if (Invited is { } invited)
            await disclose.SeenAsync(
                $"/office/events/{Entry.Event.Code}/invite",
                invited.Select(i => i.Mandate.PersonId),
                cancellationToken
            );
    }

    private async Task<bool> FindAsync(string code, CancellationToken cancellationToken)
    {
        var entry = await db.EntryAsync(code, AsOf.Today(time), cancellationToken);
        if (entry is not { Standing: Standing.Coming })
            return false;
        Entry = entry;
        groups = await GroupQueries.AllAsync(db, cancellationToken);
        await mail.PrepareAsync(cancellationToken);
        if (groups.FirstOrDefault(g => g.Id == Group) is { } group)
            await DivideAsync(await db.MembersOfAsync(group, AsOf.Today(time), cancellationToken), cancellationToken);
        return true;
    }

    /// <summary>In protocol order, into those who are invited and those who are not.</summary>
    private async Task DivideAsync(IQueryable<Partner> members, CancellationToken cancellationToken)
    {
        var already = await db
            .Invitations.Where(i => i.EventId == Entry.Event.Id && i.WithdrawnAt == null)
            .Select(i => i.PartnerId)
            .ToHashSetAsync(cancellationToken);
        (Invited, LeftOut) = await Recipients.DivideAsync(
            db,
            members,
            (To, Entry.Event.Strands),
            (t.Language.Code, AsOf.Today(time)),
            partner => already.Contains(partner) ? Text.Key("The partner is invited already.") : null,
            cancellationToken
        );
    }

    /// <summary>What they read, and who reads it.</summary>
    private string? Shown() =>
        Invited is null
            ? null
            : SeenMessages.Of(Messages.Select(m => (m.Invitee.Mandate.Person.Email!, m.Words.Subject, m.Words.Body)));
}
