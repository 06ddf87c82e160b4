using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Register;

/// <summary>Whether the partner may be shown in public, from a day on.</summary>
public sealed partial class EditNamesModel
{
    [BindProperty, Display(Name = "May be shown in public, once it takes part")]
    public bool IsListed { get; set; }

    /// <summary>From which day on, where the listing changes; null: from today on.</summary>
    [BindProperty, MeantDay, Display(Name = "Listed so from")]
    public DateOnly? ListedFrom { get; set; }

    /// <summary>A day without a change is told: whoever gives one means a change.</summary>
    private void CheckListing()
    {
        if (IsListed == Partner.IsListed && ListedFrom is null)
            return;
        if (Partner.WhyNotList(IsListed, ListedFrom ?? time.Today(), time.Today()) is { } reason)
            ModelState.AddModelError(nameof(ListedFrom), t.Of(reason));
    }

    private void ChangeListing()
    {
        if (IsListed == Partner.IsListed)
            return;
        Partner.List(IsListed, ListedFrom ?? time.Today());
        db.Add(Partner.ListingsBefore[^1]);
    }
}
