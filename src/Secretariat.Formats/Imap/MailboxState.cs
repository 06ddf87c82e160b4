namespace Secretariat.Formats.Imap;

/// <summary>A mailbox as found on opening it (RFC 3501 section 6.3.1).</summary>
/// <param name="UidValidity">While it stays the same, a UID always means the same message.</param>
/// <param name="UidNext">The UID the next message will get at least; null when the server does not say.</param>
/// <param name="Exists">How many messages there are.</param>
public sealed record MailboxState(uint UidValidity, uint? UidNext, uint Exists);
