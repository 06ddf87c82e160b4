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
public sealed partial class GivePlaces(
    SecretariatDb db,
    RegistrationMail mail,
    ArrivalQueues arrivals,
    CurrentActor current,
    TimeProvider time
)
{
    /// <summary>Sent from another address than that of the head of delegation: it waits for their word, and takes no place.</summary>
    /// <exception cref="DbUpdateConcurrencyException">The person is registered already, or the delegation is not invited any more.</exception>
    public async Task AskHeadAsync(Registration registration, CancellationToken cancellationToken)
    {
        await using var turn = await TurnAsync(registration.CategoryId, cancellationToken);
        await FreePlaces.ReadAsync(db, registration.CategoryId, [registration.DelegationId], cancellationToken);
        await mail.TellOtherAsync(registration.DelegationId, registration.SentBy, cancellationToken);
        db.Registrations.Add(registration);
        registration.Settle(RegistrationStatus.AwaitingHead, time.Now());
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
        {
            var free = await FreePlaces.ReadAsync(db, category.Id, [registration.DelegationId], cancellationToken);
            await SettleAsync(registration, category, free, cancellationToken);
        }

        await db.SaveAsync(Text.Key("Confirm a registration from another address"), cancellationToken: cancellationToken);
        await turn.CommitAsync(cancellationToken);
    }

    /// <summary>An officer has decided that whoever has kept a place comes.</summary>
    public async Task ApproveAsync(Registration registration, RegistrationCategory category, CancellationToken cancellationToken)
    {
        if (registration.WhyNotApprove() is { } reason)
            throw new InvalidOperationException(reason);
        await using var turn = await TurnAsync(category.Id, cancellationToken);
        registration.Settle(RegistrationStatus.Registered, time.Now());
        await mail.TellRegisteredAsync(registration, category, cancellationToken);
        await db.SaveAsync(Text.Key("Accept a registration"), cancellationToken: cancellationToken);
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
        if (status is RegistrationStatus.Rejected)
            await mail.TellRejectedAsync(registration, because, cancellationToken);
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
        await using var turn = await TurnAsync(categories, cancellationToken);
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

    private Task<Turn> TurnAsync(Guid categoryId, CancellationToken cancellationToken) =>
        TurnAsync([categoryId], cancellationToken);

    private async Task<Turn> TurnAsync(IEnumerable<Guid> categories, CancellationToken cancellationToken)
    {
        // A key that is not there yet is made in a transaction of its own, which would wait for this one.
        await mail.PrepareAsync(cancellationToken);
        var turn = await Turn.TakeAsync(db, categories, cancellationToken);
        // What was read before may have changed meanwhile.
        mail.Forget();
        return turn;
    }

    private async Task SettleAsync(
        Registration registration,
        RegistrationCategory category,
        FreePlaces free,
        CancellationToken cancellationToken
    )
    {
        if (category.NeedsApproval != free.NeedsApproval)
            throw new DbUpdateConcurrencyException("Since the form was read, an officer has begun or ceased to decide.");
        if (free.Take(registration.DelegationId))
            await PlaceAsync(registration, category, cancellationToken);
        else
            registration.Settle(RegistrationStatus.Waiting, time.Now());
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
        await db.BadgePhotos.Where(p => p.RegistrationId == registration.Id).ExecuteDeleteAsync(cancellationToken);
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
}
