using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Secretariat.Modules.Correspondence;

/// <summary>
/// The signed token in our Message-ID that brings an answer back to its thread: <c>ga.THREAD.SERIAL.SIGNATURE@host</c>.
/// A relay may rewrite the whole Message-ID; then the letter's reference is the weaker sign.
/// </summary>
public sealed partial class ReplyToken(byte[] key)
{
    public const string KeyName = "reply-token";

    public string MessageIdFor(Guid threadId, Guid outgoingId, string host)
    {
        var (thread, serial) = (threadId.ToString("N"), outgoingId.ToString("N"));
        return $"ga.{thread}.{serial}.{Sign(thread, serial)}@{host}";
    }

    /// <summary>The thread that a Message-ID of ours belongs to; null for one that is not ours or was changed.</summary>
    public Guid? ThreadOf(string messageId) => Read(messageId)?.Thread;

    /// <summary>The message of the outbox that a Message-ID of ours, or what stands before its host, belongs to; or null.</summary>
    public Guid? OutgoingOf(string messageId) => Read(messageId)?.Outgoing;

    private (Guid Thread, Guid Outgoing)? Read(string messageId)
    {
        var match = Pattern().Match(messageId);
        if (!match.Success)
            return null;
        var (thread, serial) = (match.Groups[1].Value.ToLowerInvariant(), match.Groups[2].Value.ToLowerInvariant());
        var expected = Encoding.ASCII.GetBytes(Sign(thread, serial));
        var found = Encoding.ASCII.GetBytes(match.Groups[3].Value.ToLowerInvariant());
        return CryptographicOperations.FixedTimeEquals(expected, found)
            ? (Guid.ParseExact(thread, "N"), Guid.ParseExact(serial, "N"))
            : null;
    }

    private string Sign(string thread, string serial) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes($"{thread}.{serial}")))[..20];

    [GeneratedRegex("^ga\\.([0-9a-f]{32})\\.([0-9a-f]{32})\\.([0-9a-f]{20})(?:@|$)", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Pattern();
}

/// <summary>Our letters' numbers in running text: <c>[GA-2024-0031]</c>, with or without brackets.</summary>
public static partial class LetterReference
{
    public static IReadOnlyList<string> FindIn(string text) =>
        [.. Pattern().Matches(text).Select(m => $"GA-{m.Groups[1].Value}-{m.Groups[2].Value}").Distinct(StringComparer.Ordinal)];

    [GeneratedRegex(
        "(?<![\\p{L}\\p{N}-])GA\\s?[-–/‑]\\s?(20\\d\\d)\\s?[-–/‑]\\s?(\\d{4,6})(?![\\p{N}])",
        RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Pattern();
}
