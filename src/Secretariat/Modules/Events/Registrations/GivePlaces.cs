using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Events.Invitations;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Registrations;

/// <summary>
/// Who gets a place: however many come at once, one after another. Whoever finds none waits; what becomes free goes to whoever has
/// waited longest and whose delegation is not full, in the same moment in which it becomes free.
/// </summary>
public sealed class GivePlaces(SecretariatDb db, RegistrationMail mail, TimeProvider time)
{
    /// <param name="isByHead">Else it waits for the word of the head of delegation, and takes no place.</param>
    /// <exception cref="DbUpdateConcurrencyException">The person is registered already.</exception>
    public async Task RegisterAsync(
        Registration registration,
        RegistrationCategory category,
        bool isByHead,
        CancellationToken cancellationToken
    )
    {
        await using var turn = await TurnAsync(category.Id, cancellationToken);
        db.Registrations.Add(registration);
        await SettleAsync(registration, category, isByHead, cancellationToken);
        await db.SaveAsync(Text.Key("Register for an event"), cancellationToken: cancellationToken);
        await turn.CommitAsync(cancellationToken);
    }

    /// <summary>The head of delegation has said that a registration from another address is right.</summary>
    public async Task ConfirmAsync(Registration registration, RegistrationCategory category, CancellationToken cancellationToken)
    {
        await using var turn = await TurnAsync(category.Id, cancellationToken);
        var former = await db.Registrations.SingleOrDefaultAsync(r => r.Id == registration.InsteadOfId, cancellationToken);
        if (former?.WhyNotReplace() is null && former is not null)
        {
            await EndAsync(former, RegistrationStatus.Replaced, null, cancellationToken);
            await PlaceAsync(registration, category, cancellationToken);
        }
        else
            await SettleAsync(registration, category, isByHead: true, cancellationToken);
        await db.SaveAsync(Text.Key("Confirm a registration from another address"), cancellationToken: cancellationToken);
        await turn.CommitAsync(cancellationToken);
    }

    /// <summary>Another person takes the place over, whoever waits.</summary>
    public async Task ReplaceAsync(
        Registration former,
        Registration successor,
        RegistrationCategory category,
        CancellationToken cancellationToken
    )
    {
        if (former.WhyNotReplace() is { } reason)
            throw new InvalidOperationException(reason);
        await using var turn = await TurnAsync(category.Id, cancellationToken);
        await EndAsync(former, RegistrationStatus.Replaced, null, cancellationToken);
        db.Registrations.Add(successor);
        await PlaceAsync(successor, category, cancellationToken);
        await db.SaveAsync(Text.Key("Replace a registered person"), cancellationToken: cancellationToken);
        await turn.CommitAsync(cancellationToken);
    }

    /// <param name="status">Withdrawn or rejected.</param>
    public async Task LeaveAsync(
        Registration registration,
        RegistrationStatus status,
        string because,
        string process,
        CancellationToken cancellationToken
    )
    {
        if (registration.WhyNotLeave(because) is { } reason)
            throw new InvalidOperationException(reason);
        await using var turn = await TurnAsync(registration.CategoryId, cancellationToken);
        await EndAsync(registration, status, because, cancellationToken);
        await db.SaveAsync(process, because, cancellationToken);
        var category = await db.RegistrationCategories.SingleAsync(c => c.Id == registration.CategoryId, cancellationToken);
        await PromoteAsync(category, cancellationToken);
        await turn.CommitAsync(cancellationToken);
    }

    /// <summary>
    /// Saves that an invitation was withdrawn. The people of its delegation are told, and what becomes free goes to others in the same
    /// moment; a link that has not left does not.
    /// </summary>
    public async Task DisbandAsync(Invitation invitation, string because, string process, CancellationToken cancellationToken)
    {
        var delegations = db.Delegations.Where(d => d.InvitationId == invitation.Id);
        var own = db.Registrations.Where(r => r.Once != null && delegations.Any(d => d.Id == r.DelegationId));
        // Of the whole event: whoever is just being registered waits, and then hears of it.
        var categories = await db
            .RegistrationCategories.Where(c => c.EventId == invitation.EventId)
            .Select(c => c.Id)
            .ToListAsync(cancellationToken);
        await mail.PrepareAsync(cancellationToken);
        await using var turn = await Turn.TakeAsync(db, categories, cancellationToken);
        foreach (var registration in await own.OrderBy(r => r.Id).ToListAsync(cancellationToken))
            await EndAsync(registration, RegistrationStatus.Withdrawn, because, cancellationToken);
        foreach (var link in await delegations.Select(d => d.LinkId).ToListAsync(cancellationToken))
            await mail.RecallAsync(link, cancellationToken);
        await db.SaveAsync(process, because, cancellationToken);
        foreach (var id in categories)
            await PromoteAsync(
                await db.RegistrationCategories.SingleAsync(c => c.Id == id, cancellationToken),
                cancellationToken
            );
        await turn.CommitAsync(cancellationToken);
    }

    /// <summary>Saves what has changed in a category, and gives the places that this makes free.</summary>
    public async Task ChangeAsync(RegistrationCategory category, string process, CancellationToken cancellationToken)
    {
        await using var turn = await TurnAsync(category.Id, cancellationToken);
        await db.SaveAsync(process, cancellationToken: cancellationToken);
        await PromoteAsync(category, cancellationToken);
        await turn.CommitAsync(cancellationToken);
    }

