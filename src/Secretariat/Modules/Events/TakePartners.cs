using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Letters;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Events;

/// <summary>Gathers who stood on the public list on a day, for a campaign's letters: kinds in their order, each with what it had then.</summary>
internal static class TakePartners
{
    public static async Task<IReadOnlyList<PartnersOfKind>> AsOfAsync(
        SecretariatDb db,
        AsOf asOf,
        CancellationToken cancellationToken
    )
    {
        var held = db.KindsAt(asOf);
        var partners = await db.ListedPartners(asOf)
            .AsNoTracking()
            .OrderBy(p => p.Code)
            .Select(p => new
            {
                Kind = held.Where(k => k.PartnerId == p.Id).Select(k => k.KindCode).First(),
                p.Name,
                p.Footnote,
                p.ProtocolOrder,
            })
            .ToListAsync(cancellationToken);
        var byKind = partners.ToLookup(
            p => p.Kind,
            p => new PartnerContent(p.Name, p.Footnote, PartnerKind.PlaceIn(p.Kind, p.ProtocolOrder))
        );
        var kinds = await db.PartnerKinds.AsNoTracking().OrderBy(k => k.Order).ToListAsync(cancellationToken);
        return [.. kinds.Where(k => byKind.Contains(k.Code)).Select(k => new PartnersOfKind(k.Heading, [.. byKind[k.Code]]))];
    }
}
