using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Secretariat.Formats.WordTemplates;
using Secretariat.Modules.Letters;
using Secretariat.Modules.Letters.Documents;
using Secretariat.Tests.Formats;

namespace Secretariat.Tests.Letters;

/// <summary>A letter with the list of partners as its second annex, in every format.</summary>
public sealed class PartnersAnnexTests
{
    private const string Footnote = "Without prejudice to positions on status.";

    private const string Head = """
        ---
        title: Partners
        annex-title: Planning
        annex-columns: Date | Event | Venue
        partners-title: Partners of the Alliance
        partners-subtitle: As listed on {letter.signedOn}
        partners-columns: Kind | Partner
        ---
        The annexes say more.
        """;

    private static readonly LetterAnnex Timetable = new(
        "",
        null,
        [],
        [
            ["May 2024", "Conference", ""],
        ]
    );

    private static readonly LetterAnnex Partners = new(
        "",
        null,
        [],
        [
            ["Member States", "Aldoria"],
            ["Partner countries", $"Norvia\n{Footnote}"],
        ]
    )
    {
        Kind = AnnexKind.Partners,
    };

    public static TheoryData<string, string> Words =>
        new()
        {
            { "en", "Annex" },
            { "fr", "Annexe" },
            { "de", "Anlage" },
            { "ar", "المرفق" },
        };

    [Theory]
    [MemberData(nameof(Words))]
    public void Two_annexes_are_numbered_and_one_is_not(string language, string word)
    {
        var both = Letter(Timetable, Partners) with { Language = language };

        Assert.Equal([$"{word} 1", $"{word} 2"], LetterLines.Annexes(both).Select(each => each.Word));
        Assert.Equal([word], LetterLines.Annexes(both with { Annexes = [both.Annexes[1]] }).Select(each => each.Word));
    }

    [Fact]
    public void The_text_of_the_letter_ends_with_both() =>
        Assert.EndsWith(
            $"""


            Annex 1
            Planning

            Date | Event | Venue
            May 2024 | Conference |{" "}

            Annex 2
            Partners of the Alliance
            As listed on 20 February 2024

            Kind | Partner
            Member States | Aldoria
            Partner countries | Norvia – {Footnote}

            """,
            LetterText.Write(Letter(Timetable, Partners)),
            StringComparison.Ordinal
        );

    [Theory]
    [MemberData(nameof(Words))]
    public void The_Word_file_is_valid_and_each_annex_has_its_page_caption_and_header_row(string language, string word)
    {
        var letter = Letter(Timetable, Partners) with { Language = language };
        using var document = WordprocessingDocument.Open(new MemoryStream(LetterDocx.Write(letter)), isEditable: false);

        var errors = new OpenXmlValidator(FileFormatVersions.Office2019).Validate(
            document,
            TestContext.Current.CancellationToken
        );
        Assert.Empty(errors.Select(error => $"{error.Path?.XPath}: {error.Description}"));
        var body = document.MainDocumentPart!.Document!.Body!;
        Assert.Equal([$"{word} 1", $"{word} 2"], Styled(body, "AnnexWord"));
        Assert.Equal(["Planning", "Partners of the Alliance"], Styled(body, "Heading1"));
        Assert.NotNull(
            document
                .MainDocumentPart.StyleDefinitionsPart!.Styles!.Elements<Style>()
                .Single(s => s.StyleId == "AnnexWord")
                .StyleParagraphProperties!.PageBreakBefore
        );
        var tables = body.Elements<Table>().ToList();
        Assert.Equal(
            ["Planning", "Partners of the Alliance"],
            tables.Select(t => t.GetFirstChild<TableProperties>()!.TableCaption!.Val!.Value)
        );
        Assert.Equal(
            [(true, "Date"), (false, "May 2024"), (true, "Kind"), (false, "Member States"), (false, "Partner countries")],
            tables.SelectMany(t => t.Elements<TableRow>()).Select(r => (IsHeader(r), r.GetFirstChild<TableCell>()!.InnerText))
        );
        Assert.Equal(
            ["Norvia", Footnote],
            tables[1].Elements<TableRow>().Last().Elements<TableCell>().Last().Elements<Paragraph>().Select(p => p.InnerText)
        );
    }

    [Fact]
    public void The_page_for_print_has_both_with_scoped_headers_and_the_footnote_below_its_name_in_its_language()
    {
        var letter = Letter(Timetable, Partners) with { OtherLanguages = new Dictionary<string, string> { [Footnote] = "fr" } };

        var page = new HtmlParser().ParseDocument(LetterHtml.Write(letter));

        var annexes = page.QuerySelectorAll("section.annex");
        Assert.Equal(["Annex 1", "Annex 2"], annexes.Select(a => a.QuerySelector(".annex-word")!.TextContent));
        Assert.Equal(["Planning", "Partners of the Alliance"], annexes.Select(a => a.QuerySelector("h1")!.TextContent));
        Assert.Equal(["Kind", "Partner"], annexes[1].QuerySelectorAll("thead th[scope=col]").Select(th => th.TextContent));
        Assert.Equal("As listed on 20 February 2024", annexes[1].QuerySelector(".subtitle")!.TextContent);
        Assert.Equal(
            $"<span>Norvia</span><br><span lang=\"fr-FR\">{Footnote}</span>",
            annexes[1].QuerySelector("tr:last-child td:last-child")!.InnerHtml
        );
        Assert.Equal("<td>Aldoria</td>", annexes[1].QuerySelector("tbody tr td:last-child")!.OuterHtml);
        Assert.Equal([new OtherWords("fr", Footnote)], OtherWords.In(letter));
    }

