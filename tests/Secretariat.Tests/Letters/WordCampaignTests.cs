using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.WordTemplates;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Letters;
using Secretariat.Modules.Letters.Documents;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Files;
using Secretariat.Platform.Pdf;
using Secretariat.Tests.Formats;

namespace Secretariat.Tests.Letters;

/// <summary>Letters of a campaign are made of a house's own Word file.</summary>
public sealed class WordCampaignTests(TestApp app) : AppTest(app)
{
    private const string Letter =
        "<w:p><w:r><w:t>Our reference: {letter.reference}</w:t></w:r></w:p>"
        + "<w:p><w:r><w:t>{addressee.salutation}</w:t></w:r></w:p>"
        + "<w:p><w:r><w:t>We write to {addressee.name}, {addressee.function}.</w:t></w:r></w:p>"
        + "<w:p><w:r><w:t>{#asks}</w:t></w:r></w:p><w:p><w:r><w:t>– {ask.text}</w:t></w:r></w:p><w:p><w:r><w:t>{/asks}</w:t></w:r></w:p>"
        + "<w:p><w:r><w:t>{letter.close} {letter.checkCode}</w:t></w:r></w:p>";

    [Fact]
    public async Task What_is_wrong_in_a_file_is_listed_with_its_fields_and_nothing_is_kept()
    {
        var officer = await App.AsAsync(Role.Officer);
        var page = await UploadAsync(officer, "wrong", "<w:p><w:r><w:t>{addressee.nam} {#asks} {letter.close}</w:t></w:r></w:p>");

        Assert.Contains("Letters have no value called “addressee.nam”", page.Text, Ordinal);
        Assert.Contains("asks", page.Text, Ordinal);
        Assert.Contains("{letter.close}", page.Document.QuerySelector("ul.sec-inline")!.TextContent, Ordinal);
        Assert.Equal(0, await App.ReadAsync(db => db.TemplateSources.CountAsync(s => s.Code == "wrong", Cancelled)));

        page = await UploadAsync(officer, "no-word", "", "letter.docx", "This is no Word file."u8.ToArray());
        Assert.Contains("To be corrected before it can be saved: 1", page.Text, Ordinal);
    }

    [Fact]
    public async Task Letters_are_made_of_the_file_that_was_submitted()
    {
        await App.HasMinistersAsync();
        var officer = await App.AsAsync(Role.Officer);
        var signatory = await App.AsAsync(Role.Signatory);
        await App.HasSenderAsync(officer);
        var template = await UploadAsync(officer, "house", Letter);
        Assert.Contains("house.docx", template.Text, Ordinal);
        Assert.Contains("Our reference:", template.Text, Ordinal);

        var form = (await officer.GetAsync("/office/campaigns/new")).Form("new");
        form.With("Title", "In Word").With("Template", "house").With("AsOf", "2024-02-29").Tick("Kinds", PartnerKind.MemberState);
        var draft = await form.Tick("HasAnnex", "true", false).SubmitAsync();
        var id = CampaignOffice.IdOf(draft);
        var first = (await App.LettersAsync(id))[0];
        var shown = await officer.GetAsync($"/office/campaigns/{id}/letters/{first.Id}");
        Assert.Contains($"We write to {first.AddresseeName}, {first.AddresseeFunction}.", shown.Text, Ordinal);

        await draft.Form("submit").SubmitAsync();
        // Another file takes its place, and the campaign holds its own.
        var other = Letter.Replace("We write to", "Other words for", Ordinal);
        var replaced = await template.Form("word").WithFile("Document", "other.docx", Packed.WholeDocument(other)).SubmitAsync();
        Assert.Contains("Other words for", replaced.Text, Ordinal);
        await (await signatory.GetAsync(draft.Address)).Form("sign-off").SubmitAsync();
        await App.WorkAsync<FreezeLetters>();

        var hasPdf = App.Services.GetRequiredService<LibreOfficePdf>().WhyUnavailable is null;
        foreach (var letter in await App.LettersAsync(id))
        {
            Assert.Null(letter.NotMadeBecause);
            var text = DocxText.Read(await FileAsync(letter.DocxSha256!));
            Assert.Contains($"Our reference: {letter.Reference}", text, Ordinal);
            Assert.Contains($"We write to {letter.AddresseeName}, {letter.AddresseeFunction}.", text, Ordinal);
            Assert.Contains(letter.CheckCode!, text, Ordinal);
            Assert.DoesNotContain("{", text, Ordinal);
            Assert.Equal(hasPdf, letter.PdfSha256 is not null);
        }

        var held = await HeldAsync();
        Assert.Contains("template house in en (other.docx)", held);
        Assert.Contains("campaign In Word, template in en", held);
    }

