using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.WordTemplates;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Letters;
using Secretariat.Modules.Letters.Documents;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Files;

namespace Secretariat.Tests.Letters;

/// <summary>The sheet that goes with a letter and is filled in by its partner.</summary>
public sealed class ReplySheetTests(TestApp app) : AppTest(app)
{
    [Theory]
    [InlineData("en", "Reply sheet", "en-GB", "Date of our letter: 20 February 2024")]
    [InlineData("fr", "Fiche-réponse", "fr-FR", "Date de notre lettre : 20 février 2024")]
    [InlineData("de", "Antwortbogen", "de-DE", "Datum unseres Schreibens: 20. Februar 2024")]
    public void It_is_valid_has_title_language_and_headings(string language, string title, string culture, string date)
    {
        using var document = Open(ReplySheetDocx.Write(Sheets.Blank(language)));

        Assert.Empty(
            new OpenXmlValidator(FileFormatVersions.Office2019)
                .Validate(document, Cancelled)
                .Select(e => $"{e.Path?.XPath}: {e.Description}")
        );
        Assert.Equal($"{title} GA-2024-0031", document.PackageProperties.Title);
        var main = document.MainDocumentPart!;
        Assert.Contains($"w:val=\"{culture}\"", main.StyleDefinitionsPart!.Styles!.InnerXml, StringComparison.Ordinal);
        Assert.Equal(title, Styled("Heading1").Single());
        Assert.Equal(6, Styled("Heading2").Count());
        Assert.Contains(main.Document!.Descendants<Paragraph>(), p => p.InnerText == date);

        IEnumerable<string> Styled(string style) =>
            main.Document!.Descendants<Paragraph>()
                .Where(p => p.ParagraphProperties!.ParagraphStyleId!.Val == style)
                .Select(p => p.InnerText);
    }

    [Fact]
    public void Every_place_has_a_tag_of_its_own_and_a_title_that_is_said()
    {
        using var document = Open(ReplySheetDocx.Write(Sheets.Blank()));

        var places = document.MainDocumentPart!.Document!.Descendants<SdtProperties>().ToList();
        var tags = places.ConvertAll(p => p.GetFirstChild<Tag>()!.Val!.Value!);
        Assert.Equal(tags.Distinct(), tags);
        string[] expected =
        [
            "letter.reference",
            "nominee.name",
            "nominee.strand.prevention",
            "interest.response",
            "alternate.phone",
            "remark",
        ];
        Assert.Subset(tags.ToHashSet(), expected.ToHashSet());
        Assert.All(places, p => Assert.NotEmpty(p.GetFirstChild<SdtAlias>()!.Val!.Value!));
    }

    [Fact]
    public void Words_of_another_language_are_marked_and_the_same_sheet_gives_the_same_bytes()
    {
        var sheet = Sheets.Blank("fr") with { Strands = [("prevention", new("Prevention", "en"))] };
        using var document = Open(ReplySheetDocx.Write(sheet));

        var marked = document
            .MainDocumentPart!.Document!.Descendants<Run>()
            .Where(r => r.RunProperties?.Languages?.Val == "en-GB");
        Assert.Equal(["Aldoria", "Prevention", "Prevention"], marked.Select(r => r.InnerText));
        Assert.Equal(ReplySheetDocx.Write(sheet), ReplySheetDocx.Write(sheet));
    }

    [Fact]
    public void Values_from_outside_never_break_it()
    {
        const string hostile = "<w:p/>&amp;]]>\"'\0\v\uFFFE {MERGEFIELD x} \u202E";
        var sheet = Sheets.Blank() with
        {
            Partner = new(hostile, "en"),
            Secretariat = hostile,
            Strands = [("prevention", new(hostile, "en"))],
        };
        using var document = Open(ReplySheetDocx.Write(sheet));

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, Cancelled));
    }

    [Fact]
    public async Task A_letter_that_asks_leaves_with_a_sheet_which_is_kept_and_verified()
    {
        await App.HasMinistersAsync();
        var (officer, signatory) = (await App.AsAsync(Role.Officer), await App.AsAsync(Role.Signatory));
        await App.HasSenderAsync(officer);
        var draft = await officer.OpenCampaignAsync();
        var id = CampaignOffice.IdOf(draft);
        await App.GivenAsync(async db =>
        {
            var letters = await db.Letters.Where(l => l.CampaignId == id).OrderBy(l => l.Order).ToListAsync();
            letters[1].WrittenAs = CorrespondenceForm.NoteVerbale;
            letters[2].Language = "fr";
        });
        var page = await App.FreezeAsync(await officer.GetAsync(draft.Address), signatory);

        var frozen = await App.LettersAsync(id);
        Assert.All(frozen, l => Assert.NotNull(l.ReplySheetSha256));
        var forms = await Task.WhenAll(frozen.Select(FormOfAsync));
        Assert.StartsWith("Reply sheet\nOur reference: " + frozen[0].Reference, forms[0].Text, StringComparison.Ordinal);
        Assert.StartsWith("Fiche-réponse\n", forms[2].Text, StringComparison.Ordinal);
        Assert.Contains($"/t/{frozen[1].Id:N}.", forms[1].Text, StringComparison.Ordinal);
        var strands = await App.ReadAsync(db => db.Strands.Select(s => "interest." + s.Code).ToListAsync(Cancelled));
        Assert.Subset(forms[0].Controls.Select(c => c.Tag!).ToHashSet(), strands.ToHashSet());
        var letterPage = await signatory.GetAsync($"/office/campaigns/{id}/letters/{frozen[0].Id}");
        Assert.Contains($"{frozen[0].Reference}-reply.docx", letterPage.Text, StringComparison.Ordinal);

        await page.Form("release").With("Count", $"{frozen.Count}").SubmitAsync();
        var mails = await App.ReadAsync(db =>
            db.Outbox.AsNoTracking().Where(m => m.Subject.Contains(frozen[0].Reference!)).ToListAsync(Cancelled)
        );
        Assert.Contains("The attached reply sheet can be filled in", Assert.Single(mails).Body, StringComparison.Ordinal);
        Assert.Contains(
            mails[0].Files,
            f => f.Name == $"{frozen[0].Reference}-reply.docx" && f.Sha256 == frozen[0].ReplySheetSha256
        );
    }

    private async Task<DocxForm> FormOfAsync(Letter letter) =>
        DocxForm.Read(await App.UseAsync(s => s.GetRequiredService<IFileStore>().GetAsync(letter.ReplySheetSha256!, Cancelled)));

    private static WordprocessingDocument Open(byte[] sheet) =>
        WordprocessingDocument.Open(new MemoryStream(sheet), isEditable: false);
}
