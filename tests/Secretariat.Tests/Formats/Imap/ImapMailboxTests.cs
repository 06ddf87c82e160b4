using Secretariat.Formats.Imap;
using static Secretariat.Tests.Formats.Imap.ImapTranscript;

namespace Secretariat.Tests.Formats.Imap;

public class ImapMailboxTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mailbox_is_opened_read_only_under_its_wire_name()
    {
        await using var client = await PlayAsync(
            """
            C: a1 EXAMINE "Bo&AO4-te \"A\""
            S: * FLAGS (\Answered \Flagged \Deleted \Seen \Draft)
            S: * OK [PERMANENTFLAGS ()] Read-only mailbox.
            S: * 17 EXISTS
            S: * 0 RECENT
            S: * OK [UNSEEN 12] Message {12}
            S: * ok [uidvalidity 3857529045] UIDs valid
            S: * OK [UIDNEXT 4392] Predicted next UID
            S: a1 OK [READ-ONLY] EXAMINE completed
            """
        );

        var state = await client.ExamineAsync("Boîte \"A\"", Ct);

        Assert.Equal(new MailboxState(3857529045, 4392, 17), state);
    }

    [Fact]
    public async Task A_server_may_keep_the_next_uid_to_itself()
    {
        await using var client = await PlayAsync(
            """
            C: *
            S: * 0 EXISTS
            S: * OK [UIDVALIDITY 1]
            S: a1 OK
            """
        );
        Assert.Equal(new MailboxState(1, null, 0), await client.ExamineAsync("INBOX", Ct));
    }

    [Fact]
    public async Task A_mailbox_without_uidvalidity_is_not_read()
    {
        await using var client = await PlayAsync("C: *\nS: * 3 EXISTS\nS: a1 OK\n");
        var e = await Assert.ThrowsAsync<ImapException>(() => client.ExamineAsync("INBOX", Ct));
        Assert.Contains("UIDVALIDITY", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_mailbox_leaves_the_connection_usable()
    {
        await using var client = await PlayAsync(
            """
            C: a1 EXAMINE "Nowhere"
            S: a1 NO [NONEXISTENT] Mailbox doesn't exist: Nowhere
            C: a2 NOOP
            S: a2 OK
            """
        );

        var e = await Assert.ThrowsAsync<ImapException>(() => client.ExamineAsync("Nowhere", Ct));

        Assert.False(e.ConnectionIsLost);
        Assert.EndsWith("Mailbox doesn't exist: Nowhere", e.Message, StringComparison.Ordinal);
        await client.NoopAsync(Ct);
    }

    [Theory]
    [InlineData("S: * SEARCH 12 9 11", "9 11 12")]
    [InlineData("S: * SEARCH 12 11\nS: * 5 EXISTS\nS: * SEARCH 12 13 ", "11 12 13")]
    [InlineData("S: * SEARCH 9 10 (MODSEQ 917162500)", "9 10")]
    [InlineData("S: * SEARCH 8", "")] // n:* finds the last message whatever n
    [InlineData("S: * SEARCH", "")]
    [InlineData("S: * 3 EXPUNGE", "")]
    [InlineData("S: * ESEARCH (TAG \"a1\") UID ALL 7:9,15,12:11", "9 11 12 15")]
    [InlineData("S: * ESEARCH (TAG \"a1\") UID", "")]
    public async Task New_messages_are_listed_in_order_and_once(string answer, string expected)
    {
        await using var client = await PlayAsync($"C: a1 UID SEARCH UID 9:*\n{answer}\nS: a1 OK Done\n");
        Assert.Equal(expected, string.Join(' ', await client.SearchUidsAsync(9, Ct)));
    }

    [Fact]
    public async Task A_search_that_finds_fewer_messages_than_there_are_is_not_believed()
    {
        await using var client = await PlayAsync(
            """
            C: *
            S: * 3 EXISTS
            S: * OK [UIDVALIDITY 1] Ok
            S: a1 OK [READ-ONLY] Done
            C: a2 UID SEARCH ALL
            S: * SEARCH 8
            S: a2 OK Done
            C: a3 FETCH 1:3 (UID)
            S: * 1 FETCH (UID 7)
            S: * 2 FETCH (UID 8 FLAGS (\\Seen))
            S: * 3 FETCH (FLAGS () UID 9)
            S: a3 OK Done
            """
        );
        await client.ExamineAsync("INBOX", Ct);

        Assert.Equal([7u, 8u, 9u], await client.SearchUidsAsync(1, Ct));
    }

    [Fact]
    public async Task A_range_of_all_numbers_there_are_is_not_written_out()
    {
        await using var client = await PlayAsync("C: *\nS: * ESEARCH UID ALL 1:4294967295\nS: a1 OK\n");
        var e = await Assert.ThrowsAsync<ImapException>(() => client.SearchUidsAsync(1, Ct));
        Assert.Contains("more than 2000 messages", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Logging_out_ends_with_the_servers_goodbye()
    {
        var stream = new Servers.TranscriptStream("S: * OK\nC: a1 LOGOUT\nS: * BYE See you\nS: a1 OK Done\n");
        await using var client = await ImapClient.ConnectAsync(stream, Options(), Ct);

        await client.LogoutAsync(Ct);

        Assert.Empty(stream.Unsaid);
    }
}
