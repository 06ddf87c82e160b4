using System.Text.Json;
using Secretariat.Modules.Letters.Documents;

namespace Secretariat.Tests.Letters;

public class FollowUpTests
{
    public static TheoryData<string> Languages => ["en", "fr", "de"];

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_template_has_no_problems(string language) => Assert.Empty(FollowUp.Template(language).Problems);

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_letter_reads_as_the_golden_text(string language)
    {
        var path = ProjectFiles.PathOf($"tests/Secretariat.Tests/Letters/Golden/follow-up.{language}.txt");
        var text = LetterText.Write(FollowUp.Letter(language));
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") is "1")
            File.WriteAllText(path, text);

        Assert.Equal(File.ReadAllText(path), text, ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void The_three_languages_use_the_same_fields() =>
        Assert.All(
            Languages,
            language =>
                Assert.Equal(
                    FollowUp.Template("en").Fields.Order(StringComparer.Ordinal),
                    FollowUp.Template(language.Data).Fields.Order(StringComparer.Ordinal)
                )
        );

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_count_of_commitments_names_its_day_and_the_conference_has_its_own(string language) =>
        Assert.All(
            new[] { FollowUp.Template(language).Fields, FollowUp.NoteTemplate(language).Fields },
            fields =>
            {
                Assert.Contains("counts.commitment.date", fields);
                Assert.DoesNotContain("counts.participants.date", fields);
            }
        );

    [Fact]
    public void Without_a_Council_the_legislative_files_are_left_out()
    {
        var words = FollowUpWords.In("en");
        var data = FollowUp.Data("en", words).With("council.date", null).With("files", Array.Empty<TemplateData>());

        var letter = FollowUp.Template("en").Fill(FollowUp.Frame("en", words), data).Letter!;

        Assert.DoesNotContain("Council", letter.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_known_stops_the_letter_and_is_named()
    {
        var words = FollowUpWords.In("en");
        var data = FollowUp.Data("en", words).With("counts.participants", null).With("letter.replyTo", "");

        var filling = FollowUp.Template("en").Fill(FollowUp.Frame("en", words), data);

        Assert.Null(filling.Letter);
        Assert.Equal(["counts.participants", "letter.replyTo"], filling.Missing);
    }

    [Fact]
    public void A_template_that_names_an_annex_is_not_filled_without_its_rows()
    {
        var words = FollowUpWords.In("en");
        var frame = FollowUp.Frame("en", words) with { Annexes = [] };

        var filling = FollowUp.Template("en").Fill(frame, FollowUp.Data("en", words));

        Assert.Equal(["annex"], filling.Missing);
    }

    [Fact]
    public void A_letter_kept_as_JSON_is_the_same_letter()
    {
        var letter = FollowUp.Letter("en");

        var kept = JsonSerializer.Deserialize<LetterDocument>(JsonSerializer.Serialize(letter))!;

        Assert.Equal(LetterDocx.Write(letter), LetterDocx.Write(kept));
        Assert.Equal(LetterHtml.Write(letter), LetterHtml.Write(kept));
    }

    [Fact]
    public void A_mistake_in_the_template_is_named_by_its_line_in_the_file()
    {
        var template = LetterTemplate.Parse("---\ntitle: {anex.title}\nsubjet: x\n---\nText {letter.replyTwo}\n");

        Assert.Equal(
            [
                "Line 3, column 1: the head knows only title, subject, annex-title, annex-subtitle, annex-columns, partners-title, partners-subtitle, partners-columns, programme-title, programme-subtitle, programme-columns.",
                "In title: Line 2, column 8: “anex.title” is not a known field. Did you mean “annex.title”?",
                "Line 5, column 6: “letter.replyTwo” is not a known field. Did you mean “letter.replyTo”?",
            ],
            template.Problems.Select(p => p.ToString())
        );
    }

    [Fact]
    public void A_letter_says_what_it_lacks()
    {
        var letter = FollowUp.Letter("en") with { Salutation = " ", AddresseeLines = [], Annexes = [new("A", null, [], [])] };

        Assert.Equal(
            ["The letter has no salutation.", "The letter has no addressee.", "The annex has no rows."],
            letter.WhatIsMissing()
        );
        Assert.Empty(FollowUp.Letter("en").WhatIsMissing());
    }

    [Fact]
    public void Every_placeholder_is_explained_beside_the_templates()
    {
        var readme = ProjectFiles.Read("data/global-alliance/letters/README.md");

        Assert.All(
            LetterFields.All,
            field =>
                Assert.Contains(
                    $"| `{{{(field.IsList ? "#" : "")}{field.Name}}}` | {field.Meaning}",
                    readme,
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public void A_telephone_number_keeps_its_order_in_a_line_from_right_to_left()
    {
        Assert.Contains("هاتف: \u200E+32 2 555 01 00\u200E", LetterLines.Address(ArabicLetter.Letter));
        Assert.Equal(
            "\u200FBrussels\u200F، 20 فبراير 2024",
            LetterLines.PlaceAndDay(ArabicLetter.Letter with { Place = "Brussels" })
        );
        Assert.Contains("Tel. +32 2 555 01 00", LetterLines.Address(FollowUp.Letter("en")));
    }

    [Theory]
    [InlineData("en", "Brussels, 20 February 2024")]
    [InlineData("fr", "Bruxelles, le 20 février 2024")]
    [InlineData("de", "Brüssel, den 20. Februar 2024")]
    public void Place_and_date_stand_as_the_language_writes_them(string language, string expected) =>
        Assert.Equal(expected, LetterLines.Mark(FollowUp.Letter(language))[0]);

    [Theory]
    [InlineData("en", "1 March 2024")]
    [InlineData("fr", "1er mars 2024")]
    [InlineData("de", "1. März 2024")]
    [InlineData("es", "1 de marzo de 2024")]
    [InlineData("ar", "1 مارس 2024")]
    public void A_date_is_written_as_its_language_does(string language, string expected) =>
        Assert.Equal(expected, LetterLanguage.For(language).Write(new(2024, 3, 1)));
}
