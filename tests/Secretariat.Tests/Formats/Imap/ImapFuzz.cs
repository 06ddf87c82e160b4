using System.Diagnostics;
using System.Globalization;
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
        * 17 EXISTS
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
        "é",
        " ",
        "4294967296",
        "1:*",
        "-1",
        "* BYE ",
    ];

    [Fact]
    public async Task No_server_can_crash_or_stall_the_reader()
    {
        var seconds = Environment.GetEnvironmentVariable("FUZZ_SECONDS") ?? "2";
        var budget = TimeSpan.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture));
        var session = Encoding.UTF8.GetBytes(Session.ReplaceLineEndings("\r\n") + "\r\n");
        var clock = Stopwatch.StartNew();
        var answered = 0;
        for (var seed = 0; seed < 100 || clock.Elapsed < budget; seed++)
        {
            var mutated = Mutate(session, new Random(seed));
            answered += await Stalls.AreCaughtAsync(seed, () => TryAsync(mutated, seed)) ? 1 : 0;
        }
        Assert.NotEqual(0, answered);
    }

    [Fact]
    public async Task The_session_is_understood_before_it_is_spoilt() =>
        Assert.True(await TryAsync(Encoding.UTF8.GetBytes(Session.ReplaceLineEndings("\r\n") + "\r\n"), -1));

    private static async Task<bool> TryAsync(byte[] said, int seed)
    {
        var ct = TestContext.Current.CancellationToken;
        try
        {
            var stream = new DeafStream(said);
            await using var client = await ImapClient.ConnectAsync(stream, Options("box", "x"), ct);
            await client.ExamineAsync("INBOX", ct);
            await client.SearchUidsAsync(1, ct);
            var item = await client.FetchAsync(7, ct);
            Assert.InRange(item?.Bytes?.Length ?? 0, 0, 1000);
            return true;
        }
        catch (ImapException)
        {
            return false;
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"Seed {seed}: {e.Message}", e);
        }
    }

    private static byte[] Mutate(byte[] session, Random random)
    {
        var bytes = session.ToList();
        for (var times = random.Next(1, 6); times > 0; times--)
        {
            var at = random.Next(bytes.Count);
            var count = Math.Min(random.Next(1, 20), bytes.Count - at);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1 when bytes.Count > 100:
                    bytes.RemoveRange(at, count);
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, count));
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(random.Next(bytes.Count - count), count));
                    break;
                default:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(random.GetItems(Pieces, 1)[0]));
                    break;
            }
        }
        return [.. bytes];
    }

    /// <summary>A server that says its piece without listening.</summary>
    private sealed class DeafStream(byte[] said) : MemoryStream(said, writable: false)
    {
        public override bool CanWrite => true;

        public override void Write(byte[] buffer, int offset, int count) { }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken ct = default) =>
            ValueTask.CompletedTask;
    }
}
