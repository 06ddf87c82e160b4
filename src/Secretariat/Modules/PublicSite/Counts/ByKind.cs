using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.PublicSite.Counts;

internal static class ByKind
{
    /// <summary>How many partners there are of each kind, by what each was on that day.</summary>
    public static async Task<IReadOnlyList<Counted>> ByKindAsync(
        this SecretariatDb db,
        IQueryable<Partner> partners,
        AsOf asOf,
        CancellationToken cancellationToken
    )
    {
        var kinds = db.KindsAt(asOf);
        return await db
            .PartnerKinds.OrderBy(k => k.Order)
            .Select(k => new Counted(
                k.Code,
                k.Heading,
                partners.Count(p => kinds.Any(held => held.PartnerId == p.Id && held.KindCode == k.Code))
            ))
            .ToListAsync(cancellationToken);
    }
}
