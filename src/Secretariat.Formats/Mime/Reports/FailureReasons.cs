using System.Text.RegularExpressions;

namespace Secretariat.Formats.Mime;

/// <summary>Tells why a message failed from the words of mail systems and the status code (RFC 3463 section 3).</summary>
internal static partial class FailureReasons
{
    public static (FailureReason Reason, FailureClass Class) Of(string words, string? status)
    {
        var said = Separators().Replace(words.ToLowerInvariant().Replace('’', '\''), " ");
        var reason =
            ReasonIn(said)
            ?? ReasonOf(status, said)
            ?? (Array.Exists(FailureWords.Refusals, said.Contains) ? FailureReason.Policy : FailureReason.Other);
        return (reason, ClassOf(reason, said, status));
    }

    private static FailureReason? ReasonIn(string said)
    {
        foreach (var (reason, words) in FailureWords.ByReason)
            if (Array.Exists(words, word => said.Contains(word, StringComparison.Ordinal)))
                return reason;
        return null;
    }

    /// <summary>RFC 3463 sections 3.2 to 3.8; a code that ends in .0.0 says nothing.</summary>
    private static FailureReason? ReasonOf(string? status, string said) =>
        status?.Split('.') is not [_, var subject, var detail]
            ? null
            : (subject, detail) switch
            {
                ("1", "7" or "8") => FailureReason.Policy,
                ("1", _) => FailureReason.Address,
                ("2", "0" or "1") => FailureReason.Address,
                ("2", "2") => FailureReason.MailboxFull,
                ("2", "3") or ("3", "4") => FailureReason.Policy,
                ("4", "4") => FailureReason.Address,
                // Exchange Online answers so for an address that its directory does not have.
                ("4", "1") when said.Contains("recipient address rejected", StringComparison.Ordinal) => FailureReason.Address,
                ("4", _) => FailureReason.Network,
                ("6" or "7", _) => FailureReason.Policy,
                _ => null,
            };

    private static FailureClass ClassOf(FailureReason reason, string said, string? status)
    {
        if (reason is not FailureReason.Address)
            return FailureClass.Soft;
        var isTemporary = status?.StartsWith('4') is true || status is null && TemporaryReply().IsMatch(said);
        var isShut = status is "5.2.1" || Array.Exists(FailureWords.Shut, word => said.Contains(word, StringComparison.Ordinal));
        return isTemporary || isShut ? FailureClass.Soft : FailureClass.Hard;
    }

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Separators();

    [GeneratedRegex(@"(?:^|said: |[\s:(])4[2-5][0-9][ -]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex TemporaryReply();
}
