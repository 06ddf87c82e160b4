using System.Globalization;
using System.Text;

namespace Secretariat.Formats.Connections;

/// <summary>
/// Signing in by an access token: XOAUTH2, as Google and Microsoft document it, and OAUTHBEARER (RFC 7628).
/// Control-A, which parts the fields, cannot stand in a name or a token.
/// </summary>
internal static class BearerToken
{
    /// <summary>Those that a server may offer, the one that more servers know first.</summary>
    public static readonly IReadOnlyList<string> Mechanisms = ["XOAUTH2", "OAUTHBEARER"];

    /// <summary>What the client says first, in base64.</summary>
    public static string First(string mechanism, ConnectionOptions options)
    {
        var (user, token) = (Checked(options.User ?? ""), Checked(options.AccessToken ?? ""));
        return Base64(
            mechanism == "XOAUTH2"
                ? $"user={user}\u0001auth=Bearer {token}\u0001\u0001"
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"n,a={SaslName(user)},\u0001host={options.Host}\u0001port={options.Port}\u0001auth=Bearer {token}\u0001\u0001"
                )
        );
    }

    /// <summary>
    /// What the client says to the reason of a refusal, which the server gives as a challenge: only then comes the
    /// refusal itself (RFC 7628 section 3.2.3).
    /// </summary>
    public static string AfterRefusal(string mechanism) => mechanism == "XOAUTH2" ? "" : Base64("\u0001");

    // RFC 5801 section 4
    private static string SaslName(string user) =>
        user.Replace("=", "=3D", StringComparison.Ordinal).Replace(",", "=2C", StringComparison.Ordinal);

    private static string Checked(string text) =>
        text.Any(char.IsControl)
            ? throw new ArgumentException("A user or token has control characters in it.", nameof(text))
            : text;

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
