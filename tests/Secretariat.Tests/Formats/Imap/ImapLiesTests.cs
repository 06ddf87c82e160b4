using System.Text;
using Secretariat.Formats.Imap;
using static Secretariat.Tests.Formats.Imap.ImapTranscript;

namespace Secretariat.Tests.Formats.Imap;

/// <summary>Servers that count wrongly or break off: rather no message than one that nobody sent.</summary>
public class ImapLiesTests
{
    private const string Body = "S: line one\nS: line two\n"; // 20 bytes

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("{20}", null)]
    [InlineData("{19}", "out of turn")] // the end of the line stands where the list goes on
    [InlineData("{18}", "out of turn")]
    [InlineData("{12}", "out of turn")]
    [InlineData("{10}", "out of turn")]
    [InlineData("{3}", "out of turn")]
    [InlineData("{0}", "out of turn")]
    [InlineData("{-20}", "out of turn")]
    [InlineData("{20 }", "out of turn")]
    [InlineData("{0x14}", "out of turn")]
    [InlineData("{99999999999999999999}", "out of turn")]
    [InlineData("{21}", "does not hand out message 7 whole")]
    [InlineData("{22}", "does not hand out message 7 whole")]
    [InlineData("{23}", "closed the connection")] // the end of the answer stands inside the message
    [InlineData("{24}", "closed the connection")]
    [InlineData("{40}", "closed the connection")]
    [InlineData("{4000000000}", "announced 4000000000 bytes at once")]
    public async Task A_wrong_count_never_makes_another_message(string announced, string? reason)
    {
        await using var client = await PlayAsync(
            $"C: *\nS: * 1 FETCH (UID 7 RFC822.SIZE 20 BODY[] {announced}\n{Body}S: )\nS: a1 OK Done\n"
        );

        if (reason is null)
        {
            var item = await client.FetchAsync(7, Ct);
            Assert.Equal("line one\r\nline two\r\n", Encoding.ASCII.GetString(item!.Bytes!));
            return;
        }

        var e = await Assert.ThrowsAsync<ImapException>(() => client.FetchAsync(7, Ct));
        Assert.Contains(reason, e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RFC822.SIZE 2 BODY[] {2}\nS: hi", true)]
    [InlineData("RFC822.SIZE 5 BODY[] {2}\nS: hi", false)]
    [InlineData("BODY[] {2}\nS: hi", false)]
    [InlineData("RFC822.SIZE 5 BODY[] {2}\nS: hi)", true)]
    [InlineData("RFC822.SIZE 2 BODY[] {2}\nS: his)", false)]
    [InlineData("RFC822.SIZE 2 BODY[] \"hi", true)]
    [InlineData("BODY[] \"hi", false)]
    public async Task A_list_that_is_not_closed_is_believed_when_the_size_is_right(string data, bool isBelieved)
    {
        await using var client = await PlayAsync($"C: *\nS: * 1 FETCH (UID 7 {data}\nS: a1 OK Done\nC: *\nS: a2 OK\n");

        if (isBelieved)
        {
            Assert.Equal("hi"u8.ToArray(), (await client.FetchAsync(7, Ct))!.Bytes);
        }
        else
        {
            var e = await Assert.ThrowsAsync<ImapException>(() => client.FetchAsync(7, Ct));
            Assert.False(e.ConnectionIsLost);
        }

        await client.NoopAsync(Ct);
    }

    [Fact]
    public async Task A_message_that_is_handed_out_twice_counts_once_and_another_one_not_at_all()
    {
        await using var client = await PlayAsync(
            """
            C: *
            S: * 1 FETCH (UID 6 BODY[] {2}
            S: no)
            S: * 2 FETCH (UID 7 BODY[] {2}
            S: hi)
            S: * 2 FETCH (UID 7 BODY[] {2}
            S: hi)
            S: * 3 FETCH (UID 8 BODY[] {2}
            S: no)
            S: a1 OK Done
            """
        );
        Assert.Equal("hi"u8.ToArray(), (await client.FetchAsync(7, Ct))!.Bytes);
    }

    [Theory]
    [InlineData("NO [SERVERBUG] Internal error occurred. Refer to server log for more information.")]
    [InlineData("BAD Command Error. 12")]
    [InlineData("NO [EXPUNGEISSUED] Some messages are gone")]
    [InlineData("NO [CORRUPTION] Cannot be converted")]
    public async Task A_message_that_is_refused_leaves_the_connection_to_the_next(string answer)
    {
        await using var client = await PlayAsync(
            $"C: *\nS: a1 {answer}\nC: *\nS: * 2 FETCH (UID 8 BODY[] {{2}}\nS: hi)\nS: a2 OK\n"
        );

        var e = await Assert.ThrowsAsync<ImapException>(() => client.FetchAsync(7, Ct));

        Assert.False(e.ConnectionIsLost);
        Assert.EndsWith(answer[(answer.IndexOf(' ', StringComparison.Ordinal) + 1)..], e.Message, StringComparison.Ordinal);
        Assert.Equal("hi"u8.ToArray(), (await client.FetchAsync(8, Ct))!.Bytes);
    }

    [Theory]
    [InlineData("S: a9 OK of some other command\nS: a1 OK")]
    [InlineData("S: half a letter\nS: a1 OK")]
    [InlineData("S: ** 3 EXISTS\nS: a1 OK")]
    public async Task What_belongs_to_no_answer_loses_the_connection_and_is_not_quoted(string answer)
    {
        await using var client = await PlayAsync($"C: *\n{answer}\n");
        var e = await Assert.ThrowsAsync<ImapException>(() => client.NoopAsync(Ct));
        Assert.True(e.ConnectionIsLost);
        Assert.EndsWith("speaks out of turn.", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_cut_inside_an_answer_loses_the_connection_and_makes_no_message()
    {
        var answer = "* 1 FETCH (UID 7 RFC822.SIZE 6 BODY[] {6}\r\nA: b\r\n)\r\na1 OK Done\r"u8.ToArray();
        for (var length = 0; length <= answer.Length; length++)
        {
            await using var client = await ImapClient.ConnectAsync(new CutStream(answer[..length]), Options(), Ct);
            var e = await Assert.ThrowsAsync<ImapException>(() => client.FetchAsync(7, Ct));
            Assert.True(e.ConnectionIsLost);
        }
    }

    /// <summary>Greets, and says so much when it is asked something.</summary>
    private sealed class CutStream(byte[] answer) : MemoryStream([.. "* OK Ready\r\n"u8, .. answer], writable: false)
    {
        public override bool CanWrite => true;

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            ValueTask.CompletedTask;
    }
}
