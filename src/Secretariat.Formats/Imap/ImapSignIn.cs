using System.Text;
using Secretariat.Formats.Connections;

namespace Secretariat.Formats.Imap;

/// <summary>
/// Chooses and makes the sign-in: by token XOAUTH2 or OAUTHBEARER, by password AUTHENTICATE PLAIN (RFC 4616),
/// else LOGIN.
/// </summary>
internal sealed class ImapSignIn(ImapOptions options, IReadOnlySet<string> capabilities)
{
    private string Purpose => $"to sign in {options.User}";

    public ImapCommand Command()
    {
        if (options.AccessToken is not null)
            return ByToken();
        if (Offers("PLAIN"))
            return Authenticate("PLAIN", Base64($"\0{options.User}\0{options.Password}"));
        if (capabilities.Contains("LOGINDISABLED"))
            throw Refusal("takes no password on this connection (LOGINDISABLED)");
        return Login();
    }

    private ImapCommand ByToken()
    {
        var mechanism =
            BearerToken.Mechanisms.FirstOrDefault(Offers)
            ?? throw Refusal("takes no access token on this connection (no AUTH=XOAUTH2 or OAUTHBEARER)");
        return Authenticate(mechanism, BearerToken.First(mechanism, options), BearerToken.AfterRefusal(mechanism));
    }

    private ImapCommand Authenticate(string mechanism, params string[] answers) =>
        capabilities.Contains("SASL-IR") // RFC 4959
            ? new ImapCommand($"AUTHENTICATE {mechanism} {answers[0]}", Purpose, answers[1..])
            : new ImapCommand($"AUTHENTICATE {mechanism}", Purpose, answers);

    private ImapCommand Login()
    {
        var (user, password) = (options.User!, options.Password ?? "");
        if (IsQuotable(user) && IsQuotable(password))
            return new ImapCommand($"LOGIN {ImapCommand.Quote(user)} {ImapCommand.Quote(password)}", Purpose);
        var (first, second) = (Encoding.UTF8.GetByteCount(user), Encoding.UTF8.GetByteCount(password));
        return capabilities.Contains("LITERAL+") || capabilities.Contains("LITERAL-")
            ? new ImapCommand($"LOGIN {{{first}+}}\r\n{user} {{{second}+}}\r\n{password}", Purpose)
            : new ImapCommand($"LOGIN {{{first}}}", Purpose, $"{user} {{{second}}}", password);
    }

    private bool Offers(string mechanism) => capabilities.Contains($"AUTH={mechanism}");

    private ImapException Refusal(string what) => new($"The server {options.Place} {what}.", connectionIsLost: true);

    private static bool IsQuotable(string text) => text.All(c => c is >= ' ' and <= '~');

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
