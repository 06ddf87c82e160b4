using System.Text.Json;
using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.WordTemplates;
using Secretariat.Modules.Events;
using Secretariat.Modules.Events.Programme;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Letters;
using Secretariat.Modules.Letters.Documents;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Files;
using Secretariat.Platform.Localization;
using Secretariat.Tests.Formats;

namespace Secretariat.Tests.Letters;

/// <summary>The letters of a campaign have the programme of one event as an annex, as it stood when it was taken over.</summary>
public sealed class ProgrammeOfCampaignTests(TestApp app) : AppTest(app)
{
    private const string Conference = "zq-conference";

    private const string English =
        "---\ntitle: Programme\nprogramme-title: Programme\nprogramme-columns: Day | Time | What | Room\n---\nText.\n";

    private const string InText = "---\ntitle: Programme\n---\n{#programme}\n- {time} {title}\n{/programme}\n";

    private const string French =
        "---\ntitle: Programme\nprogramme-title: Programme\nprogramme-columns: Jour | Heure | Objet | Salle\n---\nTexte.\n";

    [Theory]
    [InlineData("en", "Annex", "Day | Time | What | Room", "28 November 2024", "Opening – Ada Sample, Minister")]
    [InlineData("fr", "Annexe", "Jour | Heure | Objet | Salle", "28 novembre 2024", "Ouverture – Ada Sample, ministre")]
    public async Task The_annex_has_day_time_what_with_who_speaks_and_room_in_every_format(
        string language,
        string word,
        string columns,
        string day,
        string opening
    )
    {
        var (_, letter) = await DraftAsync();

        var document = (await MadeAsync(letter, language)).Document!;

        Assert.EndsWith(
            $"{word}\nProgramme\n\n{columns}\n{day} | 10:00–10:45 | {opening} | Hall 1\n{day} | 11:00 | Panel – Bo Sample, ministre | \n",
            LetterText.Write(document),
            Ordinal
        );
        var annex = new HtmlParser().ParseDocument(LetterHtml.Write(document)).QuerySelector("section.annex")!;
        Assert.Equal(columns.Split(" | "), annex.QuerySelectorAll("thead th[scope=col]").Select(th => th.TextContent));
        Assert.Equal(
            language is "en"
                ? $"<span>Panel</span><br><span lang=\"{LetterLanguage.For("fr").Culture}\">Bo Sample, ministre</span>"
                : $"<span lang=\"{LetterLanguage.For("en").Culture}\">Panel</span><br><span>Bo Sample, ministre</span>",
            annex.QuerySelector("tbody tr:last-child td:nth-child(3)")!.InnerHtml
        );
        AssertWord(LetterDocx.Write(document), columns.Split(" | "), [day, "10:00–10:45", .. opening.Split(" – "), "Hall 1"]);
    }

    [Fact]
    public async Task Our_own_letter_names_the_event_its_day_and_its_place_in_every_language()
    {
        var (_, letter) = await DraftAsync("programme", programme: "zq-named", given: Named);

        foreach (var (language, sentence, annex) in NamedIn)
        {
            var document = (await MadeAsync(letter, language)).Document!;
            var text = LetterText.Write(document);
            Assert.Contains(sentence, text, Ordinal);
            Assert.Contains($"\n{annex}\n\n", text, Ordinal);
        }

        var german = LetterHtml.Write((await MadeAsync(letter, "de")).Document!);
        Assert.Contains("<h1 lang=\"en-GB\">Round table</h1>", german, Ordinal);
    }

