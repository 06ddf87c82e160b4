using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.WordTemplates;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Letters;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Files;
using Secretariat.Platform.Localization;

namespace Secretariat.Tests.Letters;

/// <summary>Letters one by one, who signs them, and the forms of address.</summary>
public sealed class LetterPagesTests(TestApp app) : AppTest(app)
{
    [Fact]
    public async Task Language_and_form_of_address_of_a_recipient_change_its_letter()
    {
        var (officer, letter) = await DraftAsync();
        var page = await officer.GetAsync(AddressOf(letter));
        Assert.Contains("Dear Minister", page.Text, StringComparison.Ordinal);

        page = await page.Form("edit").With("Recipient.Language", "fr").With("Recipient.Form", "Male").SubmitAsync();
        Assert.Contains("Monsieur le Ministre", page.Text, StringComparison.Ordinal);
        page = await page.Form("edit").With("Recipient.Salutation", "Cher collègue,").SubmitAsync();

        Assert.Contains("Cher collègue,", page.Text, StringComparison.Ordinal);
        var changed = await App.ReadAsync(db => db.Letters.SingleAsync(l => l.Id == letter.Id, Cancelled));
        Assert.Equal(("fr", AddressForm.Male, "Cher collègue,"), (changed.Language, changed.Form, changed.SalutationOverride));
    }

    [Fact]
    public async Task The_function_follows_the_language_unless_it_is_written_anew()
    {
        var (officer, letter) = await DraftAsync();
        await App.GivenAsync(async db =>
        {
            var principal = await db.Mandates.SingleAsync(
                m => m.PartnerId == letter.PartnerId && m.Role == MandateRole.Principal,
                Cancelled
            );
            principal.Functions = LocalizedText.InEnglish(principal.Function!).With("fr", "ministre de l’intérieur");
        });
        var page = await officer.GetAsync(AddressOf(letter));

        page = await page.Form("edit").With("Recipient.Language", "fr").SubmitAsync();
        Assert.Equal("ministre de l’intérieur", page.Form("edit").Value("Recipient.Function"));
        page = await page.Form("edit")
            .With("Recipient.Language", "en")
            .With("Recipient.Function", "Minister of Justice")
            .SubmitAsync();

        Assert.Equal("Minister of Justice", page.Form("edit").Value("Recipient.Function"));
    }

    [Fact]
    public async Task A_form_that_is_refused_leaves_the_others_as_the_letter_stands()
    {
        var (officer, letter) = await DraftAsync();
        var page = await (await officer.GetAsync(AddressOf(letter))).Form("void").SubmitAsync();

        Assert.Contains("Say why the letter does not leave.", page.Text, StringComparison.Ordinal);
        var edit = page.Form("edit");
        Assert.Equal(
            (letter.AddresseeName, letter.AddresseeFunction, letter.AddresseeEmail, letter.Rank),
            (
                edit.Value("Recipient.Name"),
                edit.Value("Recipient.Function"),
                edit.Value("Recipient.Email"),
                edit.Value("Recipient.Rank")
            )
        );
    }

    [Fact]
    public async Task Of_two_who_edit_a_letter_the_second_hears_that_someone_was_faster()
    {
        var (officer, letter) = await DraftAsync();
        var page = await officer.GetAsync(AddressOf(letter));
        await page.Form("edit").With("Recipient.Function", "Minister of Justice").SubmitAsync();

        var late = await page.Form("edit").With("Recipient.Function", "Minister of Finance").SubmitAsync();

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Someone was faster", late.Text, StringComparison.Ordinal);
        var kept = await App.ReadAsync(db =>
            db.Letters.Where(l => l.Id == letter.Id).Select(l => l.AddresseeFunction).SingleAsync(Cancelled)
        );
        Assert.Equal("Minister of Justice", kept);
    }

