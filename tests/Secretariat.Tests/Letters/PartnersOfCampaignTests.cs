using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.WordTemplates;
using Secretariat.Modules.Events;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Letters;
using Secretariat.Modules.Letters.Documents;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Files;
using Secretariat.Platform.Localization;
using Secretariat.Tests.Formats;

namespace Secretariat.Tests.Letters;

/// <summary>The letters of a campaign list the partners of the day of which they speak, as the public page has them.</summary>
public sealed class PartnersOfCampaignTests(TestApp app) : AppTest(app)
{
    private static readonly DateOnly Day = new(2024, 2, 29);

    [Theory]
    [InlineData("en", "Fenlor", "Norvia", "Zalmaria", InventedList.Footnote)]
    [InlineData("fr", "Égalmarie", "Norvie", "Xénlor", InventedList.FrenchFootnote)]
    public async Task The_list_is_that_of_the_page_in_its_order_with_footnotes(
        string language,
        string first,
        string second,
        string third,
        string footnote
    )
    {
        await App.HasListedPartnersAsync();
        var (_, letter) = await App.DraftWithListAsync(language, day: "2024-02-28");

        var annex = (await MadeAsync(letter, language)).Document!.Annexes[1];
        Assert.Equal(language is "en" ? "28 February 2024" : "28 février 2024", annex.Subtitle);

        var (states, countries) = language is "en"
            ? ("EU Member States", "Partner countries")
            : ("États membres de l’UE", "Pays partenaires");
        Assert.Equal(27 + 3 + 2, annex.Rows.Count);
        Assert.Equal([states, language is "en" ? "Belgium" : "Belgique"], annex.Rows[0]);
        Assert.Equal([states, language is "en" ? "Germany" : "Allemagne"], annex.Rows[4]);
        Assert.Equal(
            [
                [countries, first],
                [countries, $"{second}\n{footnote}"],
                [countries, third],
            ],
            annex.Rows.Skip(27).Take(3)
        );
        var page = await App.Anybody().GetAsync($"/{language}/partners?asOf=2024-02-28");
        var shown = page.Document.QuerySelectorAll("tbody th").Select(th => TestPage.Squeeze(th.TextContent)).ToList();
        Assert.Equal(annex.Rows.Select(row => row[1].Replace('\n', ' ')), shown);
    }

    [Fact]
    public async Task Who_is_not_listed_on_that_day_is_not_in_it()
    {
        await App.HasListedPartnersAsync();
        await App.GivenAsync(db =>
        {
            InventedList.Enter(db, "pc-zqh", "Hiddenia", "Hiddenie", isListed: false);
            InventedList.Enter(db, "pc-zql", "Lateria", "Latérie", on: Day.AddDays(1));
            InventedList.Enter(db, "pc-zqa", "Announcia", "Announcie", relation: RelationKind.Announced);
            return Task.CompletedTask;
        });

        var names = Names(await ContentAsync(Day));

        Assert.Contains("Norvia", names);
        Assert.DoesNotContain("Hiddenia", names);
        Assert.DoesNotContain("Announcia", names);
        Assert.DoesNotContain("Lateria", names);
        // It takes part in the conference in April.
        Assert.DoesNotContain("European External Action Service", names);
        Assert.Contains("Lateria", Names(await ContentAsync(Day.AddDays(1))));
    }