    [Theory]
    [InlineData("en", "of the forthcoming event of the Alliance.", "Programme: Round table")]
    [InlineData("fr", "du prochain événement de l’Alliance.", "Programme : Round table")]
    [InlineData("de", "der bevorstehenden Veranstaltung der Allianz.", "Programm: Round table")]
    public void What_was_taken_over_before_letters_named_the_event_is_still_read(string language, string sentence, string title)
    {
        var old = JsonSerializer.Deserialize<ProgrammeContent>("""{"EventCode":"zq-old","Rows":[]}""")!;
        Assert.Equal(("zq-old", null, null, null), (old.EventCode, old.Title, old.Dates, old.Place));

        var template = LetterTemplate.Parse(ProjectFiles.Read($"data/global-alliance/letters/programme.{language}.md"));
        Assert.Empty(template.Problems);
        var words = FollowUpWords.In(language);
        var frame = FollowUp.Frame(language, words) with
        {
            Annexes =
            [
                new(
                    "",
                    null,
                    [],
                    [
                        ["28 November 2024", "10:00", "Opening", ""],
                    ]
                )
                {
                    Kind = AnnexKind.Programme,
                },
            ],
        };
        var data = FollowUp.Data(language, words).With("programme.dates", null).With("programme.place", null);
        Assert.Contains(sentence, template.Fill(frame, data.With("programme.event", null)).Letter!.Body, Ordinal);
        Assert.Equal(title, template.Fill(frame, data.With("programme.event", "Round table")).Letter!.Subject);
    }

    private static (string Language, string Sentence, string Annex)[] NamedIn =>
        [
            (
                "en",
                "the programme of the following event of the Alliance: Round table, 28 November 2024, Vienna.",
                "Annex\nRound table\nProgramme, 28 November 2024, Vienna. All times are those of the place"
            ),
            (
                "fr",
                "le programme de l’événement suivant de l’Alliance : Table ronde, 28 novembre 2024, Vienne.",
                "Annexe\nTable ronde\nProgramme, 28 novembre 2024, Vienne. Toutes les heures sont celles du lieu"
            ),
            (
                "de",
                "das Programm der folgenden Veranstaltung der Allianz: Round table, 28. November 2024, Wien.",
                "Anlage\nRound table\nProgramm, 28. November 2024, Wien. Alle Uhrzeiten sind Ortszeiten"
            ),
        ];

    /// <summary>An event whose title is in two languages, and its date and place in three.</summary>
    private static Guid Named(SecretariatDb db)
    {
        var id = AddEvent(db, "zq-named", isOwn: true, "Opening");
        var named = db.Events.Local.Single(e => e.Id == id);
        named.Title = LocalizedText.InEnglish("Round table").With("fr", "Table ronde");
        db.Entry(named).Property(e => e.City).CurrentValue = In("Vienna", "Vienne", "Wien");
        var dates = In("28 November 2024", "28 novembre 2024", "28. November 2024");
        db.Add(
            new Announcement
            {
                EventId = id,
                Timing = new(dates, Precision.Day, new(2024, 11, 28), null),
                AnnouncedOn = new(2024, 1, 5),
            }
        );
        return id;
    }

    private static LocalizedText In(string english, string french, string german) =>
        LocalizedText.InEnglish(english).With("fr", french).With("de", german);

    [Fact]
    public async Task What_changes_in_the_programme_enters_only_when_it_is_taken_over_again_and_no_frozen_letter()
    {
        var (officer, letter) = await DraftAsync();
        var before = LetterText.Write((await MadeAsync(letter)).Document!);
        Assert.Contains("Opening", before, Ordinal);

        await ChangeAsync("Second opening");
        Assert.Equal(before, LetterText.Write((await MadeAsync(letter)).Document!));

        await (await officer.GetAsync($"/office/campaigns/{letter.CampaignId}/timetable")).Form("take-over").SubmitAsync();
        var after = LetterText.Write((await MadeAsync(letter)).Document!);
        Assert.Contains("Second opening", after, Ordinal);

        var draft = await officer.GetAsync($"/office/campaigns/{letter.CampaignId}");
        Assert.Contains("Programme, as it will be printed", draft.Text, Ordinal);
        await draft.Form("submit").SubmitAsync();
        await ChangeAsync("Third opening");
        await (await (await App.AsAsync(Role.Signatory)).GetAsync(draft.Address)).Form("sign-off").SubmitAsync();
        await App.WorkAsync<FreezeLetters>();
        var frozen = (await App.LettersAsync(letter.CampaignId))[0];
        var text = DocxText.Read(
            await App.UseAsync(s => s.GetRequiredService<IFileStore>().GetAsync(frozen.DocxSha256!, Cancelled))
        );
        Assert.Contains("Second opening", text, Ordinal);
        Assert.DoesNotContain("Third opening", text, Ordinal);
    }

