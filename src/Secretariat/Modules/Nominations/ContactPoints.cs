using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Nominations;

/// <summary>Which partners there are to speak with, and who is missing.</summary>
public static class ContactPoints
{
    /// <summary>Partners that are listed, were written to, or ever named somebody.</summary>
    public static IQueryable<Partner> Expected(SecretariatDb db) =>
        db.CurrentPartners.Where(p =>
            p.IsListed
            || db.Letters.Any(l => l.PartnerId == p.Id && l.SentAt != null)
            || db.Mandates.Any(m => m.PartnerId == p.Id && m.Role == MandateRole.ContactPoint)
        );

    public static Task<int> WithoutAsync(SecretariatDb db, AsOf asOf, CancellationToken cancellationToken)
    {
        var held = db.Mandates.Where(m => m.Role == MandateRole.ContactPoint).At(asOf);
        return Expected(db).CountAsync(p => !held.Any(m => m.PartnerId == p.Id), cancellationToken);
    }
}
