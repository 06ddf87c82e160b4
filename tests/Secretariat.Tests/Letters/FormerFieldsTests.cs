using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.WordTemplates;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Letters;
using Secretariat.Modules.Letters.Documents;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Files;
using Secretariat.Tests.Formats;

namespace Secretariat.Tests.Letters;

/// <summary>What was stored with names that letters no longer have is still made, and nothing is written with them any more.</summary>
public sealed class FormerFieldsTests(TestApp app) : AppTest(app)
{
    private const StringComparison Ordinal = StringComparison.Ordinal;

    private const string OldText = """
        ---
        title: Old {letter.aresNumber}
        ---
        We thank you{#letter.aresNumber}, registered under {letter.aresNumber},{/letter.aresNumber} as number {letter.aresNumber}.

        """;

    [Theory]
    [InlineData(AddressForm.Female, "Dear Ms Example,")]
    [InlineData(AddressForm.Male, "Dear Mr Example,")]
    [InlineData(AddressForm.Unknown, "Dear Example,")]
    public void A_form_of_address_of_before_addresses_in_a_line_that_reads(AddressForm form, string expected)
    {
        const string Line = "Dear {addressee.title} {addressee.family},";
        var rule = new SalutationRule("old", "official", "en", "any", new(Line, Line, Line), new("A", "A", "A"), "Yours,");
        var words = new Salutations([rule]).For("official", "en", ["any"], form, new() { ["addressee.family"] = "Example" });

        Assert.Equal((expected, "Yours,"), (words.Salutation, words.Close));
        Assert.Empty(words.Problems);
    }

    [Fact]
    public void A_Word_file_of_before_is_filled()
    {
        var old = WordTemplate.Read(Packed.WholeDocument("<w:p><w:r><w:t>No. {letter.aresNumber}.</w:t></w:r></w:p>"));
        Assert.Empty(WordLetter.WhyNot(old));

        var made = WordLetter.Fill(old, FollowUp.Letter("en") with { Annexes = [] }, [], corrects: false);

        Assert.Empty(made.Problems);
        Assert.Contains("No. .", made.Document!.Body, Ordinal);
    }

    [Fact]
    public async Task A_campaign_that_was_submitted_with_them_is_frozen_and_released()
    {
        await App.HasMinistersAsync();
        await GivenOldWordingAsync();
        var officer = await App.AsAsync(Role.Officer);
        await App.HasSenderAsync(officer);
        var form = (await officer.GetAsync("/office/campaigns/new")).Form("new");
        form.With("Title", "Old").With("Template", "old").With("AsOf", "2024-02-29").Tick("Kinds", PartnerKind.MemberState);
        var draft = await form.Tick("HasAnnex", "true", false).SubmitAsync();
        var frozen = await App.FreezeAsync(draft, await App.AsAsync(Role.Signatory));
        await frozen.Form("release").With("Count", "3").SubmitAsync();

        var id = CampaignOffice.IdOf(draft);
        Assert.Contains("{letter.aresNumber}", (await App.CampaignAsync(id)).Wording!.Templates["en"], Ordinal);
        foreach (var letter in await App.LettersAsync(id))
        {
            Assert.Equal(LetterStatus.InOutbox, letter.Status);
            var text = await DocxAsync(letter);
            Assert.Contains("Dear Ms ", text, Ordinal);
            Assert.Contains("We thank you as number.", text, Ordinal);
        }
    }

    [Fact]
    public async Task None_is_written_with_them_any_more()
    {
        await GivenOldWordingAsync();
        var officer = await App.AsAsync(Role.Officer);
        var (template, salutation) = await App.ReadAsync(async db =>
            (
                await db.TemplateSources.Where(s => s.Code == "old").Select(s => s.Id).SingleAsync(Cancelled),
                await db.FormsOfAddress.Where(f => f.Rank == "member-of-parliament" && f.Language == "en").SingleAsync(Cancelled)
            )
        );

        var page = await (await officer.GetAsync($"/office/templates/{template}")).Form("edit").SubmitAsync();
        Assert.Contains("Letters have no “letter.aresNumber” any more", page.Text, Ordinal);
        page = await (await officer.GetAsync($"/office/salutations/{salutation.Id}")).Form("edit").SubmitAsync();
        Assert.Contains("Letters have no “addressee.title” any more", page.Text, Ordinal);
    }

    /// <summary>As databases have it that were loaded before; the ministers are members of parliament.</summary>
    private Task GivenOldWordingAsync() =>
        App.GivenAsync(async db =>
        {
            if (!await db.TemplateSources.AnyAsync(s => s.Code == "old", Cancelled))
                db.TemplateSources.Add(
                    new TemplateSource
                    {
                        Code = "old",
                        Language = "en",
                        Markdown = OldText,
                    }
                );
            const string Line = "Dear {addressee.title} {addressee.family},";
            var form = await db.FormsOfAddress.SingleAsync(
                f => f.Rank == "member-of-parliament" && f.Language == "en",
                Cancelled
            );
            form.Salutation = new(Line, Line, "Dear Member,");
            foreach (var mandate in await db.Mandates.Where(m => m.Rank == "minister").ToListAsync(Cancelled))
                mandate.Rank = "member-of-parliament";
        });

    private async Task<string> DocxAsync(Letter letter)
    {
        await using var scope = App.Services.CreateAsyncScope();
        var stored = await scope.ServiceProvider.GetRequiredService<IFileStore>().GetAsync(letter.DocxSha256!, Cancelled);
        return DocxText.Read(stored);
    }
}