    [Theory]
    [InlineData("zq-programme-twice", null)]
    [InlineData("zq-programme-in-text", InText)]
    public async Task What_differs_from_the_last_letters_tells_what_is_new_in_the_programme(string template, string? markdown)
    {
        var (officer, letter) = await DraftAsync(template, markdown);
        var frozen = await App.FreezeAsync(
            await officer.GetAsync($"/office/campaigns/{letter.CampaignId}"),
            await App.AsAsync(Role.Signatory)
        );
        await frozen.Form("release").With("Count", "1").SubmitAsync();

        var (_, later) = await DraftAsync(template, markdown);
        await ChangeAsync("Fourth opening");
        await (await officer.GetAsync($"/office/campaigns/{later.CampaignId}/timetable")).Form("take-over").SubmitAsync();
        var page = await officer.GetAsync($"/office/campaigns/{later.CampaignId}/difference");

        Assert.Contains(
            "The programme New: 28 November 2024 · 10:00–10:45 · Fourth opening · Ada Sample, Minister · Hall 1",
            page.Text,
            Ordinal
        );
        Assert.Contains(
            "No longer there: 28 November 2024 · 10:00–10:45 · Opening · Ada Sample, Minister · Hall 1",
            page.Text,
            Ordinal
        );
    }

    [Theory]
    [InlineData("zq-programme", null)]
    [InlineData("zq-nobody-chose", InText)]
    public async Task A_letter_whose_programme_nobody_chose_says_where_to_choose_it_and_is_not_submitted(
        string template,
        string? markdown
    )
    {
        const string lacking =
            "The letter has the programme of an event, and the campaign names no event: choose it under “Take over the timetable again”.";
        var (officer, letter) = await DraftAsync(template, markdown, programme: "");
        var page = await officer.GetAsync($"/office/campaigns/{letter.CampaignId}");
        Assert.Contains(lacking, page.Text, Ordinal);

        await page.Form("submit").SubmitAsync();
        Assert.Equal(CampaignStatus.Draft, (await App.CampaignAsync(letter.CampaignId)).Status);

        page = await page.FollowAsync("Take over the timetable again");
        page = await page.Form("take-over").With("Programme", Conference).SubmitAsync();
        page = await officer.GetAsync(page.Address);
        Assert.DoesNotContain(lacking, page.Text, Ordinal);
        Assert.Contains("Programme, as it will be printed", page.Text, Ordinal);
        // What was chosen stays chosen until somebody chooses otherwise.
        page = await officer.GetAsync($"/office/campaigns/{letter.CampaignId}/timetable");
        Assert.Equal(Conference, page.Form("take-over").Value("Programme"));
    }

    [Fact]
    public async Task Only_our_events_that_have_a_programme_are_offered_with_their_dates()
    {
        await HasProgrammeAsync();
        await App.GivenAsync(db =>
        {
            AddEvent(db, "zq-others", isOwn: false, "Theirs");
            AddEvent(db, "zq-empty", isOwn: true);
            AddEvent(db, "zq-cancelled", isOwn: true, "Opening", EventStatus.Cancelled);
            db.Add(
                new Announcement
                {
                    EventId = AddEvent(db, "zq-dated", isOwn: true, "Opening"),
                    Timing = new(LocalizedText.InEnglish("5 May 2024"), Precision.Day, new(2024, 5, 5), null),
                    AnnouncedOn = new(2024, 1, 5),
                }
            );
            return Task.CompletedTask;
        });
        var officer = await App.AsAsync(Role.Officer);

        var form = await officer.GetAsync("/office/campaigns/new");

        var offered = form
            .Document.QuerySelectorAll("select[name=Programme] option")
            .ToDictionary(o => o.GetAttribute("value")!, o => o.TextContent);
        Assert.Equal(Conference, offered[Conference]);
        Assert.Equal("zq-dated (5 May 2024)", offered["zq-dated"]);
        Assert.Empty(offered.Keys.Intersect(["zq-others", "zq-empty", "zq-cancelled"]));
    }

