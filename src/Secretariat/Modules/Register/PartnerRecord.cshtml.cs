using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Nominations;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Privacy;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register;

/// <summary>All that the secretariat holds of one partner: with the whole history, or what held on the day that was asked for.</summary>
public sealed partial class PartnerRecordModel(
    SecretariatDb db,
    INameRelations relations,
    OfficialFootnotes footnotes,
    Disclose disclose,
    TimeProvider time
) : PageModel
{
    private readonly List<Guid> belonging = [];

    public AsOf Day { get; private set; }

    /// <summary>A day was asked for.</summary>
    public bool IsAsOf { get; private set; }

    /// <summary>What is changed is the record of today.</summary>
    public bool MayWrite => Access.MayWrite(User) && !IsAsOf && Partner.MergedIntoId is null;

    public Partner Partner { get; private set; } = null!;

    /// <summary>The footnote that official usage asks for and the partner lacks.</summary>
    public LocalizedText? MissingFootnote => footnotes.MissingOf(Partner);

    public LocalizedText Kind { get; private set; } = null!;

    public IReadOnlyList<(LocalizedText Kind, DateOnly Until)> FormerKinds { get; private set; } = [];

    /// <summary>How it was listed before the day, the last one first.</summary>
    public IEnumerable<ListingBefore> FormerListings =>
        Partner.ListingsBefore.Where(l => l.Until <= Day.Day).OrderByDescending(l => l.Until);

    public IReadOnlyList<(LocalizedText Route, PartnerRoute Lies)> Routes { get; private set; } = [];

    public LocalizedText? WorkingLanguage { get; private set; }

    public MandateTimeline Mandates { get; private set; } = null!;

    private IEnumerable<Mandate> Principals => Mandates.Mandates.Where(m => m.Role is MandateRole.Principal && !m.HeldOnNoDay());

    /// <summary>To whom letters are addressed on the day.</summary>
    public Mandate? Principal => Principals.LastOrDefault(m => m.HoldsOn(Day.Day));

    /// <summary>Former ones, and those to come.</summary>
    public IEnumerable<Mandate> OtherPrincipals => Principals.Where(m => m != Principal);

    public IReadOnlyList<(LocalizedText Strand, Interest Interest)> Interests { get; private set; } = [];

    public IEnumerable<PartnerRelation> Relations => Partner.Relations.Where(r => !IsAsOf || r.On <= Day.Day).OrderBy(r => r.On);

    /// <summary>The events and instruments that the relations speak of, by code.</summary>
    public IReadOnlyDictionary<string, LocalizedText> Titles { get; private set; } = new Dictionary<string, LocalizedText>();

    /// <summary>The title, or the code where nothing of that name is known.</summary>
    public LocalizedText TitleOf(string code) => Titles.GetValueOrDefault(code) ?? LocalizedText.InEnglish(code);

    /// <summary>Another page on the partner, as of the day that is shown.</summary>
    public string AsOfTheDay(string page) => $"/office/partners/{Partner.Code}/{page}{(IsAsOf ? $"?asOf={Day}" : "")}";

    /// <summary>Records whose history belongs to the partner's.</summary>
    public IReadOnlyList<Guid> Belonging => belonging;

    public async Task<IActionResult> OnGetAsync(string code, AsOf? asOf, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return BadRequest();
        (Day, IsAsOf) = (asOf ?? AsOf.Today(time), asOf is not null);
        if (!await FindAsync(code, cancellationToken))
            return NotFound();
        await disclose.SeenAsync($"/office/partners/{code}", Mandates.Mandates.Select(m => m.PersonId), cancellationToken);
        return Page();
    }

    private bool IsShown(IDated fact) => !IsAsOf || fact.HoldsOn(Day.Day);

    /// <summary>It holds, or is to come.</summary>
    private bool IsShownNow(IDated fact) => fact.HoldsOn(Day.Day) || (!IsAsOf && fact.From > Day.Day && !fact.HeldOnNoDay());

    private async Task<bool> FindAsync(string code, CancellationToken cancellationToken)
    {
        var partner = await db
            .Partners.AsNoTracking()
            .Include(p => p.Relations)
            .Include(p => p.Domains)
            .Include(p => p.KindsBefore)
            .Include(p => p.ListingsBefore)
            .Include(p => p.Routes)
            .AsSplitQuery()
            .SingleOrDefaultAsync(p => p.Code == code, cancellationToken);
        if (partner is null)
            return false;
        Partner = partner;
        belonging.AddRange([
            .. partner.Domains.Select(d => d.Id),
            .. partner.KindsBefore.Select(k => k.Id),
            .. partner.ListingsBefore.Select(l => l.Id),
            .. partner.Routes.Select(r => r.Id),
        ]);
        await ReadPartnerAsync(cancellationToken);
        await ReadPeopleAsync(cancellationToken);
        await ReadEndorsementsAsync(cancellationToken);
        await ReadCorrespondenceAsync(cancellationToken);
        await ReadMergesAsync(cancellationToken);
        var codes = partner.Relations.Select(r => r.Of).OfType<string>().Distinct().ToList();
        Titles = await relations.TitlesAsync(codes, cancellationToken);
        return true;
    }

    private async Task ReadPartnerAsync(CancellationToken cancellationToken)
    {
        var day = Day.Day;
        var kinds = await db.PartnerKinds.AsNoTracking().ToDictionaryAsync(k => k.Code, k => k.Name, cancellationToken);
        Kind = kinds[Partner.KindOn(day)];
        FormerKinds =
        [
            .. Partner
                .KindsBefore.Where(k => k.Until <= day)
                .OrderByDescending(k => k.Until)
                .Select(k => (kinds[k.KindCode], k.Until)),
        ];
        var routes = await db.Routes.AsNoTracking().OrderBy(r => r.Order).ToListAsync(cancellationToken);
        var lies = Partner.Routes.Where(IsShownNow).OrderBy(r => r.Role).ThenBy(r => r.From).ToLookup(r => r.RouteCode);
        Routes = [.. routes.SelectMany(route => lies[route.Code].Select(r => (route.Name, r)))];
        WorkingLanguage = await db
            .Languages.Where(l => l.Code == Partner.WorkingLanguage)
            .Select(l => l.Name)
            .SingleOrDefaultAsync(cancellationToken);
    }

    private async Task ReadPeopleAsync(CancellationToken cancellationToken)
    {
        var all = await MandateTimeline.OfAsync(db, Partner.Id, Day.Day, cancellationToken);
        all.ShowsEvidence = true;
        all.CorrectedAt = MayWrite ? $"/office/partners/{Partner.Code}/mandates" : null;
        all.Failed = await FailedMail.ReadAsync(db, Day, cancellationToken);
        Mandates = IsAsOf ? all.OnItsDay() : all;
        var interests = await InterestTimeline.OfAsync(db, Partner.Id, cancellationToken);
        Interests = [.. interests.Where(i => IsShown(i.Interest))];
        belonging.AddRange(all.Mandates.SelectMany(m => new[] { m.Id, m.PersonId }).Concat(interests.Select(i => i.Interest.Id)));
    }
}
