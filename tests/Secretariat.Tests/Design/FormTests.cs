using System.Text.Json;
using AngleSharp.Dom;

namespace Secretariat.Tests.Design;

public sealed class FormTests(DesignApp app) : IClassFixture<DesignApp>
{
    [Fact]
    public async Task A_form_without_mistakes_has_no_summary()
    {
        var page = await app.Open("/design");
        Assert.Null(page.QuerySelector(".sec-error-summary"));
        Assert.StartsWith("The look of the platform", page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mistakes_are_listed_in_the_order_of_the_questions_and_lead_to_them()
    {
        var page = await app.Open("/design?mistakes");
        var links = page.QuerySelectorAll(".sec-error-summary a").Select(link => link.GetAttribute("href")![1..]).ToList();
        Assert.Equal(["Email", "Language", "Strands", "Kind", "Consent"], links);
        Assert.All(links, id => Assert.Contains(page.GetElementById(id)!.LocalName, new[] { "input", "select" }));
        Assert.StartsWith("Mistake – ", page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_of_the_whole_form_is_said_without_a_link()
    {
        var page = await app.Open("/design?mistakes");
        var first = page.QuerySelector(".sec-error-summary li")!;
        Assert.Equal("This nomination has already been decided.", first.TextContent);
        Assert.Null(first.QuerySelector("a"));
    }

    [Fact]
    public async Task A_field_with_a_mistake_says_it_and_keeps_what_was_typed()
    {
        var page = await app.Open("/design?mistakes&lang=fr");
        var field = page.GetElementById("Email")!;
        Assert.Equal("adele at interior", field.GetAttribute("value"));
        Assert.Equal("true", field.GetAttribute("aria-invalid"));
        var said = page.GetElementById(field.GetAttribute("aria-describedby")!)!.TextContent;
        Assert.Equal("Adresse électronique\u00A0: l’adresse doit ressembler à nom@ministere.example.", said);
    }

    [Fact]
    public async Task The_kind_of_input_follows_from_the_property()
    {
        var page = await app.Open("/design?lang=fr");
        Assert.Equal("email", page.GetElementById("Email")!.GetAttribute("type"));
        Assert.Equal("200", page.GetElementById("PersonName")!.GetAttribute("maxlength"));
        Assert.Equal("true", page.GetElementById("PersonName")!.GetAttribute("aria-required"));
        var date = page.GetElementById("From")!;
        Assert.Equal(("date", "2024-03-01"), (date.GetAttribute("type"), date.GetAttribute("value")));
        Assert.Null(date.GetAttribute("aria-required"));
    }

    [Fact]
    public async Task The_name_of_a_property_is_its_question_in_the_language_of_the_page()
    {
        Assert.Equal("Name", (await app.Open("/design")).QuerySelector("label[for=PersonName]")!.TextContent);
        Assert.Equal("Nom", (await app.Open("/design?lang=fr")).QuerySelector("label[for=PersonName]")!.TextContent);
    }

    [Fact]
    public async Task A_rule_without_words_of_its_own_speaks_the_language_of_the_page()
    {
        Assert.Equal(
            ["E-mail address must look like name@ministry.example.", "Name is missing."],
            await Mistakes("/en/empty-form")
        );
        Assert.Contains("Nom\u00A0: cette indication manque.", await Mistakes("/fr/empty-form"));
    }

    [Fact]
    public async Task What_the_record_holds_is_chosen_and_nothing_else()
    {
        var page = await app.Open("/design");
        Assert.Equal(["fr"], page.QuerySelectorAll("#Language option[selected]").Select(each => each.GetAttribute("value")));
        Assert.Equal(["prevention", "state"], page.QuerySelectorAll("input[checked]").Select(each => each.GetAttribute("value")));
    }

    [Theory, InlineData("/design"), InlineData("/design?mistakes")]
    public async Task Every_question_has_one_label_and_every_id_is_its_own(string address)
    {
        var page = await app.Open(address);
        var questions = page.QuerySelectorAll("main input, main select, main textarea");
        Assert.Equal(12, questions.Length);
        Assert.All(questions, question => Assert.Single(page.QuerySelectorAll($"label[for='{question.Id}']")));
        Assert.Distinct(page.QuerySelectorAll("[id]").Select(each => each.Id));
    }

    private async Task<string[]> Mistakes(string address) => JsonSerializer.Deserialize<string[]>(await app.Read(address))!;
}
