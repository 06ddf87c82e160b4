namespace Secretariat.Formats.Mime;

/// <summary>A mailbox (RFC 5322 section 3.4).</summary>
/// <param name="Name">The display name, decoded, or null.</param>
/// <param name="Address">local@domain as written; without a domain where the message has none; empty where there is only a name.</param>
public sealed record MailAddress(string? Name, string Address)
{
    /// <summary>All mailboxes of a header value; group names are dropped, their members kept. Never throws, linear in the length.</summary>
    /// <param name="value">The unfolded value, encoded words not yet decoded; null gives an empty list.</param>
    public static IReadOnlyList<MailAddress> ReadList(string? value) => value is null ? [] : new AddressReader(value).Read();
}