    [Fact]
    public async Task Who_joins_later_enters_only_when_the_list_is_taken_over_again()
    {
        await App.HasListedPartnersAsync();
        var (officer, letter) = await App.DraftWithListAsync();
        var before = LetterText.Write((await MadeAsync(letter)).Document!);

        await App.GivenAsync(db =>
        {
            InventedList.Enter(db, "pc-zqj", "Joinia", "Joinie", on: Day);
            return Task.CompletedTask;
        });

        Assert.Equal(before, LetterText.Write((await MadeAsync(letter)).Document!));
        Assert.DoesNotContain("Joinia", before, StringComparison.Ordinal);
        var again = await officer.GetAsync($"/office/campaigns/{letter.CampaignId}/timetable");
        var count = Names(await ContentAsync(Day)).Count;
        Assert.Contains($"Partners on the public list of that day: {count}.", again.Text, StringComparison.Ordinal);
        await again.Form("take-over").SubmitAsync();
        var after = LetterText.Write((await MadeAsync(letter)).Document!);
        Assert.Contains("Partner countries | Joinia\n", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_frozen_letter_has_both_annexes_and_the_page_of_the_campaign_shows_the_list()
    {
        await App.HasListedPartnersAsync();
        var (officer, letter) = await App.DraftWithListAsync();
        var draft = await officer.GetAsync($"/office/campaigns/{letter.CampaignId}");
        var caption = draft.Document.QuerySelectorAll("table").Single(t => t.TextContent.Contains("Norvia", Ordinal));
        Assert.Contains("List of partners, as it will be printed", caption.TextContent, Ordinal);
        Assert.Contains(InventedList.Footnote, caption.TextContent, Ordinal);

        await App.FreezeAsync(draft, await App.AsAsync(Role.Signatory));

        var frozen = (await App.LettersAsync(letter.CampaignId))[0];
        Assert.Null(frozen.NotMadeBecause);
        var file = await App.UseAsync(s => s.GetRequiredService<IFileStore>().GetAsync(frozen.DocxSha256!, Cancelled));
        var text = DocxText.Read(file);
        Assert.Contains("Annex 1", text, Ordinal);
        Assert.Contains("Annex 2", text, Ordinal);
        Assert.Contains(InventedList.Footnote, text, Ordinal);
    }

    [Fact]
    public async Task Letters_that_ask_for_a_list_that_is_not_there_say_so_and_are_not_submitted()
    {
        var (officer, letter) = await App.DraftWithListAsync();
        await App.GivenAsync(async db =>
        {
            var campaign = await db.Campaigns.SingleAsync(c => c.Id == letter.CampaignId);
            campaign.Take(campaign.Content with { Partners = [] });
        });

        var refused = await (await officer.GetAsync($"/office/campaigns/{letter.CampaignId}")).Form("submit").SubmitAsync();

        Assert.Contains("The list of partners has no rows.", refused.Text, Ordinal);
        Assert.Equal(CampaignStatus.Draft, (await App.CampaignAsync(letter.CampaignId)).Status);
    }

    [Fact]
    public async Task The_text_of_a_letter_and_a_Word_template_repeat_the_list_with_its_fields()
    {
        await App.HasListedPartnersAsync();
        const string row = "{partner.kind}: {partner.name}{#partner.footnote} ({partner.footnote}){/partner.footnote}";
        var (_, letter) = await App.DraftWithListAsync(
            code: "zq-text",
            markdown: $"---\ntitle: Partners\n---\n{{#partners}}\n- {row}\n{{/partners}}\n"
        );

        var made = await MadeAsync(letter);
        Assert.Contains($"\n– Partner countries: Norvia ({InventedList.Footnote})\n", LetterText.Write(made.Document!), Ordinal);

        var word = WordTemplate.Read(Packed.WholeDocument($"<w:p><w:r><w:t>{{#partners}}{row}; {{/partners}}</w:t></w:r></w:p>"));
        var filled = await WithMakerAsync(
            letter,
            (maker, campaign, own) => WordLetter.Fill(word, made.Document!, maker.ValuesOf(campaign, own)!, false)
        );
        Assert.Empty(filled.Problems);
        Assert.Contains(
            $"Partner countries: Norvia ({InventedList.Footnote}); Partner countries: Zalmaria; ",
            filled.Document!.Body,
            Ordinal
        );
        Assert.Empty(filled.Document.Annexes);
    }

    [Fact]
    public void A_name_missing_in_a_language_matters_only_to_letters_with_the_list()
    {
        var english = LocalizedText.InEnglish("Norvia");
        var content = new CampaignContent
        {
            Partners =
            [
                new(
                    english.With("fr", "Pays"),
                    [new(english, LocalizedText.InEnglish(InventedList.Footnote).With("fr", "x"), null)]
                ),
            ],
        };

        Assert.Empty(content.MissingIn("fr", listsPartners: false));
        Assert.Equal(["Norvia"], content.MissingIn("fr", listsPartners: true));
    }

    [Theory]
    [InlineData("zq-twice", "Newia", null)]
    [InlineData(
        "zq-told",
        "Latia",
        "---\ntitle: Partners\n---\n{#partners}\n- {partner.name}{#partner.footnote} ({partner.footnote}){/partner.footnote}\n{/partners}\n"
    )]
    public async Task What_differs_from_the_last_letters_tells_who_is_new_on_the_list_and_who_stands_otherwise(
        string template,
        string name,
        string? markdown
    )
    {
        await App.HasListedPartnersAsync();
        var other = $"pc-{template}-other";
        await App.GivenAsync(db =>
        {
            InventedList.Enter(db, other, $"Zz{other}", other, on: Day);
            return Task.CompletedTask;
        });
        var (officer, letter) = await App.DraftWithListAsync(code: template, markdown: markdown);
        var frozen = await App.FreezeAsync(
            await officer.GetAsync($"/office/campaigns/{letter.CampaignId}"),
            await App.AsAsync(Role.Signatory)
        );
        await frozen.Form("release").With("Count", "1").SubmitAsync();
        await App.GivenAsync(async db =>
        {
            InventedList.Enter(db, $"pc-{template}", name, name, on: Day);
            (await db.Partners.SingleAsync(p => p.Code == other, Cancelled)).Footnote = LocalizedText.InEnglish(name);
        });

        var (_, later) = await App.DraftWithListAsync(code: template, markdown: markdown);
        var page = await officer.GetAsync($"/office/campaigns/{later.CampaignId}/difference");

        Assert.Contains($"The list of partners New: {name} Listed otherwise: Zz{other}", page.Text, Ordinal);
    }

    private static StringComparison Ordinal => StringComparison.Ordinal;

    private static List<string> Names(CampaignContent content) =>
        [.. content.Partners.SelectMany(k => k.Partners).Select(p => p.Name.In("en"))];

    private Task<CampaignContent> ContentAsync(DateOnly day) =>
        App.UseAsync(s => ActivatorUtilities.CreateInstance<TakeTimetable>(s).AsOfAsync(day, Cancelled));

    private Task<MadeLetter> MadeAsync(Letter letter, string language = "en") =>
        WithMakerAsync(
            letter,
            (maker, campaign, own) =>
            {
                own.Language = language;
                var made = maker.Make(campaign, own);
                Assert.Empty(made.Problems);
                return made;
            }
        );

    private Task<T> WithMakerAsync<T>(Letter letter, Func<LetterMaker, Campaign, Letter, T> use) =>
        App.UseAsync(async s =>
        {
            var (db, maker) = (s.GetRequiredService<SecretariatDb>(), s.GetRequiredService<LetterMaker>());
            var campaign = await db.Campaigns.AsNoTracking().SingleAsync(c => c.Id == letter.CampaignId, Cancelled);
            await maker.PrepareAsync(campaign, Cancelled);
            return use(maker, campaign, await db.Letters.AsNoTracking().SingleAsync(l => l.Id == letter.Id, Cancelled));
        });
}
