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
public sealed record Headed(Invitation Invitation, Partner Partner, Delegation? Former, InvitationWords Words)
{
    /// <summary>Until then the link is of use.</summary>
    public required DateTimeOffset ClosesAt { get; init; }

    /// <summary>The link that they have, once more.</summary>
    public bool IsReminder { get; init; }
}

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

    private const string Reminder = "/reminder/";

    /// <summary>Those who have accepted, in protocol order, and whom no link has been sent to.</summary>
    public async Task<IReadOnlyList<Headed>> FindAsync(
        TimetableEntry entry,
        RegistrationTerms terms,
        CancellationToken cancellationToken
    )
    {
        var accepted = await AcceptedAsync(entry, cancellationToken);
        return await HeadedAsync(entry, terms, accepted.FindAll(a => !a.HasLink), isReminder: false, cancellationToken);
    }

    /// <summary>Those who have a link and have registered nobody; each is reminded once.</summary>
    public async Task<IReadOnlyList<Headed>> FindSilentAsync(
        TimetableEntry entry,
        RegistrationTerms terms,
        CancellationToken cancellationToken
    )
    {
        var silent = (await AcceptedAsync(entry, cancellationToken)).FindAll(a => a is { HasLink: true, HasPeople: false });
        // One that an event overtook, which has changed since, has reached nobody.
        var reminded = await db
            .Outbox.Where(m => m.Purpose.StartsWith(Purpose) && m.Purpose.Contains(Reminder) && m.Delivery != Delivery.Recalled)
            .Select(m => m.Purpose)
            .ToListAsync(cancellationToken);
        var done = reminded.Select(p => p.Split('/')[1]).ToHashSet(StringComparer.Ordinal);
        silent.RemoveAll(a => done.Contains($"{a.Delegation!.LinkId}"));
        return await HeadedAsync(entry, terms, silent, isReminder: true, cancellationToken);
    }

    private async Task<List<Accepted>> AcceptedAsync(TimetableEntry entry, CancellationToken cancellationToken) =>
        await (
            from invitation in db.Invitations
            where
                invitation.EventId == entry.Event.Id && invitation.WithdrawnAt == null && invitation.Answer == Attendance.Accepted
            join partner in db.Partners on invitation.PartnerId equals partner.Id
            join delegation in db.Delegations on invitation.Id equals delegation.InvitationId into delegations
            from delegation in delegations.DefaultIfEmpty()
            select new Accepted(
                invitation,
                partner,
                delegation,
                // An event that has changed overtook the link.
                db.Outbox.Any(m => m.Id == delegation!.OutgoingMessageId && m.Delivery == Delivery.Recalled),
                db.Registrations.Any(r => r.DelegationId == delegation!.Id && r.Once != null)
            )
        ).ToListAsync(cancellationToken);

    private async Task<IReadOnlyList<Headed>> HeadedAsync(
        TimetableEntry entry,
        RegistrationTerms terms,
        List<Accepted> chosen,
        bool isReminder,
        CancellationToken cancellationToken
    )
    {
        var persons = chosen.ConvertAll(a => a.Invitation.PersonId);
        var mandates = await db
            .Mandates.AsNoTracking()
            .Include(m => m.Person)
            .Where(m => persons.Contains(m.PersonId))
            .OrderByDescending(m => m.From)
            .ToListAsync(cancellationToken);
        var greeting = await Greeting.ReadAsync(db, cancellationToken);
        return
        [
            .. chosen
                .OrderBy(a => PartnerKind.PlaceIn(a.Partner.KindCode, a.Partner.ProtocolOrder) ?? int.MaxValue)
                .ThenBy(a => a.Partner.Code, StringComparer.Ordinal)
                .Select(a => new Headed(a.Invitation, a.Partner, a.Delegation, WordsTo(a))
                {
                    IsReminder = isReminder,
                    ClosesAt = terms.ClosesAt,
                }),
        ];

        InvitationWords WordsTo(Accepted a)
        {
            var mandate = mandates.Find(m => m.PersonId == a.Invitation.PersonId && m.PartnerId == a.Partner.Id);
            var salutation = (a.Partner, mandate, a.Invitation.Name);
            return isReminder
                ? mail.WriteReminder(entry, terms, salutation, greeting)
                : mail.WriteLink(entry, terms, salutation, greeting);
        }
    }

    public async Task SendAsync(TimetableEntry entry, IReadOnlyList<Headed> heads, CancellationToken cancellationToken)
    {
        foreach (var head in heads)
        {
            var (invitation, partner, former, words) = head;
            // The invitation as it was seen: somebody else may withdraw it at the same moment.
            db.Touch(invitation);
            var delegation = former ?? New(invitation);
            var message = Guid.CreateVersion7();
            if (!head.IsReminder)
                delegation.Write(invitation, words.Language, Guid.CreateVersion7(), message, time.Now());
            var purpose = head.IsReminder
                ? $"{Purpose}{delegation.LinkId}{Reminder}{entry.Event.Version}"
                : $"{Purpose}{delegation.LinkId}";
            var address = await links.AddressAsync(LinkTo.Delegation, delegation.LinkId, cancellationToken);
            var filled = words.With(RegistrationMail.LinkPlaceholder, address);
            await outbox.RunAsync(
                await db.ThreadOfAsync(invitation, cancellationToken),
                new OutgoingText(purpose, invitation.Name, invitation.Address, filled.Subject, filled.Body)
                {
                    Id = message,
                    DueAt = hours.NextBefore(head.ClosesAt, partner.IsoAlpha2, time.Now()),
                    KeepsOfficeHours = true,
                    Country = partner.IsoAlpha2,
                    NoLaterThan = head.ClosesAt,
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

    /// <param name="IsRecalled">Its link never left.</param>
    /// <param name="HasPeople">Somebody is registered, or waits.</param>
    private sealed record Accepted(
        Invitation Invitation,
        Partner Partner,
        Delegation? Delegation,
        bool IsRecalled,
        bool HasPeople
    )
    {
        public bool HasLink => !IsRecalled && Delegation?.IsLedBy(Invitation) == true;
    }
}