    [Fact]
    public async Task Of_two_who_replace_a_file_the_second_one_hears_it_and_a_reader_replaces_none()
    {
        var officer = await App.AsAsync(Role.Officer);
        var page = await UploadAsync(officer, "two-hands", Letter);
        var other = await (await App.AsAsync(Role.Administrator)).GetAsync(page.Address);
        await page.Form("word").WithFile("Document", "a.docx", Packed.WholeDocument(Letter)).SubmitAsync();

        var late = await other.Form("word").WithFile("Document", "b.docx", Packed.WholeDocument(Letter)).SubmitAsync();

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        var reader = await (await App.AsAsync(Role.Reader)).GetAsync(page.Address);
        Assert.False(reader.HasForm("word"));
        Assert.Contains("a.docx", reader.Text, Ordinal);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await (await App.AsAsync(Role.Reader)).GetAsync("/office/templates/word")).Status
        );
    }

    [Fact]
    public void A_correction_needs_a_place_in_the_file_for_the_letter_that_it_replaces()
    {
        var (plain, naming) = (Read(Letter), Read($"{Letter}<w:p><w:r><w:t>{{letter.replaces}}</w:t></w:r></w:p>"));
        Assert.DoesNotContain("letter.replaces", plain.Fields);
        Assert.Contains("letter.replaces", naming.Fields);
        Assert.Empty(WordLetter.WhyNot(naming));
        var refused = WordLetter.Fill(plain, Frame, [], corrects: true);
        Assert.Contains("{letter.replaces}", Assert.Single(refused.Problems).ToString(), Ordinal);
    }

    [Fact]
    public void A_campaign_with_an_annex_needs_a_place_for_it_in_the_file()
    {
        var annexed = Frame with
        {
            Annexes =
            [
                new(
                    "Timetable",
                    null,
                    ["Date"],
                    [
                        ["5 March"],
                    ]
                ),
            ],
        };
        Assert.Contains("{#annex}…{/annex}", WordLetter.WhyNotAnnex(Read(Letter), annexed)!.ToString(), Ordinal);
        Assert.Null(WordLetter.WhyNotAnnex(Read(Letter), Frame));

        var placed = Read("<w:p><w:r><w:t>{letter.close} {#annex}{row.date}{/annex}</w:t></w:r></w:p>");
        var values = new TemplateData
        {
            ["letter.close"] = new TemplateValue.Text("Salutations", "fr"),
            ["letter.place"] = new TemplateValue.Text("Bruxelles", "fr"),
            ["annex"] = new TemplateData[] { new() { ["row.date"] = new TemplateValue.Text("5 mars", "fr") } },
        };
        Assert.Null(WordLetter.WhyNotAnnex(placed, annexed));
        var made = WordLetter.Fill(placed, annexed, values, corrects: false);
        Assert.Empty(made.Problems);
        // Words in another language are told where the file shows them.
        Assert.Equal(
            [new("fr", "Salutations"), new("fr", "5 mars")],
            Secretariat.Modules.Letters.Documents.OtherWords.In(made.Document!)
        );
    }

    [Fact]
    public void What_letters_of_a_file_do_not_show_is_told()
    {
        Assert.Empty(WordLetter.Leaves(Read(Letter)));
        Assert.Equal(
            ["No reference: {letter.reference} is missing.", "No code by which"],
            WordLetter
                .Leaves(Read("<w:p><w:r><w:t>{letter.close}</w:t></w:r></w:p>"))
                .Select(r => r.ToString())
                .Select(r => r.StartsWith("No code", Ordinal) ? r[..16] : r)
        );
    }

    private static WordTemplate Read(string body) => WordTemplate.Read(Packed.WholeDocument(body));

    private static LetterDocument Frame =>
        new()
        {
            Language = "en",
            Title = "A letter",
            Sender = new("Somebody"),
            Place = "Brussels",
            Salutation = "Dear reader,",
            Body = "",
            Close = "Yours",
            SignatoryName = "Somebody",
            AddresseeLines = ["Reader"],
        };

    private static async Task<TestPage> UploadAsync(
        TestBrowser officer,
        string code,
        string body,
        string? name = null,
        byte[]? bytes = null
    )
    {
        var page = await officer.GetAsync("/office/templates/word");
        return await page.Form("word")
            .With("Code", code)
            .With("Language", "en")
            .WithFile("Document", name ?? $"{code}.docx", bytes ?? Packed.WholeDocument(body))
            .SubmitAsync();
    }

    private Task<byte[]> FileAsync(string sha256) =>
        App.UseAsync(s => s.GetRequiredService<IFileStore>().GetAsync(sha256, Cancelled));

    /// <summary>What the files of Word templates are kept for.</summary>
    private Task<List<string>> HeldAsync() =>
        App.UseAsync(async s =>
        {
            var held = new List<string>();
            foreach (var holder in s.GetServices<IHoldFiles>())
            await foreach (var file in holder.FilesAsync(Cancelled))
                held.Add(file.Record);
            return held;
        });

    private const StringComparison Ordinal = StringComparison.Ordinal;
}
