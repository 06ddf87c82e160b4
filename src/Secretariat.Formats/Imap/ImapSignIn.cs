using System.Text;
using Secretariat.Formats.Connections;

namespace Secretariat.Formats.Imap;

/// <summary>Chooses and makes the sign-in: AUTHENTICATE PLAIN (RFC 4616), else LOGIN.</summary>
internal static class ImapSignIn
{
    public static ImapCommand Command(ImapOptions options, IReadOnlySet<string> capabilities)
    {
        if (capabilities.Contains("AUTH=PLAIN"))
            return Authenticate("PLAIN", $"\0{options.User}\0{options.Password}");
        if (capabilities.Contains("LOGINDISABLED"))
            throw Refusal("takes no password on this connection (LOGINDISABLED)");
        return Login();

        ImapCommand Authenticate(string mechanism, string answer)
        {
            var base64 = Convert.ToBase64String(Encoding.UTF8.GetBytes(answer));
            return capabilities.Contains("SASL-IR") // RFC 4959
                ? new ImapCommand($"AUTHENTICATE {mechanism} {base64}", Purpose())
                : new ImapCommand($"AUTHENTICATE {mechanism}", Purpose(), base64);
        }

        ImapCommand Login()
        {
            var (user, password) = (options.User!, options.Password ?? "");
            if (IsQuotable(user) && IsQuotable(password))
                return new ImapCommand($"LOGIN {ImapCommand.Quote(user)} {ImapCommand.Quote(password)}", Purpose());
            var (first, second) = (Encoding.UTF8.GetByteCount(user), Encoding.UTF8.GetByteCount(password));
            return capabilities.Contains("LITERAL+") || capabilities.Contains("LITERAL-")
                ? new ImapCommand($"LOGIN {{{first}+}}\r\n{user} {{{second}+}}\r\n{password}", Purpose())
                : new ImapCommand($"LOGIN {{{first}}}", Purpose(), $"{user} {{{second}}}", password);
        }

        string Purpose() => $"to sign in {options.User}";
        ImapException Refusal(string what) => new($"The server {options.Place} {what}.", connectionIsLost: true);
    }

    private static bool IsQuotable(string text) => text.All(c => c is >= ' ' and <= '~');
}
