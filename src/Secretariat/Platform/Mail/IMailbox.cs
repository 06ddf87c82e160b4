namespace Secretariat.Platform.Mail;

/// <summary>A mailbox that is read without changing it.</summary>
public interface IMailbox
{
    /// <summary>The name under which the ledger keeps it.</summary>
    string Name { get; }

    /// <summary>Everything in it now, or what came after a UID.</summary>
    Task<MailboxListing> ListAsync(string? afterUid, CancellationToken cancellationToken);

    /// <summary>The bytes exactly as stored; a message that has gone meanwhile is left out.</summary>
    IAsyncEnumerable<MailboxItem> FetchAsync(IReadOnlyCollection<string> uids, CancellationToken cancellationToken);

    /// <summary>Tells the mailbox that the message is in the record: a folder puts it aside, a server needs no word.</summary>
    Task PutAsideAsync(string uid, CancellationToken cancellationToken);
}

public sealed record MailboxListing(long UidValidity, IReadOnlyList<string> Uids);

/// <param name="Bytes">Null when the message is larger than what is fetched.</param>
public sealed record MailboxItem(string Uid, DateTimeOffset ReceivedAt, long Size, byte[]? Bytes);
