using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Letters.Documents;
using Secretariat.Tests.Letters;
using Secretariat.Tests.Platform;

namespace Secretariat.Tests.Correspondence;

/// <summary>A reply sheet that comes back: what is filled in is proposed, and nothing else.</summary>
public sealed class FilledSheetTests(TestApp app) : MailTest(app)
{
    private static readonly Dictionary<string, string> Ada = new()
    {
        ["nominee.name"] = "Ada Bylen",
        ["nominee.function"] = "Head of Unit",
        ["nominee.email"] = "ada.bylen@interior.example",
    };

    [Fact]
    public async Task What_is_filled_in_is_proposed_with_its_exact_words()
    {
        var values = new Dictionary<string, string>(Ada)
        {
            ["alternate.name"] = "Bob Ruiz",
            ["remark"] = "We nominate nobody else.",
        };
        var sheet = Sheets.Fill(await BlankAsync(), values, "nominee.replaces", "nominee.strand.prevention", "interest.response");

        var proposals = await ProposedAsync(await ArriveAsync(With(sheet)));

        Assert.Equal([ProposalType.Replacement, ProposalType.Nomination, ProposalType.Interest], proposals.Select(p => p.Type));
        Assert.Equal(new("Ada Bylen", "Head of Unit", null, "ada.bylen@interior.example", null), proposals[0].Person);
        Assert.Equal(["prevention"], proposals[0].Strands);
        Assert.Equal((true, "Bob Ruiz"), (proposals[1].IsAlternate, proposals[1].Person!.Name));
        Assert.Equal(["response"], proposals[2].Strands);
        Assert.Equal(
            [
                new Evidence("attachment:reply.docx", "Name: Ada Bylen"),
                new("attachment:reply.docx", "Function: Head of Unit"),
                new("attachment:reply.docx", "E-mail: ada.bylen@interior.example"),
                new("attachment:reply.docx", "☒ This person replaces the contact person named before."),
                new("attachment:reply.docx", "☒ Prevention"),
            ],
            proposals[0].Evidence
        );
        Assert.Equal([new Evidence("attachment:reply.docx", "☒ Response")], proposals[2].Evidence);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    [InlineData("de")]
    public async Task A_sheet_with_nothing_filled_in_proposes_nothing(string language)
    {
        var blank = Sheets.Fill(await BlankAsync(language), new Dictionary<string, string> { ["nominee.phone"] = "  " });

        Assert.Empty(await ProposedAsync(await ArriveAsync(With(blank))));
    }

    [Fact]
    public async Task An_invitation_that_a_program_takes_for_words_counts_as_empty()
    {
        var lost = Sheets.Fill(await BlankAsync(), new Dictionary<string, string> { ["nominee.name"] = "Click here to write" });

        Assert.Empty(await ProposedAsync(await ArriveAsync(With(lost))));
    }

    [Fact]
    public async Task The_sheet_of_another_letter_is_filed_where_the_mail_belongs()
    {
        var answered = await GivenLetterAsync("ms-fr", "GA-2024-0701");
        await GivenLetterAsync("ms-de", "GA-2024-0702");
        var sheet = Sheets.Fill(ReplySheetDocx.Write(Sheets.Blank(reference: "GA-2024-0702")), Ada);

        var message = await ArriveAsync(With(sheet, "[GA-2024-0701] Our answer"));

        Assert.Equal(answered.Id, message.ThreadId);
        Assert.Equal("Ada Bylen", Assert.Single(await ProposedAsync(message)).Person!.Name);
    }

    [Fact]
    public async Task Hostile_values_are_bounded_lines()
    {
        var values = new Dictionary<string, string>
        {
            ["nominee.name"] = "Ada\u0085\u009F Bylen" + new string('x', 50_000),
            ["nominee.strand.evil"] = "x",
        };
        var proposal = Assert.Single(await ProposedAsync(await ArriveAsync(With(Sheets.Fill(await BlankAsync(), values)))));

        Assert.Equal(120, proposal.Person!.Name!.Length);
        Assert.StartsWith("Ada Bylenx", proposal.Person.Name, StringComparison.Ordinal);
        Assert.InRange(Assert.Single(proposal.Evidence).Quote.Length, 1, 400);
    }

    [Fact]
    public async Task A_sheet_that_LibreOffice_has_saved_is_read_alike()
    {
        Programs.SkipWithout("soffice");
        var sheet = Sheets.Fill(await BlankAsync(), Ada, "nominee.strand.response", "interest.prevention");

        var proposals = await ProposedAsync(await ArriveAsync(With(await SavedByLibreOfficeAsync(sheet))));

        Assert.Equal([ProposalType.Nomination, ProposalType.Interest], proposals.Select(p => p.Type));
        Assert.Equal(new("Ada Bylen", "Head of Unit", null, "ada.bylen@interior.example", null), proposals[0].Person);
        Assert.Equal(["response"], proposals[0].Strands);
        Assert.Equal(["prevention"], proposals[1].Strands);
        Assert.Empty(await ProposedAsync(await ArriveAsync(With(await SavedByLibreOfficeAsync(await BlankAsync())))));
    }

    private static async Task<byte[]> SavedByLibreOfficeAsync(byte[] sheet)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Keep("sheet.docx", sheet);
        await Programs.RunAsync(
            "soffice",
            "--headless",
            "--norestore",
            $"-env:UserInstallation=file://{folder.FullName}/profile",
            "--convert-to",
            "docx",
            "--outdir",
            $"{folder.FullName}/saved",
            path
        );
        return await File.ReadAllBytesAsync($"{folder.FullName}/saved/sheet.docx", Cancelled);
    }

    /// <summary>With the strands of the record.</summary>
    private async Task<byte[]> BlankAsync(string language = "en")
    {
        var strands = await App.ReadAsync(db => db.Strands.OrderBy(s => s.Order).Select(s => s.Code).ToListAsync(Cancelled));
        var names = strands.Select(code => (code, new SheetText(char.ToUpperInvariant(code[0]) + code[1..], "en")));
        return ReplySheetDocx.Write(Sheets.Blank(language) with { Strands = [.. names] });
    }

    /// <summary>The contact person, the alternate, then what is of interest.</summary>
    private async Task<List<Proposal>> ProposedAsync(Message message)
    {
        var proposed = await App.ReadAsync(db =>
            db.Proposals.AsNoTracking().Where(p => p.MessageId == message.Id).ToListAsync(Cancelled)
        );
        return [.. proposed.OrderBy(p => p.Person is null).ThenBy(p => p.IsAlternate)];
    }

    private static string With(byte[] sheet, string subject = "Our answer") =>
        $"""
            From: Ada Bylen <ada@somewhere.example>
            To: global-alliance@secretariat.example
            Message-ID: <{Guid.CreateVersion7():N}@somewhere.example>
            Subject: {subject}
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain

            Please find the reply sheet attached.
            --b
            Content-Type: application/vnd.openxmlformats-officedocument.wordprocessingml.document; name="reply.docx"
            Content-Disposition: attachment
            Content-Transfer-Encoding: base64

            {Convert.ToBase64String(sheet)}
            --b--
            """;
}
