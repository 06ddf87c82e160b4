using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events;

/// <summary>The partners of one kind that a source names as present at an event, in protocol order; the public sees delegations and never persons.</summary>
public sealed record Participants(LocalizedText Heading, IReadOnlyList<Participant> Partners)
{
    public static async Task<IReadOnlyList<Participants>> ReadAsync(
        SecretariatDb db,
        string code,
        AsOf asOf,
        string language,
        CancellationToken cancellationToken
    )
    {
        var present = db.ListingRelations(asOf).Where(r => r.Of == code);
        var kinds = db.KindsAt(asOf);
        var rows = await (
            from partner in db.ListedPartners(asOf).AsNoTracking()
            where present.Any(r => r.PartnerId == partner.Id)
            join kind in db.PartnerKinds on kinds.First(k => k.PartnerId == partner.Id).KindCode equals kind.Code
            select new
            {
                kind.Heading,
                kind.Code,
                kind.Order,
                partner.ProtocolOrder,
                Participant = new Participant(partner.Code, partner.Name, partner.Footnote),
            }
        ).ToListAsync(cancellationToken);
        return
        [
            .. rows.GroupBy(r => (r.Order, r.Code))
                .OrderBy(g => g.Key)
                .Select(g => new Participants(
                    g.First().Heading,
                    [
                        .. g.OrderBy(r => PartnerKind.PlaceIn(r.Code, r.ProtocolOrder) ?? int.MaxValue)
                            .ThenBy(r => Fold.Plain(r.Participant.Name.In(language)), StringComparer.Ordinal)
                            .Select(r => r.Participant),
                    ]
                )),
        ];
    }
}

public sealed record Participant(string Code, LocalizedText Name, LocalizedText? Footnote);