    [Fact]
    public async Task A_rank_without_a_form_of_address_leaves_the_letter_without_salutation()
    {
        var (officer, letter) = await DraftAsync();
        await App.GivenAsync(async db => (await db.Letters.SingleAsync(l => l.Id == letter.Id)).Rank = "sovereign");

        var page = await officer.GetAsync($"/office/campaigns/{letter.CampaignId}");
        var refused = await page.Form("submit").SubmitAsync();

        Assert.Contains("The letter has no salutation.", refused.Text, StringComparison.Ordinal);
        Assert.Equal(CampaignStatus.Draft, (await App.CampaignAsync(letter.CampaignId)).Status);
    }

    [Fact]
    public async Task An_empty_annex_stops_the_campaign_until_the_timetable_is_taken_over_again()
    {
        var (officer, letter) = await DraftAsync();
        var address = $"/office/campaigns/{letter.CampaignId}/timetable";
        var empty = await officer.GetAsync($"{address}?Day=2019-01-01");
        await empty.Form("take-over").SubmitAsync();

        var refused = await (await officer.GetAsync($"/office/campaigns/{letter.CampaignId}")).Form("submit").SubmitAsync();
        Assert.Contains("Nothing was changed.", refused.Text, StringComparison.Ordinal);
        Assert.Equal(CampaignStatus.Draft, (await App.CampaignAsync(letter.CampaignId)).Status);

        await (await officer.GetAsync($"{address}?Day=2024-02-29")).Form("take-over").SubmitAsync();
        Assert.Equal(10, (await App.CampaignAsync(letter.CampaignId)).Content.AnnexRows.Count);
    }

    [Fact]
    public async Task All_letters_stand_one_below_the_other()
    {
        var (officer, letter) = await DraftAsync();

        var page = await officer.GetAsync($"/office/campaigns/{letter.CampaignId}/preview");

        Assert.Equal(3, page.Document.QuerySelectorAll(".sec-letter").Length);
        Assert.Equal(
            ["Belgium", "Bulgaria", "Czechia"],
            page.Document.QuerySelectorAll(".sec-preview h2").Select(h => TestPage.Squeeze(h.TextContent))
        );
    }

