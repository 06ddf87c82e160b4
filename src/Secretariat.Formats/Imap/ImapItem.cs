namespace Secretariat.Formats.Imap;

/// <summary>A message as its server stores it.</summary>
/// <param name="Uid">Its number, unique within the mailbox's UIDVALIDITY.</param>
/// <param name="InternalDate">When the server received it; null when not said or not readable.</param>
/// <param name="Size">Its size in bytes, counted where the message was read, else as the server says.</param>
/// <param name="Bytes">The message byte for byte; null when larger than <see cref="ImapOptions.MaxMessageBytes"/>.</param>
public sealed record ImapItem(uint Uid, DateTimeOffset? InternalDate, long Size, byte[]? Bytes);
