using System.Text.RegularExpressions;

namespace Secretariat.Platform.Mail;

/// <summary>An address that mail can be sent to, as forms and commands take it: one, without a name, of a full domain.</summary>
public static partial class EmailAddress
{
    /// <summary>RFC 5321, section 4.5.3.1.3: a path with its two brackets has at most 256 octets.</summary>
    private const int Longest = 254;

    public static bool IsOne(string? text) => text is { Length: <= Longest } && Pattern().IsMatch(text);

    /// <summary>Words with single points between them; what a link adds after the domain (RFC 6068, section 2) is none of it.</summary>
    [GeneratedRegex(
        @"^[^@\s<>,;.]+(\.[^@\s<>,;.]+)*@[^@\s<>,;.?&=/:()\[\]]+(\.[^@\s<>,;.?&=/:()\[\]]+)+\z",
        RegexOptions.None,
        1000
    )]
    private static partial Regex Pattern();
}
