using Secretariat.Formats.Html;
using Secretariat.Formats.Mime;

namespace Secretariat.Tests.Formats.Mime;

/// <summary>Mutated mails, and whatever is read from them.</summary>
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
    public Task Nothing_makes_the_reader_throw_hang_or_grow() =>
        new Fuzz("mail", Originals(), Fragments) { Most = Most }.RunAsync(bytes =>
            TouchEverything(MimeReader.Read(bytes, Limits), bytes.Length)
        );

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
        Assert.InRange(mail.Problems.Count, 0, MimeProblem.Sentences.Count);
        _ = (ReplyKind.Of(mail), AuthenticationResults.Read(mail, "b"), BaseSubject.Of(mail.Subject));
        foreach (var recipient in DeliveryReportReader.Read(mail)?.Recipients ?? [])
            Assert.InRange(recipient.Words.Length, 0, 500);
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
