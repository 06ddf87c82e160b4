using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Partners.Endorsements;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Events;

/// <summary>Who stands on the public list on a day: only through a dated, sourced relation, never because it was announced.</summary>
public static class PublicList
{
    /// <summary>
    /// The relations that list a partner on that day: to the Alliance's own events, from their date on, and membership of the EU,
    /// which holds on any day because its date is only that of the last check.
    /// </summary>
    public static IQueryable<PartnerRelation> ListingRelations(this SecretariatDb db, AsOf asOf)
    {
        var day = asOf.Day;
        return db.PartnerRelations.Where(r =>
            r.Kind == RelationKind.Member
            || (
                r.On <= day
                && (r.Kind == RelationKind.Convenor || r.Kind == RelationKind.TookPart)
                && db.Events.Any(e => e.Code == r.Of && e.IsOwn)
            )
        );
    }

    /// <summary>The endorsements that stand on that day.</summary>
    public static IQueryable<Endorsement> Endorsed(this SecretariatDb db, AsOf asOf) =>
        db.Endorsements.Where(e => e.Status == EndorsementStatus.Endorsed).At(asOf);

    public static IQueryable<Partner> ListedPartners(this SecretariatDb db, AsOf asOf)
    {
        var relations = db.ListingRelations(asOf);
        var endorsed = db.Endorsed(asOf);
        return db.ListedAt(asOf).Where(p => relations.Any(r => r.PartnerId == p.Id) || endorsed.Any(e => e.PartnerId == p.Id));
    }
}
