using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Alliance;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Partners.Endorsements;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Endorsements;

/// <summary>One text: its versions, and who stands how towards it on a day.</summary>
public sealed class InstrumentRecordModel(SecretariatDb db, TimeProvider time, Text t) : PageModel
{
    [BindProperty, MeantDay, Required, Display(Name = "Adopted on")]
    public DateOnly? AdoptedOn { get; set; }

    [BindProperty, Required, StringLength(200), Display(Name = "What sets it apart")]
    public string Remark { get; set; } = "";

    public AsOf Day { get; private set; }

    public Instrument Instrument { get; private set; } = null!;

    public IReadOnlyList<TextVersion> Versions { get; private set; } = [];

    public IReadOnlyList<(PartnerLine Partner, Endorsement Endorsement)> Rows { get; private set; } = [];

    /// <summary>How many endorsed that the public count leaves out.</summary>
    public int Unlisted { get; private set; }

    /// <summary>Records whose history belongs to the instrument's.</summary>
    public IEnumerable<Guid> Belonging => Versions.Select(v => v.Id);

    public async Task<IActionResult> OnGetAsync(string code, AsOf? asOf, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid && ModelState[nameof(asOf)]?.Errors.Count > 0)
            return BadRequest();
        ModelState.Clear();
        return await ReadAsync(code, asOf, cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(code, null, cancellationToken))
            return NotFound();
        if (ModelState.IsValid && TextVersion.WhyNotFollow(Instrument, Versions, AdoptedOn!.Value, time.Today()) is { } reason)
            ModelState.AddModelError(nameof(AdoptedOn), t.Of(reason));
        if (!ModelState.IsValid)
            return Page();
        db.TextVersions.Add(
            new TextVersion
            {
                InstrumentCode = code,
                Number = Versions.Count + 1,
                On = AdoptedOn!.Value,
                Remark = new LocalizedText([new(t.Language.Code, Remark.Trim())]),
            }
        );
        await db.SaveAsync(Text.Key("Add a version of a text"), Remark, cancellationToken);
        TempData["Done"] = t.Of("Version {0} is added.", Versions.Count + 1);
        return RedirectToPage();
    }

    private async Task<bool> ReadAsync(string code, AsOf? asOf, CancellationToken cancellationToken)
    {
        Day = asOf ?? AsOf.Today(time);
        if (await db.Instruments.AsNoTracking().SingleOrDefaultAsync(i => i.Code == code, cancellationToken) is not { } found)
            return false;
        Instrument = found;
        Versions = await db
            .TextVersions.AsNoTracking()
            .Where(v => v.InstrumentCode == code)
            .OrderBy(v => v.Number)
            .ToListAsync(cancellationToken);
        var held = db.Endorsements.AsNoTracking().Where(e => e.InstrumentCode == code).At(Day);
        var standing = await held.ToDictionaryAsync(e => e.PartnerId, cancellationToken);
        var partners = await db
            .CurrentPartners.Where(p => held.Any(e => e.PartnerId == p.Id))
            .LinesAsync(db, t.Language.Code, Day, cancellationToken);
        Rows = [.. partners.Select(p => (p, standing[p.Id]))];
        var endorsed = held.Where(e => e.Status == EndorsementStatus.Endorsed);
        Unlisted = await db.CurrentPartners.CountAsync(
            p => !p.IsListed && endorsed.Any(e => e.PartnerId == p.Id),
            cancellationToken
        );
        return true;
    }
}
