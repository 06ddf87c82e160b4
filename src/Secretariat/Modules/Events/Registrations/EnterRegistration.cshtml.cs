using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Mail;

namespace Secretariat.Modules.Events.Registrations;

/// <summary>
/// An officer registers somebody of a delegation, such as one who told it by telephone or stands at the entrance; also after the
/// cut-off, which binds the delegations.
/// </summary>
[WritersOnly]
public sealed class EnterRegistrationModel(SecretariatDb db, GivePlaces places, TimeProvider time, Text t) : PageModel
{
    public EventRegistration Found { get; private set; } = null!;

    private IReadOnlyList<(Guid Id, LocalizedText Partner)> delegations = [];

    [BindProperty(SupportsGet = true), Required, Display(Name = "Delegation")]
    public Guid? Delegation { get; set; }

    [BindProperty, Required, Display(Name = "Category")]
    public Guid? Category { get; set; }

    [BindProperty, StringLength(100), Display(Name = "Given names")]
    public string? GivenNames { get; set; }

    [BindProperty, Required, StringLength(100), Display(Name = "Family name")]
    public string FamilyName { get; set; } = "";

    [BindProperty, Required, StringLength(200), Display(Name = "Function")]
    public string Function { get; set; } = "";

    [BindProperty, StringLength(200), Display(Name = "Organisation")]
    public string? Organisation { get; set; }

    [BindProperty, Required, StringLength(254), OneEmailAddress, Display(Name = "E-mail address of the person")]
    public string Email { get; set; } = "";

    public IEnumerable<SelectListItem> DelegationOptions =>
        delegations
            .OrderBy(d => d.Partner.In(t.Language.Code), StringComparer.Create(t.Language.Culture, ignoreCase: true))
            .Select(d => new SelectListItem(d.Partner.In(t.Language.Code), d.Id.ToString()));

    public IEnumerable<SelectListItem> CategoryOptions =>
        Found.Categories.Select(c => new SelectListItem(c.Name.In(t.Language.Code), c.Id.ToString()));

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (!await FindAsync(code, cancellationToken))
            return NotFound();
        ModelState.Clear();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellationToken)
    {
        if (!await FindAsync(code, cancellationToken))
            return NotFound();
        if (delegations.All(d => d.Id != Delegation))
            ModelState.AddModelError(nameof(Delegation), t.Of("Choose a delegation."));
        if (Found.Category(Category) is null)
            ModelState.AddModelError(nameof(Category), t.Of("Choose a category."));
        var once = Registration.OnceOf(Email ?? "");
        if (await db.Registrations.AnyAsync(r => r.EventId == Found.Entry.Event.Id && r.Once == once, cancellationToken))
            ModelState.AddModelError(nameof(Email), t.Of("A person with this address is registered for the event already."));
        if (!ModelState.IsValid)
            return Page();
        var registration = await NewAsync(cancellationToken);
        try
        {
            await places.RegisterAsync(registration, Found.Category(Category)!, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            ModelState.AddModelError(nameof(Email), t.Of("Somebody else has just registered this person, or changed the entry."));
            return Page();
        }

        TempData["Done"] = t.Of("{0}: {1}", registration.Name, t.Of(RegistrationWords.NameOf(registration.Status)));
        return Redirect($"/office/events/{code}/registrations/{registration.Id}");
    }

    private async Task<Registration> NewAsync(CancellationToken cancellationToken)
    {
        var userId = User.AccountId();
        var officer = await db.Users.Where(u => u.Id == userId).Select(u => u.Email).SingleAsync(cancellationToken);
        return new()
        {
            EventId = Found.Entry.Event.Id,
            DelegationId = Delegation!.Value,
            CategoryId = Category!.Value,
            GivenNames = string.IsNullOrWhiteSpace(GivenNames) ? null : OneLine.Of(GivenNames.Trim()),
            FamilyName = OneLine.Of(FamilyName.Trim()),
            Function = OneLine.Of(Function.Trim()),
            Organisation = string.IsNullOrWhiteSpace(Organisation) ? null : OneLine.Of(Organisation.Trim()),
            Email = Email.Trim(),
            SentBy = officer!,
        };
    }

    private async Task<bool> FindAsync(string code, CancellationToken cancellationToken)
    {
        if (await db.RegistrationAsync(code, AsOf.Today(time), cancellationToken) is not { Terms: not null } found)
            return false;
        Found = found;
        var rows = await (
            from delegation in db.Delegations
            where delegation.EventId == found.Entry.Event.Id
            join invitation in db.Invitations on delegation.InvitationId equals invitation.Id
            where invitation.WithdrawnAt == null
            join partner in db.Partners on delegation.PartnerId equals partner.Id
            select new { delegation.Id, partner.Name }
        ).ToListAsync(cancellationToken);
        delegations = rows.ConvertAll(r => (r.Id, r.Name));
        return found.Entry.Standing is Standing.Coming;
    }
}