    [Fact]
    public async Task A_programme_that_the_template_has_no_place_for_is_told()
    {
        var (officer, letter) = await DraftAsync("zq-no-place", "---\ntitle: Programme\n---\nText.\n");
        var page = await officer.GetAsync($"/office/campaigns/{letter.CampaignId}");
        Assert.Contains("A programme was chosen, and the template has no place for it", page.Text, Ordinal);
    }

    [Fact]
    public async Task An_event_that_loses_its_programme_stays_chosen_and_its_letters_say_so()
    {
        var (officer, letter) = await DraftAsync(
            programme: "zq-emptied",
            given: db => AddEvent(db, "zq-emptied", true, "Opening")
        );
        await App.GivenAsync(db =>
            db.ProgrammeItems.Where(i => db.Events.Any(e => e.Id == i.EventId && e.Code == "zq-emptied")).ExecuteDeleteAsync()
        );

        var page = await officer.GetAsync($"/office/campaigns/{letter.CampaignId}/timetable");
        Assert.Equal("zq-emptied", page.Form("take-over").Value("Programme"));
        await page.Form("take-over").SubmitAsync();

        page = await officer.GetAsync($"/office/campaigns/{letter.CampaignId}");
        Assert.Contains("The programme has no rows.", page.Text, Ordinal);
    }

    [Fact]
    public async Task The_text_of_a_letter_and_a_Word_template_repeat_the_programme_with_its_fields()
    {
        const string row = "{day}, {time}: {title}{#speakers}, {speakers}{/speakers}{#room} ({room}){/room}";
        var (_, letter) = await DraftAsync(
            "zq-repeated",
            $"---\ntitle: Programme\n---\n{{#programme}}\n- {row}\n{{/programme}}\n"
        );

        var made = await MadeAsync(letter);
        var text = LetterText.Write(made.Document!);
        Assert.Contains("\n– 28 November 2024, 10:00–10:45: Opening, Ada Sample, Minister (Hall 1)\n", text, Ordinal);
        Assert.Contains("\n– 28 November 2024, 11:00: Panel, Bo Sample, ministre\n", text, Ordinal);

        var word = WordTemplate.Read(
            Packed.WholeDocument($"<w:p><w:r><w:t>{{#programme}}{row}; {{/programme}}</w:t></w:r></w:p>")
        );
        Assert.Empty(WordLetter.WhyNot(word));
        var filled = await WithMakerAsync(
            letter,
            (maker, campaign, own) => WordLetter.Fill(word, made.Document!, maker.ValuesOf(campaign, own)!, false)
        );
        Assert.Empty(filled.Problems);
        Assert.Contains(
            "10:00–10:45: Opening, Ada Sample, Minister (Hall 1); 28 November 2024, 11:00: Panel",
            filled.Document!.Body,
            Ordinal
        );
    }

    [Fact]
    public void A_template_says_which_annexes_it_has_and_none_of_ours_has_a_programme()
    {
        var template = LetterTemplate.Parse(
            "---\ntitle: All\nprogramme-title: Programme\nprogramme-subtitle: Of the day\npartners-title: Partners\n---\nText.\n"
        );

        Assert.Empty(template.Problems);
        Assert.Equal([AnnexKind.Partners, AnnexKind.Programme], template.Annexes);
        Assert.Empty(FollowUp.Template("en").Annexes);
        Assert.Equal(["partners", "programme"], template.Fill(FollowUp.Frame("en", FollowUpWords.In("en")), []).Missing);
    }

    [Fact]
    public void A_programme_without_rows_stops_the_letter_and_one_in_another_language_leaves_it_its_own()
    {
        var none = new LetterAnnex("Programme", null, ["Day"], []) { Kind = AnnexKind.Programme };
        Assert.Equal("The programme has no rows.", none.WhyNot());

        var panel = LocalizedText.InEnglish("Panel");
        var content = new CampaignContent { Programme = new(Conference, [new(new(2024, 11, 28), "10:00", panel, null, null)]) };
        Assert.Empty(content.MissingIn("de", listsPartners: true));
    }

    private static StringComparison Ordinal => StringComparison.Ordinal;

