using System.Text;
using Secretariat.Formats.Imap;
using static Secretariat.Tests.Formats.Imap.ImapTranscript;

namespace Secretariat.Tests.Formats.Imap;

/// <summary>Whatever a server sends, it ends in an answer or an <see cref="ImapException"/>.</summary>
public class ImapFuzz
{
    private const string Session = """
        * OK [CAPABILITY IMAP4rev1] Ready
        * CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR LITERAL+
        a1 OK Done
        a2 OK Welcome
        * FLAGS (\Answered \Seen)
        * 3 EXISTS
        * OK [UIDVALIDITY 3857529045] Valid
        * OK [UIDNEXT 4392] Next
        a3 OK [READ-ONLY] Done
        * SEARCH 1 7 9 (MODSEQ 12)
        * ESEARCH (TAG "a4") UID ALL 1:5,9
        a4 OK Done
        * 3 FETCH (UID 7 RFC822.SIZE 8 INTERNALDATE " 5-Mar-2024 10:11:12 +0100" FLAGS (\Seen ("a\"b" NIL)) BODY[] {8}
        A: b

        c)
        * 3 FETCH (BODY[HEADER.FIELDS (DATE)] "x" UID 7 BODY[] ~{2+}
        hi)
        a5 OK Done
        * 4 FETCH (UID 8 RFC822.SIZE 2 BODY[] {2}
        hi)
        * 5 FETCH (UID 9 RFC822.SIZE 2 BODY[] {2}
        hi)
        a7 OK Done
        a6 OK Done
        + idling
        * 4 EXISTS
        a8 OK Done
        """;

    private static readonly string[] Pieces =
    [
        "{5}",
        "{0}\r\n",
        "{999999999}",
        "~{3+}\r\nabc",
        "(",
        ")",
        "((((((((",
        "\"",
        "\\",
        "[",
        "]",
        "NIL",
        "* ",
        "+ ",
        "a5 OK ",
        "\r\n",
        "\n",
        "\r",
        "\0",
        "\u00e9",
        " ",
        "4294967296",
        "1:*",
        "-1",
        "* BYE ",
    ];

    [Fact]
    public async Task No_server_can_crash_or_stall_the_reader()
    {
        var answered = 0;
        await new Fuzz("imap", [Said()], Pieces).RunAsync(async said => answered += await TryAsync(said) ? 1 : 0);
        Assert.NotEqual(0, answered);
    }

    [Fact]
    public async Task The_session_is_understood_before_it_is_spoilt() => Assert.True(await TryAsync(Said()));

    private static byte[] Said() => Encoding.UTF8.GetBytes(Session.ReplaceLineEndings("\r\n") + "\r\n");

    private static async Task<bool> TryAsync(byte[] said)
    {
        var ct = TestContext.Current.CancellationToken;
        try
        {
            var stream = new DeafStream(said);
            await using var client = await ImapClient.ConnectAsync(stream, Options("box", "x"), ct);
            await client.ExamineAsync("INBOX", ct);
            await client.SearchUidsAsync(1, ct);
            var item = await client.FetchAsync(7, ct);
            var others = await client.FetchAsync([8, 9], 2, ct).ToListAsync(ct);
            await client.IdleAsync(TimeSpan.FromMinutes(1), () => Task.CompletedTask, ct);
            Assert.InRange(item?.Bytes?.Length ?? 0, 0, 1000);
            Assert.All(others, other => Assert.True(!other.IsSure || other.Item?.Bytes?.Length == other.Item?.Size));
            return true;
        }
        catch (ImapException)
        {
            return false;
        }
    }
}
