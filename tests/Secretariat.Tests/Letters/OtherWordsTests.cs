using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Secretariat.Modules.Letters.Documents;

namespace Secretariat.Tests.Letters;

/// <summary>What is not written in the language of a letter stands in another one, and says so.</summary>
public class OtherWordsTests
{
    private static readonly LetterDocument Letter = FollowUp.Letter("fr") with
    {
        Body = LetterMarkdownOf("Réunion : {title}.", "Kick-off of the *group*"),
        OtherLanguages = new Dictionary<string, string> { ["La Haye"] = "en" },
    };

    [Fact]
    public void A_value_in_another_language_is_marked_and_its_markup_stays_plain_text()
    {
        var paragraph = Assert.IsType<LetterBlock.Paragraph>(LetterMarkdown.Read(Letter.Body)[0]);

        Assert.Equal([new("Réunion : "), new("Kick-off of the *group*", Language: "en"), new(".")], paragraph.Runs);
    }

    [Fact]
    public void The_page_says_the_language_in_the_text_and_in_the_annex()
    {
        var page = new HtmlParser().ParseDocument(LetterHtml.Write(Letter));

        Assert.Equal("Kick-off of the *group*", page.QuerySelector("main p [lang=en-GB]")?.TextContent);
        Assert.Equal("La Haye", page.QuerySelector("td[lang=en-GB]")?.TextContent);
    }

    [Fact]
    public void The_Word_document_says_the_language_of_each_such_run()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(LetterDocx.Write(Letter)), isEditable: false);

        var others = document
            .MainDocumentPart!.Document!.Body!.Descendants<Run>()
            .Where(run => run.RunProperties?.Languages?.Val?.Value == "en-GB")
            .Select(run => run.InnerText);
        Assert.Equal(["Kick-off of the *group*", "La Haye"], others);
    }

    [Fact]
    public void They_are_listed_each_once() =>
        Assert.Equal([new("en", "Kick-off of the *group*"), new("en", "La Haye")], OtherWords.In(Letter));

    [Fact]
    public void A_link_that_only_looks_like_a_language_is_none()
    {
        var paragraph = Assert.IsType<LetterBlock.Paragraph>(LetterMarkdown.Read("[a](lang:en\"onload=) [b](lang:x)")[0]);

        Assert.All(paragraph.Runs, run => Assert.Null(run.Language));
    }

    private static string LetterMarkdownOf(string template, string title) =>
        Template.Parse(template).Render(new() { ["title"] = new TemplateValue.Text(title, "en") }).Text!;
}
