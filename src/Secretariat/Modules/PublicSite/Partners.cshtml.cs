using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.OpenData;
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
        var partners = await db.ReadListedAsync(AsOf, Cancelled);
        Kinds =
        [
            .. kinds
                .Select(k => new ListedKind(k.Heading, k.Code, InOrder(partners.Where(p => p.KindCode == k.Code))))
                .Where(k => k.Partners.Count > 0),
        ];
        Targets = await db.ReadTargetsAsync(Cancelled);
    }

    /// <summary>Member States by the EU's rule in every language, all others by the alphabet of the reader's.</summary>
    private List<ListedPartner> InOrder(IEnumerable<ListedPartner> partners) =>
        [
            .. partners
                .OrderBy(p => PartnerKind.PlaceIn(p.KindCode, p.ProtocolOrder) ?? int.MaxValue)
                .ThenBy(p => Fold.Plain(p.Name.In(t.Language.Code)), StringComparer.Ordinal),
        ];
}

public sealed record ListedKind(LocalizedText Heading, string Code, IReadOnlyList<ListedPartner> Partners);
