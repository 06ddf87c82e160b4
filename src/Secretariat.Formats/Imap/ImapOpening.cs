using Secretariat.Formats.Connections;

namespace Secretariat.Formats.Imap;

/// <summary>What happens before the first question: encryption, greeting and sign-in.</summary>
internal sealed class ImapOpening(LineConnection connection, ImapConversation conversation, ImapOptions options)
{
    public async Task OpenAsync(CancellationToken ct)
    {
        if (options.Security == ConnectionSecurity.Tls)
            await connection.StartTlsAsync(ct);
        var greeting = await conversation.GreetAsync(ct);
        if (options.Security == ConnectionSecurity.StartTls)
            await StartTlsAsync(greeting, ct);
        if (options.User is null || greeting.Word == "PREAUTH")
            return;
        if (!connection.IsEncrypted && !options.AllowLoginWithoutTls)
            throw Refusal("is not sent the password, because the connection is not encrypted");
        await SignInAsync(new ImapSignIn(options, await AskCapabilitiesAsync(ct)), ct);
    }

    private async Task SignInAsync(ImapSignIn signIn, CancellationToken ct)
    {
        try
        {
            await conversation.AskAsync(signIn.Command(), ct);
        }
        catch (ImapException refused) when (options.AccessToken is not null && !refused.ConnectionIsLost)
        {
            throw new ImapException(refused.Message, connectionIsLost: true, refused) { TokenIsRefused = true };
        }
    }

    private async Task StartTlsAsync(ImapResponse greeting, CancellationToken ct)
    {
        // Signed in already, it would take no STARTTLS: an attacker's way to keep the connection open to him.
        if (greeting.Word == "PREAUTH")
            throw Refusal("signs in before the connection is encrypted (PREAUTH)");
        await conversation.AskAsync(new ImapCommand("STARTTLS", "to encrypt the connection"), ct);
        await connection.StartTlsAsync(ct);
    }

    /// <summary>What the server can do now; it may say more after the sign-in than before.</summary>
    public async Task<IReadOnlySet<string>> AskCapabilitiesAsync(CancellationToken ct)
    {
        var capabilities = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        await conversation.AskAsync(
            new ImapCommand("CAPABILITY", "to say what it can do"),
            ct,
            response =>
            {
                if (response.Word == "CAPABILITY")
                    capabilities.UnionWith(response.Rest.Split(' '));
            }
        );
        return capabilities;
    }

    private ImapException Refusal(string what) => new($"The server {options.Place} {what}.", connectionIsLost: true);
}
