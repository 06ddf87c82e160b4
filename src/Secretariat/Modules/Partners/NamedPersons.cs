using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Privacy;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

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
        var persons = await PersonsAsync(db, words, cancellationToken);
        if (!again || !await disclose.HasSeenAsync(page, persons, cancellationToken))
            await disclose.SeenAsync(page, persons, cancellationToken);
    }

    /// <summary>The same of a file that somebody of the office takes out for themselves.</summary>
    public static async Task ExportedAsync(
        this Disclose disclose,
        SecretariatDb db,
        string file,
        IEnumerable<string?> words,
        CurrentActor current,
        CancellationToken cancellationToken
    )
    {
        var persons = await PersonsAsync(db, words, cancellationToken);
        await disclose.ExportedAsync(file, persons, current.Actor.Name, null, cancellationToken);
    }

    private static Task<List<Guid>> PersonsAsync(
        SecretariatDb db,
        IEnumerable<string?> words,
        CancellationToken cancellationToken
    )
    {
        var named = words.OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return db
            .Persons.Where(p => named.Contains(p.Name) || (p.Email != null && named.Contains(p.Email)))
            .Select(p => p.MergedIntoId ?? p.Id)
            .ToListAsync(cancellationToken);
    }
}
