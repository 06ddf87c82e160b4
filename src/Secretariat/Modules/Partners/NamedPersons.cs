using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Privacy;
using Secretariat.Platform.Data;

namespace Secretariat.Modules.Partners;

public static class NamedPersons
{
    /// <summary>Notes that those are seen whom the words of a page name: whose name or mailbox stands among them.</summary>
    public static async Task SeenAsync(
        this Disclose disclose,
        SecretariatDb db,
        string page,
        IEnumerable<string?> words,
        CancellationToken cancellationToken,
        bool again = false
    )
    {
        var named = words.OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var persons = await db
            .Persons.Where(p => named.Contains(p.Name) || (p.Email != null && named.Contains(p.Email)))
            .Select(p => p.MergedIntoId ?? p.Id)
            .ToListAsync(cancellationToken);
        if (!again || !await disclose.HasSeenAsync(page, persons, cancellationToken))
            await disclose.SeenAsync(page, persons, cancellationToken);
    }
}
