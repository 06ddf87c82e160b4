using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Partners;

/// <summary>Lists of partners in pages, in the order of <see cref="PartnerPlace"/>: what stands before is the newer side.</summary>
public static class PartnerPages
{
    public static IQueryable<PartnerPlace> Of(this IQueryable<PartnerPlace> places, PartnerKind kind)
    {
        var (from, until) = PartnerPlace.Of(kind);
        return places.Where(p => p.Sort.CompareTo(from) >= 0 && p.Sort.CompareTo(until) < 0);
    }

    /// <summary>Those that have these words in a name or in their code; whichever, where nothing is asked.</summary>
    public static IQueryable<PartnerPlace> Named(this IQueryable<PartnerPlace> places, SecretariatDb db, string? words) =>
        db.RecordsWith(Fold.Plain(words ?? "")) is { } found ? places.Where(p => found.Contains(p.PartnerId)) : places;

    /// <param name="found">Places in that language, on that day.</param>
    /// <param name="at">The partners after which the list goes on, and before which it does.</param>
    public static Task<ListPage<PartnerLine, Guid>> PageAsync(
        this IQueryable<PartnerPlace> found,
        SecretariatDb db,
        (string Language, AsOf Day) list,
        (Guid? Next, Guid? Previous) at,
        int size,
        CancellationToken cancellationToken
    )
    {
        var from = at.Previous ?? at.Next;
        var sort = db.PlacesIn(list.Language, list.Day).Where(p => p.PartnerId == from).Select(p => p.Sort);
        var placed =
            at.Previous is not null ? found.Where(p => p.Sort.CompareTo(sort.First()) < 0).OrderByDescending(p => p.Sort)
            : at.Next is not null ? found.Where(p => p.Sort.CompareTo(sort.First()) > 0).OrderBy(p => p.Sort)
            : found.OrderBy(p => p.Sort);
        return placed.PageAsync(places => Lines(places, db, list.Day), at, size, cancellationToken);
    }

    private static IQueryable<PartnerLine> Lines(IQueryable<PartnerPlace> places, SecretariatDb db, AsOf asOf) =>
        from place in places
        join p in db.Partners.AsNoTracking() on place.PartnerId equals p.Id
        join held in db.Partners.KindsAt(asOf) on p.Id equals held.PartnerId
        join k in db.PartnerKinds on held.KindCode equals k.Code
        select new PartnerLine(p.Id, p.Code, p.Name, k.Code, k.Heading, k.Order, p.ProtocolOrder, p.Footnote);
}
