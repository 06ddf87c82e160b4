using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Events.Programme;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Letters;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Campaigns;

/// <summary>Takes into a campaign's draft what the timetable says, as of the same day or another one.</summary>
[WritersOnly]
public sealed class TakeOverPage(SecretariatDb db, TakeTimetable timetable, TimeProvider time, Text t) : PageModel
{
    public Campaign Campaign { get; private set; } = null!;

    public CampaignContent Announced { get; private set; } = CampaignContent.Empty;

    [BindProperty(SupportsGet = true)]
    public DateOnly Day { get; set; }

    [BindProperty, Display(Name = "Programme of")]
    public string? Programme { get; set; }

    public IReadOnlyList<SelectListItem> Programmes { get; private set; } = [];

    [BindProperty]
    public int Version { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
            return NotFound();
        if (Campaign.WhyNotEdit() is { } reason)
            ModelState.AddModelError("", t.Of(reason));
        Programme = Campaign.Content.Programme?.EventCode;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
            return NotFound();
        if (Campaign.Version != Version)
            return StatusCode(StatusCodes.Status409Conflict);
        if (Campaign.WhyNotEdit() is { } reason)
            ModelState.AddModelError("", t.Of(reason));
        if (Programme is not null && Programmes.All(each => each.Value != Programme))
            ModelState.AddModelError(nameof(Programme), t.Of("Choose an event that has a programme."));
        if (!ModelState.IsValid)
            return Page();
        Campaign.AnnexAsOf = Day;
        var programme = await TakeProgramme.OfAsync(db, Programme, AsOf.Today(time), cancellationToken);
        Campaign.Take(Announced with { Programme = programme });
        await db.SaveAsync(Text.Key("Take the timetable over into a campaign"), cancellationToken: cancellationToken);
        TempData["Done"] = t.Of("The letters speak of what had been announced on {0}.", Day);
        return Redirect($"/office/campaigns/{id}");
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.Campaigns.SingleOrDefaultAsync(c => c.Id == id, cancellationToken) is not { } campaign)
            return false;
        Campaign = campaign;
        if (Day == default)
            Day = campaign.AnnexAsOf;
        Programmes = await TakeProgramme.OptionsAsync(
            db,
            campaign.Content.Programme?.EventCode,
            AsOf.Today(time),
            t,
            cancellationToken
        );
        Announced = await timetable.AsOfAsync(Day, cancellationToken);
        return true;
    }
}
