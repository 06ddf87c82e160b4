using System.Text.RegularExpressions;

namespace Secretariat.Formats.Mime;

/// <summary>Tells why a message failed from the words of mail systems and the status code (RFC 3463 section 3).</summary>
internal static partial class FailureReasons
{
    /// <summary>In this order, since a system that knows of a full mailbox or of spam says so beside more general words.</summary>
    private static readonly (FailureReason Reason, string[] Words)[] ByWords =
    [
        (
            FailureReason.MailboxFull,
            [
                "mailbox full",
                "mailbox is full",
                "mail box full",
                "mail box is full",
                "inbox is full",
                "inbox full",
                "full mailbox",
                "over quota",
                "overquota",
                "over the quota",
                "over its quota",
                "quota exceeded",
                "quota has been exceeded",
                "exceeded its quota",
                "exceeded quota",
                "exceeds quota",
                "exceed the quota",
                "disk quota",
                "quota full",
                "quota violation",
                "out of storage space",
                "out of space",
                "exceeded storage",
                "storage quota",
                "exceeds the maximum mailbox",
                "mailbox has exceeded",
                "mailbox exceeded",
                "exceeded the space",
                "mailfolder is full",
                "maildir over",
                "mailbox size limit",
                "exceeded its size limit",
                "insufficient disk space",
                "exceeded the local limit",
            ]
        ),
        (
            FailureReason.Network,
            ["host not found, try again", "unexpected name server reply", "socket error", "requests to connect"]
        ),
        (
            FailureReason.Policy,
            [
                "spam",
                "blacklist",
                "black list",
                "blocklist",
                "block list",
                "blocked",
                "dnsbl",
                " rbl",
                "spf ",
                "spf:",
                "dkim",
                "dmarc",
                "reputation",
                "virus",
                "infected",
                "malware",
                "phish",
                "unsolicited",
                "bulk mail",
                "content reject",
                "rejected due to content",
                "message content",
                "prohibited",
                "too large",
                "too big",
                "exceeds size",
                "exceeds the size",
                "size limit",
                "maximum message size",
                "message size exceeds",
                "message exceeds",
                "attachment",
                "relaying denied",
                "relay denied",
                "relay access denied",
                "relaying not allowed",
                "relay not permitted",
                "unable to relay",
                "not permitted to relay",
                "authentication required",
                "not authenticated",
                "sender address rejected",
                "sender rejected",
                "sender verify failed",
                "sender denied",
                "client host rejected",
                "helo command rejected",
                "reverse dns",
                "reverse hostname",
                "ptr record",
                "rate limit",
                "too many recipients",
                "too many messages",
                "too many connections",
                "too many errors",
                "restricted",
                "not authorized",
                "not authorised",
                "not allowed to send",
                "permission to send",
                "security policy",
                "policy",
                "banned",
                "listed at",
                "greylist",
                "graylist",
                "mail forgery",
                "bad header",
                "is not rfc",
                "not rfc 5322",
                "rejected by the recipient",
            ]
        ),
        (
            FailureReason.Address,
            [
                "user unknown",
                "unknown user",
                "unknown local",
                "unknown recipient",
                "unknown or illegal alias",
                "unknown address",
                "unknown mailbox",
                "unknown account",
                "recipient unknown",
                "account unknown",
                "address unknown",
                "no such user",
                "no such recipient",
                "no such person",
                "no such address",
                "no such mailbox",
                "no such account",
                "no such domain",
                "no such host",
                "no such local user",
                "no mailbox",
                "no recipient",
                "no local mailbox",
                "no user",
                "no account",
                "not a known user",
                "not a valid user",
                "not a valid mailbox",
                "not a local",
                "not our customer",
                "user not found",
                "user not exist",
                "recipient not found",
                "recipnotfound",
                "mailbox not found",
                "address not found",
                "couldn't be found",
                "wasn't found",
                "could not be found",
                "cannot be found",
                "not found in",
                "does not exist",
                "doesn't exist",
                "do not exist",
                "not exist",
                "no longer exist",
                "no longer valid",
                "no longer on server",
                "is not active",
                "invalid user",
                "invalid recipient",
                "invalid mailbox",
                "invalid address",
                "invalid final delivery",
                "bad destination",
                "bad recipient",
                "user is unknown",
                "user doesn't",
                "isn't a valid",
                "non-existent",
                "nonexistent",
                "not listed in",
                "not listed in domino",
                "not listed in public",
                "not recognized",
                "unrouteable address",
                "unroutable address",
                "unrouteable mail domain",
                "undeliverable address",
                "host unknown",
                "unknown host",
                "host not found",
                "domain not found",
                "domain is not valid",
                "unknown domain",
                "name or service not known",
                "invalid domain",
                "illegal host",
                "domain is not reachable",
                "couldn't find any host",
                "null mx",
                "nullmx",
                "does not accept mail",
                "doesn't accept mail",
                "has moved",
                "mailbox unavailable",
                "recipient rejected",
                "user disabled",
                "account disabled",
                "account has been disabled",
                "mailbox disabled",
                "mailbox is disabled",
                "account is disabled",
                "inactive",
                "suspended",
            ]
        ),
        (
            FailureReason.Network,
            [
                "timed out",
                "timeout",
                "time-out",
                "connection refused",
                "connection was refused",
                "connection dropped",
                "connection reset",
                "connection closed",
                "connection failed",
                "connection error",
                "couldn't connect",
                "could not connect",
                "could not be reached",
                "couldn't be reached",
                "can't connect",
                "cannot connect",
                "unable to connect",
                "wasn't able to establish",
                "i couldn't connect",
                "network is unreachable",
                "network unreachable",
                "no route to host",
                "host unreachable",
                "host is down",
                "lost connection",
                "not responding",
                "no answer from host",
                "retry time",
                "retry timeout",
                "message expired",
                "expired",
                "too many hops",
                "hop count",
                "mail loop",
                "loops back",
                "loop detected",
                "routing loop",
                "tls",
                "temporary failure in name resolution",
                "dns error",
                "dns lookup",
                "temporarily unable",
                "not available",
                "undelivered for",
                "in the queue too long",
                "within the time",
                "over the last",
                "for over",
                "failing for a long time",
            ]
        ),
    ];

    /// <summary>So general that a status code says more.</summary>
    private static readonly string[] Refusals =
    [
        "denied",
        "refused",
        "reject",
        "not accept",
        "not allowed",
        "not permitted",
        "violation",
        "unacceptable",
        "forbidden",
        "invalid ip",
    ];

    /// <summary>Accounts that exist and are shut say no mail now; they may open again.</summary>
    private static readonly string[] Shut = ["disabled", "suspended", "inactive", "is not active", "not active"];

    public static (FailureReason Reason, FailureClass Class) Of(string words, string? status)
    {
        var said = Separators().Replace(words.ToLowerInvariant().Replace('’', '\''), " ");
        var reason =
            ReasonIn(said)
            ?? ReasonOf(status, said)
            ?? (Array.Exists(Refusals, said.Contains) ? FailureReason.Policy : FailureReason.Other);
        return (reason, ClassOf(reason, said, status));
    }

    private static FailureReason? ReasonIn(string said)
    {
        foreach (var (reason, words) in ByWords)
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
        var isShut = status is "5.2.1" || Array.Exists(Shut, word => said.Contains(word, StringComparison.Ordinal));
        return isTemporary || isShut ? FailureClass.Soft : FailureClass.Hard;
    }

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Separators();

    [GeneratedRegex(@"(?:^|said: |[\s:(])4[2-5][0-9][ -]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex TemporaryReply();
}
