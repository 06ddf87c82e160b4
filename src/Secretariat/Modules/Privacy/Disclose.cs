using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Privacy;

/// <summary>Notes that personal data are shown or taken out, before they are.</summary>
public sealed class Disclose(SecretariatDb db, CurrentActor current, TimeProvider time)
{
    /// <summary>An open page that looks again by itself shows nothing new while it shows the same persons within the hour.</summary>
    public async Task<bool> HasSeenAsync(string page, IEnumerable<Guid> persons, CancellationToken cancellationToken)
    {
        var (actor, since) = (current.Actor.AccountId, time.Now().AddHours(-1));
        var last = await db
            .Disclosures.Where(d => d.Kind == DisclosureKind.Seen && d.ActorId == actor && d.What == page && d.At > since)
            .OrderByDescending(d => d.Id)
            .Select(d => d.PersonIds)
            .FirstOrDefaultAsync(cancellationToken);
        return last is not null && last.ToHashSet().SetEquals(persons);
    }

    /// <summary>Nothing is noted where nobody's data are shown.</summary>
    /// <param name="basis">On which somebody outside the secretariat sees them.</param>
    public async Task SeenAsync(
        string page,
        IEnumerable<Guid> persons,
        CancellationToken cancellationToken,
        string? basis = null
    ) => await NoteAsync(DisclosureKind.Seen, page, persons, null, basis, cancellationToken);

    public async Task ExportedAsync(
        string file,
        IEnumerable<Guid> persons,
        string recipient,
        string? basis,
        CancellationToken cancellationToken
    ) => await NoteAsync(DisclosureKind.Exported, file, persons, recipient, basis, cancellationToken);

    private async Task NoteAsync(
        DisclosureKind kind,
        string what,
        IEnumerable<Guid> persons,
        string? recipient,
        string? basis,
        CancellationToken cancellationToken
    )
    {
        var ids = persons.Distinct().ToList();
        if (ids.Count == 0)
            return;
        db.Disclosures.Add(
            new Disclosure
            {
                At = time.Now(),
                ActorId = current.Actor.AccountId,
                Actor = current.Actor.Name,
                Kind = kind,
                What = what,
                PersonIds = ids,
                Recipient = recipient,
                Basis = basis,
            }
        );
        await db.SaveChangesAsync(cancellationToken);
    }
}
