using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Events.Invitations;
using Secretariat.Modules.Letters;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Events.Registrations;

/// <summary>One head of delegation, and what they would read; their link stands in it only when it leaves.</summary>
/// <param name="Former">The delegation whose link went to somebody else before; null for a new one.</param>
public sealed record Headed(Invitation Invitation, Partner Partner, Delegation? Former, InvitationWords Words);

/// <summary>Sends the link by which a delegation is registered to each who takes part for a partner; the caller saves.</summary>
public sealed class WriteToHeads(
    SecretariatDb db,
    RegistrationMail mail,
    PutInOutbox outbox,
    RegistrationLinks links,
    OfficeHours hours,
    TimeProvider time
)
{
    /// <summary>What the purpose of a message about the link of a delegation begins with.</summary>
    public const string Purpose = "delegation/";

    /// <summary>Those who have accepted, in protocol order, and whom no link has been sent to.</summary>
    public async Task<IReadOnlyList<Headed>> FindAsync(
        TimetableEntry entry,
        RegistrationTerms terms,
        CancellationToken cancellationToken
    )
    {
        var accepted = await (
            from invitation in db.Invitations
            where
                invitation.EventId == entry.Event.Id && invitation.WithdrawnAt == null && invitation.Answer == Attendance.Accepted
            join partner in db.Partners on invitation.PartnerId equals partner.Id
            join delegation in db.Delegations on invitation.Id equals delegation.InvitationId into delegations
            from delegation in delegations.DefaultIfEmpty()
            select new
            {
                invitation,
                partner,
                delegation,
                // An event that has changed overtook the link.
                IsRecalled = db.Outbox.Any(m => m.Id == delegation.OutgoingMessageId && m.Delivery == Delivery.Recalled),
            }
        ).ToListAsync(cancellationToken);
        var led = accepted.Where(a => a.IsRecalled || a.delegation?.IsLedBy(a.invitation) != true).ToList();
        var persons = led.Select(a => a.invitation.PersonId).ToList();
        var mandates = await db
            .Mandates.AsNoTracking()
            .Include(m => m.Person)
            .Where(m => persons.Contains(m.PersonId))
            .OrderByDescending(m => m.From)
            .ToListAsync(cancellationToken);
        var greeting = await Greeting.ReadAsync(db, cancellationToken);
        return
        [
            .. led.OrderBy(a => PartnerKind.PlaceIn(a.partner.KindCode, a.partner.ProtocolOrder) ?? int.MaxValue)
                .ThenBy(a => a.partner.Code, StringComparer.Ordinal)
                .Select(a => new Headed(
                    a.invitation,
                    a.partner,
                    a.delegation,
                    mail.WriteLink(
                        entry,
                        terms,
                        a.partner,
                        mandates.Find(m => m.PersonId == a.invitation.PersonId && m.PartnerId == a.partner.Id),
                        a.invitation.Name,
                        greeting
                    )
                )),
        ];
    }

    public async Task SendAsync(TimetableEntry entry, IReadOnlyList<Headed> heads, CancellationToken cancellationToken)
    {
        foreach (var (invitation, partner, former, words) in heads)
        {
            // The invitation as it was seen: somebody else may withdraw it at the same moment.
            db.Touch(invitation);
            var delegation = former ?? New(invitation);
            var (linkId, message) = (Guid.CreateVersion7(), Guid.CreateVersion7());
            delegation.Write(invitation, words.Language, linkId, message, time.Now());
            var address = await links.AddressAsync(LinkTo.Delegation, linkId, cancellationToken);
            var filled = words.With(RegistrationMail.LinkPlaceholder, address);
            await outbox.RunAsync(
                await db.ThreadOfAsync(invitation, cancellationToken),
                new OutgoingText($"{Purpose}{linkId}", invitation.Name, invitation.Address, filled.Subject, filled.Body)
                {
                    Id = message,
                    DueAt = hours.Next(partner.IsoAlpha2, time.Now()),
                    KeepsOfficeHours = true,
                    Country = partner.IsoAlpha2,
                    NoLaterThan = entry.Begins,
                },
                cancellationToken
            );
        }
    }

    private Delegation New(Invitation invitation)
    {
        var delegation = new Delegation
        {
            EventId = invitation.EventId,
            PartnerId = invitation.PartnerId,
            InvitationId = invitation.Id,
        };
        db.Delegations.Add(delegation);
        return delegation;
    }
}
