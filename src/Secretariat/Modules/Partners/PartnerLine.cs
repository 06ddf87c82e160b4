using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners;

/// <summary>A partner in a list: by kind, then in protocol order, then by the alphabet of the reader.</summary>
public sealed record PartnerLine(
    Guid Id,
    string Code,
    LocalizedText Name,
    string KindCode,
    LocalizedText Kind,
    int KindOrder,
    int? Place
) : IPlaced<Guid>
{
    Guid IPlaced<Guid>.Place => Id;
}

public static class PartnerLines
{
    public static async Task<IReadOnlyList<PartnerLine>> LinesAsync(
        this IQueryable<Partner> partners,
        SecretariatDb db,
        string language,
        CancellationToken cancellationToken
    )
    {
        var lines = await partners
            .AsNoTracking()
            .Join(
                db.PartnerKinds,
                p => p.KindCode,
                k => k.Code,
                (p, k) => new PartnerLine(p.Id, p.Code, p.Name, k.Code, k.Heading, k.Order, p.ProtocolOrder)
            )
            .ToListAsync(cancellationToken);
        return
        [
            .. lines
                .OrderBy(l => l.KindOrder)
                .ThenBy(l => l.Place ?? int.MaxValue)
                .ThenBy(l => Fold.Of(l.Name.In(language)), StringComparer.Ordinal),
        ];
    }
}
