using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Partners;

/// <summary>
/// Where partners stood in the lists of a day. What they stand in today is kept; of those that were of another kind on that day the
/// beginning of the text, which is kind and protocol order, is that of the kind before.
/// </summary>
public static class PlacesOnDay
{
    /// <summary>Numbers are kept in four digits.</summary>
    private const int Before = 10000;

    /// <summary>The four digits of the kind, its code, and the four digits of the protocol order, with what divides them.</summary>
    private const int BesideKind = 10;

    public static IQueryable<PartnerPlace> PlacesIn(this SecretariatDb db, string language, AsOf asOf)
    {
        var places = db.PartnerPlaces.Where(p => p.Language == language);
        return asOf.IsToday ? places : places.Select(OnDay(db, asOf.Day));
    }

    [SuppressMessage("Globalization", "CA1305", Justification = "The database writes the numbers.")]
    [SuppressMessage("Usage", "MA0011", Justification = "The database writes the numbers.")]
    private static Expression<Func<PartnerPlace, PartnerPlace>> OnDay(SecretariatDb db, DateOnly day) =>
        place => new PartnerPlace
        {
            PartnerId = place.PartnerId,
            Language = place.Language,
            Sort =
                (
                    from before in db.KindsBefore
                    where before.PartnerId == place.PartnerId && before.Until > day
                    join kind in db.PartnerKinds on before.KindCode equals kind.Code
                    join partner in db.Partners on before.PartnerId equals partner.Id
                    orderby before.Until
                    select (Before + kind.Order).ToString().Substring(1)
                        + PartnerPlace.Then
                        + kind.Code
                        + PartnerPlace.Then
                        + (
                            Before
                            + (
                                kind.Code == PartnerKind.MemberState
                                    ? partner.ProtocolOrder ?? PartnerPlace.WithoutOrder
                                    : PartnerPlace.WithoutOrder
                            )
                        )
                            .ToString()
                            .Substring(1)
                        + place.Sort.Substring(partner.KindCode.Length + BesideKind)
                ).FirstOrDefault() ?? place.Sort,
        };
}