    [Fact]
    public async Task A_new_sender_leaves_the_earlier_one_in_the_record()
    {
        var (officer, _) = await DraftAsync();
        var page = await officer.GetAsync("/office/sender");
        var missing = await page.Form("sender").With("Block.Name", "").SubmitAsync();
        Assert.Contains("Name is missing.", missing.Text, StringComparison.Ordinal);

        await page.Form("sender").With("Block.Name", "Bruno Exemple").With("Block.PlaceFr", "Bruxelles").SubmitAsync();
        var late = await page.Form("sender").With("Block.Name", "Carla Exemple").SubmitAsync();

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        var names = await App.ReadAsync(db => db.Senders.OrderBy(s => s.Id).Select(s => s.Name).ToListAsync(Cancelled));
        Assert.Equal(["Astrid Kallemaa", "Bruno Exemple"], names);
        Assert.Contains("Astrid Kallemaa", (await officer.GetAsync("/office/sender")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Head of state")]
    [InlineData("fr", "Chef d’État")]
    public async Task The_rank_of_an_addressee_is_chosen_by_its_words(string language, string head)
    {
        await App.HasMinistersAsync();
        var officer = await App.AsAsync(Role.Officer);
        var draft = await officer.OpenCampaignAsync();
        var letter = (await App.LettersAsync(CampaignOffice.IdOf(draft)))[0];

        var page = await officer.GetAsync($"{AddressOf(letter)}?lang={language}");

        var rank = page.Document.QuerySelector("select[name='Recipient.Rank'] option[value=head-of-state]");
        Assert.Equal(head, rank!.TextContent.Trim());
    }

    [Fact]
    public async Task A_form_of_address_with_an_unknown_placeholder_is_refused()
    {
        var officer = await App.AsAsync(Role.Officer);
        var page = await (await officer.GetAsync("/office/salutations")).FollowAsync("Head of an agency en any");

        var refused = await page.Form("edit").With("Words.SalutationFemale", "Dear {addressee.nickname},").SubmitAsync();
        Assert.Contains("addressee.nickname", refused.Text, StringComparison.Ordinal);
        await page.Form("edit").With("Words.SalutationFemale", "Dear Head of Agency,").SubmitAsync();

        var form = await App.ReadAsync(db =>
            db.FormsOfAddress.SingleAsync(f => f.Rank == "agency-head" && f.Language == "en", Cancelled)
        );
        Assert.Equal("Dear Head of Agency,", form.Salutation.Female);
        var entry = await App.ReadAsync(db =>
            db.AuditEntries.Where(e => e.SubjectId == form.Id).OrderByDescending(e => e.Id).FirstAsync(Cancelled)
        );
        Assert.Contains("Dear Head of Agency,", entry.Payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_of_address_for_one_country_is_used_for_it_and_for_no_other()
    {
        var (officer, first) = await DraftAsync();
        var letters = await App.LettersAsync(first.CampaignId);
        var (letter, others) = (letters[^1], letters.SkipLast(1).ToList()); // the line stays; other tests write to the first
        var partner = await App.ReadAsync(db => db.Partners.SingleAsync(p => p.Id == letter.PartnerId, Cancelled));
        var form = (await officer.GetAsync("/office/salutations/new"))
            .Form("new")
            .With("Rank", letter.Rank)
            .With("Language", letter.Language)
            .With("Scope", partner.IsoAlpha2!)
            .With("Words.Close", "With all good wishes,");
        foreach (var name in (string[])["Female", "Male", "Unknown"])
            form.With($"Words.Salutation{name}", "Esteemed Minister,").With($"Words.Line{name}", "{addressee.name}");
        var table = await form.SubmitAsync();

        Assert.Contains(
            table.Document.QuerySelectorAll("tbody tr").Select(row => row.TextContent),
            row =>
                row.Contains("Esteemed Minister,", StringComparison.Ordinal)
                && row.Contains(partner.Name.In("en"), StringComparison.Ordinal)
        );
        Assert.Contains("Esteemed Minister,", (await officer.GetAsync(AddressOf(letter))).Text, StringComparison.Ordinal);
        Assert.NotEmpty(others);
        foreach (var other in others)
            Assert.Contains("Dear Minister,", (await officer.GetAsync(AddressOf(other))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_words_of_a_note_verbale_are_added_in_another_language_once()
    {
        var officer = await App.AsAsync(Role.Officer);
        var page = await officer.GetAsync("/office/salutations/new");
        TestForm Filled(string close)
        {
            var form = page.Form("new").With("Rank", "institution").With("Language", "es").With("Scope", "any");
            foreach (var name in (string[])["Female", "Male", "Unknown"])
                form.With($"Words.Salutation{name}", "La Secretaría saluda atentamente y comunica lo siguiente.")
                    .With($"Words.Line{name}", "{addressee.organisation}");
            return form.With("Words.Close", close);
        }

        var wrong = await Filled("{addressee.nombre}").SubmitAsync();
        Assert.Contains("addressee.nombre", wrong.Text, StringComparison.Ordinal);
        await Filled("La Secretaría aprovecha la ocasión.").SubmitAsync();
        var twice = await Filled("La Secretaría aprovecha la ocasión.").SubmitAsync();

        Assert.Contains("The table has this line already", twice.Text, StringComparison.Ordinal);
        var forms = await App.ReadAsync(db => db.FormsOfAddress.Where(f => f.Language == "es").ToListAsync(Cancelled));
        Assert.Equal("institution-es-any", Assert.Single(forms).ToRule().Id);
    }

    [Fact]
    public async Task One_letter_and_thirty_cost_the_same_number_of_queries()
    {
        var (officer, letter) = await DraftAsync();
        var (campaign, list) = ($"/office/campaigns/{letter.CampaignId}", "/office/campaigns");
        async Task<int[]> CountAsync() =>
            [
                await QueryCount.OfAsync(App, () => officer.GetAsync(campaign)),
                await QueryCount.OfAsync(App, () => officer.GetAsync($"{campaign}/preview")),
                await QueryCount.OfAsync(App, () => officer.GetAsync(list)),
            ];
        var few = await CountAsync();
        await App.GivenAsync(async db =>
        {
            var written = await db.Letters.Where(l => l.CampaignId == letter.CampaignId).Select(l => l.PartnerId).ToListAsync();
            foreach (var partner in await db.Partners.Where(p => !written.Contains(p.Id)).Take(27).ToListAsync())
                db.Letters.Add(
                    new Letter
                    {
                        CampaignId = letter.CampaignId,
                        PartnerId = partner.Id,
                        Order = 99,
                        Language = "en",
                        Rank = "minister",
                        Form = AddressForm.Unknown,
                    }
                );
            for (var i = 0; i < 29; i++)
                db.Campaigns.Add(
                    new Campaign
                    {
                        Title = $"Campaign {i}",
                        TemplateCode = "thanks",
                        AnnexAsOf = new(2024, 1, 1),
                    }
                );
        });

        Assert.Equal(few, await CountAsync());
        Assert.All(few, count => Assert.InRange(count, 1, 17));
    }

    [Fact]
    public async Task What_a_letter_gets_later_stands_in_its_draft_as_the_name_of_its_place()
    {
        await App.HasMinistersAsync(1);
        var officer = await App.AsAsync(Role.Officer);
        await App.HasSenderAsync(officer);
        const string words = "Our letter {letter.reference} of {letter.signedOn}, {letter.checkCode}, {letter.checkAddress}.";
        await App.GivenAsync(db =>
        {
            db.Add(
                new TemplateSource
                {
                    Code = "given-later",
                    Language = "en",
                    Markdown = $"---\ntitle: Later\n---\n{words}\n",
                }
            );
            return Task.CompletedTask;
        });
        var form = (await officer.GetAsync("/office/campaigns/new")).Form("new");
        form.With("Title", "Later").With("Template", "given-later").With("AsOf", "2024-02-29");
        var draft = await form.Tick("Kinds", "eu-member-state").Tick("HasAnnex", "true", ticked: false).SubmitAsync();
        var id = CampaignOffice.IdOf(draft);
        var page = await officer.GetAsync(AddressOf((await App.LettersAsync(id))[0]));
        Assert.Contains(
            "Our letter [letter.reference] of [letter.signedOn], [letter.checkCode], [letter.checkAddress].",
            page.Text,
            StringComparison.Ordinal
        );

        await App.FreezeAsync(await officer.GetAsync(draft.Address), await App.AsAsync(Role.Signatory));
        var letter = (await App.LettersAsync(id))[0];
        var text = DocxText.Read(
            await App.UseAsync(s => s.GetRequiredService<IFileStore>().GetAsync(letter.DocxSha256!, Cancelled))
        );
        Assert.Contains($"Our letter {letter.Reference} of ", text, StringComparison.Ordinal);
        Assert.Contains($", {letter.CheckCode}, http", text, StringComparison.Ordinal);
        Assert.DoesNotContain("[letter.", text, StringComparison.Ordinal);
    }

    private static string AddressOf(Letter letter) => $"/office/campaigns/{letter.CampaignId}/letters/{letter.Id}";

    private async Task<(TestBrowser Officer, Letter Letter)> DraftAsync()
    {
        await App.HasMinistersAsync();
        var officer = await App.AsAsync(Role.Officer);
        await App.HasSenderAsync(officer);
        var draft = await officer.OpenCampaignAsync();
        return (officer, (await App.LettersAsync(CampaignOffice.IdOf(draft)))[0]);
    }
}
