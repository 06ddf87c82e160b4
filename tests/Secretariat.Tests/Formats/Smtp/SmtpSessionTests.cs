using System.Text;
using Secretariat.Formats.Connections;
using Secretariat.Formats.Smtp;
using Secretariat.Tests.Servers;
using static Secretariat.Formats.Smtp.SmtpResult;

namespace Secretariat.Tests.Formats.Smtp;

public class SmtpSessionTests
{
    private const string From = "office@secretariat.example";
    private const string To = "minister@ministry.example";

    private static readonly SmtpEnvelope Envelope = new(From, To);

    private static readonly byte[] Message = Encoding.ASCII.GetBytes("Subject: Hi\r\n\r\n.hidden\n");

    private static readonly TimeSpan Acceptance = TimeSpan.FromMinutes(10);

    private readonly HandClock clock = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(1)]
    public async Task An_accepted_message_arrives_whole_and_the_servers_words_are_kept(int packetSize)
    {
        await using var peer = new ScriptedSmtpPeer { ["."] = "250 2.6.0 Queued as 4711", PacketSize = packetSize };
        await using var session = await ConnectAsync(peer);

        var result = await session.SendAsync(Envelope, Message, Ct);
        await session.QuitAsync(Ct);

        Assert.Equal(new Accepted("250 2.6.0 Queued as 4711"), result);
        Assert.Equal("Subject: Hi\r\n\r\n.hidden\r\n", Assert.Single(peer.Messages));
        string[] said = ["EHLO [127.0.0.1]", $"MAIL FROM:<{From}> SIZE=25", $"RCPT TO:<{To}>", "DATA", "QUIT"];
        Assert.Equal(said, peer.Commands);
    }

    [Theory]
    [InlineData("MAIL", "550 5.7.1 Not you", 550, "5.7.1", "Not you", false)]
    [InlineData("RCPT", "450 4.2.1 Mailbox busy", 450, "4.2.1", "Mailbox busy", true)]
    [InlineData("RCPT", "550-5.1.1 No such\n550 5.1.1 person", 550, "5.1.1", "No such person", false)]
    [InlineData("RCPT", "550", 550, null, "", false)]
    [InlineData("RCPT", "550 4.1.1 Which?", 550, null, "4.1.1 Which?", false)]
    [InlineData("DATA", "451 Try again", 451, null, "Try again", true)]
    [InlineData(".", "554 5.6.0 Looks\todd", 554, "5.6.0", "Looks odd", false)]
    [InlineData(".", "421 4.3.2 Closing", 421, "4.3.2", "Closing", true)]
    public async Task A_refusal_tells_code_status_words_and_whether_to_try_again(
        string verb,
        string reply,
        int code,
        string? status,
        string words,
        bool isTemporary
    )
    {
        await using var peer = new ScriptedSmtpPeer { [verb] = reply };
        await using var session = await ConnectAsync(peer);

        var result = await session.SendAsync(Envelope, Message, Ct);

        Assert.Equal(new Refused(code, status, words, isTemporary), result);
        Assert.Equal(code != 421, session.IsOpen);
    }

    [Theory]
    [InlineData(ScriptedSmtpPeer.Cut, "closed the connection")]
    [InlineData("<html>", "does not speak SMTP: <html>")]
    [InlineData("354 Go on", "answered a whole message with 354 Go on")]
    public async Task Without_an_answer_to_the_whole_message_its_fate_is_unknown(string answer, string why)
    {
        await using var peer = new ScriptedSmtpPeer { ["."] = answer };
        await using var session = await ConnectAsync(peer);

        var result = await session.SendAsync(Envelope, Message, Ct);

        var unknown = Assert.IsType<Unknown>(result);
        Assert.Contains(why, unknown.Why, StringComparison.Ordinal);
        Assert.Single(peer.Messages);
    }

    [Fact]
    public async Task A_server_that_is_silent_about_a_whole_message_leaves_its_fate_unknown()
    {
        await using var peer = new ScriptedSmtpPeer { ["."] = ScriptedSmtpPeer.Silence };
        await using var session = await ConnectAsync(peer);

        var sending = session.SendAsync(Envelope, Message, Ct);
        while (peer.Messages.IsEmpty)
            await Task.Yield();
        await clock.PassAsync(Acceptance, sending);

        var unknown = Assert.IsType<Unknown>(await sending);
        Assert.Contains("was silent for 600 seconds", unknown.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wait_for_the_answer_that_is_given_up_leaves_the_fate_unknown()
    {
        await using var peer = new ScriptedSmtpPeer { ["."] = ScriptedSmtpPeer.Silence };
        await using var session = await ConnectAsync(peer);
        using var stop = new CancellationTokenSource();

        var sending = session.SendAsync(Envelope, Message, stop.Token);
        while (peer.Messages.IsEmpty)
            await Task.Yield();
        await stop.CancelAsync();

        Assert.IsType<Unknown>(await sending);
        Assert.False(session.IsOpen);
    }

    [Theory]
    [InlineData("MAIL")]
    [InlineData("RCPT")]
    [InlineData("DATA")]
    public async Task A_connection_lost_before_the_message_is_complete_took_nothing(string verb)
    {
        await using var peer = new ScriptedSmtpPeer { [verb] = ScriptedSmtpPeer.Cut };
        await using var session = await ConnectAsync(peer);

        var e = await Assert.ThrowsAsync<SmtpSessionException>(() => session.SendAsync(Envelope, Message, Ct));

        Assert.Contains("127.0.0.1", e.Message, StringComparison.Ordinal);
        Assert.Empty(peer.Messages);
        Assert.False(session.IsOpen);
        await Assert.ThrowsAsync<SmtpSessionException>(() => session.SendAsync(Envelope, Message, Ct));
    }

    [Fact]
    public async Task Several_messages_go_over_one_connection_and_a_refusal_does_not_touch_the_next()
    {
        await using var peer = new ScriptedSmtpPeer { ["RCPT"] = "550 5.1.1 Unknown" };
        await using var session = await ConnectAsync(peer);

        Assert.IsType<Refused>(await session.SendAsync(Envelope, Message, Ct));
        peer["RCPT"] = "250 Ok";
        Assert.IsType<Accepted>(await session.SendAsync(Envelope, Message, Ct));
        Assert.IsType<Accepted>(await session.SendAsync(new SmtpEnvelope("", To), Message, Ct));

        Assert.Equal(2, peer.Messages.Count);
        Assert.Equal(2, peer.Commands.Count(command => command == "RSET"));
        Assert.Contains("MAIL FROM:<> SIZE=25", peer.Commands);
        Assert.Single(peer.Commands, command => command.StartsWith("EHLO", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("250-x\n250 SIZE 20", "Hi\r\n\r\nA long letter", To, "5.3.4")]
    [InlineData("250 x", "Hi\r\n\r\né", To, "5.6.3")]
    [InlineData("250 x", "Hi\r\n", "ministère@ministry.example", "5.6.7")]
    public async Task A_message_that_the_server_cannot_take_is_not_offered_to_it(
        string offered,
        string message,
        string recipient,
        string status
    )
    {
        await using var peer = new ScriptedSmtpPeer { ["EHLO"] = offered };
        await using var session = await ConnectAsync(peer);

        var result = await session.SendAsync(new SmtpEnvelope(From, recipient), Encoding.UTF8.GetBytes(message), Ct);

        var refused = Assert.IsType<Refused>(result);
        Assert.Equal((status, false), (refused.EnhancedStatus, refused.IsTemporary));
        Assert.Single(peer.Commands);
    }

    [Fact]
    public async Task Domains_are_told_in_ascii_the_senders_too()
    {
        await using var peer = new ScriptedSmtpPeer();
        await using var session = await ConnectAsync(peer);

        var envelope = new SmtpEnvelope("office@bücher.example", "ada@bücher.example");
        Assert.IsType<Accepted>(await session.SendAsync(envelope, Message, Ct));

        Assert.Contains(peer.Commands, c => c.StartsWith("MAIL FROM:<office@xn--bcher-kva.example>", StringComparison.Ordinal));
        Assert.Contains("RCPT TO:<ada@xn--bcher-kva.example>", peer.Commands);
    }

    [Fact]
    public async Task Bytes_and_addresses_beyond_ascii_are_announced()
    {
        await using var peer = new ScriptedSmtpPeer { ["EHLO"] = "250-x\n250-8bitmime\n250 SMTPUTF8" };
        await using var session = await ConnectAsync(peer);

        await session.SendAsync(new SmtpEnvelope(From, "été@ministry.example"), Encoding.UTF8.GetBytes("é"), Ct);

        Assert.Contains($"MAIL FROM:<{From}> BODY=8BITMIME SMTPUTF8", peer.Commands);
    }

    [Theory]
    [InlineData("a@b.example>\r\nRCPT TO:<c@d.example")]
    [InlineData("a@b.example> NOTIFY=NEVER")]
    [InlineData("a b@c.example")]
    [InlineData("")]
    public async Task An_address_that_would_say_more_than_an_address_is_not_sent(string recipient)
    {
        await using var peer = new ScriptedSmtpPeer();
        await using var session = await ConnectAsync(peer);
        await Assert.ThrowsAsync<ArgumentException>(() => session.SendAsync(new SmtpEnvelope(From, recipient), Message, Ct));
        Assert.Single(peer.Commands);
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
                AcceptanceTimeout = Acceptance,
                Clock = clock,
            },
            Ct
        );
}
