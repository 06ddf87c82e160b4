using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.Mime;
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

    [Theory]
    [InlineData("letter.pdf", "application/pdf", "mixed", "inline")]
    [InlineData("letter.docx", "application/octet-stream", "mixed", "inline")]
    [InlineData("letter.pdf", "application/pdf", "related", null)]
    public async Task A_document_that_is_shown_within_the_text_is_read_like_any_other(
        string name,
        string type,
        string container,
        string? disposition
    )
    {
        var letter = type is "application/pdf" ? Pdf(Letter) : Docx(Letter);

        var message = await ArriveAsync(With(name, type, letter, disposition, container));

        Assert.Equal("Ada Bylen", (await ProposalOfAsync(message)).Person!.Name);
        Assert.Equal($"attachment:{name}", (await ProposalOfAsync(message)).Evidence.Single().Part);
    }

    [Fact]
    public async Task A_picture_of_a_letter_within_the_text_is_named_as_not_read()
    {
        var message = await ArriveAsync(With("scan.pdf", "application/pdf", Pdf(""), "inline"));

        var unread = Assert.Single(message.Unread);
        Assert.Equal("scan.pdf", unread.Name);
        Assert.Contains("holds pictures and no text", unread.Why.English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_named_text_that_is_the_body_is_not_read_again_with_what_it_quotes()
    {
        var mail = MimeReader.Read(
            Encoding.UTF8.GetBytes(
                "From: a@b.example\nContent-Type: text/plain; name=answer.txt\nContent-Disposition: inline\n\nThank you.\n\n"
                    + $"On 1 March 2024 the secretariat wrote:\n> {Letter}\n"
            )
        );

        Assert.Single(mail.Attachments);
        Assert.Empty(AttachedTexts.Of(mail).Texts);
    }

    [Fact]
    public async Task A_letter_of_ours_that_comes_back_says_nothing_new()
    {
        var ours = Docx(Letter + " It is ours.");
        await App.UseAsync(s => s.GetRequiredService<IFileStore>().PutAsync(ours, Cancelled));

        var message = await ArriveAsync(With("GA-2024-0031.docx", "application/octet-stream", ours));

        Assert.Empty(await App.ReadAsync(db => db.Proposals.Where(p => p.MessageId == message.Id).ToListAsync(Cancelled)));
    }

    [Fact]
    public async Task A_scan_is_named_as_evidence_of_what_an_officer_reads_in_it()
    {
        var message = await ArriveAsync(With("note.pdf", "application/pdf", Pdf("")));
        var page = await (await App.AsAsync(Role.Officer)).GetAsync(Page(message));

        page = await page.Form("add-proposal").With("add.Part", "0").With("add.Quote", "The Ministry nominates").SubmitAsync();
        Assert.Contains("note.pdf cannot be read here, so no words of it can be found.", page.Text, StringComparison.Ordinal);
        page = await page.Form("add-proposal").With("add.Quote", "").With("add.Name", "Ada Bylen").SubmitAsync();

        var proposal = await ProposalOfAsync(message);
        Assert.Equal((true, "Ada Bylen"), (proposal.IsOpen, proposal.Person!.Name));
        Assert.Equal(new Evidence("attachment:note.pdf", "note.pdf"), proposal.Evidence.Single());
        Assert.Contains("The attachment as a whole: no words of it can be read here.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_of_a_letter_that_was_read_are_evidence_of_a_proposal_by_hand()
    {
        var letter = "Our colleague Ada Bylen looks after the matter.";
        var message = await ArriveAsync(With("letter.docx", "application/octet-stream", Docx(letter)));
        var page = await (await App.AsAsync(Role.Officer)).GetAsync(Page(message));

        page = await page.Form("add-proposal").With("add.Quote", letter).SubmitAsync();
        Assert.Contains("These words do not stand in the message.", page.Text, StringComparison.Ordinal);
        page = await page.Form("add-proposal").With("add.Part", "0").With("add.Quote", "Our letter").SubmitAsync();
        Assert.Contains("These words do not stand in letter.docx.", page.Text, StringComparison.Ordinal);
        page = await page.Form("add-proposal").With("add.Quote", "").SubmitAsync();
        Assert.Contains("Copy the words that it rests on.", page.Text, StringComparison.Ordinal);
        page = await page.Form("add-proposal").With("add.Quote", "colleague  Ada Bylen").SubmitAsync();

        Assert.Equal(
            new Evidence("attachment:letter.docx", "colleague Ada Bylen"),
            (await ProposalOfAsync(message)).Evidence.Single()
        );
        Assert.Contains("In the attachment letter.docx", page.Text, StringComparison.Ordinal);
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

    /// <summary>One page with one line; without words it is like a scan.</summary>
    private static byte[] Pdf(string text) =>
        Encoding.ASCII.GetBytes(
            $"""
            %PDF-1.4
            1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
            2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
            3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 900 842] /Contents 4 0 R /Resources <</Font <</F 5 0 R>>>>>> endobj
            4 0 obj <</Length {text.Length + 32}>> stream
            BT /F 10 Tf 20 800 Td ({text}) Tj ET
            endstream endobj
            5 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>> endobj
            trailer <</Root 1 0 R>>
            %%EOF
            """
        );

    private static string With(
        string name,
        string type,
        byte[] content,
        string? disposition = "attachment",
        string container = "mixed"
    ) =>
        $"""
            From: Ada Bylen <ada@somewhere.example>
            To: global-alliance@secretariat.example
            Message-ID: <{Guid.CreateVersion7():N}@somewhere.example>
            Subject: Our answer
            Content-Type: multipart/{container}; boundary=b

            --b
            Content-Type: text/plain

            Please find our letter attached.
            --b
            Content-Type: {type}; name="{name}"{(disposition is null ? "" : $"\nContent-Disposition: {disposition}")}
            Content-Transfer-Encoding: base64

            {Convert.ToBase64String(content)}
            --b--
            """;
}
