using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Register;

/// <summary>Which partners a list shows: of a kind on its day, and found by words of their names or codes.</summary>
public sealed record PartnerFilter(string? Q, string? Kind)
{
    /// <summary>Their places in the list of a day in a language; null where there is no such kind.</summary>
    public async Task<IQueryable<PartnerPlace>?> FindAsync(
        SecretariatDb db,
        (string Language, AsOf Day) list,
        CancellationToken cancellationToken
    )
    {
        var found = db.PlacesIn(list.Language, list.Day).Named(db, Q);
        if (string.IsNullOrEmpty(Kind))
            return found;
        var kind = await db.PartnerKinds.AsNoTracking().SingleOrDefaultAsync(k => k.Code == Kind, cancellationToken);
        return kind is null ? null : found.Of(kind);
    }
}
