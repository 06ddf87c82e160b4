using System.Net;
using System.Net.Sockets;
using System.Text;
using Secretariat.Formats.Connections;
using Secretariat.Formats.Imap;
using Secretariat.Tests.Servers;

namespace Secretariat.Tests.Formats.Imap;

/// <summary>The client against the server that most functional mailboxes live on.</summary>
public class ImapDovecotTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ConnectionSecurity.Tls)]
    [InlineData(ConnectionSecurity.StartTls)]
    public async Task Messages_come_byte_for_byte_and_stay_unseen(ConnectionSecurity security)
    {
        var dovecot = await StartAsync();
        var user = $"reader-{security}";
        var first = Encoding.UTF8.GetBytes("Subject: One\r\n\r\n.é)\r\n{3}\r\n");
        await dovecot.PutAsync(user, first);

        await using (var client = await ImapClient.ConnectAsync(Options(dovecot, security, user), Ct))
        {
            var state = await client.ExamineAsync("INBOX", Ct);
            Assert.Equal(1u, state.Exists);
            var uids = await client.SearchUidsAsync(1, Ct);
            var item = await client.FetchAsync(Assert.Single(uids), Ct);
            Assert.Equal(first, item!.Bytes);
            Assert.NotNull(item.InternalDate);
            Assert.True(item.Uid < state.UidNext);
            Assert.Null(await client.FetchAsync(4711, Ct));
            await client.LogoutAsync(Ct);
        }

        await dovecot.PutAsync(user, Encoding.UTF8.GetBytes("Subject: Two\r\n\r\n"));
        await using var later = await ImapClient.ConnectAsync(Options(dovecot, security, user), Ct);
        await later.ExamineAsync("INBOX", Ct);
        Assert.Equal([2u], await later.SearchUidsAsync(2, Ct));
        Assert.Empty(await later.SearchUidsAsync(3, Ct));
        Assert.Equal(0, await CountSeenAsync(dovecot, user));
    }

    [Fact]
    public async Task A_large_message_is_left_and_the_next_one_read()
    {
        var dovecot = await StartAsync();
        await dovecot.PutAsync(
            "large",
            new byte[300_000]
                .Select(_ => (byte)'x')
                .ToArray()
        );
        var options = Options(dovecot, ConnectionSecurity.Tls, "large", maxMessageBytes: 100_000);
        await using var client = await ImapClient.ConnectAsync(options, Ct);
        await client.ExamineAsync("INBOX", Ct);

        var item = await client.FetchAsync(1, Ct);

        Assert.Null(item!.Bytes);
        Assert.Equal(300_000, item.Size);
        await client.NoopAsync(Ct);
    }

    [Fact]
    public async Task A_wrong_password_is_refused_in_the_servers_words()
    {
        var dovecot = await StartAsync();
        var options = Options(dovecot, ConnectionSecurity.Tls, "reader", password: "wrong");
        var e = await Assert.ThrowsAsync<ImapException>(() => ImapClient.ConnectAsync(options, Ct));
        Assert.Contains("[AUTHENTICATIONFAILED]", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ConnectionSecurity.Tls)]
    [InlineData(ConnectionSecurity.StartTls)]
    public async Task A_certificate_that_nobody_vouches_for_is_not_accepted(ConnectionSecurity security)
    {
        var dovecot = await StartAsync();
        var options = Options(dovecot, security, "reader", trusted: false);
        var e = await Assert.ThrowsAsync<ImapException>(() => ImapClient.ConnectAsync(options, Ct));
        Assert.Contains("certificate that is not accepted", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trusted_certificate_for_another_name_is_not_accepted()
    {
        var dovecot = await StartAsync();
        var socket = await DialAsync("127.0.0.1", dovecot.ImapsPort);
        var options = new ImapOptions
        {
            Host = "mail.example",
            Port = dovecot.ImapsPort,
            TrustedCertificatePem = dovecot.CertificatePem,
        };
        var e = await Assert.ThrowsAsync<ImapException>(() => ImapClient.ConnectAsync(socket, options, Ct));
        Assert.Contains("not made out to mail.example", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_server_refuses_a_plain_password_from_another_address()
    {
        var dovecot = await StartAsync();
        // Dovecot takes a client with its own address as secure.
        var stream = await DialAsync("127.0.0.2", dovecot.ImapPort);
        var options = Options(dovecot, ConnectionSecurity.None, "reader");
        var e = await Assert.ThrowsAsync<ImapException>(() => ImapClient.ConnectAsync(stream, options, Ct));
        Assert.Contains("(LOGINDISABLED)", e.Message, StringComparison.Ordinal);
    }

    private static async Task<DovecotServer> StartAsync()
    {
        Assert.SkipWhen(DovecotServer.WhyMissing is not null, DovecotServer.WhyMissing ?? "");
        return await DovecotServer.SharedAsync();
    }

    private static ImapOptions Options(
        DovecotServer dovecot,
        ConnectionSecurity security,
        string user,
        string password = DovecotServer.Password,
        bool trusted = true,
        int maxMessageBytes = 1_000_000
    ) =>
        new()
        {
            Host = "localhost",
            Port = security == ConnectionSecurity.Tls ? dovecot.ImapsPort : dovecot.ImapPort,
            Security = security,
            User = user,
            Password = password,
            AllowLoginWithoutTls = true,
            TrustedCertificatePem = trusted ? dovecot.CertificatePem : null,
            MaxMessageBytes = maxMessageBytes,
        };

    private static async Task<NetworkStream> DialAsync(string from, int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
        await socket.ConnectAsync(IPAddress.Loopback, port, Ct);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private static async Task<int> CountSeenAsync(DovecotServer dovecot, string user)
    {
        await using var stream = await DialAsync("127.0.0.1", dovecot.ImapPort);
        var commands = $"a LOGIN {user} {DovecotServer.Password}\r\nb EXAMINE INBOX\r\nc SEARCH SEEN\r\nd LOGOUT\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(commands), Ct);
        using var reader = new StreamReader(stream);
        var said = await reader.ReadToEndAsync(Ct);
        var found = said.Split("\r\n").Single(line => line.StartsWith("* SEARCH", StringComparison.Ordinal));
        return found.Split(' ').Length - 2;
    }
}