    [Fact]
    public void A_template_that_does_not_ask_for_the_list_makes_a_letter_without_it()
    {
        var template = LetterTemplate.Parse("---\ntitle: Thanks\n---\nThank you.\n");

        Assert.False(template.AnnexesPartners);
        Assert.Empty(template.Fill(Frame(), Data).Letter!.Annexes);
        Assert.False(FollowUp.Template("en").AnnexesPartners);
    }

    [Theory]
    [InlineData("en", "Partners of the Alliance", "As publicly listed on 20 February 2024", "Kind", "Partner")]
    [InlineData("fr", "Partenaires de l’Alliance", "Liste publique au 20 February 2024", "Catégorie", "Partenaire")]
    public void The_letter_of_thanks_has_the_list_alone(
        string language,
        string title,
        string subtitle,
        string kind,
        string partner
    )
    {
        var template = LetterTemplate.Parse(ProjectFiles.Read($"data/global-alliance/letters/thanks.{language}.md"));
        Assert.Empty(template.Problems);

        var data = FollowUp.Data(language, FollowUpWords.In(language)).With("letter.asOf", "20 February 2024");
        var letter = template.Fill(Frame(Partners), data).Letter!;

        var annex = Assert.Single(letter.Annexes);
        Assert.Equal((title, subtitle), (annex.Title, annex.Subtitle));
        Assert.Equal([kind, partner], annex.Columns);
        Assert.Equal(["Annex"], LetterLines.Annexes(letter).Select(each => each.Word));
    }

    [Fact]
    public void A_list_without_rows_stops_the_letter_in_words()
    {
        Assert.Equal(["partners"], LetterTemplate.Parse(Head).Fill(Frame(Timetable), Data).Missing);
        Assert.Equal(["The list of partners has no rows."], Letter(Timetable, Partners with { Rows = [] }).WhatIsMissing());
        Assert.Empty(Letter(Timetable, Partners).WhatIsMissing());
    }

    [Theory]
    [InlineData("partners-columns: Kind\n")]
    [InlineData("")]
    public void Columns_without_a_heading_stop_the_letter_in_words(string columns)
    {
        var template = LetterTemplate.Parse(
            Head.Replace("partners-columns: Kind | Partner\n", columns, StringComparison.Ordinal)
        );

        var letter = template.Fill(Frame(Timetable, Partners), Data).Letter!;

        Assert.Equal(
            ["An annex needs a heading for each of its columns: name them in the head of the template."],
            letter.WhatIsMissing()
        );
    }

    [Fact]
    public void A_name_without_its_footnote_is_a_mistake_in_a_template()
    {
        const string reason =
            "“{partner.name}” needs “{partner.footnote}” after it: what has to stand with a name stands wherever the name does.";
        const string names = "{#partners}{partner.name}{/partners}";
        const string whole =
            "{#partners}{partner.name}{#partner.footnote} ({partner.footnote}){/partner.footnote} – {partner.kind} {/partners}";

        Assert.Equal([reason], Problems(names));
        Assert.Empty(Problems(whole));
        Assert.Equal(
            ["Line 4, column 1: “partner.name” has a value only inside “{#partners}…{/partners}”."],
            Problems("{partner.name} {#partners}{partner.footnote}{/partners}")
        );
        Assert.Equal([reason], WordLetter.WhyNot(Word(names)).Select(r => r.ToString()));
        Assert.Empty(WordLetter.WhyNot(Word(whole)));

        static IEnumerable<string> Problems(string text) =>
            LetterTemplate.Parse($"---\ntitle: x\n---\n{text}\n").Problems.Select(p => p.ToString());

        static WordTemplate Word(string text) =>
            WordTemplate.Read(Packed.WholeDocument($"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"));
    }

    private static TemplateData Data => new() { ["letter.signedOn"] = "20 February 2024" };

    private static LetterDocument Frame(params LetterAnnex[] annexes) =>
        FollowUp.Frame("en", FollowUpWords.In("en")) with
        {
            Annexes = annexes,
        };

    private static LetterDocument Letter(params LetterAnnex[] annexes)
    {
        var template = LetterTemplate.Parse(Head);
        Assert.Empty(template.Problems);
        return template.Fill(Frame(annexes), Data).Letter!;
    }

    private static bool IsHeader(TableRow row) => row.TableRowProperties!.GetFirstChild<TableHeader>() is not null;

    private static IEnumerable<string> Styled(Body body, string style) =>
        body.Elements<Paragraph>().Where(p => p.ParagraphProperties!.ParagraphStyleId!.Val == style).Select(p => p.InnerText);
}
