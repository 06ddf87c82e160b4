using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Platform.Files;

namespace Secretariat.Tests.Correspondence;

/// <summary>Letters that come as an attachment.</summary>
public sealed class AttachedTests(TestApp app) : MailTest(app)
{
    private const string Letter = "The Ministry nominates Ms Ada Bylen, Head of Unit, as contact person for the Global Alliance.";

    [Fact]
    public async Task A_Word_letter_is_read_and_quoted_from_it()
    {
        var message = await ArriveAsync(With("letter.docx", "application/octet-stream", Docx(Letter)));

        var page = await (await App.AsAsync(Role.Officer)).GetAsync(Page(message));
        Assert.Contains(Letter, page.Text, StringComparison.Ordinal);
        Assert.Contains(
            "Ada Bylen",
            page.Form(Card(await ProposalOfAsync(message))).Value(Field(await ProposalOfAsync(message), "Name")),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("letter.doc", "application/msword", "old", "Documents of this kind are not read.")]
    [InlineData("winmail.dat", "application/ms-tnef", "tnef", "Documents of this kind are not read.")]
    [InlineData("letter.docx", "application/octet-stream", "PK broken", "The document is damaged, enciphered or too large.")]
    [InlineData("letter.pdf", "application/pdf", "%PDF-1.4 broken", "The document is damaged, enciphered or too large.")]
    public async Task What_cannot_be_read_is_named_with_its_reason(string name, string type, string content, string why)
    {
        var message = await ArriveAsync(With(name, type, Encoding.ASCII.GetBytes(content)));

        var page = await (await App.AsAsync(Role.Officer)).GetAsync(Page(message));
        Assert.Contains($"Nothing is proposed from {name}", page.Text, StringComparison.Ordinal);
        Assert.Contains(why, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_of_ours_that_comes_back_says_nothing_new()
    {
        var ours = Docx(Letter + " It is ours.");
        await App.UseAsync(s => s.GetRequiredService<IFileStore>().PutAsync(ours, Cancelled));

        var message = await ArriveAsync(With("GA-2024-0031.docx", "application/octet-stream", ours));

        Assert.Empty(await App.ReadAsync(db => db.Proposals.Where(p => p.MessageId == message.Id).ToListAsync(Cancelled)));
    }

    private Task<Proposal> ProposalOfAsync(Message message) =>
        App.ReadAsync(db => Task.FromResult(db.Proposals.Single(p => p.MessageId == message.Id)));

    private static byte[] Docx(string text)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        using (var part = new StreamWriter(zip.CreateEntry("word/document.xml").Open()))
            part.Write(
                $"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>{text[..20]}</w:t></w:r><w:del><w:r><w:delText>not </w:delText></w:r></w:del><w:r><w:t xml:space=\"preserve\">{text[20..]}</w:t></w:r></w:p></w:body></w:document>"
            );
        return bytes.ToArray();
    }

    private static string With(string name, string type, byte[] content) =>
        $"""
            From: Ada Bylen <ada@somewhere.example>
            To: global-alliance@secretariat.example
            Message-ID: <{Guid.CreateVersion7():N}@somewhere.example>
            Subject: Our answer
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain

            Please find our letter attached.
            --b
            Content-Type: {type}
            Content-Disposition: attachment; filename="{name}"
            Content-Transfer-Encoding: base64

            {Convert.ToBase64String(content)}
            --b--
            """;
}
