using System.Diagnostics;
using System.Globalization;
using System.Text;
using Secretariat.Formats.Html;
using Secretariat.Formats.Mime;

namespace Secretariat.Tests.Formats.Mime;

/// <summary>Random bytes and mutated mails for FUZZ_SECONDS (2 when not set). A failure names its seed; FUZZ_SEED repeats it.</summary>
public class MimeFuzz
{
    private static readonly MimeLimits Limits = new()
    {
        MaxDepth = 20,
        MaxParts = 200,
        MaxHeaders = 100,
    };

    /// <summary>Memory that reading and looking at one mail of this size may take.</summary>
    private const long Most = 64 * 1024 * 1024;

    private static readonly string[] Fragments =
    [
        "\r\n",
        "\n",
        "\r",
        "\r\n\r\n",
        "--b",
        "--b--",
        "--",
        "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n",
        "Content-Type: message/rfc822\r\n\r\n",
        "Content-Transfer-Encoding: base64\r\n",
        "Content-Transfer-Encoding: x-uuencode\r\n\r\nbegin 644 a\r\n",
        "=?utf-8?B?",
        "=?iso-2022-jp?Q?=1B",
        "?=",
        "charset=utf-16",
        "charset=hz-gb-2312",
        "filename*0*=utf-8''%",
        "; a*9*=b",
        "From: (((\"<,;:@",
        "Date: ",
        "<a@b>",
        "=\r\n",
        "=F",
        "\0",
        "\x1b$B",
        "<p><a href=\"",
        "<svg><style>",
        "&#",
        "</",
        "> ",
        "On 1 wrote:\n",
        "-- \n",
        "\u00ff\u00fe",
    ];

    [Fact]
    public async Task Nothing_makes_the_reader_throw_hang_or_grow()
    {
        var mails = Originals();
        var fixedSeed = Environment.GetEnvironmentVariable("FUZZ_SEED");
        var seed = fixedSeed is null ? 1 : int.Parse(fixedSeed, CultureInfo.InvariantCulture);
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Budget(); seed++)
        {
            await Stalls.AreCaughtAsync(seed, () => Try(seed, mails));
            if (fixedSeed is not null)
                break;
        }
        Assert.True(seed > 1);
    }

    private static TimeSpan Budget() =>
        TimeSpan.FromSeconds(
            double.Parse(Environment.GetEnvironmentVariable("FUZZ_SECONDS") ?? "2", CultureInfo.InvariantCulture)
        );

    /// <returns>The bytes that reading took.</returns>
    private static long Try(int seed, List<byte[]> mails)
    {
        var bytes = Mutate(new Random(seed), mails);
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            TouchEverything(MimeReader.Read(bytes, Limits), bytes.Length);
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"FUZZ_SEED={seed} fails: {e.Message}", e);
        }
        var taken = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(taken < Most, $"FUZZ_SEED={seed} took {taken} bytes of memory for {bytes.Length} bytes");
        return taken;
    }

    private static byte[] Mutate(Random random, List<byte[]> mails)
    {
        if (random.Next(10) is 0)
        {
            var noise = new byte[random.Next(2000)];
            random.NextBytes(noise);
            return noise;
        }
        var mail = mails[random.Next(mails.Count)].ToList();
        for (var i = random.Next(1, 12); i > 0; i--)
            Change(random, mail);
        return [.. mail];
    }

    private static void Change(Random random, List<byte> mail)
    {
        var at = random.Next(mail.Count + 1);
        var length = Math.Min(random.Next(1, 200), mail.Count - at);
        switch (random.Next(5))
        {
            case 0:
                mail.InsertRange(at, Encoding.Latin1.GetBytes(Fragments[random.Next(Fragments.Length)]));
                break;
            case 1:
                mail.RemoveRange(at, length);
                break;
            case 2:
                mail.InsertRange(random.Next(mail.Count + 1), mail.GetRange(at, length));
                break;
            case 3 when length > 0:
                mail[at] = (byte)random.Next(256);
                break;
            default:
                for (var i = random.Next(60); i > 0; i--)
                    mail.InsertRange(at, Encoding.Latin1.GetBytes(Fragments[random.Next(Fragments.Length)]));
                break;
        }
    }

    private static void TouchEverything(MimeMessage mail, int length)
    {
        var parts = mail.Root.Walk(intoMessages: true).ToList();
        Assert.InRange(parts.Count, 1, Limits.MaxParts);
        foreach (var part in parts)
        {
            Assert.InRange(part.Content.Length, 0, length + 3);
            Assert.InRange(part.Headers.Count, 0, Limits.MaxHeaders);
            Assert.NotNull(part.ReadText());
            _ = (part.FileName, part.ContentId, part.Headers.Select(h => h.Value).ToList());
        }
        _ = (
            mail.MessageId,
            mail.InReplyTo,
            mail.References,
            mail.From,
            mail.To,
            mail.Cc,
            mail.ReplyTo,
            mail.Date,
            mail.IsEncrypted,
            mail.IsSigned,
            mail.UnreadableReason
        );
        Assert.DoesNotContain(mail.Subject, char.IsControl);
        Assert.All(mail.Attachments, file => Assert.Equal(64, file.Sha256.Length));
        Assert.InRange(mail.Problems.Count, 0, 50);
        _ = (ReplyKind.Of(mail), AuthenticationResults.Read(mail, "b"));
        var split = NewText.Split(mail.TextBody ?? "");
        Assert.All(split.New.Concat(split.Quoted), range => Assert.InRange(range.End, range.Start, split.Body.Length));
        var safe = HtmlSanitizer.Sanitize(mail.HtmlBody ?? mail.TextBody ?? "");
        Assert.Equal(safe, HtmlSanitizer.Sanitize(safe));
    }

    /// <summary>A written mail of ours always; the shared corpora where they are.</summary>
    private static List<byte[]> Originals()
    {
        var mail = new OutgoingMail(
            new MailAddress("Ä", "a@b.example"),
            new MailAddress("B", "c@d.example"),
            "Prüfung",
            "On 1 May wrote:\n> x\nHellö\n-- \nA",
            "m@b.example",
            DateTimeOffset.UnixEpoch
        )
        {
            Html = "<p>Hellö <a href=\"https://a.example\">x</a></p>",
            Attachments = [new OutgoingAttachment("ä.bin", "application/octet-stream", new byte[50])],
        };
        var originals = new List<byte[]> { MimeWriter.Write(mail) };
        foreach (var folder in Corpora.Folders("mime-cpython", "mime-mail-parser", "replies", "bounces"))
            originals.AddRange(
                Directory
                    .GetFiles(folder, "*.eml", SearchOption.AllDirectories)
                    .Order(StringComparer.Ordinal)
                    .Select(File.ReadAllBytes)
                    .Where(b => b.Length < 50_000)
            );
        return originals;
    }
}
