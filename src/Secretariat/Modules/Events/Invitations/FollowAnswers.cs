using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Events.Invitations;

/// <summary>Enters in an invitation what its recipient has answered by the calendar.</summary>
public sealed class FollowAnswers(SecretariatDb db) : IHandle<InvitationAnswered>
{
    public async Task HandleAsync(InvitationAnswered fact, CancellationToken cancellationToken)
    {
        // An answer for one day of a series, or to an event of others.
        if (fact.Instance.Length > 0 || Event.OfCalendar(fact.Uid) is not { } eventId)
            return;
        var open = await db
            .Invitations.Where(i => i.EventId == eventId && i.WithdrawnAt == null)
            .Select(i => new { i.Id, i.Address })
            .ToListAsync(cancellationToken);
        var theirs = open.FindAll(i => i.Address.Equals(fact.Address, StringComparison.OrdinalIgnoreCase)).ConvertAll(i => i.Id);
        var invitations = await db.Invitations.Where(i => theirs.Contains(i.Id)).ToListAsync(cancellationToken);
        foreach (var invitation in invitations.Where(i => i.IsAnsweredBy(fact)))
            invitation.Take(fact);
    }
}
