namespace Secretariat.Formats.Imap;

/// <summary>A message as its server stores it.</summary>
/// <param name="Uid">Its number, unique within the mailbox's UIDVALIDITY.</param>
/// <param name="InternalDate">When the server received it; null when not said or not readable.</param>
/// <param name="Size">Its size in bytes, counted where the message was read, else as the server says.</param>
/// <param name="Bytes">The message byte for byte; null when larger than <see cref="ImapOptions.MaxMessageBytes"/>.</param>
public sealed record ImapItem(uint Uid, DateTimeOffset? InternalDate, long Size, byte[]? Bytes);

/// <summary>What a server answered when it was asked for a message.</summary>
/// <param name="Uid">Its number, unique within the mailbox's UIDVALIDITY.</param>
/// <param name="Item">Null also when there is none with this UID (any more).</param>
/// <param name="Refusal">Why the server does not hand it out; others may be asked for.</param>
public sealed record ImapAnswer(uint Uid, ImapItem? Item, ImapException? Refusal)
{
    /// <summary>False when it was asked for among others and something does not agree: what counts is the answer to it alone.</summary>
    public required bool IsSure { get; init; }
}
