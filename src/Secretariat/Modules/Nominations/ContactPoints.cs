using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Nominations;

/// <summary>A partner in a list: by kind, then in protocol order, then by the alphabet of the reader.</summary>
public sealed record PartnerLine(
    Guid Id,
    string Code,
    LocalizedText Name,
    string KindCode,
    LocalizedText Kind,
    int KindOrder,
    int? Place
);

/// <summary>Which partners there are to speak with, and who is missing.</summary>
public static class ContactPoints
{
    /// <summary>Partners that are listed, were written to, or ever named somebody.</summary>
    public static IQueryable<Partner> Expected(SecretariatDb db) =>
        db.Partners.Where(p =>
            p.IsListed
            || db.Letters.Any(l => l.PartnerId == p.Id && l.SentAt != null)
            || db.Mandates.Any(m => m.PartnerId == p.Id && m.Role == MandateRole.ContactPoint)
        );

    public static Task<int> WithoutAsync(SecretariatDb db, AsOf asOf, CancellationToken cancellationToken)
    {
        var held = db.Mandates.Where(m => m.Role == MandateRole.ContactPoint).At(asOf);
        return Expected(db).CountAsync(p => !held.Any(m => m.PartnerId == p.Id), cancellationToken);
    }

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
