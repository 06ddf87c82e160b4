using System.Text;
using Secretariat.Formats.Imap;
using Secretariat.Tests.Letters;
using Secretariat.Tests.Servers;
using static Secretariat.Tests.Formats.Imap.ImapTranscript;

namespace Secretariat.Tests.Formats.Imap;

/// <summary>Whole sessions as servers of many makes hold them, kept in <c>Sessions</c>, each with its habits; all mean the same mailbox.</summary>
public class ImapHabitsTests
{
    private const string Folder = "tests/Secretariat.Tests/Formats/Imap/Sessions";

    public static TheoryData<string, int> All =>
        [
            .. from file in Directory.GetFiles(ProjectFiles.PathOf(Folder), "*.txt")
            let name = Path.GetFileNameWithoutExtension(file)
            orderby name
            from packetSize in new[] { 1, 2, 7, int.MaxValue }
            select (name, packetSize),
        ];

    [Theory]
    [MemberData(nameof(All))]
    public async Task All_mean_the_same_mailbox_however_their_packets_are_cut(string server, int packetSize)
    {
        var ct = TestContext.Current.CancellationToken;
        var stream = new TranscriptStream(await SessionAsync(server), packetSize);
        await using var client = await ImapClient.ConnectAsync(stream, Options("box", "secret"), ct);

        Assert.Equal(14u, (await client.ExamineAsync("INBOX", ct)).UidValidity);
        Assert.Equal([7u, 9u], await client.SearchUidsAsync(1, ct));
        foreach (var uid in new uint[] { 7, 9 })
        {
            var item = await client.FetchAsync(uid, ct);
            Assert.Equal("A: b\r\n\r\nhi\r\n", Encoding.UTF8.GetString(item!.Bytes!));
            Assert.Equal(new DateTimeOffset(2024, 3, 5, 10, 11, 12, TimeSpan.FromHours(1)), item.InternalDate);
        }

        Assert.Empty(stream.Unsaid);
    }

    public static TheoryData<string, int> Recorded =>
        [
            .. from file in Directory.GetFiles(ProjectFiles.PathOf($"{Folder}/Recorded"), "*.txt")
            let name = Path.GetFileNameWithoutExtension(file)
            orderby name
            from packetSize in new[] { 1, 7, int.MaxValue }
            select (name, packetSize),
        ];

    /// <summary>What was said between this client and servers as they are installed, each with the same two messages.</summary>
    [Theory]
    [MemberData(nameof(Recorded))]
    public async Task What_servers_were_heard_to_say_is_understood(string server, int packetSize)
    {
        var ct = TestContext.Current.CancellationToken;
        var stream = new TranscriptStream(await SessionAsync($"Recorded/{server}"), packetSize);
        await using var client = await ImapClient.ConnectAsync(stream, Options(), ct);

        Assert.Equal(2u, (await client.ExamineAsync("INBOX", ct)).Exists);
        var uids = await client.SearchUidsAsync(1, ct);
        Assert.Equal(2, uids.Count);
        var together = await client.FetchAsync([.. uids, 999], 16, ct).ToListAsync(ct);
        Assert.Equal([true, true, false], together.Select(answer => answer.IsSure));
        Assert.Equal(Messages, together.Take(2).Select(answer => Encoding.UTF8.GetString(answer.Item!.Bytes!)));
        Assert.Null(together[2].Item);
        foreach (var (uid, message) in uids.Zip(Messages))
            Assert.Equal(message, Encoding.UTF8.GetString((await client.FetchAsync(uid, ct))!.Bytes!));
        await client.NoopAsync(ct);
        await client.LogoutAsync(ct);

        Assert.Empty(stream.Unsaid);
    }

    private static readonly string[] Messages =
    [
        "A: b\r\n\r\nhi\r\n",
        "Subject: Café\r\n\r\nBonjour ( {3}\r\n)\r\n.\r\nFrom here\r\n",
    ];

    /// <summary>Without the line that says which habits it shows.</summary>
    private static async Task<string> SessionAsync(string server)
    {
        var path = Path.Combine(ProjectFiles.PathOf(Folder), $"{server}.txt");
        var lines = await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken);
        return string.Join('\n', lines.Where(line => !line.StartsWith('#')));
    }
}
