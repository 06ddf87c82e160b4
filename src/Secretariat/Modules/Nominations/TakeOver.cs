using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Nominations;

/// <summary>What becomes of nominations when somebody else takes over their mandates.</summary>
public static class TakeOver
{
    /// <param name="successor">Null where an officer entered the successor without a nomination.</param>
    public static async Task FollowAsync(
        SecretariatDb db,
        EnteredMandate entered,
        Nomination? successor,
        DateOnly on,
        CancellationToken cancellationToken
    )
    {
        var ids = entered.Replaced.Concat(entered.Rests.Select(r => r.Before)).Select(m => m.Id).ToList();
        var former = await db
            .Nominations.Where(n => ids.Contains(n.MandateId) && n.Status == NominationStatus.Confirmed)
            .ToListAsync(cancellationToken);
        var replaced = entered.Replaced.Select(m => m.Id).ToHashSet();
        foreach (var nomination in former)
        {
            if (replaced.Contains(nomination.MandateId))
                nomination.Replace(successor, on);
            else
                nomination.Follow(entered.Rests.First(r => r.Before.Id == nomination.MandateId).After.Id);
        }
    }
}
