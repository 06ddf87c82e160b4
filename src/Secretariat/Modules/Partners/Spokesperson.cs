using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;

namespace Secretariat.Modules.Partners;

public static class Spokesperson
{
    /// <summary>
    /// The day from which nobody with that address speaks for the partner any more; null while one does, and for an
    /// address that never had a mandate there, such as a ministry's registry: an administrator's word is enough for it.
    /// </summary>
    public static async Task<DateOnly?> MandateEndedAsync(
        this SecretariatDb db,
        Guid partnerId,
        string email,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var mandates = await db
            .Mandates.Where(m => m.PartnerId == partnerId && m.Person.Email != null)
            .Select(m => new { m.Person.Email, m.To })
            .ToListAsync(cancellationToken);
        var theirs = mandates.FindAll(m => email.Equals(m.Email, StringComparison.OrdinalIgnoreCase)).ConvertAll(m => m.To);
        return theirs.Count > 0 && theirs.TrueForAll(to => to <= today) ? theirs.Max() : null;
    }
}
