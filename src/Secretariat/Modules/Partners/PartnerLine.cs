using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners;

/// <summary>A partner in a list as of a day: by kind, then in protocol order, then by the alphabet of the reader.</summary>
public sealed record PartnerLine(
    Guid Id,
    string Code,
    LocalizedText Name,
    string KindCode,
    LocalizedText Kind,
    int KindOrder,
    int? ProtocolOrder,
    LocalizedText? Footnote
) : IPlaced<Guid>
{
    public int? Order => PartnerKind.PlaceIn(KindCode, ProtocolOrder);

    Guid IPlaced<Guid>.Place => Id;
}

public static class PartnerLines
{
    public static async Task<IReadOnlyList<PartnerLine>> LinesAsync(
        this IQueryable<Partner> partners,
        SecretariatDb db,
        string language,
        AsOf asOf,
        CancellationToken cancellationToken
    )
    {
        var lines = await partners.AsNoTracking().Lines(db, asOf).ToListAsync(cancellationToken);
        return
        [
            .. lines
                .OrderBy(l => l.KindOrder)
                .ThenBy(l => l.Order ?? int.MaxValue)
                .ThenBy(l => Fold.Plain(l.Name.In(language)), StringComparer.Ordinal),
        ];
    }

    /// <summary>Each as what it was on that day.</summary>
    public static IQueryable<PartnerLine> Lines(this IQueryable<Partner> partners, SecretariatDb db, AsOf asOf) =>
        from p in partners
        join held in db.Partners.KindsAt(asOf) on p.Id equals held.PartnerId
        join k in db.PartnerKinds on held.KindCode equals k.Code
        select new PartnerLine(p.Id, p.Code, p.Name, k.Code, k.Heading, k.Order, p.ProtocolOrder, p.Footnote);
}
