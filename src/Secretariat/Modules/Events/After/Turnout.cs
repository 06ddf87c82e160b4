using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Events.Day;
using Secretariat.Modules.Events.Registrations;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.After;

/// <summary>How many of one kind of partner were invited to an event, said they would come, registered people, and were there.</summary>
/// <param name="Delegations">Partners of which somebody was present.</param>
/// <param name="Registered">People who had a place.</param>
/// <param name="Present">People who were checked in.</param>
public sealed record Turnout(LocalizedText Kind, int Invited, int Accepted, int Delegations, int Registered, int Present);

public static class TurnoutQueries
{
    /// <summary>By kind of partner, in the order of the kinds; of partners as they are now.</summary>
    public static async Task<IReadOnlyList<Turnout>> TurnoutAsync(
        this SecretariatDb db,
        Guid eventId,
        CancellationToken cancellationToken
    )
    {
        var rows = await (
            from invitation in db.Invitations
            where invitation.EventId == eventId && invitation.WithdrawnAt == null
            join partner in db.Partners on invitation.PartnerId equals partner.Id
            select new
            {
                partner.KindCode,
                invitation.Answer,
                Registered = db.Registrations.Count(r =>
                    r.Status == RegistrationStatus.Registered
                    && db.Delegations.Any(d => d.Id == r.DelegationId && d.InvitationId == invitation.Id)
                ),
                Present = db.PresentAt(eventId, null)
                    .Count(r => db.Delegations.Any(d => d.Id == r.DelegationId && d.InvitationId == invitation.Id)),
            }
        ).ToListAsync(cancellationToken);
        var kinds = await db.PartnerKinds.AsNoTracking().OrderBy(k => k.Order).ToListAsync(cancellationToken);
        return
        [
            .. from kind in kinds
            let own = rows.FindAll(r => r.KindCode == kind.Code)
            where own.Count > 0
            select new Turnout(
                kind.Heading,
                own.Count,
                own.Count(r => r.Answer is Attendance.Accepted),
                own.Count(r => r.Present > 0),
                own.Sum(r => r.Registered),
                own.Sum(r => r.Present)
            ),
        ];
    }

    /// <summary>Partners of which somebody was present; where nobody was checked in, those that had accepted.</summary>
    public static async Task<IReadOnlyList<Guid>> TookPartAsync(
        this SecretariatDb db,
        Guid eventId,
        CancellationToken cancellationToken
    )
    {
        var present = await db
            .Delegations.Where(d => db.PresentAt(eventId, null).Any(r => r.DelegationId == d.Id))
            .Select(d => d.PartnerId)
            .Distinct()
            .ToListAsync(cancellationToken);
        return present.Count > 0
            ? present
            : await db
                .Invitations.Where(i => i.EventId == eventId && i.WithdrawnAt == null && i.Answer == Attendance.Accepted)
                .Select(i => i.PartnerId)
                .ToListAsync(cancellationToken);
    }
}
