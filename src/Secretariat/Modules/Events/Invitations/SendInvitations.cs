using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Groups;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Files;
using Thread = Secretariat.Modules.Correspondence.Thread;

namespace Secretariat.Modules.Events.Invitations;

/// <summary>Puts invitations in the outbox, each in a thread of its partner; the caller saves.</summary>
public sealed class SendInvitations(
    SecretariatDb db,
    PutInOutbox outbox,
    InvitationMail mail,
    IFileStore files,
    OfficeHours hours,
    TimeProvider time
)
{
    /// <returns>How many wait for the office hours of their country.</returns>
    public async Task<int> InviteAsync(
        TimetableEntry entry,
        IReadOnlyList<Recipient> invitees,
        CancellationToken cancellationToken
    )
    {
        await mail.PrepareAsync(cancellationToken);
        var waiting = 0;
        foreach (var (partner, mandate) in invitees)
        {
            var invitation = new Invitation
            {
                EventId = entry.Event.Id,
                PartnerId = partner.Id,
                Role = mandate.Role,
            };
            db.Invitations.Add(invitation);
            // Of two who invite a partner, or who merge it, at the same moment the second one hears it.
            db.Touch(partner);
            var thread = new Thread { PartnerId = partner.Id, Subject = entry.Event.Title.ToString() };
            db.Threads.Add(thread);
            if (await SendAsync(entry, invitation, new(partner, mandate), thread.Id, cancellationToken) > time.Now())
                waiting++;
        }

        return waiting;
    }

    /// <summary>Invites whoever has followed in the role; the one before is told, but not where both read the same mailbox.</summary>
    public async Task GoOnAsync(
        TimetableEntry entry,
        Invitation invitation,
        Recipient successor,
        CancellationToken cancellationToken
    )
    {
        await mail.PrepareAsync(cancellationToken);
        var thread = await ThreadOfAsync(invitation, cancellationToken);
        if (!invitation.Address.Equals(successor.Mandate.Person.Email, StringComparison.OrdinalIgnoreCase))
            await WithdrawAsync(entry, invitation, thread, cancellationToken);
        await SendAsync(entry, invitation, successor, thread, cancellationToken);
    }

    /// <summary>Tells whoever was invited that they no longer are.</summary>
    public async Task WithdrawAsync(TimetableEntry entry, Invitation invitation, CancellationToken cancellationToken) =>
        await WithdrawAsync(entry, invitation, await ThreadOfAsync(invitation, cancellationToken), cancellationToken);

    /// <returns>When it leaves.</returns>
    private async Task<DateTimeOffset> SendAsync(
        TimetableEntry entry,
        Invitation invitation,
        Recipient to,
        Guid thread,
        CancellationToken cancellationToken
    )
    {
        var (former, next) = (invitation.Sequence < 0 ? null : invitation.Name, invitation.Sequence + 1);
        var words = mail.Write(entry, to.Partner, to.Mandate, former);
        DateTimeOffset? begins = entry.Days is var (first, _) ? Clock.InstantOf(first.ToDateTime(TimeOnly.MinValue)) : null;
        var id = Guid.CreateVersion7();
        invitation.Send(to.Mandate, id, time.Now());
        var text = new OutgoingText(
            $"{OutgoingMessage.InvitationPurpose}{invitation.Id}/{next}",
            to.Mandate.Person.Name,
            to.Mandate.Person.Email!,
            words.Subject,
            words.Body
        )
        {
            Id = id,
            Files = await FilesAsync(entry, invitation, "REQUEST", words.Language, cancellationToken),
            DueAt = LeavesAt(to.Partner, begins),
            KeepsOfficeHours = true,
            Country = to.Partner.IsoAlpha2,
            NoLaterThan = begins,
        };
        await outbox.RunAsync(thread, text, cancellationToken);
        return text.DueAt;
    }

    /// <summary>In office hours, unless the event would have begun by then.</summary>
    private DateTimeOffset LeavesAt(Partner partner, DateTimeOffset? begins)
    {
        var (now, next) = (time.Now(), hours.Next(partner.IsoAlpha2, time.Now()));
        return begins <= next ? now : next;
    }

    private async Task WithdrawAsync(
        TimetableEntry entry,
        Invitation invitation,
        Guid thread,
        CancellationToken cancellationToken
    )
    {
        var language = await db
            .Mandates.Where(m => m.PersonId == invitation.PersonId && m.PartnerId == invitation.PartnerId)
            .OrderByDescending(m => m.From)
            .Select(m => m.Language)
            .FirstOrDefaultAsync(cancellationToken);
        var words = mail.WriteWithdrawal(entry, language ?? "en");
        var text = new OutgoingText(
            $"{OutgoingMessage.InvitationPurpose}{invitation.Id}/{invitation.Sequence}/withdrawn",
            invitation.Name,
            invitation.Address,
            words.Subject,
            words.Body
        )
        {
            Files = await FilesAsync(entry, invitation, "CANCEL", words.Language, cancellationToken),
            // Nobody is to set out because it was night when we knew better.
            DueAt = time.Now(),
        };
        await outbox.RunAsync(thread, text, cancellationToken);
    }

    private async Task<IReadOnlyList<OutgoingFile>> FilesAsync(
        TimetableEntry entry,
        Invitation invitation,
        string method,
        string language,
        CancellationToken cancellationToken
    ) =>
        mail.Calendar(entry, invitation, method, language) is { } calendar
            ? [OutgoingFile.Calendar(method, await files.PutAsync(calendar, cancellationToken))]
            : [];

    private async Task<Guid> ThreadOfAsync(Invitation invitation, CancellationToken cancellationToken) =>
        await (
            from message in db.Outbox
            where message.Id == invitation.OutgoingMessageId
            join thread in db.Threads on message.ThreadId equals thread.Id
            select thread.MergedIntoId ?? thread.Id
        ).SingleAsync(cancellationToken);
}
