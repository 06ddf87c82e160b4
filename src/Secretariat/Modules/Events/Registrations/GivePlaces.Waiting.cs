using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Registrations;

/// <summary>The waiting list: free places go to those who have waited longest.</summary>
public sealed partial class GivePlaces
{
    /// <summary>Of those who wait.</summary>
    private const int AtOnce = 50;

    /// <summary>Those who came on the waiting list together get the places that there are; their heads, who sent the list, are not told of each.</summary>
    /// <returns>How many.</returns>
    public async Task<int> AdmitAsync(Guid categoryId, CancellationToken cancellationToken)
    {
        var given = 0;
        while (await AdmitNextAsync(categoryId, cancellationToken) is > 0 and var more)
            given += more;
        return given;
    }

    // A turn each: those who register meanwhile do not wait for all of a long list.
    private async Task<int> AdmitNextAsync(Guid categoryId, CancellationToken cancellationToken)
    {
        await using var turn = await TurnAsync(categoryId, cancellationToken);
        var category = await db.RegistrationCategories.SingleAsync(c => c.Id == categoryId, cancellationToken);
        var given = await PromoteNextAsync(category, isHeadTold: false, cancellationToken);
        await turn.CommitAsync(cancellationToken);
        return given;
    }

    private async Task PromoteAsync(RegistrationCategory category, CancellationToken cancellationToken)
    {
        while (await PromoteNextAsync(category, isHeadTold: true, cancellationToken) > 0) { }
    }

    /// <summary>Of those who have waited longest, as many as one goes through at once.</summary>
    private async Task<int> PromoteNextAsync(RegistrationCategory category, bool isHeadTold, CancellationToken cancellationToken)
    {
        var (given, next) = (0, await NextAsync(category, cancellationToken));
        // To what is off or over nobody comes.
        if (next.Count == 0 || !await mail.IsComingAsync(next[0].DelegationId, cancellationToken))
            return given;
        var free = await FreePlaces.ReadAsync(db, category.Id, next.Select(r => r.DelegationId), cancellationToken);
        foreach (var registration in next.Where(r => free.Take(r.DelegationId)))
        {
            await PlaceAsync(registration, category, cancellationToken);
            if (isHeadTold)
                await mail.TellPlaceAsync(registration, cancellationToken);
            given++;
        }

        await db.SaveAsync(Text.Key("Give a free place to who waited longest"), cancellationToken: cancellationToken);
        return given;
    }

    /// <summary>Those who have waited longest of those whose delegation is not full.</summary>
    private Task<List<Registration>> NextAsync(RegistrationCategory category, CancellationToken cancellationToken)
    {
        var held = db.Registrations.HoldingPlaces().Where(r => r.CategoryId == category.Id);
        return db
            .Registrations.Where(r => r.CategoryId == category.Id && r.Status == RegistrationStatus.Waiting)
            .Where(r =>
                db.Delegations.Any(d =>
                    d.Id == r.DelegationId && db.Invitations.Any(i => i.Id == d.InvitationId && i.WithdrawnAt == null)
                )
            )
            .Where(r =>
                db.RegistrationCategories.Any(c =>
                    c.Id == category.Id
                    && (c.PlacesEach == null || held.Count(h => h.DelegationId == r.DelegationId) < c.PlacesEach)
                )
            )
            .OrderBy(r => r.StatusAt)
            .ThenBy(r => r.Id)
            .Take(AtOnce)
            .ToListAsync(cancellationToken);
    }
}
