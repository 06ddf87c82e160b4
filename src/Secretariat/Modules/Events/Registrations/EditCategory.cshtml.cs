using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Secretariat.Modules.Identity;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Registrations;

/// <summary>A category of those who take part: its places and what is asked of them.</summary>
[WritersOnly]
public sealed class EditCategoryModel(SecretariatDb db, GivePlaces places, TimeProvider time, Text t) : PageModel
{
    public EventRegistration Found { get; private set; } = null!;

    /// <summary>Null for a new one.</summary>
    public RegistrationCategory? Category { get; private set; }

    [BindProperty, Required, StringLength(100), Display(Name = "Name, in English")]
    public string NameEn { get; set; } = "";

    [BindProperty, StringLength(100), Display(Name = "Name, in French")]
    public string? NameFr { get; set; }

    [BindProperty, Range(0, 100_000), Display(Name = "Places")]
    public int? Places { get; set; }

    [BindProperty, Range(0, 100_000), Display(Name = "Places of each delegation")]
    public int? PlacesEach { get; set; }

    [BindProperty, Display(Name = "The office decides on each")]
    public bool NeedsApproval { get; set; }

    [BindProperty, Display(Name = "A photograph for the badge")]
    public bool AsksPhoto { get; set; }

    /// <summary>The category that the officer saw.</summary>
    [BindProperty]
    public int Version { get; set; }

    public async Task<IActionResult> OnGetAsync(string code, Guid? id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(code, id, cancellationToken))
            return NotFound();
        if (Category is not { } category)
            return Page();
        (NameEn, NameFr) = (category.Name.In("en"), category.Name.Written("fr"));
        (Places, PlacesEach, NeedsApproval) = (category.Places, category.PlacesEach, category.NeedsApproval);
        (AsksPhoto, Version) = (category.AsksPhoto, category.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, Guid? id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(code, id, cancellationToken))
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        var name = LocalizedText.InEnglishAnd("fr", NameEn, NameFr);
        var category = Category ?? new RegistrationCategory { EventId = Found.Entry.Event.Id, Name = name };
        if (Category is null)
            db.RegistrationCategories.Add(category);
        else
            db.Expect(category, Version);
        (category.Name, category.NeedsApproval) = (name, NeedsApproval);
        category.AsksPhoto = AsksPhoto;
        (category.Places, category.PlacesEach) = (Places, PlacesEach);
        await places.ChangeAsync(category, Text.Key("Change a category of a registration"), cancellationToken);
        TempData["Done"] = t.Of("The category has been saved.");
        return Redirect($"/office/events/{code}/registration/category/{category.Id}");
    }

    private async Task<bool> FindAsync(string code, Guid? id, CancellationToken cancellationToken)
    {
        if (await db.RegistrationAsync(code, AsOf.Today(time), cancellationToken) is not { } found)
            return false;
        (Found, Category) = (found, found.Category(id));
        return id is null || Category is not null;
    }
}
