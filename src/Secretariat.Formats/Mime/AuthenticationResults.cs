using System.Text;

namespace Secretariat.Formats.Mime;

/// <summary>What the receiving host found out about the sender.</summary>
/// <param name="Spf">Result of SPF (RFC 7208): pass, fail, softfail, neutral, none, policy, temperror, permerror, or unknown where the host said nothing.</param>
/// <param name="Dkim">Result of DKIM (RFC 6376); pass when any of several signatures passed.</param>
/// <param name="Dmarc">Result of DMARC (RFC 7489).</param>
/// <param name="By">The host that says so, or null.</param>
public sealed record AuthenticationVerdict(string Spf, string Dkim, string Dmarc, string? By);

/// <summary>Reads Authentication-Results (RFC 8601).</summary>
public static class AuthenticationResults
{
    private const string Unknown = "unknown";

    private static readonly HashSet<string> Results =
    [
        "pass",
        "fail",
        "softfail",
        "neutral",
        "none",
        "policy",
        "temperror",
        "permerror",
        "hardfail",
    ];

    /// <summary>In place of a host: its fields name none, as those of Exchange Online. No identifier can be written so (section 2.2).</summary>
    public const string Nameless = "(none)";

    /// <summary>
    /// The verdict of one host, which is taken to be where mail enters the house, to write a Received field of its own and a result about
    /// each message or none. Its topmost field counts, above or right below its own trace; traces of its domain and one of the store may
    /// stand above that. What stands below the next Received field came with the message and may be forged (section 5). The sender's own
    /// fields begin right below those of the host, where a host that writes one field a method cannot be told from them: so fields that
    /// follow add no pass, except that of SPF and DKIM where the topmost field passes DMARC and nothing is won by it. Never throws.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="authservId">
    /// The identifier of the configured receiving host; null or empty gives unknown throughout; <see cref="Nameless"/> takes the topmost
    /// field of all, where that names no host, wherever it stands: for hosts that write one about each message they take.
    /// </param>
    public static AuthenticationVerdict Read(MimeMessage message, string? authservId)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        if (string.IsNullOrEmpty(authservId))
            return VerdictOf(found, by: null);
        if (authservId is Nameless)
        {
            var statements = WithoutComments(message.Headers.Unfolded("Authentication-Results") ?? "").Split(';');
            foreach (var statement in statements[0].Contains('=', StringComparison.Ordinal) ? statements : [])
                Take(statement, found);
            return VerdictOf(found, by: null);
        }
        string? by = null;
        foreach (var said in FieldsOf(authservId, message.Headers))
        {
            var mayAddPass = by is null || found.GetValueOrDefault("dmarc") is "pass";
            by = authservId;
            foreach (var (method, result) in said)
                if (mayAddPass || result is not "pass")
                    found.TryAdd(method, result);
        }
        return VerdictOf(found, by);
    }

    /// <summary>What each field of the host says, from the topmost on, down to the first trace that may be the sender's.</summary>
    private static IEnumerable<Dictionary<string, string>> FieldsOf(string authservId, MimeHeaders headers)
    {
        var (hops, isAtHost, hasSpoken) = (0, false, false);
        foreach (var field in headers)
        {
            if (field.Is("Received"))
            {
                // The topmost trace may be that of the store; those below it are the house's own as long as they name it.
                if (hasSpoken || isAtHost || ++hops > 1 && !IsBy(field.Unfolded, DomainOf(authservId)))
                    yield break;
                isAtHost = IsBy(field.Unfolded, authservId);
            }
            if (!field.Is("Authentication-Results"))
                continue;
            var statements = WithoutComments(field.Unfolded).Split(';');
            if (!authservId.Equals(statements[0].Trim().Split(' ')[0], StringComparison.OrdinalIgnoreCase))
                continue;
            hasSpoken = true;
            var said = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var statement in statements.AsSpan(1))
                Take(statement, said);
            yield return said;
        }
    }

    private static string DomainOf(string authservId) =>
        authservId.Split('.') is { Length: > 2 } labels ? string.Join('.', labels[1..]) : authservId;

    /// <summary>Whether a trace was written by a host of that name or below it (RFC 5321 section 4.4).</summary>
    private static bool IsBy(string received, string name)
    {
        var words = WithoutComments(received).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var by = Array.FindIndex(words, word => word.Equals("by", StringComparison.OrdinalIgnoreCase));
        return by >= 0
            && by + 1 < words.Length
            && $".{words[by + 1].TrimEnd(';')}".EndsWith($".{name}", StringComparison.OrdinalIgnoreCase);
    }

    private static AuthenticationVerdict VerdictOf(Dictionary<string, string> found, string? by) =>
        new(Of("spf", found), Of("dkim", found), Of("dmarc", found), by);

    private static string Of(string method, Dictionary<string, string> found) => found.GetValueOrDefault(method, Unknown);

    /// <summary>method[/version]=result, then properties that are not needed here (section 2.2).</summary>
    private static void Take(string statement, Dictionary<string, string> found)
    {
        var equals = statement.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
            return;
        var method = statement[..equals].Split('/')[0].Trim().ToLowerInvariant();
        var result = statement[(equals + 1)..].TrimStart().Split(' ', '\t')[0].ToLowerInvariant();
        result = Results.Contains(result) ? result : Unknown;
        if (!found.TryAdd(method, result) && method is "dkim" && result is "pass")
            found[method] = result;
    }

    private static string WithoutComments(string value)
    {
        var text = new StringBuilder(value.Length);
        var depth = 0;
        var isQuoted = false;
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (c is '\\')
            {
                i++;
                continue;
            }
            if (c is '"' && depth is 0)
                isQuoted = !isQuoted;
            else if (isQuoted)
                continue;
            else if (c is '(')
                depth++;
            else if (c is ')' && depth > 0)
                depth--;
            else if (depth is 0)
                text.Append(c);
        }
        return text.ToString();
    }
}
