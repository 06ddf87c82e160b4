using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Platform;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Registrations;

/// <summary>The people of a delegation, by the link that its head was sent.</summary>
[EnableRateLimiting(CallerLimit.OpenForms)]
public sealed class DelegationPageModel(
    SecretariatDb db,
    RegistrationLinks links,
    GivePlaces places,
    Settings settings,
    CurrentActor current,
    TimeProvider time,
    Text t
) : DelegationModel(db, links, current, time)
{
    private HashSet<Guid> full = [];

    public IReadOnlyList<Registration> People { get; private set; } = [];

    /// <summary>How many wait before each of the delegation who waits.</summary>
    public IReadOnlyDictionary<Guid, int> Before { get; private set; } = new Dictionary<Guid, int>();

    public string Mailbox => settings.Mail.Mailbox;

    public bool IsFull(RegistrationCategory category) =>
        full.Contains(category.Id)
        || People.Count(p => p.CategoryId == category.Id && p.HoldsPlace) >= (category.PlacesEach ?? int.MaxValue);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } closed)
            return closed;
        await ReadAsync(cancellationToken);
        return Page();
    }

    /// <summary>By the head alone: what came from another address is right.</summary>
    public async Task<IActionResult> OnPostConfirmAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } closed)
            return closed;
        var registration = await Own.SingleOrDefaultAsync(
            r => r.Id == id && r.Status == RegistrationStatus.AwaitingHead,
            cancellationToken
        );
        if (!IsHead || registration is null)
            return NotFound();
        // What was sent before the cut-off is confirmed after it too.
        if (!IsComing)
        {
            ModelState.AddModelError("", t.Of(Closed!));
            await ReadAsync(cancellationToken);
            return Page();
        }

        await places.ConfirmAsync(registration, Found.Category(registration.CategoryId)!, cancellationToken);
        TempData["Done"] = t.Of("{0}: {1}", registration.Name, t.Of(RegistrationWords.NameOf(registration.Status)));
        return Redirect($"/t/{Token}");
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        People = await Own.AsNoTracking().OrderBy(r => r.Id).ToListAsync(cancellationToken);
        var bounded = Found.Categories.Where(c => c.Places is not null).ToDictionary(c => c.Id, c => c.Places!.Value);
        var held = await Db
            .Registrations.HoldingPlaces()
            .Where(r => r.EventId == Delegation.EventId && bounded.Keys.Contains(r.CategoryId))
            .GroupBy(r => r.CategoryId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        full = [.. bounded.Where(b => held.GetValueOrDefault(b.Key) >= b.Value).Select(b => b.Key)];
        Before = await Own.Where(r => r.Status == RegistrationStatus.Waiting)
            .Select(r => new
            {
                r.Id,
                Count = Db.Registrations.Count(o =>
                    o.CategoryId == r.CategoryId
                    && o.Status == RegistrationStatus.Waiting
                    && (o.StatusAt < r.StatusAt || (o.StatusAt == r.StatusAt && o.Id < r.Id))
                ),
            })
            .ToDictionaryAsync(r => r.Id, r => r.Count, cancellationToken);
    }
}
