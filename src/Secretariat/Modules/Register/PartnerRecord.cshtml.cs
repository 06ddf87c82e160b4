using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Nominations;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Partners.Endorsements;
using Secretariat.Modules.Privacy;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register;

/// <summary>All that the secretariat holds of one partner.</summary>
public sealed partial class PartnerRecordModel(
    SecretariatDb db,
    INameRelations relations,
    EnterEndorsement endorsing,
    Disclose disclose,
    TimeProvider time,
    Text t
) : PageModel
{
    public Partner Partner { get; private set; } = null!;

    public LocalizedText Kind { get; private set; } = null!;

    public IReadOnlyList<(LocalizedText Kind, DateOnly Until)> FormerKinds { get; private set; } = [];

    public IReadOnlyList<(LocalizedText Route, PartnerRoute Lies)> RoutesToday { get; private set; } = [];

    public LocalizedText? WorkingLanguage { get; private set; }

    public MandateTimeline Mandates { get; private set; } = null!;

    public IReadOnlyList<(LocalizedText Strand, Interest Interest)> Interests { get; private set; } = [];

    /// <summary>The events and instruments that the relations speak of, by code.</summary>
    public IReadOnlyDictionary<string, LocalizedText> Titles { get; private set; } = new Dictionary<string, LocalizedText>();

    /// <summary>The title, or the code where nothing of that name is known.</summary>
    public LocalizedText TitleOf(string code) => Titles.GetValueOrDefault(code) ?? LocalizedText.InEnglish(code);

    /// <summary>Records whose history belongs to the partner's.</summary>
    public IEnumerable<Guid> Belonging =>
        [
            .. Mandates.Mandates.SelectMany(m => new[] { m.Id, m.PersonId }),
            .. Partner.Domains.Select(d => d.Id),
            .. Interests.Select(i => i.Interest.Id),
            .. Endorsements.Select(e => e.Endorsement.Id),
            .. Onboarding.Taken.Select(taken => taken.Id),
            .. Partner.KindsBefore.Select(k => k.Id),
            .. Partner.Routes.Select(r => r.Id),
        ];

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return BadRequest();
        if (!await FindAsync(code, cancellationToken))
            return NotFound();
        await disclose.SeenAsync($"/office/partners/{code}", Mandates.Mandates.Select(m => m.PersonId), cancellationToken);
        return Page();
    }

    private RedirectToPageResult Back(string done)
    {
        TempData["Done"] = done;
        return RedirectToPage();
    }

    private async Task<bool> FindAsync(string code, CancellationToken cancellationToken)
    {
        var partner = await db
            .Partners.AsNoTracking()
            .Include(p => p.Relations)
            .Include(p => p.Domains)
            .Include(p => p.KindsBefore)
            .Include(p => p.Routes)
            .AsSplitQuery()
            .SingleOrDefaultAsync(p => p.Code == code, cancellationToken);
        if (partner is null)
            return false;
        Partner = partner;
        await ReadPartnerAsync(cancellationToken);
        Mandates = await MandateTimeline.OfAsync(db, partner.Id, time.Today(), cancellationToken);
        Mandates.ShowsEvidence = true;
        Interests = await InterestTimeline.OfAsync(db, partner.Id, cancellationToken);
        await ReadEndorsementsAsync(cancellationToken);
        await ReadCorrespondenceAsync(cancellationToken);
        var codes = partner.Relations.Select(r => r.Of).OfType<string>().Distinct().ToList();
        Titles = await relations.TitlesAsync(codes, cancellationToken);
        return true;
    }

    private async Task ReadPartnerAsync(CancellationToken cancellationToken)
    {
        var kinds = await db.PartnerKinds.AsNoTracking().ToDictionaryAsync(k => k.Code, k => k.Name, cancellationToken);
        Kind = kinds[Partner.KindCode];
        FormerKinds = [.. Partner.KindsBefore.OrderByDescending(k => k.Until).Select(k => (kinds[k.KindCode], k.Until))];
        var routes = await db.Routes.AsNoTracking().OrderBy(r => r.Order).ToListAsync(cancellationToken);
        RoutesToday =
        [
            .. routes.SelectMany(route =>
                Partner
                    .Routes.Where(r => r.RouteCode == route.Code && r.HoldsOn(time.Today()))
                    .OrderBy(r => r.Role)
                    .Select(r => (route.Name, r))
            ),
        ];
        WorkingLanguage = await db
            .Languages.Where(l => l.Code == Partner.WorkingLanguage)
            .Select(l => l.Name)
            .SingleOrDefaultAsync(cancellationToken);
    }
}
