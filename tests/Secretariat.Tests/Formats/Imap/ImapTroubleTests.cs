using Secretariat.Formats.Connections;
using Secretariat.Formats.Imap;
using Secretariat.Tests.Servers;
using static Secretariat.Tests.Formats.Imap.ImapTranscript;

namespace Secretariat.Tests.Formats.Imap;

/// <summary>Servers that lose the thread, or try to make us lose ours.</summary>
public class ImapTroubleTests
{
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Command = TimeSpan.FromMinutes(10);

    private readonly HandClock clock = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("S: * 3 FETCH (UID 7 BODY[] {20}\nS: half", "closed the connection")]
    [InlineData("S: * BYE Shutting down", "said goodbye: Shutting down")]
    [InlineData("S: * 3 FETCH (UID 7 BODY[] {999999999999}", "announced 999999999999 bytes")]
    public async Task A_broken_answer_loses_the_connection_and_says_why(string answer, string reason)
    {
        await using var client = await PlayAsync($"C: *\n{answer}\n");

        var e = await Assert.ThrowsAsync<ImapException>(() => client.FetchAsync(7, Ct));
        var afterwards = await Assert.ThrowsAsync<ImapException>(() => client.NoopAsync(Ct));

        Assert.Contains(reason, e.Message, StringComparison.Ordinal);
        Assert.True(e.ConnectionIsLost);
        Assert.Contains("no longer connected", afterwards.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_without_end_is_not_read_to_the_end()
    {
        await using var client = await PlayAsync($"C: *\nS: * OK {new string('x', 5000)}\n");
        var e = await Assert.ThrowsAsync<ImapException>(() => client.NoopAsync(Ct));
        Assert.Contains("more than 4000 bytes", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_small_literals_do_not_escape_the_bound_on_a_response()
    {
        var literals = string.Concat(Enumerable.Repeat("{0}\nS: ", 1000));
        await using var client = await PlayAsync($"C: *\nS: * 1 FETCH ({literals})\nS: a1 OK\n");
        await Assert.ThrowsAsync<ImapException>(() => client.NoopAsync(Ct));
    }

    [Fact]
    public async Task Chatter_without_end_is_not_listened_to_for_ever()
    {
        var chatter = string.Concat(Enumerable.Repeat("S: * 1 EXISTS\n", 60));
        await using var client = await PlayAsync($"C: *\n{chatter}S: a1 OK\n");
        var e = await Assert.ThrowsAsync<ImapException>(() => client.NoopAsync(Ct));
        Assert.Contains("after 50 responses", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_silent_server_is_left_after_the_timeout()
    {
        await using var peer = new ScriptedImapPeer("S: * OK Ready\nC: *\nC: never said\n");
        await using var client = await ImapClient.ConnectAsync(Local(peer), Ct);

        var command = client.NoopAsync(Ct);
        await clock.PassAsync(Silence, command);

        var e = await Assert.ThrowsAsync<ImapException>(() => command);
        Assert.Contains("was silent for 60 seconds", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lively_server_that_never_ends_is_left_too()
    {
        await using var peer = new ScriptedImapPeer("S: * OK Ready\nC: *\nC: never said\n");
        await using var client = await ImapClient.ConnectAsync(Local(peer), Ct);

        var command = client.NoopAsync(Ct);
        await clock.PassAsync(Command, command);

        var e = await Assert.ThrowsAsync<ImapException>(() => command);
        Assert.Contains("took too long to answer", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_command_is_not_mistaken_for_the_next_one()
    {
        await using var peer = new ScriptedImapPeer("S: * OK Ready\nC: *\nC: never said\n");
        await using var client = await ImapClient.ConnectAsync(Local(peer), Ct);
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.NoopAsync(soon.Token));

        await Assert.ThrowsAsync<ImapException>(() => client.NoopAsync(Ct));
    }

    [Fact]
    public async Task Split_packets_make_no_difference()
    {
        await using var peer = new ScriptedImapPeer("S: * OK Ready\nC: a1 NOOP\nS: a1 OK\n") { PacketSize = 1 };
        await using var client = await ImapClient.ConnectAsync(Local(peer), Ct);
        await client.NoopAsync(Ct);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_named()
    {
        var port = ServerProcess.FreePort();
        var options = new ImapOptions { Host = "127.0.0.1", Port = port };
        var e = await Assert.ThrowsAsync<ImapException>(() => ImapClient.ConnectAsync(options, Ct));
        Assert.StartsWith($"The server 127.0.0.1:{port} cannot be reached", e.Message, StringComparison.Ordinal);
    }

    private ImapOptions Local(ScriptedImapPeer peer) =>
        new()
        {
            Host = "127.0.0.1",
            Port = peer.Port,
            Security = ConnectionSecurity.None,
            Timeout = Silence,
            CommandTimeout = Command,
            Clock = clock,
        };
}
