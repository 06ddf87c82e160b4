using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners.Duplicates;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Nominations;

/// <summary>Where mandates of two entries become one, the nominations of all of them are of that one.</summary>
public sealed class FollowJoining(SecretariatDb db) : IHandle<MandatesJoined>, IHandle<MandatesParted>
{
    public async Task HandleAsync(MandatesJoined fact, CancellationToken cancellationToken)
    {
        var joined = fact.Joined.Where(j => j.Id != j.IntoId).ToDictionary(j => j.Id);
        var ids = joined.Keys.ToList();
        foreach (var nomination in await db.Nominations.Where(n => ids.Contains(n.MandateId)).ToListAsync(cancellationToken))
        {
            var mandate = joined[nomination.MandateId];
            mandate.FollowerIds.Add(nomination.Id);
            nomination.Follow(mandate.IntoId);
        }
    }

    public async Task HandleAsync(MandatesParted fact, CancellationToken cancellationToken)
    {
        var before = fact.Joined.SelectMany(j => j.FollowerIds.Select(id => (id, j.Id))).ToDictionary();
        var ids = before.Keys.ToList();
        foreach (var nomination in await db.Nominations.Where(n => ids.Contains(n.Id)).ToListAsync(cancellationToken))
            nomination.Follow(before[nomination.Id]);
    }
}
