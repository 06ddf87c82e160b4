using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Web;

namespace Secretariat.Modules.PublicSite;

public sealed class PartnersModel(SecretariatDb db, Text t, TimeProvider time) : PublicPage(time)
{
    public IReadOnlyList<ListedKind> Kinds { get; private set; } = [];

    /// <summary>Events and instruments that relations speak of.</summary>
    public IReadOnlyDictionary<string, RelationTarget> Targets { get; private set; } = new Dictionary<string, RelationTarget>();

    public int Total => Kinds.Sum(k => k.Partners.Count);

    public bool OnlyMembership =>
        Kinds.SelectMany(k => k.Partners).All(p => p.Endorsed.Count == 0 && p.Relations.All(r => r.Kind is RelationKind.Member));

    public async Task OnGetAsync()
    {
        var kinds = await db.PartnerKinds.AsNoTracking().OrderBy(k => k.Order).ToListAsync(Cancelled);
        var partners = await PartnersAsync();
        Kinds =
        [
            .. kinds
                .Select(k => new ListedKind(k.Heading, k.Code, InOrder(partners.Where(p => p.KindCode == k.Code))))
                .Where(k => k.Partners.Count > 0),
        ];
        Targets = await TargetsAsync();
    }

    private async Task<List<ListedPartner>> PartnersAsync()
    {
        var listing = db.ListingRelations(AsOf);
        var kinds = db.KindsAt(AsOf);
        var endorsed = db.Endorsed(AsOf);
        var contacts = db.Mandates.Where(m => m.Role == MandateRole.ContactPoint).At(AsOf);
        return await db.ListedPartners(AsOf)
            .AsNoTracking()
            .Select(p => new ListedPartner(
                kinds.Where(k => k.PartnerId == p.Id).Select(k => k.KindCode).First(),
                p.ProtocolOrder,
                p.Name,
                p.ShortName,
                p.Footnote,
                listing.Where(r => r.PartnerId == p.Id).OrderBy(r => r.On).ThenBy(r => r.Kind).ThenBy(r => r.Of).ToList(),
                endorsed
                    .Where(e => e.PartnerId == p.Id)
                    .OrderBy(e => e.From)
                    .ThenBy(e => e.TextVersion ?? 0)
                    .Select(e => new ListedEndorsement(e.InstrumentCode, e.From, e.TextVersion, e.Sources, e.Confidence))
                    .ToList(),
                contacts
                    .Where(m => m.PartnerId == p.Id)
                    .OrderBy(m => m.From)
                    .Select(m => new ListedContact(
                        m.Function,
                        m.Functions,
                        m.From,
                        m.Person.NamedInPublicSince == null ? null : m.Person.Name
                    ))
                    .ToList()
            ))
            .AsSingleQuery()
            .ToListAsync(Cancelled);
    }

    /// <summary>Member States by the EU's rule in every language, all others by the alphabet of the reader's.</summary>
    private List<ListedPartner> InOrder(IEnumerable<ListedPartner> partners) =>
        [
            .. partners
                .OrderBy(p => PartnerKind.PlaceIn(p.KindCode, p.ProtocolOrder) ?? int.MaxValue)
                .ThenBy(p => Fold.Plain(p.Name.In(t.Language.Code)), StringComparer.Ordinal),
        ];

    private async Task<Dictionary<string, RelationTarget>> TargetsAsync()
    {
        var events = await db
            .Events.AsNoTracking()
            .Select(e => new
            {
                e.Code,
                e.Title,
                e.Kind,
            })
            .ToListAsync(Cancelled);
        var instruments = await db.Instruments.AsNoTracking().Select(i => new { i.Code, i.Title }).ToListAsync(Cancelled);
        var targets = events.ToDictionary(e => e.Code, e => new RelationTarget(e.Title, e.Kind == "conference"));
        foreach (var instrument in instruments)
            targets[instrument.Code] = new RelationTarget(instrument.Title, false);
        return targets;
    }
}

public sealed record ListedKind(LocalizedText Heading, string Code, IReadOnlyList<ListedPartner> Partners);

public sealed record ListedPartner(
    string KindCode,
    int? ProtocolOrder,
    LocalizedText Name,
    LocalizedText? ShortName,
    LocalizedText? Footnote,
    IReadOnlyList<PartnerRelation> Relations,
    IReadOnlyList<ListedEndorsement> Endorsed,
    IReadOnlyList<ListedContact> Contacts
);

/// <summary>An endorsement that stands; never who signed it.</summary>
public sealed record ListedEndorsement(
    string InstrumentCode,
    DateOnly From,
    int? TextVersion,
    IReadOnlyList<string> Sources,
    string Confidence
);

/// <summary>That there is a contact point, and in which function; who it is only where the person agreed.</summary>
public sealed record ListedContact(string Function, LocalizedText? Functions, DateOnly From, string? Name)
{
    public LocalizedText InWords => (Functions ?? LocalizedText.InEnglish(Function)).With(Catalogue.English, Function);
}

public sealed record RelationTarget(LocalizedText Title, bool IsConference);
