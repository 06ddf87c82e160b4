using System.IO.Compression;
using System.Text;
using Secretariat.Formats.Mime;
using Secretariat.Modules.Correspondence;
using Secretariat.Tests.Formats.Mime;

namespace Secretariat.Tests.Correspondence;

/// <summary>What a message may ask for of our time, and that the rest is named.</summary>
public class ReadInPartTests
{
    private const string Letter = "The Ministry nominates Ms Ada Bylen, Head of Unit, as contact person for the Global Alliance.";

    [Fact]
    public void All_texts_of_a_message_share_one_allowance()
    {
        var annex = string.Concat(Enumerable.Repeat("The annex is long.\n", 3_000));
        var mail = With(Text("a.txt", annex), Text("b.txt", annex), Text("c.txt", Letter));
        var attached = AttachedTexts.Of(mail);

        Assert.Equal(
            [("b.txt", true), ("c.txt", false)],
            attached
                .Unread.Where(u => u.Why.English is "The message has more text than is read.")
                .Select(u => (u.Name, u.IsInPart))
        );
        Assert.Empty(ClerkReplies.Reader.Read(mail, attached.Texts).Suggestions);
        var first = With(Text("c.txt", Letter), Text("a.txt", annex));
        Assert.Empty(AttachedTexts.Of(first).Unread);
        Assert.Single(ClerkReplies.Reader.Read(first, AttachedTexts.Of(first).Texts).Suggestions);
    }

    [Fact]
    public void All_PDF_files_of_a_message_share_one_time_of_the_processor()
    {
        var mail = With([.. Enumerable.Range(0, 3).Select(i => Part($"{i}.pdf", "application/pdf", Endless()))]);

        Assert.Equal(
            Enumerable.Repeat("Reading the attachments took too long.", 3),
            AttachedTexts.Of(mail).Unread.Select(u => u.Why.English)
        );
    }

    /// <summary>A page of so many lines drawn that no reader comes to its end in a second.</summary>
    private static byte[] Endless()
    {
        var drawn = new MemoryStream();
        using (var zip = new ZLibStream(drawn, CompressionLevel.Fastest, leaveOpen: true))
            for (
                var (i, lines) = (0, Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("0 0 m 1 1 l S\n", 10_000))));
                i < 1_500;
                i++
            )
                zip.Write(lines);
        return
        [
            .. "%PDF-1.4\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj\n"u8,
            .. "3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 900 842] /Contents 4 0 R>> endobj\n"u8,
            .. Encoding.ASCII.GetBytes($"4 0 obj <</Filter /FlateDecode /Length {drawn.Length}>> stream\n"),
            .. drawn.ToArray(),
            .. "\nendstream endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n"u8,
        ];
    }

    private static string Text(string name, string text) => Part(name, "text/plain", Encoding.ASCII.GetBytes(text));

    private static string Part(string name, string type, byte[] content) =>
        $"--b\nContent-Type: {type}; name={name}\nContent-Disposition: attachment\nContent-Transfer-Encoding: base64\n\n{Convert.ToBase64String(content)}\n";

    private static MimeMessage With(params string[] parts) =>
        Mails.Read(
            $"From: a@b.example\nSubject: Letter\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nSee attached.\n{string.Concat(parts)}--b--\n"
        );
}
