using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Events.Invitations;
using Secretariat.Modules.Events.Registrations;
using Secretariat.Platform.Data;

namespace Secretariat.Modules.Events.Changes;

/// <summary>One message on a change.</summary>
public sealed record Told(string Name, string Address, InvitationWords Words);

/// <summary>What those who are invited, and those who are registered, are told of a change.</summary>
public sealed record ChangeNews(IReadOnlyList<InvitationNews> Invited, IReadOnlyList<RegistrationNews> Registered)
{
    /// <summary>What leaves, as it is shown before.</summary>
    public IReadOnlyList<Told> Leaving { get; } =
    [
        .. Invited.Where(n => n.Words is not null).Select(n => new Told(n.Invitation.Name, n.Address, n.Words!)),
        .. Registered.Select(n => new Told(n.Name, n.Address, n.Words)),
    ];
}

/// <summary>Tells those who know of an event that it stands otherwise; the caller saves.</summary>
public sealed class TellOfChange(SecretariatDb db, SendInvitations invitations, RegistrationMail registrations)
{
    /// <summary>While nobody is registered for the event.</summary>
    public async Task<Turn> TurnAsync(Event e, CancellationToken cancellationToken)
    {
        var categories = await db
            .RegistrationCategories.Where(c => c.EventId == e.Id)
            .Select(c => c.Id)
            .ToListAsync(cancellationToken);
        await registrations.PrepareAsync(cancellationToken);
        return await Turn.TakeAsync(db, categories, cancellationToken);
    }

    public async Task<ChangeNews> NewsAsync(EventChange change, CancellationToken cancellationToken) =>
        new(await invitations.NewsAsync(change, cancellationToken), await registrations.NewsAsync(change, cancellationToken));

    /// <summary>Puts them in the outbox; what still waits to say what was so before is recalled.</summary>
    public async Task RunAsync(ChangeNews news, EventChange change, CancellationToken cancellationToken)
    {
        await invitations.TellAsync(news.Invited, change, cancellationToken);
        await registrations.TellAsync(news.Registered, change, cancellationToken);
    }
}
