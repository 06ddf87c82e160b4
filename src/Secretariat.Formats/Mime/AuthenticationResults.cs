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

    /// <summary>
    /// The verdict of one host. Its topmost field counts, with those of the same host that follow before the next Received field, and only
    /// above the first trace of somebody else: whatever stands further down came with the message and may be forged (section 5). Never throws.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="authservId">The identifier of the configured receiving host; null or empty gives unknown throughout.</param>
    public static AuthenticationVerdict Read(MimeMessage message, string? authservId)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        string? by = null;
        var hops = 0;
        foreach (var field in message.Headers)
        {
            // The topmost trace may be that of a relay within the house; those below it are the host's own as long as they name it.
            if (field.Is("Received") && (by is not null || ++hops > 1 && !IsOf(field.Unfolded, authservId)))
                break;
            if (string.IsNullOrEmpty(authservId) || !field.Is("Authentication-Results"))
                continue;
            var statements = WithoutComments(field.Unfolded).Split(';');
            if (!authservId.Equals(statements[0].Trim().Split(' ')[0], StringComparison.OrdinalIgnoreCase))
                continue;
            by = authservId;
            foreach (var statement in statements.AsSpan(1))
                Take(statement, found);
        }
        return new AuthenticationVerdict(Of("spf", found), Of("dkim", found), Of("dmarc", found), by);
    }

    /// <summary>Whether a trace was written by a host of the same domain (RFC 5321 section 4.4).</summary>
    private static bool IsOf(string received, string? authservId)
    {
        if (string.IsNullOrEmpty(authservId))
            return false;
        var labels = authservId.Split('.');
        var domain = labels.Length > 2 ? string.Join('.', labels[1..]) : authservId;
        var words = WithoutComments(received).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var by = Array.FindIndex(words, word => word.Equals("by", StringComparison.OrdinalIgnoreCase));
        return by >= 0
            && by + 1 < words.Length
            && $".{words[by + 1].TrimEnd(';')}".EndsWith($".{domain}", StringComparison.OrdinalIgnoreCase);
    }

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
