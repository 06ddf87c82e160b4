using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;

namespace Secretariat.Modules.Events.Registrations;

/// <summary>
/// The places of a category that are free for some delegations, by the bounds that hold now: they may have changed since a page was
/// read. Read in the turn of the category, and counted down as places are taken.
/// </summary>
public sealed class FreePlaces
{
    private readonly Dictionary<Guid, int> each;
    private int all;

    private FreePlaces(int all, Dictionary<Guid, int> each) => (this.all, this.each) = (all, each);

    /// <summary>Of the event as it stands now.</summary>
    public int? EventVersion { get; private init; }

    /// <summary>Of the category as it stands now.</summary>
    public bool NeedsApproval { get; private init; }

    /// <summary>Only what is bounded is counted, since everybody else waits for it.</summary>
    /// <exception cref="DbUpdateConcurrencyException">One of them is not invited any more.</exception>
    public static async Task<FreePlaces> ReadAsync(
        SecretariatDb db,
        Guid categoryId,
        IEnumerable<Guid> delegations,
        CancellationToken cancellationToken
    )
    {
        var asked = delegations.Distinct().ToList();
        var held = db.Registrations.HoldingPlaces().Where(r => r.CategoryId == categoryId);
        var now = await db
            .Delegations.Where(d =>
                asked.Contains(d.Id) && db.Invitations.Any(i => i.Id == d.InvitationId && i.WithdrawnAt == null)
            )
            .SelectMany(
                _ => db.RegistrationCategories.Where(c => c.Id == categoryId),
                (d, c) =>
                    new
                    {
                        d.Id,
                        c.Places,
                        c.PlacesEach,
                        Held = c.Places == null ? 0 : held.Count(),
                        Own = c.PlacesEach == null ? 0 : held.Count(r => r.DelegationId == d.Id),
                        c.NeedsApproval,
                        EventVersion = db.Events.Single(e => e.Id == d.EventId).Version,
                    }
            )
            .ToListAsync(cancellationToken);
        if (now.Count < asked.Count)
            throw new DbUpdateConcurrencyException("The invitation was withdrawn meanwhile.");
        return new(
            now.Select(n => (n.Places ?? int.MaxValue) - n.Held).FirstOrDefault(),
            now.ToDictionary(n => n.Id, n => (n.PlacesEach ?? int.MaxValue) - n.Own)
        )
        {
            EventVersion = now.FirstOrDefault()?.EventVersion,
            NeedsApproval = now.Exists(n => n.NeedsApproval),
        };
    }

    /// <returns>Whether there was one.</returns>
    public bool Take(Guid delegationId)
    {
        if (all <= 0 || each[delegationId] <= 0)
            return false;
        all--;
        each[delegationId]--;
        return true;
    }
}
