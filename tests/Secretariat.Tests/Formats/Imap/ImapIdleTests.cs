using Secretariat.Formats.Connections;
using Secretariat.Formats.Imap;
using Secretariat.Tests.Servers;
using static Secretariat.Tests.Formats.Imap.ImapTranscript;

namespace Secretariat.Tests.Formats.Imap;

/// <summary>Listening to a mailbox (RFC 2177).</summary>
public class ImapIdleTests
{
    private static readonly TimeSpan Nine = TimeSpan.FromMinutes(9);
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(1);

    private readonly HandClock clock = new();
    private int news;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(1)]
    public async Task Only_more_messages_than_before_are_news(int packetSize)
    {
        await using var client = await PlayAsync(
            """
            C: a1 EXAMINE "INBOX"
            S: * 3 EXISTS
            S: * OK [UIDVALIDITY 1]
            S: a1 OK
            C: a2 IDLE
            S: * 3 EXISTS
            S: + idling
            S: * OK Still here
            S: * 2 FETCH (FLAGS (\Seen))
            S: * 4 EXISTS
            S: * 1 RECENT
            S: * 1 EXPUNGE
            S: * 3 EXISTS
            S: * 6 EXISTS
            S: * 6 EXISTS
            S: a2 OK IDLE terminated
            """,
            packetSize
        );
        await client.ExamineAsync("INBOX", Ct);

        await client.IdleAsync(Nine, TellAsync, Ct);

        Assert.Equal(2, news);
    }

    [Fact]
    public async Task It_is_ended_in_time_and_begun_again()
    {
        await using var peer = new ScriptedImapPeer(
            """
            S: * OK Ready
            C: a1 IDLE
            S: + idling
            C: DONE
            S: * 1 EXISTS
            S: a1 OK
            C: a2 IDLE
            S: +
            S: * 1 EXISTS
            S: * 2 EXISTS
            C: DONE
            S: a2 OK
            C: a3 NOOP
            S: a3 OK
            """
        );
        await using var client = await ImapClient.ConnectAsync(Local(peer), Ct);

        for (var times = 0; times < 2; times++)
        {
            var idle = client.IdleAsync(Nine, TellAsync, Ct);
            await clock.PassAsync(Nine, idle);
            await idle;
        }

        await client.NoopAsync(Ct);
        Assert.Equal(2, news);
    }

    [Fact]
    public async Task A_server_that_does_not_come_to_an_end_of_it_is_left()
    {
        await using var peer = new ScriptedImapPeer("S: * OK Ready\nC: a1 IDLE\nS: + idling\nC: never said\n");
        await using var client = await ImapClient.ConnectAsync(Local(peer), Ct);

        var idle = client.IdleAsync(Nine, TellAsync, Ct);
        await clock.PassAsync(Nine + Silence, idle);

        var e = await Assert.ThrowsAsync<ImapException>(() => idle);
        Assert.Contains("took too long to answer", e.Message, StringComparison.Ordinal);
        Assert.True(e.ConnectionIsLost);
    }

    [Theory]
    [InlineData("S: a1 NO Not for you", "refused to tell what happens in the mailbox: Not for you", false)]
    [InlineData("S: a1 BAD Unknown command", "refused to tell what happens in the mailbox: Unknown command", false)]
    [InlineData("S: + idling\nS: * BYE Restarting", "said goodbye: Restarting", true)]
    [InlineData("S: + idling\nS: * 4 EX", "closed the connection", true)]
    public async Task A_server_that_will_not_says_why(string answer, string words, bool isLost)
    {
        await using var client = await PlayAsync($"C: a1 IDLE\n{answer}\n");
        var e = await Assert.ThrowsAsync<ImapException>(() => client.IdleAsync(Nine, TellAsync, Ct));
        Assert.Contains(words, e.Message, StringComparison.Ordinal);
        Assert.Equal(isLost, e.ConnectionIsLost);
    }

    [Fact]
    public async Task Who_listens_can_be_stopped_at_once()
    {
        await using var peer = new ScriptedImapPeer("S: * OK Ready\nC: a1 IDLE\nS: + idling\nS: * 1 EXISTS\nC: never said\n");
        await using var client = await ImapClient.ConnectAsync(Local(peer), Ct);
        using var stop = new CancellationTokenSource();

        var idle = client.IdleAsync(Nine, stop.CancelAsync, stop.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => idle);
    }

    [Theory]
    [InlineData("IMAP4rev1 idle NAMESPACE", true)]
    [InlineData("IMAP4rev1 XIDLE", false)]
    public async Task Whether_a_server_can_is_asked(string offered, bool can)
    {
        await using var client = await PlayAsync($"C: a1 CAPABILITY\nS: * CAPABILITY {offered}\nS: a1 OK\n");
        Assert.Equal(can, await client.CanIdleAsync(Ct));
    }

    private Task TellAsync()
    {
        news++;
        return Task.CompletedTask;
    }

    private ImapOptions Local(ScriptedImapPeer peer) =>
        new()
        {
            Host = "127.0.0.1",
            Port = peer.Port,
            Security = ConnectionSecurity.None,
            Timeout = Silence,
            Clock = clock,
        };
}
