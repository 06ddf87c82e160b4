using System.Text;
using Secretariat.Formats.Connections;
using Secretariat.Formats.Smtp;
using Secretariat.Tests.Servers;
using static Secretariat.Formats.Smtp.SmtpResult;

namespace Secretariat.Tests.Formats.Smtp;

/// <summary>What real servers rarely do, and must not make us lose or claim anything.</summary>
public class SmtpTroubleTests
{
    private static readonly SmtpEnvelope Envelope = new("office@secretariat.example", "minister@ministry.example");

    private static readonly byte[] Message = "Subject: Hi\r\n\r\nText\r\n"u8.ToArray();

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HandClock clock = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("EHLO")]
    [InlineData("AUTH")]
    public async Task A_server_that_closes_before_it_is_ready_is_left_with_its_words(string verb)
    {
        await using var peer = new ScriptedSmtpPeer { [verb] = "421 4.3.2 Too many connections" };

        var e = await Assert.ThrowsAsync<SmtpSessionException>(() => ConnectAsync(peer, user: "office"));

        Assert.Contains("421 4.3.2 Too many connections", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MAIL")]
    [InlineData("RCPT")]
    [InlineData("DATA")]
    [InlineData(".")]
    public async Task A_server_that_closes_at_a_step_may_be_asked_again_later(string verb)
    {
        await using var peer = new ScriptedSmtpPeer { [verb] = "421 4.3.2 Shutting down" };
        await using var session = await ConnectAsync(peer);

        var result = await session.SendAsync(Envelope, Message, Ct);

        Assert.Equal(new Refused(421, "4.3.2", "Shutting down", IsTemporary: true), result);
        Assert.False(session.IsOpen);
    }

    [Fact]
    public async Task A_server_that_closes_between_two_messages_took_the_first_and_not_the_second()
    {
        await using var peer = new ScriptedSmtpPeer { ["RSET"] = "421 4.4.2 Idle for too long" };
        await using var session = await ConnectAsync(peer);
        Assert.IsType<Accepted>(await session.SendAsync(Envelope, Message, Ct));

        var e = await Assert.ThrowsAsync<SmtpSessionException>(() => session.SendAsync(Envelope, Message, Ct));

        Assert.Contains("421 4.4.2 Idle for too long", e.Message, StringComparison.Ordinal);
        Assert.Single(peer.Messages);
    }

    [Fact]
    public async Task A_greeting_that_never_comes_is_not_waited_for()
    {
        await using var peer = new ScriptedSmtpPeer { [""] = ScriptedSmtpPeer.Silence };

        var connecting = ConnectAsync(peer);
        await clock.PassAsync(Patience, connecting);

        var e = await Assert.ThrowsAsync<SmtpSessionException>(() => connecting);
        Assert.Contains("was silent for 60 seconds", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("220-Welcome\n554 Go away")]
    [InlineData("220-Welcome\n421 Too busy")]
    public async Task A_greeting_that_contradicts_itself_is_none(string greeting)
    {
        await using var peer = new ScriptedSmtpPeer { [""] = greeting };
        var e = await Assert.ThrowsAsync<SmtpSessionException>(() => ConnectAsync(peer));
        Assert.Contains("contradicts itself", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("250-2.0.0 Taken\n554 5.6.0 Refused", "contradicts itself")]
    [InlineData("550-5.7.1 Refused\n250 2.0.0 Taken", "contradicts itself")]
    [InlineData("250-Taken\nand more", "does not speak SMTP: and more")]
    [InlineData("2500 Taken", "does not speak SMTP: 2500 Taken")]
    [InlineData("150 Soon", "does not speak SMTP: 150 Soon")]
    [InlineData("25", "does not speak SMTP: 25")]
    public async Task What_a_server_says_both_ways_or_in_no_way_about_a_whole_message_is_not_believed(string reply, string why)
    {
        await using var peer = new ScriptedSmtpPeer { ["."] = reply };
        await using var session = await ConnectAsync(peer);

        var unknown = Assert.IsType<Unknown>(await session.SendAsync(Envelope, Message, Ct));

        Assert.Contains(why, unknown.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_of_one_kind_are_one_reply_and_the_last_code_counts()
    {
        await using var peer = new ScriptedSmtpPeer { ["RCPT"] = "550-5.1.1 Unknown\n553-5.1.3 and badly\n551 5.1.6 written" };
        await using var session = await ConnectAsync(peer);

        var result = await session.SendAsync(Envelope, Message, Ct);

        Assert.Equal(new Refused(551, "5.1.1", "Unknown and badly written", IsTemporary: false), result);
    }

    [Theory]
    [InlineData("MAIL", "250 Ok\n250 Ok")]
    [InlineData("RCPT", "250 Ok\n354 Go on")]
    [InlineData("DATA", "354 Go on\n250 2.0.0 Taken already")]
    public async Task A_reply_too_many_is_never_taken_for_the_answer_to_the_message(string verb, string replies)
    {
        await using var peer = new ScriptedSmtpPeer { [verb] = replies, ["."] = "554 5.6.0 Refused" };
        await using var session = await ConnectAsync(peer);

        var e = await Assert.ThrowsAsync<SmtpSessionException>(() => session.SendAsync(Envelope, Message, Ct));

        Assert.Contains("speaks without being asked", e.Message, StringComparison.Ordinal);
        Assert.False(session.IsOpen);
    }

    [Theory]
    [InlineData("MAIL", "354 Go on", "answered MAIL with 354 Go on")]
    [InlineData("DATA", "250 Taken already", "answered DATA with 250 Taken already")]
    [InlineData("MAIL", "530 5.7.0 Sign in first", "answered MAIL with 530 5.7.0 Sign in first")]
    public async Task What_says_nothing_of_the_message_does_not_refuse_it_for_good(string verb, string reply, string why)
    {
        await using var peer = new ScriptedSmtpPeer { [verb] = reply };
        await using var session = await ConnectAsync(peer);

        var e = await Assert.ThrowsAsync<SmtpSessionException>(() => session.SendAsync(Envelope, Message, Ct));

        Assert.Contains(why, e.Message, StringComparison.Ordinal);
        Assert.Empty(peer.Messages);
    }

    [Fact]
    public async Task A_connection_cut_in_the_middle_of_a_message_took_nothing()
    {
        // More than the system keeps on the way, so that the cut is met before the final dot.
        var large = Encoding.ASCII.GetBytes(
            "Subject: Hi\r\n\r\n" + string.Concat(Enumerable.Repeat("A line of the letter.\r\n", 1_500_000))
        );
        await using var peer = new ScriptedSmtpPeer { ["EHLO"] = "250 x", CutsIntoMessage = true };
        await using var session = await ConnectAsync(peer);

        await Assert.ThrowsAsync<SmtpSessionException>(() => session.SendAsync(Envelope, large, Ct));

        Assert.Empty(peer.Messages);
        Assert.False(session.IsOpen);
    }

    [Theory]
    [InlineData("", "sent a line of more than 8192 bytes")]
    [InlineData("MAIL", "sent a line of more than 8192 bytes")]
    public async Task A_line_without_end_is_not_read_to_the_end(string verb, string why)
    {
        await using var peer = new ScriptedSmtpPeer { [verb] = "250 " + new string('x', 100_000) };

        var e = await Assert.ThrowsAsync<SmtpSessionException>(async () =>
        {
            await using var session = await ConnectAsync(peer);
            await session.SendAsync(Envelope, Message, Ct);
        });

        Assert.Contains(why, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_refusal_is_kept_short_and_on_one_line()
    {
        var lines = string.Join('\n', Enumerable.Range(0, 150).Select(i => $"550-5.7.1 Line {i} of the policy"));
        await using var peer = new ScriptedSmtpPeer { ["RCPT"] = $"{lines}\n550 5.7.1 end" };
        await using var session = await ConnectAsync(peer);

        var refused = Assert.IsType<Refused>(await session.SendAsync(Envelope, Message, Ct));

        Assert.StartsWith("Line 0 of the policy Line 1", refused.Words, StringComparison.Ordinal);
        Assert.InRange(refused.Words.Length, 900, 1001);
    }

    [Fact]
    public async Task Without_any_extension_a_plain_message_goes_as_it_always_did()
    {
        await using var peer = new ScriptedSmtpPeer { ["EHLO"] = "250 peer.example" };
        await using var session = await ConnectAsync(peer);

        Assert.IsType<Accepted>(await session.SendAsync(Envelope with { Id = "ga.1" }, Message, Ct));

        string[] said = ["MAIL FROM:<office@secretariat.example>", "RCPT TO:<minister@ministry.example>", "DATA"];
        Assert.Equal(said, peer.Commands.Skip(1));
    }

    private Task<SmtpSession> ConnectAsync(ScriptedSmtpPeer peer, string? user = null) =>
        SmtpSession.ConnectAsync(
            new SmtpOptions
            {
                Host = "127.0.0.1",
                Port = peer.Port,
                Security = ConnectionSecurity.None,
                User = user,
                Password = "s3cret",
                AllowLoginWithoutTls = true,
                Timeout = Patience,
                Clock = clock,
            },
            Ct
        );
}
