using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners.Duplicates;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Partners;

/// <summary>
/// Gives whoever joins the Member States its place among them by the name in its own language, or by the English one until that is
/// known; those after it move on by one. Nobody loses a place: of earlier days the order is still asked.
/// </summary>
public sealed class PlaceMemberStates(SecretariatDb db) : IHandle<PartnerNamed>
{
    /// <summary>Who has taken a place is named again by it.</summary>
    private readonly HashSet<Guid> placed = [];

    public async Task HandleAsync(PartnerNamed fact, CancellationToken cancellationToken)
    {
        var partner = fact.Partner;
        if (
            partner.KindCode is not PartnerKind.MemberState
            || partner.MergedIntoId is not null
            || !Asks(partner)
            || !placed.Add(partner.Id)
        )
            return;
        await db.Partners.Where(p => p.ProtocolOrder != null).LoadAsync(cancellationToken);
        var others = db.Partners.Local.Where(p => p.ProtocolOrder is not null && p != partner).ToList();
        var before = others.Where(p => string.CompareOrdinal(KeyOf(p), KeyOf(partner)) < 0).Max(p => p.ProtocolOrder) ?? 0;
        foreach (var after in others.Where(p => p.ProtocolOrder > before))
            after.ProtocolOrder++;
        partner.ProtocolOrder = before + 1;
    }

    /// <summary>It has no place yet, or its own name has just become known.</summary>
    private bool Asks(Partner partner)
    {
        var name = db.Entry(partner).Property(p => p.OwnName);
        return partner.ProtocolOrder is null
            || (db.Entry(partner).State is not EntityState.Added && name.OriginalValue is null && name.IsModified);
    }

    /// <summary>As the names stand in one alphabet.</summary>
    private static string KeyOf(Partner partner) => Latin.Of(partner.OwnName ?? partner.Name.In("en"));
}
