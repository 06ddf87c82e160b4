using Secretariat.Formats.Connections;
using Secretariat.Formats.Imap;
using static Secretariat.Tests.Formats.Imap.ImapTranscript;

namespace Secretariat.Tests.Formats.Imap;

public class ImapSignInTests
{
    private const string Asked = """
        S: * OK Ready
        C: a1 CAPABILITY

        """;

    [Theory]
    [InlineData("C: a2 LOGIN \"box\" \"s3 \\\"cr\\\\t\"", "IMAP4rev1", "s3 \"cr\\t")]
    [InlineData("C: a2 LOGIN {3+}\nC: box {5+}\nC: clés", "IMAP4rev1 LITERAL+", "clés")]
    [InlineData("C: a2 LOGIN {3}\nS: + Go on\nC: box {5}\nS: +\nC: clés", "IMAP4rev1", "clés")]
    [InlineData("C: a2 AUTHENTICATE PLAIN AGJveABjbMOpcw==", "AUTH=PLAIN SASL-IR", "clés")]
    [InlineData("C: a2 AUTHENTICATE PLAIN\nS: +\nC: AGJveABjbMOpcw==", "IMAP4rev1 AUTH=PLAIN LOGINDISABLED", "clés")]
    public async Task Signs_in_as_the_server_can(string exchange, string offered, string password)
    {
        var script = $"{Asked}S: * CAPABILITY {offered}\nS: a1 OK\n{exchange}\nS: a2 OK Welcome\n";
        var stream = new Servers.TranscriptStream(script);

        await using var client = await ImapClient.ConnectAsync(
            stream,
            Options("box", password),
            TestContext.Current.CancellationToken
        );

        Assert.Empty(stream.Unsaid);
    }

    [Theory]
    [InlineData("AUTH=XOAUTH2 AUTH=PLAIN SASL-IR", "C: a2 AUTHENTICATE XOAUTH2 dXNlcj1ib3gBYXV0aD1CZWFyZXIgdDEBAQ==")]
    [InlineData("AUTH=XOAUTH2 AUTH=OAUTHBEARER", "C: a2 AUTHENTICATE XOAUTH2\nS: + \nC: dXNlcj1ib3gBYXV0aD1CZWFyZXIgdDEBAQ==")]
    [InlineData(
        "AUTH=OAUTHBEARER SASL-IR LOGINDISABLED",
        "C: a2 AUTHENTICATE OAUTHBEARER bixhPWJveCwBaG9zdD1pbWFwLmV4YW1wbGUBcG9ydD0xNDMBYXV0aD1CZWFyZXIgdDEBAQ=="
    )]
    public async Task Signs_in_by_token_as_the_server_can(string offered, string exchange)
    {
        var script = $"{Asked}S: * CAPABILITY {offered}\nS: a1 OK\n{exchange}\nS: a2 OK Welcome\n";
        var stream = new Servers.TranscriptStream(script);

        await using var client = await ImapClient.ConnectAsync(
            stream,
            Options("box", token: "t1"),
            TestContext.Current.CancellationToken
        );

        Assert.Empty(stream.Unsaid);
    }

    [Theory]
    [InlineData("XOAUTH2 SASL-IR", "C: *\nS: + eyJzdGF0dXMiOiI0MDEifQ==\nC: \nS: a2 NO AUTHENTICATE failed.")]
    [InlineData("XOAUTH2", "C: *\nS: +\nC: *\nS: + eyJzdGF0dXMiOiI0MDEifQ==\nC: \nS: a2 NO AUTHENTICATE failed.")]
    [InlineData("OAUTHBEARER SASL-IR", "C: *\nS: + eyJzdGF0dXMiOiI0MDEifQ==\nC: AQ==\nS: a2 NO AUTHENTICATE failed.")]
    [InlineData("XOAUTH2 SASL-IR", "C: *\nS: a2 NO AUTHENTICATE failed.")]
    public async Task A_refused_token_is_told_after_the_reason_was_heard(string offered, string exchange)
    {
        var script = $"{Asked}S: * CAPABILITY AUTH={offered}\nS: a1 OK\n{exchange}";
        var e = await Refused(script, Options("box", token: "t1"));
        Assert.Equal("The server imap.example:143 refused to sign in box: AUTHENTICATE failed.", e.Message);
        Assert.True(e.TokenIsRefused);
    }

    [Fact]
    public async Task A_token_is_not_tried_as_a_password()
    {
        var script = Asked + "S: * CAPABILITY IMAP4rev1 AUTH=PLAIN\nS: a1 OK\n";
        var e = await Refused(script, Options("box", token: "t1"));
        Assert.Contains("takes no access token", e.Message, StringComparison.Ordinal);
        Assert.False(e.TokenIsRefused);
    }

    [Fact]
    public async Task A_wrong_password_is_told_in_the_servers_words_and_never_shown()
    {
        var script = """
            S: * CAPABILITY IMAP4rev1
            S: a1 OK
            C: *
            S: a2 NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)
            """;

        var e = await Refused(Asked + script, Options("box", "s3cret"));

        Assert.Equal(
            "The server imap.example:143 refused to sign in box: " + "[AUTHENTICATIONFAILED] Invalid credentials (Failure)",
            e.Message
        );
        Assert.DoesNotContain("s3cret", e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_takes_no_password_is_not_sent_one()
    {
        var script = Asked + "S: * CAPABILITY IMAP4rev1 LOGINDISABLED\nS: a1 OK\n";
        var e = await Refused(script, Options("box", "s3cret"));
        Assert.Contains("LOGINDISABLED", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_does_not_cross_an_unencrypted_connection_unless_allowed()
    {
        var careful = new ImapOptions
        {
            Host = "imap.example",
            Port = 143,
            Security = ConnectionSecurity.None,
            User = "box",
            Password = "s3cret",
        };
        var e = await Refused("S: * OK Ready\n", careful);
        Assert.Contains("is not encrypted", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_authentication_that_asks_for_more_than_there_is_to_say_is_given_up()
    {
        var script = """
            S: * CAPABILITY AUTH=PLAIN SASL-IR
            S: a1 OK
            C: a2 AUTHENTICATE PLAIN AGJveABzM2NyZXQ=
            S: + more
            C: *
            S: a2 BAD Given up
            """;
        var e = await Refused(Asked + script, Options("box", "s3cret"));
        Assert.EndsWith("Given up", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("S: * PREAUTH Welcome", "(PREAUTH)")]
    [InlineData("S: * OK Ready\nC: a1 STARTTLS\nS: a1 NO Not today", "Not today")]
    [InlineData("S: * OK Ready\nC: a1 STARTTLS\nS: a1 OK Go\nS: * CAPABILITY X", "without waiting")]
    public async Task Nothing_is_said_before_the_encryption_that_was_asked_for(string script, string reason)
    {
        var e = await Refused(script, Options("box", "x", ConnectionSecurity.StartTls));
        Assert.Contains(reason, e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("S: * BYE Too many connections", "Too many connections")]
    [InlineData("S: 220 mail.example ESMTP", "does not greet")]
    [InlineData("", "closed the connection")]
    public async Task A_server_that_does_not_greet_is_left(string script, string reason)
    {
        var e = await Refused(script, Options());
        Assert.Contains(reason, e.Message, StringComparison.Ordinal);
        Assert.True(e.ConnectionIsLost);
    }

    private static Task<ImapException> Refused(string script, ImapOptions options) =>
        Assert.ThrowsAsync<ImapException>(() => ConnectAsync(script, options));
}
