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
    /// The verdict of one host. Only its topmost field counts, with those of the same host that follow before the next Received field: whatever
    /// stands further down came with the message and may be forged (section 5). Never throws.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="authservId">The identifier of the configured receiving host; null or empty gives unknown throughout.</param>
    public static AuthenticationVerdict Read(MimeMessage message, string? authservId)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        string? by = null;
        foreach (var field in message.Headers)
        {
            if (by is not null && field.Is("Received"))
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
