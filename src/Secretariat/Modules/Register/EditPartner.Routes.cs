using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register;

/// <summary>Where a partner lies on the routes, and since when and until when.</summary>
public sealed partial class EditPartnerModel
{
    [BindProperty]
    public string? Route { get; set; }

    [BindProperty]
    public RouteRole Role { get; set; }

    /// <summary>The place on a route that ends.</summary>
    [BindProperty]
    public Guid? Place { get; set; }

    public IReadOnlyList<SelectListItem> Routes { get; private set; } = [];

    public IEnumerable<SelectListItem> Roles =>
        Enum.GetValues<RouteRole>().Select(r => new SelectListItem(t.Of(r.Name()), $"{r}"));

    /// <summary>The places on routes that have no end yet.</summary>
    public IEnumerable<SelectListItem> Places =>
        Partner
            .Routes.Where(r => r.To is null)
            .Select(r => new SelectListItem(
                t.Of("{0}: {1}, since {2}", Routes.First(o => o.Value == r.RouteCode).Text, t.Of(r.Role.Name()), r.From),
                $"{r.Id}"
            ));

    public async Task<IActionResult> OnPostRouteAsync(string code, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(code, cancellationToken))
            return NotFound();
        if (Routes.All(r => r.Value != Route))
            ModelState.AddModelError(nameof(Route), t.Of("Choose a route."));
        CheckDay();
        CheckReason();
        if (Partner.Routes.Exists(r => r.RouteCode == Route && r.Role == Role && (r.To is null || r.To > From)))
            ModelState.AddModelError(nameof(Route), t.Of("The partner stands on this route in this role already."));
        if (!ModelState.IsValid)
            return Page();
        db.PartnerRoutes.Add(
            new PartnerRoute
            {
                PartnerId = Partner.Id,
                RouteCode = Route!,
                Role = Role,
                From = From!.Value,
            }
        );
        return await SavedAsync(Text.Key("Put a partner on a route"), cancellationToken);
    }

    public async Task<IActionResult> OnPostEndRouteAsync(string code, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(code, cancellationToken))
            return NotFound();
        var place = Partner.Routes.Find(r => r.Id == Place && r.To is null);
        if (place is null)
            ModelState.AddModelError(nameof(Place), t.Of("Choose an entry."));
        CheckDay();
        CheckReason();
        if (ModelState.IsValid && place!.WhyNotEnd(From!.Value) is { } reason)
            ModelState.AddModelError(nameof(From), t.Of(reason));
        if (!ModelState.IsValid)
            return Page();
        place!.End(From!.Value);
        return await SavedAsync(Text.Key("Take a partner off a route"), cancellationToken);
    }
}
