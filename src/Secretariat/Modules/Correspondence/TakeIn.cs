using System.Runtime.ExceptionServices;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Files;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Mail;

namespace Secretariat.Modules.Correspondence;

/// <summary>A message whose bytes lie in the file store and which is not in the record yet.</summary>
/// <param name="Sha256">Null when it was too large to take.</param>
public sealed record KeptItem(string Uid, DateTimeOffset ReceivedAt, long Size, string? Sha256);

/// <summary>Commits the raw bytes of messages, and their ledger entries, before anything is read from them.</summary>
public sealed class TakeIn(SecretariatDb db, IFileStore files, TimeProvider time)
{
    /// <returns>The key of the message.</returns>
    public async Task<Guid> RunAsync(string mailbox, long uidValidity, MailboxItem item, CancellationToken cancellationToken)
    {
        var ids = await EnterAsync(mailbox, uidValidity, [await KeepAsync(item, cancellationToken)], cancellationToken);
        return ids[0];
    }

    /// <summary>Puts the bytes into the file store; several are waited for together.</summary>
    public async Task<KeptItem> KeepAsync(MailboxItem item, CancellationToken cancellationToken)
    {
        var sha256 = item.Bytes is null ? null : await files.PutAsync(item.Bytes, cancellationToken);
        return new KeptItem(item.Uid, item.ReceivedAt, item.Size, sha256);
    }

    /// <summary>Enters them in one transaction, since the disk has to be waited for once each; where one of them cannot be, each alone.</summary>
    /// <returns>The keys of the messages, in the same order.</returns>
    public async Task<IReadOnlyList<Guid>> EnterAsync(
        string mailbox,
        long uidValidity,
        IReadOnlyList<KeptItem> items,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await EnterTogetherAsync(mailbox, uidValidity, items, cancellationToken);
        }
        catch (Exception problem)
            when (items.Count > 1 && problem is not OperationCanceledException && !Database.IsPassing(problem))
        {
            return await EnterEachAsync(mailbox, uidValidity, items, cancellationToken);
        }
    }

    /// <summary>One that cannot be entered keeps none behind it from being entered; it is said in the end.</summary>
    private async Task<List<Guid>> EnterEachAsync(
        string mailbox,
        long uidValidity,
        IReadOnlyList<KeptItem> items,
        CancellationToken cancellationToken
    )
    {
        var (ids, faults) = (new List<Guid>(), new List<ExceptionDispatchInfo>());
        foreach (var item in items)
        {
            try
            {
                ids.AddRange(await EnterTogetherAsync(mailbox, uidValidity, [item], cancellationToken));
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                faults.Add(ExceptionDispatchInfo.Capture(problem));
            }
        }

        faults.FirstOrDefault()?.Throw();
        return ids;
    }

    private async Task<List<Guid>> EnterTogetherAsync(
        string mailbox,
        long uidValidity,
        IReadOnlyList<KeptItem> items,
        CancellationToken cancellationToken
    )
    {
        var hashes = items.Select(i => i.Sha256).OfType<string>().ToList();
        var messages = await db
            .Messages.Where(m => m.RawSha256 != null && hashes.Contains(m.RawSha256))
            .Select(m => new { m.RawSha256, m.Id })
            .ToDictionaryAsync(m => m.RawSha256!, m => m.Id, cancellationToken);
        var ids = new List<Guid>();
        foreach (var item in items)
        {
            // The same bytes are the same message, however often and wherever they arrive.
            var id =
                item.Sha256 is not { } sha256 ? Add(mailbox, item)
                : messages.TryGetValue(sha256, out var known) ? known
                : messages[sha256] = Add(mailbox, item);
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

        try
        {
            await db.SaveAsync(Text.Key("Receive mail"), cancellationToken: cancellationToken);
            return ids;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private Guid Add(string mailbox, KeptItem item)
    {
        var message = new Message
        {
            Channel = Channel.Mail,
            ReceivedAt = item.ReceivedAt,
            RawSha256 = item.Sha256,
            Size = item.Size,
        };
        if (item.Sha256 is null)
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
