using Microsoft.EntityFrameworkCore;
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
            former.Settle(RegistrationStatus.Replaced, time.Now());
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
        former.Settle(RegistrationStatus.Replaced, time.Now());
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
        registration.Settle(status, time.Now(), because);
        await db.SaveAsync(process, because, cancellationToken);
        var category = await db.RegistrationCategories.SingleAsync(c => c.Id == registration.CategoryId, cancellationToken);
        await PromoteAsync(category, cancellationToken);
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
    )
    {
        var held = db.Registrations.HoldingPlaces().Where(r => r.CategoryId == category.Id);
        if (category.Places is { } places && await held.CountAsync(cancellationToken) >= places)
            return true;
        return category.PlacesEach is { } each
            && await held.CountAsync(r => r.DelegationId == registration.DelegationId, cancellationToken) >= each;
    }

    private async Task PromoteAsync(RegistrationCategory category, CancellationToken cancellationToken)
    {
        while (await NextAsync(category, cancellationToken) is { } next)
        {
            await PlaceAsync(next, category, cancellationToken);
            await mail.TellPlaceAsync(next, cancellationToken);
            await db.SaveAsync(Text.Key("Give a free place to who waited longest"), cancellationToken: cancellationToken);
        }
    }

    private async Task<Registration?> NextAsync(RegistrationCategory category, CancellationToken cancellationToken)
    {
        var held = db.Registrations.HoldingPlaces().Where(r => r.CategoryId == category.Id);
        if (category.Places is { } places && await held.CountAsync(cancellationToken) >= places)
            return null;
        var waiting = db.Registrations.Where(r => r.CategoryId == category.Id && r.Status == RegistrationStatus.Waiting);
        if (category.PlacesEach is { } each)
            waiting = waiting.Where(r => held.Count(h => h.DelegationId == r.DelegationId) < each);
        return await waiting.OrderBy(r => r.StatusAt).ThenBy(r => r.Id).FirstOrDefaultAsync(cancellationToken);
    }
}
