using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Privacy;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Register.Briefings;

/// <summary>What one needs to know of a partner before meeting it.</summary>
public sealed class PartnerBriefingModel(
    SecretariatDb db,
    ReadBriefings reading,
    MakeBriefings making,
    Disclose disclose,
    TimeProvider time
) : PageModel
{
    public AsOf Day { get; private set; }

    public Briefing Briefing { get; private set; } = null!;

    public string? WhyNoPdf => making.WhyNoPdf;

    public async Task<IActionResult> OnGetAsync(string code, AsOf? asOf, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return BadRequest();
        if (await db.KeptCodeAsync(code, cancellationToken) is { } kept)
            return Redirect($"/office/partners/{kept}/briefing{Request.QueryString}");
        Day = asOf ?? AsOf.Today(time);
        var partner = await db.CurrentPartners.Where(p => p.Code == code).Select(p => p.Id).ToListAsync(cancellationToken);
        if (await reading.RunAsync(partner, Day, BriefingReader.Office, cancellationToken) is not [var briefing])
            return NotFound();
        Briefing = briefing;
        await disclose.SeenAsync($"/office/partners/{code}/briefing", briefing.Persons, cancellationToken);
        return Page();
    }
}
