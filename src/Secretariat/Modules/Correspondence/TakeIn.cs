using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Files;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Mail;

namespace Secretariat.Modules.Correspondence;

/// <summary>Commits the raw bytes of a message, and its ledger entry, before anything is read from them.</summary>
public sealed class TakeIn(SecretariatDb db, IFileStore files, TimeProvider time)
{
    public async Task<Message> StoreAsync(string mailbox, long uidValidity, MailboxItem item, CancellationToken cancellationToken)
    {
        var message = await FindOrAddAsync(mailbox, item, cancellationToken);
        db.Ledger.Add(
            new LedgerEntry
            {
                Mailbox = mailbox,
                UidValidity = uidValidity,
                Uid = item.Uid,
                SeenAt = time.Now(),
                MessageId = message.Id,
            }
        );
        await db.SaveAsync(Text.Key("Receive mail"), cancellationToken: cancellationToken);
        db.ChangeTracker.Clear();
        return message;
    }

    /// <summary>The same bytes are the same message, however often and wherever they arrive.</summary>
    private async Task<Message> FindOrAddAsync(string mailbox, MailboxItem item, CancellationToken cancellationToken)
    {
        var sha256 = item.Bytes is null ? null : await files.PutAsync(item.Bytes, cancellationToken);
        if (
            sha256 is not null
            && await db.Messages.AsNoTracking().FirstOrDefaultAsync(m => m.RawSha256 == sha256, cancellationToken) is { } known
        )
            return known;
        var message = new Message
        {
            Channel = Channel.Mail,
            ReceivedAt = item.ReceivedAt,
            RawSha256 = sha256,
            Size = item.Size,
        };
        if (sha256 is null)
            message.Quarantine(
                Text.Key(
                    "The message has {0} bytes and is too large to take. It is kept where it came to: {1}, {2}.",
                    item.Size,
                    mailbox,
                    item.Uid
                )
            );
        db.Messages.Add(message);
        return message;
    }
}
