using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Privacy;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Nominations;

/// <summary>Who speaks for whom, and for whom nobody does: in pages of partners.</summary>
public sealed class ContactPointListModel(SecretariatDb db, Disclose disclose, TimeProvider time, Text t) : PageModel
{
    private const int PageSize = 50;

    /// <summary>How many partners or, of those in office, people there are on all pages.</summary>
    private readonly Dictionary<Speaking, int> counts = [];

    public AsOf Day { get; private set; }

    [BindProperty(SupportsGet = true)]
    public Speaking? View { get; set; }

    public IReadOnlyList<(PartnerLine Partner, Mandate Mandate, Mandate? Successor)> Rows { get; private set; } = [];

    public IReadOnlyList<(PartnerLine Partner, Gap? Gap)> Missing { get; private set; } = [];

    /// <summary>Partners that are not asked for a contact point; shown where they alone are asked for.</summary>
    public IReadOnlyList<PartnerLine> NotExpected { get; private set; } = [];

    public string NotExpectedAt => $"/office/contact-points?asOf={Day}&view={Speaking.NotExpected}";

    /// <summary>Partners that somebody speaks for, though not in all strands.</summary>
    public IReadOnlyList<(PartnerLine Partner, IReadOnlyList<Uncovered> Strands)> InPart { get; private set; } = [];

    public MandateWords Words { get; private set; } = MandateWords.None;

    public IReadOnlyDictionary<string, LocalizedText> Strands => Words.Strands;

    public FailedMail Failed { get; private set; } = FailedMail.None;

    /// <summary>Those who speak for a partner and whose address is of no use, on whatever page they stand.</summary>
    public IReadOnlyList<(PartnerLine Partner, Mandate Mandate)> Unreachable { get; private set; } = [];

    public string? Previous { get; private set; }

    public string? Next { get; private set; }

    public IEnumerable<SelectListItem> Views =>
        Enum.GetValues<Speaking>().Select(v => new SelectListItem(t.Of(v.Heading(), CountOf(v)), v.ToString()));

    public int CountOf(Speaking speaking) => counts[speaking];

    public bool Shows(Speaking speaking) => View is null || View == speaking;

    public async Task<IActionResult> OnGetAsync(AsOf? asOf, Guid? next, Guid? previous, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return BadRequest();
        Day = asOf ?? AsOf.Today(time);
        await CountAsync(cancellationToken);
        var partners = View is { } view ? ContactPoints.Expected(db, view, Day) : ContactPoints.Expected(db, Day);
        var page = await db.PlacesIn(t.Language.Code, Day)
            .Where(place => partners.Any(p => p.Id == place.PartnerId))
            .PageAsync(db, (t.Language.Code, Day), (next, previous), PageSize, cancellationToken);
        (Previous, Next) = (At("previous", page.Newer), At("next", page.Older));
        var strands = await db.Strands.OrderBy(s => s.Order).Select(s => s.Code).ToListAsync(cancellationToken);
        Words = await MandateWords.ReadAsync(db, cancellationToken);
        Failed = await FailedMail.ReadAsync(db, Day, cancellationToken);
        Show(page.Rows, await MandatesAsync(page.Rows, cancellationToken), strands);
        Unreachable = await UnreachableAsync(cancellationToken);
        var shown = Rows.SelectMany(r => new[] { r.Mandate, r.Successor })
            .Concat(Unreachable.Select(u => u.Mandate))
            .OfType<Mandate>();
        await disclose.SeenAsync("/office/contact-points", shown.Select(m => m.PersonId), cancellationToken);
        return Page();
    }

    private async Task CountAsync(CancellationToken cancellationToken)
    {
        foreach (var speaking in new[] { Speaking.Nobody, Speaking.InPart, Speaking.NotExpected })
            counts[speaking] = await ContactPoints.Expected(db, speaking, Day).CountAsync(cancellationToken);
        counts[Speaking.Somebody] = await ContactPoints
            .InOffice(db, Day)
            .CountAsync(m => ContactPoints.Expected(db, Day).Any(p => p.Id == m.PartnerId), cancellationToken);
    }

    private async Task<IReadOnlyList<(PartnerLine, Mandate)>> UnreachableAsync(CancellationToken cancellationToken)
    {
        var ids = await ContactPoints.UnreachableAsync(db, Day, cancellationToken);
        var mandates = await db
            .Mandates.AsNoTracking()
            .Include(m => m.Person)
            .Where(m => ids.Contains(m.Id))
            .OrderBy(m => m.Id)
            .ToListAsync(cancellationToken);
        var partners = await db
            .CurrentPartners.Where(p => db.Mandates.Any(m => ids.Contains(m.Id) && m.PartnerId == p.Id))
            .LinesAsync(db, t.Language.Code, Day, cancellationToken);
        return [.. partners.SelectMany(p => mandates.Where(m => m.PartnerId == p.Id).Select(m => (p, m)))];
    }

    private async Task<ILookup<Guid, Mandate>> MandatesAsync(
        IEnumerable<PartnerLine> partners,
        CancellationToken cancellationToken
    )
    {
        var ids = partners.Select(p => p.Id).ToList();
        var mandates = await db
            .Mandates.AsNoTracking()
            .Include(m => m.Person)
            .Where(m => ids.Contains(m.PartnerId))
            .Where(m => m.Role == MandateRole.ContactPoint || m.Role == MandateRole.Alternate)
            .OrderBy(m => m.From)
            .ThenBy(m => m.Id)
            .ToListAsync(cancellationToken);
        return mandates.ToLookup(m => m.PartnerId);
    }

    private void Show(IReadOnlyList<PartnerLine> partners, ILookup<Guid, Mandate> mandates, IReadOnlyList<string> strands)
    {
        if (View is Speaking.NotExpected)
        {
            NotExpected = partners;
            return;
        }

        var inPart = new List<(PartnerLine, IReadOnlyList<Uncovered>)>();
        var rows = new List<(PartnerLine, Mandate, Mandate?)>();
        var missing = new List<(PartnerLine, Gap?)>();
        foreach (var partner in partners)
        {
            var timeline = new MandateTimeline([.. mandates[partner.Id]], [], Day.Day);
            var holders = timeline.Mandates.Where(m => m.HoldsOn(Day.Day)).ToList();
            if (Shows(Speaking.Somebody))
                rows.AddRange(holders.OrderBy(m => m.Role).Select(m => (partner, m, timeline.SuccessorOf(m))));
            if (!holders.Exists(m => m.Role is MandateRole.ContactPoint))
                missing.Add((partner, GapOf(timeline)));
            else if (Uncovered.On(Day.Day, timeline.Mandates, strands) is { Count: > 0 } uncovered)
                inPart.Add((partner, uncovered));
        }

        (Rows, Missing, InPart) = (rows, missing, inPart);
    }

    private Gap? GapOf(MandateTimeline timeline) =>
        Gap.Between(timeline.Mandates.Where(m => m.Role is MandateRole.ContactPoint), Day.Day).FirstOrDefault(g => g.To is null);

    private string? At(string side, Guid? place) =>
        place is null ? null : $"/office/contact-points?asOf={Day}&view={View}&lang={t.Language.Code}&{side}={place}";
}
