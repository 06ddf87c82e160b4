namespace Secretariat.Platform.Mail;

/// <summary>A mailbox that is read without changing it.</summary>
public interface IMailbox
{
    /// <summary>The name under which the ledger keeps it.</summary>
    string Name { get; }

    /// <summary>Looks at everything in it now.</summary>
    Task<IOpenMailbox> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Tells the mailbox that the message is in the record: a folder puts it aside, a server needs no word.</summary>
    Task PutAsideAsync(string uid, CancellationToken cancellationToken);
}

/// <summary>What was in a mailbox when it was opened. While it is open, a UID means the same message.</summary>
public interface IOpenMailbox : IAsyncDisposable
{
    long UidValidity { get; }

    IReadOnlyList<string> Uids { get; }

    /// <summary>What is there and cannot be opened, with the reason; it has no UID.</summary>
    IReadOnlyList<Unreadable> Unreadable { get; }

    /// <summary>
    /// The bytes exactly as stored, of some of them; a message that has gone meanwhile is left out, and so is one that is not
    /// handed out: it stops no other and is asked for again.
    /// </summary>
    IAsyncEnumerable<MailboxItem> FetchAsync(IReadOnlyCollection<string> uids, CancellationToken cancellationToken);
}

public sealed record Unreadable(string Name, string Why);

/// <param name="Bytes">Null when the message is larger than what is fetched.</param>
public sealed record MailboxItem(string Uid, DateTimeOffset ReceivedAt, long Size, byte[]? Bytes);
