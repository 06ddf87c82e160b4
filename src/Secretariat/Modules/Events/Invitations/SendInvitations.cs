using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Groups;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Files;
using Secretariat.Platform.Localization;
using Thread = Secretariat.Modules.Correspondence.Thread;

namespace Secretariat.Modules.Events.Invitations;

/// <summary>Puts invitations in the outbox, each in a thread of its partner; the caller saves.</summary>
public sealed partial class SendInvitations(
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
        // Nobody is invited to what somebody moves or cancels at the same moment.
        var e = await db.Events.SingleAsync(e => e.Id == entry.Event.Id, cancellationToken);
        db.Expect(e, entry.Event.Version);
        db.Touch(e);
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
            var words = mail.Write(entry, partner, mandate);
            if (await SendAsync(entry, invitation, new(partner, mandate), thread.Id, words, cancellationToken) > time.Now())
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
        var thread = await db.ThreadOfAsync(invitation, cancellationToken);
        if (!invitation.Address.Equals(successor.Mandate.Person.Email, StringComparison.OrdinalIgnoreCase))
            await WithdrawAsync(entry, invitation, thread, cancellationToken);
        else
            Recall(
                (await MailAsync([invitation], cancellationToken))[invitation.Id],
                Text.Key("The invitation was withdrawn before it left.")
            );
        var words = mail.Write(entry, successor.Partner, successor.Mandate, invitation.Name);
        await SendAsync(entry, invitation, successor, thread, words, cancellationToken);
    }

    /// <summary>Tells whoever was invited that they no longer are; not those to whom nothing has left yet.</summary>
    public async Task WithdrawAsync(TimetableEntry entry, Invitation invitation, CancellationToken cancellationToken) =>
        await WithdrawAsync(entry, invitation, await db.ThreadOfAsync(invitation, cancellationToken), cancellationToken);

    /// <returns>When it leaves.</returns>
    private Task<DateTimeOffset> SendAsync(
        TimetableEntry entry,
        Invitation invitation,
        Recipient to,
        Guid thread,
        InvitationWords words,
        CancellationToken cancellationToken
    )
    {
        var id = Guid.CreateVersion7();
        invitation.Send(to.Mandate, id, time.Now());
        return AskAsync(entry, invitation, to.Partner.IsoAlpha2, thread, words, cancellationToken);
    }

    /// <summary>Asks for an answer, in the office hours of that country.</summary>
    private async Task<DateTimeOffset> AskAsync(
        TimetableEntry entry,
        Invitation invitation,
        string? country,
        Guid thread,
        InvitationWords words,
        CancellationToken cancellationToken
    )
    {
        var text = Message(invitation, words) with
        {
            Files = await FilesAsync(entry, invitation, "REQUEST", words.Language, cancellationToken),
            // In office hours, unless the event would have begun by then.
            DueAt = hours.NextBefore(entry.Begins, country, time.Now()),
            KeepsOfficeHours = true,
            Country = country,
            NoLaterThan = entry.Begins,
        };
        await outbox.RunAsync(thread, text, cancellationToken);
        return text.DueAt;
    }

    private OutgoingText Message(Invitation invitation, InvitationWords words, string why = "") =>
        new($"{PurposeOf(invitation)}{invitation.Sequence}{why}", invitation.Name, invitation.Address, words.Subject, words.Body)
        {
            Id = invitation.OutgoingMessageId,
            DueAt = time.Now(),
        };

    private async Task WithdrawAsync(
        TimetableEntry entry,
        Invitation invitation,
        Guid thread,
        CancellationToken cancellationToken
    )
    {
        var sent = (await MailAsync([invitation], cancellationToken))[invitation.Id].ToList();
        var isKnown = IsKnown(invitation, sent);
        Recall(sent, Text.Key("The invitation was withdrawn before it left."));
        if (!isKnown)
            return;
        var language = await db
            .Mandates.Where(m => m.PersonId == invitation.PersonId && m.PartnerId == invitation.PartnerId)
            .OrderByDescending(m => m.From)
            .Select(m => m.Language)
            .FirstOrDefaultAsync(cancellationToken);
        var words = mail.WriteWithdrawal(entry, language ?? "en");
        var message = Message(invitation, words, "/withdrawn") with { Id = Guid.CreateVersion7() };
        await CallOffAsync(entry, invitation, thread, message, words.Language, cancellationToken);
    }

    /// <summary>At once: nobody is to set out because it was night when we knew better.</summary>
    private async Task CallOffAsync(
        TimetableEntry entry,
        Invitation invitation,
        Guid thread,
        OutgoingText message,
        string language,
        CancellationToken cancellationToken
    ) =>
        await outbox.RunAsync(
            thread,
            message with
            {
                Files = await FilesAsync(entry, invitation, "CANCEL", language, cancellationToken),
            },
            cancellationToken
        );

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
}

public static class InvitationQueries
{
    /// <summary>The thread in which an invitation went out, or the one it was merged into.</summary>
    public static Task<Guid> ThreadOfAsync(this SecretariatDb db, Invitation invitation, CancellationToken cancellationToken) =>
        (
            from message in db.Outbox
            where message.Id == invitation.OutgoingMessageId
            join thread in db.Threads on message.ThreadId equals thread.Id
            select thread.MergedIntoId ?? thread.Id
        ).SingleAsync(cancellationToken);
}
