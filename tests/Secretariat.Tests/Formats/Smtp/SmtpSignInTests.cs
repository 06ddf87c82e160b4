using Secretariat.Formats.Connections;
using Secretariat.Formats.Smtp;
using Secretariat.Tests.Servers;

namespace Secretariat.Tests.Formats.Smtp;

public class SmtpSignInTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("AUTH LOGIN PLAIN", "C: AUTH PLAIN AG9mZmljZQBjbMOpcw==")]
    [InlineData("AUTH=PLAIN", "C: AUTH PLAIN AG9mZmljZQBjbMOpcw==")]
    [InlineData("auth XOAUTH2 login", "C: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC: b2ZmaWNl\nS: 334 UGFzc3dvcmQ6\nC: Y2zDqXM=")]
    public async Task Signs_in_as_the_server_can(string offered, string exchange)
    {
        var stream = new TranscriptStream(
            $"S: 220 Ready\nC: EHLO [127.0.0.1]\nS: 250-x\nS: 250 {offered}\n{exchange}\nS: 235 Ok\n"
        );

        await using var session = await SmtpSession.ConnectAsync(stream, Options(), Ct);

        Assert.Empty(stream.Unsaid);
    }

    [Theory]
    [InlineData("AUTH LOGIN PLAIN XOAUTH2", "C: AUTH XOAUTH2 dXNlcj1vZmZpY2UBYXV0aD1CZWFyZXIgdDEBAQ==\nS: 235 Ok", null)]
    [InlineData("AUTH XOAUTH2", "C: *\nS: 334 eyJzdGF0dXMiOiI0MDAifQ==\nC: \nS: 535 5.7.8 Not you", "535 5.7.8 Not you")]
    [InlineData("AUTH OAUTHBEARER", "C: *\nS: 334 eyJzdGF0dXMiOiI0MDAifQ==\nC: AQ==\nS: 535 5.7.8 Not you", "535 5.7.8 Not you")]
    [InlineData("AUTH XOAUTH2", "C: *\nS: 535 5.7.3 Not you", "535 5.7.3 Not you")]
    public async Task Signs_in_by_token_and_hears_the_reason_of_a_refusal(string offered, string exchange, string? refusal)
    {
        var stream = new TranscriptStream($"S: 220 Ready\nC: *\nS: 250-x\nS: 250 {offered}\n{exchange}\n");
        var connecting = SmtpSession.ConnectAsync(stream, Options(token: "t1"), Ct);

        if (refusal is null)
        {
            await (await connecting).DisposeAsync();
        }
        else
        {
            var e = await Assert.ThrowsAsync<SmtpSessionException>(() => connecting);
            Assert.Equal($"The server smtp.example:587 refused to sign in office: {refusal}", e.Message);
            Assert.True(e.TokenIsRefused);
        }

        Assert.Empty(stream.Unsaid);
    }

    [Theory]
    [InlineData("S: 535 5.7.8 Bad credentials", "535 5.7.8 Bad credentials")]
    [InlineData("S: 454 4.7.0 Temporary failure", "454 4.7.0 Temporary failure")]
    [InlineData("S: 334 More?", "334 More?")]
    public async Task A_refused_password_is_told_in_the_servers_words(string answer, string words)
    {
        var e = await RefusedAsync($"S: 220 Ready\nC: *\nS: 250-x\nS: 250 AUTH PLAIN\nC: *\n{answer}\n");
        Assert.Equal($"The server smtp.example:587 refused to sign in office: {words}", e.Message);
    }

    [Theory]
    [InlineData("S: 554 No service", "does not greet: 554 No service")]
    [InlineData("S: * OK IMAP4rev1 ready", "does not speak SMTP")]
    [InlineData("", "closed the connection")]
    [InlineData("S: 220 Ready\nC: *\nS: 502 What?", "refused to talk: 502 What?")]
    [InlineData("S: 220 Ready\nC: *\nS: 250 x", "takes no password")]
    public async Task A_server_that_cannot_be_used_is_left_with_its_words(string script, string reason)
    {
        var e = await RefusedAsync(script);
        Assert.Contains(reason, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_without_end_is_not_read_to_the_end()
    {
        var lines = string.Concat(Enumerable.Repeat("S: 220-and more\n", 300));
        var e = await RefusedAsync(lines);
        Assert.Contains("more than 200 lines", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("S: 454 TLS not available", "refused to encrypt the connection: 454")]
    [InlineData("S: 502 5.5.1 What?", "refused to encrypt the connection: 502")]
    [InlineData("S: 220 Go\nS: 250 Injected", "without waiting for the encryption")]
    public async Task Nothing_is_said_before_the_encryption_that_was_asked_for(string answer, string reason)
    {
        var script = $"S: 220 Ready\nC: *\nS: 250-x\nS: 250 AUTH PLAIN\nC: STARTTLS\n{answer}\n";
        var e = await RefusedAsync(script, ConnectionSecurity.StartTls);
        Assert.Contains(reason, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_does_not_cross_an_unencrypted_connection_unless_allowed()
    {
        var e = await RefusedAsync("S: 220 Ready\nC: *\nS: 250-x\nS: 250 AUTH PLAIN\n", allowPlain: false);
        Assert.Contains("is not encrypted", e.Message, StringComparison.Ordinal);
    }

    private static Task<SmtpSessionException> RefusedAsync(
        string script,
        ConnectionSecurity security = ConnectionSecurity.None,
        bool allowPlain = true
    ) =>
        Assert.ThrowsAsync<SmtpSessionException>(() =>
            SmtpSession.ConnectAsync(new TranscriptStream(script), Options(security, allowPlain), Ct)
        );

    private static SmtpOptions Options(
        ConnectionSecurity security = ConnectionSecurity.None,
        bool allowPlain = true,
        string? token = null
    ) =>
        new()
        {
            Host = "smtp.example",
            Port = 587,
            Security = security,
            User = "office",
            Password = "clés",
            AccessToken = token,
            AllowLoginWithoutTls = allowPlain,
        };
}
