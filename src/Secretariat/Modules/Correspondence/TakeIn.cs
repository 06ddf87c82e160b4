using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Files;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Mail;

namespace Secretariat.Modules.Correspondence;

/// <summary>Commits the raw bytes of messages, and their ledger entries, before anything is read from them.</summary>
public sealed class TakeIn(SecretariatDb db, IFileStore files, TimeProvider time)
{
    /// <summary>Stores them in one transaction, since the disk has to be waited for once each; where one of them cannot be, each alone.</summary>
    /// <returns>The keys of the messages, in the same order.</returns>
    public async Task<IReadOnlyList<Guid>> StoreAsync(
        string mailbox,
        long uidValidity,
        IReadOnlyList<MailboxItem> items,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await StoreTogetherAsync(mailbox, uidValidity, items, cancellationToken);
        }
        catch (DbUpdateException) when (items.Count > 1)
        {
            db.ChangeTracker.Clear();
            var ids = new List<Guid>();
            foreach (var item in items)
                ids.AddRange(await StoreTogetherAsync(mailbox, uidValidity, [item], cancellationToken));
            return ids;
        }
    }

    private async Task<List<Guid>> StoreTogetherAsync(
        string mailbox,
        long uidValidity,
        IReadOnlyList<MailboxItem> items,
        CancellationToken cancellationToken
    )
    {
        var hashes = await Task.WhenAll(items.Select(item => PutAsync(item, cancellationToken)));
        var messages = await db
            .Messages.Where(m => hashes.Contains(m.RawSha256))
            .Select(m => new { m.RawSha256, m.Id })
            .ToDictionaryAsync(m => m.RawSha256!, m => m.Id, cancellationToken);
        var ids = new List<Guid>();
        foreach (var (item, sha256) in items.Zip(hashes))
        {
            // The same bytes are the same message, however often and wherever they arrive.
            var id =
                sha256 is null ? Add(mailbox, item, null)
                : messages.TryGetValue(sha256, out var known) ? known
                : messages[sha256] = Add(mailbox, item, sha256);
            ids.Add(id);
            db.Ledger.Add(
                new LedgerEntry
                {
                    Mailbox = mailbox,
                    UidValidity = uidValidity,
                    Uid = item.Uid,
                    SeenAt = time.Now(),
                    MessageId = id,
                }
            );
        }

        await db.SaveAsync(Text.Key("Receive mail"), cancellationToken: cancellationToken);
        db.ChangeTracker.Clear();
        return ids;
    }

    /// <summary>On a thread of its own: the store waits for the disk.</summary>
    private Task<string?> PutAsync(MailboxItem item, CancellationToken cancellationToken) =>
        Task.Run(async () => item.Bytes is null ? null : await files.PutAsync(item.Bytes, cancellationToken), cancellationToken);

    private Guid Add(string mailbox, MailboxItem item, string? sha256)
    {
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
        return message.Id;
    }
}
