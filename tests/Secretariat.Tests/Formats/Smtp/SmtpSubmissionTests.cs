using System.Net;
using System.Net.Sockets;
using System.Text;
using Secretariat.Formats.Connections;
using Secretariat.Formats.Imap;
using Secretariat.Formats.Smtp;
using Secretariat.Tests.Servers;
using static Secretariat.Formats.Smtp.SmtpResult;

namespace Secretariat.Tests.Formats.Smtp;

/// <summary>Through a real submission service and relay into a real mailbox.</summary>
public class SmtpSubmissionTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ConnectionSecurity.Tls)]
    [InlineData(ConnectionSecurity.StartTls)]
    public async Task Submitted_messages_arrive_in_the_recipients_mailbox(ConnectionSecurity security)
    {
        var relay = await StartAsync();
        var recipient = $"minister.{security}@ministry.example".ToLowerInvariant();
        await using var session = await SmtpSession.ConnectAsync(Options(relay, security), Ct);

        foreach (var name in new[] { "One", "Two" })
        {
            var letter = Encoding.UTF8.GetBytes($"Subject: {name}\r\n\r\n.\r\n..dots\r\né\r\n");
            var result = await session.SendAsync(new SmtpEnvelope("office@secretariat.example", recipient), letter, Ct);
            var accepted = Assert.IsType<Accepted>(result);
            Assert.StartsWith("250 ", accepted.Reply, StringComparison.Ordinal);
        }
        await session.QuitAsync(Ct);

        var arrived = await ReadAsync(relay.Dovecot, recipient, 2);
        Assert.Contains(arrived, text => text.Contains("Subject: One", StringComparison.Ordinal));
        Assert.All(arrived, text => Assert.EndsWith("\r\n\r\n.\r\n..dots\r\né\r\n", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wrong_password_is_refused_in_the_servers_words()
    {
        var relay = await StartAsync();
        var options = Options(relay, ConnectionSecurity.Tls, password: "wrong");
        var e = await Assert.ThrowsAsync<SmtpSessionException>(() => SmtpSession.ConnectAsync(options, Ct));
        Assert.Contains("535 5.7.8", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_not_accepted()
    {
        var relay = await StartAsync();
        var options = Options(relay, ConnectionSecurity.StartTls, trusted: false);
        var e = await Assert.ThrowsAsync<SmtpSessionException>(() => SmtpSession.ConnectAsync(options, Ct));
        Assert.Contains("certificate that is not accepted", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_server_refuses_a_plain_password_from_another_address()
    {
        var relay = await StartAsync();
        // Dovecot takes a client with its own address as secure.
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Parse("127.0.0.2"), 0));
        await socket.ConnectAsync(IPAddress.Loopback, relay.Dovecot.SubmissionPort, Ct);
        var stream = new NetworkStream(socket, ownsSocket: true);
        var e = await Assert.ThrowsAsync<SmtpSessionException>(() =>
            SmtpSession.ConnectAsync(stream, Options(relay, ConnectionSecurity.None), Ct)
        );
        Assert.Contains("takes no password", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_relay_itself_takes_mail_without_sign_in()
    {
        var relay = await StartAsync();
        var options = new SmtpOptions
        {
            Host = "127.0.0.1",
            Port = relay.Port,
            Security = ConnectionSecurity.None,
        };
        await using var session = await SmtpSession.ConnectAsync(options, Ct);
        var letter = Encoding.ASCII.GetBytes("Subject: Direct\n\nHello\n");

        var result = await session.SendAsync(new SmtpEnvelope("", "direct@ministry.example"), letter, Ct);

        Assert.IsType<Accepted>(result);
        Assert.Single(await ReadAsync(relay.Dovecot, "direct@ministry.example", 1));
    }

    private static async Task<SmtpRelay> StartAsync()
    {
        Assert.SkipWhen(SmtpRelay.WhyMissing is not null, SmtpRelay.WhyMissing ?? "");
        return await SmtpRelay.SharedAsync();
    }

    private static SmtpOptions Options(
        SmtpRelay relay,
        ConnectionSecurity security,
        string password = DovecotServer.Password,
        bool trusted = true
    ) =>
        new()
        {
            Host = "localhost",
            Port = security == ConnectionSecurity.Tls ? relay.Dovecot.SubmissionsPort : relay.Dovecot.SubmissionPort,
            Security = security,
            User = "office",
            Password = password,
            AllowLoginWithoutTls = true,
            TrustedCertificatePem = trusted ? relay.Dovecot.CertificatePem : null,
        };

    private static async Task<List<string>> ReadAsync(DovecotServer dovecot, string user, int count)
    {
        await using var client = await ImapClient.ConnectAsync(
            new ImapOptions
            {
                Host = "localhost",
                Port = dovecot.ImapsPort,
                User = user,
                Password = DovecotServer.Password,
                TrustedCertificatePem = dovecot.CertificatePem,
            },
            Ct
        );
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        while ((await client.ExamineAsync("INBOX", limit.Token)).Exists < count)
            await Task.Delay(50, limit.Token);
        var messages = new List<string>();
        foreach (var uid in await client.SearchUidsAsync(1, Ct))
            messages.Add(Encoding.UTF8.GetString((await client.FetchAsync(uid, Ct))!.Bytes!));
        return messages;
    }
}
