using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.Mime;
using Secretariat.Platform;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Files;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Mail;

namespace Secretariat.Modules.Correspondence;

/// <summary>
/// Sends what is due. A message is claimed by one conditional update; a sender that dies leaves the claim to run out, and
/// the message goes again under the same Message-ID unless its acceptance was recorded.
/// </summary>
public sealed class SendMail(SecretariatDb db, IFileStore files, IMailSender sender, Settings settings, TimeProvider time) : IWork
{
    private const int Batch = 50;
    private static readonly TimeSpan ClaimFor = TimeSpan.FromMinutes(15);

    public static TimeSpan Every => TimeSpan.FromSeconds(5);

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = time.Now();
        var due = await Due(now)
            .OrderBy(m => m.DueAt)
            .ThenBy(m => m.Id)
            .Select(m => m.Id)
            .Take(Batch)
            .ToListAsync(cancellationToken);
        foreach (var id in due)
        {
            if (await ClaimAsync(id, cancellationToken))
                await SendAsync(id, cancellationToken);
        }

        return due.Count;
    }

    private IQueryable<OutgoingMessage> Due(DateTimeOffset now) =>
        db.Outbox.Where(m =>
            (m.Delivery == Delivery.Due && m.DueAt <= now && (m.NextAttemptAt == null || m.NextAttemptAt <= now))
            || (m.Delivery == Delivery.Claimed && m.ClaimedUntil < now)
        );

    private async Task<bool> ClaimAsync(Guid id, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var claimed = await Due(now)
            .Where(m => m.Id == id)
            .ExecuteUpdateAsync(
                s =>
                    s.SetProperty(m => m.Delivery, Delivery.Claimed)
                        .SetProperty(m => m.ClaimedUntil, now + ClaimFor)
                        .SetProperty(m => m.Attempts, m => m.Attempts + 1)
                        .SetProperty(m => m.Version, m => m.Version + 1),
                cancellationToken
            );
        return claimed == 1;
    }

    private async Task SendAsync(Guid id, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var message = await db.Outbox.SingleAsync(m => m.Id == id, cancellationToken);
        var bytes = MimeWriter.Write(await ComposeAsync(message, cancellationToken));
        switch (await sender.SendAsync(bytes, settings.Mail.Mailbox, message.ToAddress, cancellationToken))
        {
            case Sending.Accepted accepted:
                message.MarkSent(time.Now(), accepted.Words);
                break;
            case Sending.Refused { IsTemporary: true } delayed:
                message.MarkDelayed(time.Now(), delayed.Words);
                break;
            case Sending.Refused refused:
                message.MarkRefused(refused.Words);
                break;
        }

        // What the server has taken is recorded even when the platform is being stopped.
        await db.SaveAsync(Text.Key("Send mail"), cancellationToken: CancellationToken.None);
    }

    private async Task<OutgoingMail> ComposeAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        var attachments = new List<OutgoingAttachment>();
        foreach (var file in message.Files)
            attachments.Add(
                new OutgoingAttachment(file.Name, file.ContentType, await files.GetAsync(file.Sha256, cancellationToken))
            );
        return new OutgoingMail(
            new MailAddress(settings.Mail.MailboxName, settings.Mail.Mailbox),
            new MailAddress(message.ToName, message.ToAddress),
            message.Subject,
            message.Body,
            message.InternetMessageId,
            message.DueAt
        )
        {
            Attachments = attachments,
        };
    }
}