    private static void AssertWord(byte[] file, IEnumerable<string> columns, IEnumerable<string> firstRow)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        var errors = new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, Cancelled);
        Assert.Empty(errors.Select(error => $"{error.Path?.XPath}: {error.Description}"));
        var rows = document.MainDocumentPart!.Document!.Body!.Elements<Table>().Single().Elements<TableRow>().ToList();
        Assert.NotNull(rows[0].TableRowProperties!.GetFirstChild<TableHeader>());
        Assert.Equal(columns, rows[0].Descendants<Paragraph>().Select(p => p.InnerText));
        Assert.Equal(firstRow, rows[1].Descendants<Paragraph>().Select(p => p.InnerText));
    }

    private Task HasProgrammeAsync() =>
        App.GivenAsync(async db =>
        {
            if (await db.Events.AnyAsync(e => e.Code == Conference))
                return;
            var id = AddEvent(db, Conference, isOwn: true);
            var day = new DateOnly(2024, 11, 28);
            db.AddRange(
                new ProgrammeItem
                {
                    EventId = id,
                    Day = day,
                    From = new(11, 0),
                    Title = LocalizedText.InEnglish("Panel"),
                    Speakers = new([new("fr", "Bo Sample, ministre")]),
                },
                new ProgrammeItem
                {
                    EventId = id,
                    Day = day,
                    From = new(10, 0),
                    Until = new(10, 45),
                    Title = LocalizedText.InEnglish("Opening").With("fr", "Ouverture"),
                    Speakers = LocalizedText.InEnglish("Ada Sample, Minister").With("fr", "Ada Sample, ministre"),
                    Room = "Hall 1",
                }
            );
        });

    private static Guid AddEvent(
        SecretariatDb db,
        string code,
        bool isOwn,
        string? item = null,
        EventStatus status = EventStatus.Planned
    )
    {
        var e = new Event
        {
            Code = code,
            Title = LocalizedText.InEnglish(code),
            Kind = "meeting",
            IsOwn = isOwn,
            Status = status,
            Confidence = "confirmed",
        };
        db.Add(e);
        if (item is not null)
            db.Add(
                new ProgrammeItem
                {
                    EventId = e.Id,
                    Day = new(2024, 11, 28),
                    From = new(9, 0),
                    Title = LocalizedText.InEnglish(item),
                }
            );
        return e.Id;
    }

    private Task ChangeAsync(string opening) =>
        App.GivenAsync(async db =>
        {
            var items = db.ProgrammeItems.Where(i => db.Events.Any(e => e.Id == i.EventId && e.Code == Conference));
            (await items.SingleAsync(i => i.From == new TimeOnly(10, 0))).Title = LocalizedText
                .InEnglish(opening)
                .With("fr", "Ouverture");
        });

    private async Task<(TestBrowser Officer, Letter Letter)> DraftAsync(
        string code = "zq-programme",
        string? markdown = null,
        string programme = Conference,
        Func<SecretariatDb, Guid>? given = null
    )
    {
        await App.HasMinistersAsync(1);
        await HasProgrammeAsync();
        if (given is not null)
            await App.GivenAsync(db => Task.FromResult(given(db)));
        await ChangeAsync("Opening");
        var officer = await App.AsAsync(Role.Officer);
        await App.HasSenderAsync(officer);
        await App.GivenAsync(async db =>
        {
            if (await db.TemplateSources.AnyAsync(s => s.Code == code))
                return;
            db.Add(
                new TemplateSource
                {
                    Code = code,
                    Language = "en",
                    Markdown = markdown ?? English,
                }
            );
            db.Add(
                new TemplateSource
                {
                    Code = code,
                    Language = "fr",
                    Markdown = markdown ?? French,
                }
            );
        });
        var form = (await officer.GetAsync("/office/campaigns/new")).Form("new");
        form.With("Title", "Programme").With("Template", code).With("AsOf", "2024-02-29").With("Programme", programme);
        form.Tick("Kinds", PartnerKind.MemberState).Tick("HasAnnex", "true", ticked: false);
        return (officer, Assert.Single(await App.LettersAsync(CampaignOffice.IdOf(await form.SubmitAsync()))));
    }

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
