using System.Text;
using Secretariat.Formats.Imap;
using static Secretariat.Tests.Formats.Imap.ImapTranscript;

namespace Secretariat.Tests.Formats.Imap;

public class ImapFetchTests
{
    private const string Ask = "C: a1 UID FETCH 7 (UID RFC822.SIZE INTERNALDATE BODY.PEEK[])\n";
    private const string Date = "INTERNALDATE \" 5-Mar-2024 10:11:12 +0100\"";

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(1)]
    public async Task A_message_comes_exactly_as_stored_however_it_is_cut_into_packets(int packetSize)
    {
        await using var client = await PlayAsync(
            $$"""
            {{Ask}}
            S: * 3 FETCH (UID 7 RFC822.SIZE 13 {{Date}} BODY[] {13}
            S: A: é
            S: ){1}
            S: )
            S: a1 OK Done
            """,
            packetSize
        );

        var item = await client.FetchAsync(7, TestContext.Current.CancellationToken);

        Assert.Equal("A: é\r\n){1}\r\n", Encoding.UTF8.GetString(item!.Bytes!));
        Assert.Equal(new DateTimeOffset(2024, 3, 5, 10, 11, 12, TimeSpan.FromHours(1)), item.InternalDate);
        Assert.Equal((7u, 13L), (item.Uid, item.Size));
    }

    [Theory]
    [InlineData("S: * 3 FETCH (BODY[] {2}\nS: hi UID 7)")]
    [InlineData("S: * 3 FETCH (UID 7 BODY[] ~{2}\nS: hi)")]
    [InlineData("S: * 3 FETCH (UID 7 BODY[] {2+}\nS: hi )")]
    [InlineData("S: * 3 FETCH (UID 7 BODY[] \"hi\")")]
    [InlineData("S: * 3 FETCH (UID 7 BODY[] \"h\\i\")")]
    [InlineData("S: * 3 fetch  ( uid  7  rfc822.size 2 body[]  {2}\nS: hi")]
    [InlineData("S: * 3 FETCH (UID 7 FLAGS (\\Seen (odd \"a)\" NIL)) BODY[] {2}\nS: hi)")]
    [InlineData("S: * 3 FETCH (UID 7 BODY[HEADER.FIELDS (DATE TO)] \"x\" BODY[] {2}\nS: hi)")]
    [InlineData("S: * 3 FETCH (UID 7 RFC822.SIZE 2)\nS: * 3 FETCH (UID 7 BODY[] {2}\nS: hi)")]
    [InlineData("S: * 3 FETCH (UID 7 BODY[] {2}\nS: hi)\nS: * 3 FETCH (UID 7 FLAGS (\\Seen))")]
    [InlineData("S: * 2 FETCH (UID 6 BODY[] {2}\nS: no)\nS: * 3 FETCH (UID 7 BODY[] {2}\nS: hi)")]
    [InlineData("S: * OK still here {2}\nS: * 9 EXISTS\nS: * 3 FETCH (UID 7 BODY[] {2}\nS: hi)")]
    public async Task Odd_ways_to_say_the_same_are_understood(string answer)
    {
        var item = await FetchAsync(answer);
        Assert.Equal("hi", Encoding.UTF8.GetString(item!.Bytes!));
    }

    [Theory]
    [InlineData("S: * 4 EXPUNGE")]
    [InlineData("S: * 3 FETCH (UID 7 FLAGS (\\Seen))")]
    [InlineData("S: * 3 FETCH (UID 77 BODY[] {2}\nS: hi)")]
    [InlineData("S: * 3 FETCH (BODY[] {2}\nS: hi)")]
    public async Task A_message_that_is_gone_is_null(string answer) => Assert.Null(await FetchAsync(answer));

    [Theory]
    [InlineData("S: * 3 FETCH (UID 7 RFC822.SIZE 12 BODY[] NIL)")]
    [InlineData("S: * 3 FETCH (UID 7 RFC822.SIZE 12)")]
    public async Task A_message_without_its_content_is_an_error_not_an_empty_message(string answer)
    {
        var e = await Assert.ThrowsAsync<ImapException>(() => FetchAsync(answer));
        Assert.Contains("content of message 7", e.Message, StringComparison.Ordinal);
        Assert.False(e.ConnectionIsLost);
    }

    [Fact]
    public async Task An_unreadable_date_is_unknown()
    {
        var item = await FetchAsync("S: * 3 FETCH (UID 7 INTERNALDATE \"soon\" BODY[] {0}\nS: )");
        Assert.Null(item!.InternalDate);
        Assert.Empty(item.Bytes!);
    }

    [Fact]
    public async Task Of_a_message_that_is_too_large_only_the_size_is_told_and_the_next_one_is_read()
    {
        await using var client = await PlayAsync(
            $$"""
            {{Ask}}
            S: * 3 FETCH (UID 7 BODY[] {1001}
            S- {{new string('x', 1001)}}
            S: )
            S: a1 OK Done
            C: a2 UID FETCH 8 (UID RFC822.SIZE INTERNALDATE BODY.PEEK[])
            S: * 4 FETCH (UID 8 BODY[] {1000}
            S- {{new string('y', 1000)}}
            S: )
            S: a2 OK Done
            """
        );

        var large = await client.FetchAsync(7, TestContext.Current.CancellationToken);
        var next = await client.FetchAsync(8, TestContext.Current.CancellationToken);

        Assert.Equal(new ImapItem(7, null, 1001, null), large);
        Assert.Equal(1000, next!.Bytes!.Length);
    }

    [Fact]
    public async Task Several_literals_together_stay_within_the_bound_for_one_and_make_no_message_too_large()
    {
        var more = new string('x', 600);
        var e = await Assert.ThrowsAsync<ImapException>(() =>
            FetchAsync($"S: * 3 FETCH (UID 7 X {{600}}\nS- {more}\nS:  BODY[] {{600}}\nS- {more}\nS: )")
        );
        Assert.Contains("does not hand out message 7 whole", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_is_handed_out_twice_stays_though_the_second_goes_beyond_the_bound()
    {
        var body = new string('x', 600);
        var item = await FetchAsync(
            $"S: * 3 FETCH (UID 7 BODY[] {{600}}\nS- {body}\nS: )\nS: * 3 FETCH (UID 7 BODY[] {{600}}\nS- {body}\nS: )"
        );
        Assert.Equal(600, item!.Bytes!.Length);
    }

    private static async Task<ImapItem?> FetchAsync(string answer)
    {
        await using var client = await PlayAsync($"{Ask}{answer}\nS: a1 OK Done\n");
        return await client.FetchAsync(7, TestContext.Current.CancellationToken);
    }
}
