using System.Globalization;
using System.Text;

namespace Secretariat.Formats.Mime;

/// <summary>Mail addresses as servers without SMTPUTF8 take them.</summary>
internal static class DomainInAscii
{
    /// <summary>Letters, digits and hyphens only: what looks like a bracket must not become one.</summary>
    private static readonly IdnMapping Domains = new() { UseStd3AsciiRules = true };

    /// <summary>
    /// The address with its domain in A-labels (RFC 5890 section 2.3.2.1). One whose local part is beyond ASCII stays as it is: it needs
    /// SMTPUTF8 in any case (RFC 6531).
    /// </summary>
    /// <exception cref="ArgumentException">The domain has no such form.</exception>
    public static string Of(string address)
    {
        var at = address.LastIndexOf('@');
        return at < 0 || Ascii.IsValid(address) || !Ascii.IsValid(address.AsSpan(0, at))
            ? address
            : $"{address[..at]}@{Domains.GetAscii(address, at + 1)}";
    }
}
