using System.Text.RegularExpressions;

namespace Secretariat.Formats.Mime;

/// <summary>A mailbox (RFC 5322 section 3.4).</summary>
/// <param name="Name">The display name, decoded, or null.</param>
/// <param name="Address">local@domain as written; without a domain where the message has none; empty where there is only a name.</param>
public sealed partial record MailAddress(string? Name, string Address)
{
    /// <summary>All mailboxes of a header value; group names are dropped, their members kept. Never throws, linear in the length.</summary>
    /// <param name="value">The unfolded value, encoded words not yet decoded; null gives an empty list.</param>
    public static IReadOnlyList<MailAddress> ReadList(string? value) => value is null ? [] : new AddressReader(value).Read();

    /// <summary>
    /// Whether it can stand as the sender of a mail as it is: one address without a name, of at most 254 characters (RFC 5321
    /// section 4.5.3.1.3), whose local part is ASCII and needs no quotes and whose domain has a dot (RFC 5322 section 3.4.1, with
    /// dot-atoms on both sides). A domain beyond ASCII can if it has an A-label form (RFC 5890); what readers take for an encoded
    /// word cannot (RFC 2047 section 5). Never throws.
    /// </summary>
    public static bool CanSend(string? address)
    {
        if (address is not { Length: <= Longest } || address.Contains("=?", StringComparison.Ordinal))
            return false;
        try
        {
            return DomainInAscii.Of(address) is { Length: <= Longest } written && DotAtoms().IsMatch(written);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>A path with its two brackets has at most 256 octets.</summary>
    private const int Longest = 254;

    [GeneratedRegex(
        @"\A[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)+\z",
        RegexOptions.None,
        1000
    )]
    private static partial Regex DotAtoms();
}