    /// <summary>Those who came on the waiting list together get the places that there are; their heads, who sent the list, are not told of each.</summary>
    /// <returns>How many.</returns>
    public async Task<int> AdmitAsync(Guid categoryId, CancellationToken cancellationToken)
    {
        await using var turn = await TurnAsync(categoryId, cancellationToken);
        var category = await db.RegistrationCategories.SingleAsync(c => c.Id == categoryId, cancellationToken);
        var given = await PromoteAsync(category, cancellationToken, isHeadTold: false);
        await turn.CommitAsync(cancellationToken);
        return given;
    }

    private async Task<Turn> TurnAsync(Guid categoryId, CancellationToken cancellationToken)
    {
        // A key that is not there yet is made in a transaction of its own, which would wait for this one.
        await mail.PrepareAsync(cancellationToken);
        return await Turn.TakeAsync(db, categoryId, cancellationToken);
    }

    private async Task SettleAsync(
        Registration registration,
        RegistrationCategory category,
        bool isByHead,
        CancellationToken cancellationToken
    )
    {
        if (!isByHead)
            registration.Settle(RegistrationStatus.AwaitingHead, time.Now());
        else if (await IsFullAsync(registration, category, cancellationToken))
            registration.Settle(RegistrationStatus.Waiting, time.Now());
        else
            await PlaceAsync(registration, category, cancellationToken);
    }

    /// <summary>Whoever was told that they are registered is told that they no longer are; what they need is needed no more.</summary>
    private async Task EndAsync(
        Registration registration,
        RegistrationStatus status,
        string? because,
        CancellationToken cancellationToken
    )
    {
        if (registration.Status is RegistrationStatus.Registered)
            await mail.TellLeftAsync(registration, cancellationToken);
        else
            await mail.RecallAsync(registration, cancellationToken);
        await db.KeptApart.Where(a => a.RegistrationId == registration.Id).ExecuteDeleteAsync(cancellationToken);
        registration.Settle(status, time.Now(), because);
    }

    private async Task PlaceAsync(Registration registration, RegistrationCategory category, CancellationToken cancellationToken)
    {
        registration.Settle(
            category.NeedsApproval ? RegistrationStatus.AwaitingApproval : RegistrationStatus.Registered,
            time.Now()
        );
        if (!category.NeedsApproval)
            await mail.TellRegisteredAsync(registration, category, cancellationToken);
    }

    private async Task<bool> IsFullAsync(
        Registration registration,
        RegistrationCategory category,
        CancellationToken cancellationToken
    ) => await LeftAsync(category.Id, registration.DelegationId, cancellationToken) <= 0;

    /// <summary>
    /// How many places are left for a delegation, by the bounds that hold now: they may have changed since the page was read. Only what
    /// is bounded is counted, since everybody else waits for it.
    /// </summary>
    private async Task<int> LeftAsync(Guid categoryId, Guid delegationId, CancellationToken cancellationToken)
    {
        var held = db.Registrations.HoldingPlaces().Where(r => r.CategoryId == categoryId);
        var now = await db
            .RegistrationCategories.Where(c => c.Id == categoryId)
            .Select(c => new
            {
                c.Places,
                c.PlacesEach,
                Held = c.Places == null ? 0 : held.Count(),
                Own = c.PlacesEach == null ? 0 : held.Count(r => r.DelegationId == delegationId),
                IsInvited = db.Delegations.Any(d =>
                    d.Id == delegationId && db.Invitations.Any(i => i.Id == d.InvitationId && i.WithdrawnAt == null)
                ),
            })
            .SingleAsync(cancellationToken);
        if (!now.IsInvited)
            throw new DbUpdateConcurrencyException("The invitation was withdrawn meanwhile.");
        return Math.Min((now.Places ?? int.MaxValue) - now.Held, (now.PlacesEach ?? int.MaxValue) - now.Own);
    }

    /// <returns>How many got a place.</returns>
    private async Task<int> PromoteAsync(
        RegistrationCategory category,
        CancellationToken cancellationToken,
        bool isHeadTold = true
    )
    {
        var given = 0;
        while (await NextAsync(category, cancellationToken) is { } next)
        {
            // To what is off or over nobody comes.
            if (!await mail.IsComingAsync(next.DelegationId, cancellationToken))
                return given;
            await PlaceAsync(next, category, cancellationToken);
            if (isHeadTold)
                await mail.TellPlaceAsync(next, cancellationToken);
            await db.SaveAsync(Text.Key("Give a free place to who waited longest"), cancellationToken: cancellationToken);
            given++;
        }

        return given;
    }

    /// <summary>Whoever has waited longest among those whose delegation is not full.</summary>
    private async Task<Registration?> NextAsync(RegistrationCategory category, CancellationToken cancellationToken)
    {
        var held = db.Registrations.HoldingPlaces().Where(r => r.CategoryId == category.Id);
        var bounds = await db
            .RegistrationCategories.Where(c => c.Id == category.Id)
            .Select(c => new
            {
                c.Places,
                c.PlacesEach,
                Held = held.Count(),
            })
            .SingleAsync(cancellationToken);
        if (bounds.Held >= (bounds.Places ?? int.MaxValue))
            return null;
        var waiting = db.Registrations.Where(r => r.CategoryId == category.Id && r.Status == RegistrationStatus.Waiting);
        if (bounds.PlacesEach is { } each)
            waiting = waiting.Where(r => held.Count(h => h.DelegationId == r.DelegationId) < each);
        return await waiting.OrderBy(r => r.StatusAt).ThenBy(r => r.Id).FirstOrDefaultAsync(cancellationToken);
    }
}
