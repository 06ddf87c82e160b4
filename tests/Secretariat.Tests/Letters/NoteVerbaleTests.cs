using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Secretariat.Modules.Letters.Documents;

namespace Secretariat.Tests.Letters;

/// <summary>The note verbale: in the third person, from one institution to another, under a seal.</summary>
public class NoteVerbaleTests
{
    public static TheoryData<string> Languages => ["en", "fr", "de"];

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_template_has_no_problems(string language) => Assert.Empty(FollowUp.NoteTemplate(language).Problems);

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_note_reads_as_the_golden_text(string language)
    {
        var path = ProjectFiles.PathOf($"tests/Secretariat.Tests/Letters/Golden/follow-up.note-verbale.{language}.txt");
        var text = LetterText.Write(FollowUp.NoteVerbale(language));
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") is "1")
            File.WriteAllText(path, text);

        Assert.Equal(File.ReadAllText(path), text, ignoreLineEndingDifferences: true);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_languages_use_the_same_fields_and_none_of_a_person(string language)
    {
        var fields = FollowUp.NoteTemplate(language).Fields;

        Assert.Equal(FollowUp.NoteTemplate("en").Fields.Order(StringComparer.Ordinal), fields.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(fields, field => field.StartsWith("addressee.", StringComparison.Ordinal) || field is "asks");
    }

    [Theory]
    [InlineData("en", "partner-country", "the Mission of Aldoria to the European Union", "renew to the Mission the assurances")]
    [InlineData("fr", "partner-country", "la Mission de l’Aldorie auprès de l’Union européenne", "renouveler à la Mission")]
    [InlineData("de", "partner-country", "der Mission Aldoriens bei der Europäischen Union", "die Mission erneut seiner")]
    [InlineData("en", "international-organisation", "the institution named below", "renew the assurances")]
    public void It_begins_and_ends_with_the_courtesy_due_to_the_institution(
        string language,
        string kind,
        string addressed,
        string courtesy
    )
    {
        var note = FollowUp.NoteVerbale(language, kind);

        Assert.Contains(addressed, note.Salutation, StringComparison.Ordinal);
        Assert.Contains(courtesy, note.Close, StringComparison.Ordinal);
    }

    [Fact]
    public void It_lacks_no_signatory() => Assert.Empty(FollowUp.NoteVerbale("en").WhatIsMissing());

    [Fact]
    public void The_page_has_one_heading_for_the_note_and_place_date_and_seal_at_its_end()
    {
        var page = new HtmlParser().ParseDocument(LetterHtml.Write(FollowUp.NoteVerbale("fr")));

        Assert.Equal("Note verbale", page.QuerySelector("main h1")?.TextContent);
        Assert.Equal("Bruxelles, le 20 février 2024", page.QuerySelector("main .place")?.TextContent);
        Assert.Equal("L. S.", page.QuerySelector("main .seal")?.TextContent);
        Assert.Null(page.QuerySelector(".signatory"));
        Assert.DoesNotContain("20 février", page.QuerySelector(".mark")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_Word_document_is_valid_and_has_the_seal_instead_of_a_name(string language)
    {
        var bytes = LetterDocx.Write(FollowUp.NoteVerbale(language));
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);

        Assert.Empty(
            new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken)
        );
        var text = document.MainDocumentPart!.Document!.Body!.InnerText;
        Assert.Contains("L. S.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Clara Beaumont", text, StringComparison.Ordinal);
    }
}
