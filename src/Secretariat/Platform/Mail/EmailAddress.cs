using System.Text.RegularExpressions;

namespace Secretariat.Platform.Mail;

/// <summary>An address that mail can be sent to, as forms and commands take it: one, without a name, of a full domain.</summary>
public static partial class EmailAddress
{
    /// <summary>RFC 5321, section 4.5.3.1.3: a path with its two brackets has at most 256 octets.</summary>
    private const int Longest = 254;

    public static bool IsOne(string? text) => text is { Length: <= Longest } && Pattern().IsMatch(text);

    [GeneratedRegex(@"^[^@\s<>,;]+@[^@\s<>,;]+\.[^@\s<>,;]+$", RegexOptions.None, 1000)]
    private static partial Regex Pattern();
}
