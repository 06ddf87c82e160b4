namespace Secretariat.Platform.Mail;

/// <summary>A mailbox that is read without changing it.</summary>
public interface IMailbox
{
    /// <summary>The name under which the ledger keeps it.</summary>
    string Name { get; }

    /// <summary>Everything in it now.</summary>
    Task<MailboxListing> ListAsync(CancellationToken cancellationToken);

    /// <summary>
    /// The bytes exactly as stored, of some of a listing; a message that has gone meanwhile is left out, and so is one that is not
    /// handed out: it stops no other and is asked for again.
    /// </summary>
    /// <exception cref="MailboxRenewedException">The listing's UIDs no longer mean what they meant.</exception>
    IAsyncEnumerable<MailboxItem> FetchAsync(
        MailboxListing listing,
        IReadOnlyCollection<string> uids,
        CancellationToken cancellationToken
    );

    /// <summary>Tells the mailbox that the message is in the record: a folder puts it aside, a server needs no word.</summary>
    Task PutAsideAsync(string uid, CancellationToken cancellationToken);
}

public sealed record MailboxListing(long UidValidity, IReadOnlyList<string> Uids)
{
    /// <summary>What is there and cannot be opened, with the reason; it has no UID.</summary>
    public IReadOnlyList<Unreadable> Unreadable { get; init; } = [];
}

public sealed record Unreadable(string Name, string Why);

/// <param name="Bytes">Null when the message is larger than what is fetched.</param>
public sealed record MailboxItem(string Uid, DateTimeOffset ReceivedAt, long Size, byte[]? Bytes);

/// <summary>The mailbox has been made anew since it was listed (another UIDVALIDITY, RFC 3501 §2.3.1.1).</summary>
public sealed class MailboxRenewedException(long before, long now)
    : Exception($"The mailbox was made anew while it was being read: its UIDVALIDITY was {before} and is {now}.");
