using Microsoft.AspNetCore.Mvc;
using Secretariat.Modules.Nominations;
using Secretariat.Modules.Privacy;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Register.Briefings;

/// <summary>What the record says of the contact's own partner, on one page.</summary>
public sealed class DeskBriefingModel(
    SecretariatDb db,
    ReadBriefings reading,
    MakeBriefings making,
    Disclose disclose,
    TimeProvider time
) : DeskPage(db)
{
    public AsOf Day { get; private set; }

    public Briefing Briefing { get; private set; } = null!;

    public string? WhyNoPdf => making.WhyNoPdf;

    public async Task<IActionResult> OnGetAsync(AsOf? asOf, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return BadRequest();
        Day = asOf ?? AsOf.Today(time);
        Briefing = (await reading.RunAsync([PartnerId], Day, BriefingReader.Desk, cancellationToken))[0];
        await disclose.SeenAsync("/desk/briefing", Briefing.Persons, cancellationToken);
        return Page();
    }
}
