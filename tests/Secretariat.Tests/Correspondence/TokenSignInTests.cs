using Secretariat.Formats.Imap;
using Secretariat.Formats.Smtp;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Mail;
using Secretariat.Tests.Servers;

namespace Secretariat.Tests.Correspondence;

/// <summary>Signing in by access token, to the server that checks it.</summary>
public sealed class TokenSignInTests(TestApp app) : AppTest(app)
{
    private static readonly DateTimeOffset Later = TimeProvider.System.Now().AddHours(1);

    [Fact]
    public async Task A_mailbox_is_read_by_token()
    {
        var dovecot = await StartAsync();
        await dovecot.PutAsync("token-reads", "Subject: Hi\r\n\r\n"u8.ToArray());
        await using var endpoint = new ScriptedTokenEndpoint(Good(dovecot, "token-reads"));

        Assert.Equal(1, await CountAsync(dovecot, "token-reads", endpoint));

        Assert.Single(endpoint.Forms);
    }

    [Fact]
    public async Task A_token_that_the_server_does_not_take_any_more_is_replaced()
    {
        var dovecot = await StartAsync();
        var expired = dovecot.TokenFor("token-old", TimeProvider.System.Now().AddMinutes(-5));
        await using var endpoint = new ScriptedTokenEndpoint(ScriptedTokenEndpoint.Token(expired), Good(dovecot, "token-old"));

        Assert.Equal(0, await CountAsync(dovecot, "token-old", endpoint));

        Assert.Equal(2, endpoint.Forms.Count);
    }

    [Fact]
    public async Task A_token_that_is_never_taken_is_asked_for_twice_and_told()
    {
        var dovecot = await StartAsync();
        var forged = dovecot.TokenFor("token-forged", Later, isOurs: false);
        await using var endpoint = new ScriptedTokenEndpoint(ScriptedTokenEndpoint.Token(forged));

        var e = await Assert.ThrowsAsync<ImapException>(() => CountAsync(dovecot, "token-forged", endpoint));

        Assert.Contains("refused to sign in token-forged: ", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(forged, e.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, endpoint.Forms.Count);
    }

    [Fact]
    public async Task A_message_leaves_by_token()
    {
        Assert.SkipWhen(SmtpRelay.WhyMissing is not null, SmtpRelay.WhyMissing ?? "");
        var dovecot = await StartAsync();
        await SmtpRelay.SharedAsync();
        await using var endpoint = new ScriptedTokenEndpoint(Good(dovecot, "token-sends"));
        var settings = Settings(dovecot, "token-sends", endpoint) with { Port = dovecot.SubmissionsPort };
        var sender = new SmtpSender(settings, Tokens(settings));

        var sending = await sender.SendAsync(
            "Subject: Hi\r\n\r\nHello\r\n"u8.ToArray(),
            new SmtpEnvelope("office@secretariat.example", "token-sends@ministry.example"),
            Cancelled
        );

        Assert.IsType<Sending.Accepted>(sending);
    }

    [Fact]
    public async Task Without_a_token_a_message_waits_and_says_why()
    {
        await using var endpoint = new ScriptedTokenEndpoint("400 {\"error\":\"invalid_grant\"}");
        var settings = new ServerSettings { Host = "127.0.0.1", OAuth = OAuth(endpoint) };

        var sending = await new SmtpSender(settings, Tokens(settings)).SendAsync(
            new byte[1],
            new SmtpEnvelope("a@b.example", "c@d.example"),
            Cancelled
        );

        var refused = Assert.IsType<Sending.Refused>(sending);
        Assert.True(refused.IsTemporary);
        Assert.Contains("invalid_grant", refused.Words.ToString(), StringComparison.Ordinal);
    }

    private static async Task<DovecotServer> StartAsync()
    {
        Assert.SkipWhen(DovecotServer.WhyMissing is not null, DovecotServer.WhyMissing ?? "");
        return await DovecotServer.SharedAsync();
    }

    private static string Good(DovecotServer dovecot, string user) => ScriptedTokenEndpoint.Token(dovecot.TokenFor(user, Later));

    private async Task<int> CountAsync(DovecotServer dovecot, string user, ScriptedTokenEndpoint endpoint)
    {
        var settings = Settings(dovecot, user, endpoint);
        var mailbox = new ImapMailbox(
            new ImapServer(settings, Tokens(settings)),
            "INBOX",
            TimeProvider.System,
            App.Services.GetRequiredService<SaidOnce>()
        );
        await using var open = await mailbox.OpenAsync(Cancelled);
        return open.Uids.Count;
    }

    private AccessTokens? Tokens(ServerSettings settings) => App.Services.GetRequiredService<TokenSources>().Of(settings);

    private ServerSettings Settings(DovecotServer dovecot, string user, ScriptedTokenEndpoint endpoint)
    {
        var certificate = Path.Combine(App.Folder, $"{user}.pem");
        File.WriteAllText(certificate, dovecot.CertificatePem);
        return new ServerSettings
        {
            Host = "localhost",
            Port = dovecot.ImapsPort,
            User = user,
            OAuth = OAuth(endpoint),
            TrustedCertificate = certificate,
        };
    }

    private static OAuthSettings OAuth(ScriptedTokenEndpoint endpoint) =>
        new()
        {
            TokenEndpoint = endpoint.Address,
            ClientId = "office",
            ClientSecret = "secret",
        };
}
