using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Registrations;

/// <summary>Everybody who is or was registered for an event, the latest first.</summary>
public sealed class RegistrationListModel(SecretariatDb db, TimeProvider time, Text t) : PageModel
{
    private const int PageSize = 50;

    public sealed record Row(
        Guid Place,
        string Name,
        string Function,
        LocalizedText Partner,
        Guid CategoryId,
        RegistrationStatus Status
    ) : IPlaced<Guid>;

    public EventRegistration Found { get; private set; } = null!;

    public ListPage<Row, Guid> Shown { get; private set; } = null!;

    public int Count { get; private set; }

    [BindProperty(SupportsGet = true)]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Category { get; set; }

    [BindProperty(SupportsGet = true)]
    public RegistrationStatus? Status { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Delegation { get; set; }

    /// <summary>The partner of the one delegation that is shown.</summary>
    public LocalizedText? DelegationName { get; private set; }

    public IEnumerable<SelectListItem> CategoryOptions =>
        Found.Categories.Select(c => new SelectListItem(c.Name.In(t.Language.Code), c.Id.ToString()));

    public IEnumerable<SelectListItem> StatusOptions =>
        Enum.GetValues<RegistrationStatus>().Select(s => new SelectListItem(t.Of(RegistrationWords.NameOf(s)), s.ToString()));

    /// <summary>Where the list goes on.</summary>
    public string? At(string side, Guid? place) =>
        place is null
            ? null
            : $"/office/events/{Found.Entry.Event.Code}/registrations?text={Uri.EscapeDataString(Text ?? "")}&category={Category}&status={Status}&delegation={Delegation}&{side}={place}";

    public async Task<IActionResult> OnGetAsync(string code, Guid? before, Guid? after, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return BadRequest();
        if (await db.RegistrationAsync(code, AsOf.Today(time), cancellationToken) is not { } found)
            return NotFound();
        Found = found;
        DelegationName = await (
            from delegation in db.Delegations
            where delegation.Id == Delegation
            join partner in db.Partners on delegation.PartnerId equals partner.Id
            select partner.Name
        ).SingleOrDefaultAsync(cancellationToken);
        var rows = Wanted();
        Count = await rows.CountAsync(cancellationToken);
        Shown = await rows.PageByKeyAsync(Rows, (before, after), PageSize, cancellationToken);
        return Page();
    }

    private IQueryable<Registration> Wanted()
    {
        var rows = db.Registrations.Where(r => r.EventId == Found.Entry.Event.Id);
        foreach (var word in Fold.Of(Text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            rows = rows.Where(r => r.Folded.Contains(word));
        if (Category is { } category)
            rows = rows.Where(r => r.CategoryId == category);
        if (Status is { } status)
            rows = rows.Where(r => r.Status == status);
        if (Delegation is { } delegation)
            rows = rows.Where(r => r.DelegationId == delegation);
        return rows;
    }

    private IQueryable<Row> Rows(IQueryable<Registration> registrations) =>
        from registration in registrations
        join delegation in db.Delegations on registration.DelegationId equals delegation.Id
        join partner in db.Partners on delegation.PartnerId equals partner.Id
        select new Row(
            registration.Id,
            ((registration.GivenNames ?? "") + " " + registration.FamilyName).Trim(),
            registration.Function,
            partner.Name,
            registration.CategoryId,
            registration.Status
        );
}
