using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
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
    private const int PageSize = 50;

    [BindProperty, MeantDay, Required, Display(Name = "Adopted on")]
    public DateOnly? AdoptedOn { get; set; }

    [BindProperty, Required, StringLength(200), Display(Name = "What sets it apart")]
    public string Remark { get; set; } = "";

    public AsOf Day { get; private set; }

    public Instrument Instrument { get; private set; } = null!;

    public IReadOnlyList<TextVersion> Versions { get; private set; } = [];

    [BindProperty(SupportsGet = true)]
    public EndorsementStatus? Status { get; set; }

    /// <summary>The partners of this page, each with every version towards which it stands somehow.</summary>
    public IReadOnlyList<(PartnerLine Partner, Endorsement Endorsement)> Rows { get; private set; } = [];

    /// <summary>How many endorsed that the public count leaves out.</summary>
    public int Unlisted { get; private set; }

    /// <summary>How many stand how towards it, on all pages.</summary>
    public IReadOnlyDictionary<EndorsementStatus, int> Counts { get; private set; } = new Dictionary<EndorsementStatus, int>();

    public string? Previous { get; private set; }

    public string? Next { get; private set; }

    public IEnumerable<SelectListItem> Statuses =>
        Counts.Keys.Order().Select(s => new SelectListItem(t.Of(s.Heading(), Counts[s]), s.ToString()));

    /// <summary>Records whose history belongs to the instrument's.</summary>
    public IEnumerable<Guid> Belonging => Versions.Select(v => v.Id);

    public async Task<IActionResult> OnGetAsync(
        string code,
        AsOf? asOf,
        Guid? next,
        Guid? previous,
        CancellationToken cancellationToken
    )
    {
        string[] asked = [nameof(asOf), nameof(Status), nameof(next), nameof(previous)];
        if (asked.Any(a => ModelState[a]?.Errors.Count > 0))
            return BadRequest();
        ModelState.Clear();
        return await ReadAsync(code, asOf, (next, previous), cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(code, null, (null, null), cancellationToken))
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

    private async Task<bool> ReadAsync(
        string code,
        AsOf? asOf,
        (Guid? Next, Guid? Previous) at,
        CancellationToken cancellationToken
    )
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
        await ShowAsync(at, cancellationToken);
        return true;
    }

    private async Task ShowAsync((Guid? Next, Guid? Previous) at, CancellationToken cancellationToken)
    {
        var held = db
            .Endorsements.AsNoTracking()
            .Where(e => e.InstrumentCode == Instrument.Code && db.CurrentPartners.Any(p => p.Id == e.PartnerId))
            .At(Day);
        Counts = await held.GroupBy(e => e.Status)
            .Select(g => new { g.Key, Number = g.Select(e => e.PartnerId).Distinct().Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Number, cancellationToken);
        var asked = Status is null ? held : held.Where(e => e.Status == Status);
        var page = await db.PlacesIn(t.Language.Code, Day)
            .Where(p => asked.Any(e => e.PartnerId == p.PartnerId))
            .PageAsync(db, (t.Language.Code, Day), at, PageSize, cancellationToken);
        var ids = page.Rows.Select(p => p.Id).ToList();
        var standing = await asked
            .Where(e => ids.Contains(e.PartnerId))
            .OrderBy(e => e.TextVersion ?? 0)
            .ToListAsync(cancellationToken);
        Rows = [.. page.Rows.SelectMany(p => standing.Where(e => e.PartnerId == p.Id).Select(e => (p, e)))];
        (Previous, Next) = (At("previous", page.Newer), At("next", page.Older));
        var endorsed = held.Where(e => e.Status == EndorsementStatus.Endorsed);
        var listed = db.ListedAt(Day);
        Unlisted = await db.CurrentPartners.CountAsync(
            p => !listed.Any(l => l.Id == p.Id) && endorsed.Any(e => e.PartnerId == p.Id),
            cancellationToken
        );
    }

    private string? At(string side, Guid? place) =>
        place is null
            ? null
            : $"/office/instruments/{Instrument.Code}?asOf={Day}&status={Status}&lang={t.Language.Code}&{side}={place}";
}
