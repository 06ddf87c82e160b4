using System.Text.Json;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Localization;
using Secretariat.Tests.Letters;

namespace Secretariat.Tests.PublicSite;

public sealed class PartnersTests(TestApp app) : AppTest(app)
{
    [Theory, InlineData("en"), InlineData("fr")]
    public async Task The_list_stands_by_kind_and_in_order_with_the_reason_for_each_entry(string language)
    {
        var page = await App.Anybody().GetAsync($"/{language}/partners?asOf=2026-01-31");
        Assert.Equal(ProjectFiles.Read($"tests/Secretariat.Tests/PublicSite/Golden/partners.{language}.txt"), Written(page));
    }

    [Fact]
    public async Task Member_States_keep_the_order_of_protocol_in_every_language()
    {
        var french = Names(await App.Anybody().GetAsync("/fr/partners"));
        Assert.Equal(["Belgique", "Bulgarie", "Tchéquie", "Danemark", "Allemagne", "Estonie"], french.Take(6));
        Assert.Equal("Suède", french[26]);
    }

    [Theory, InlineData("en"), InlineData("fr")]
    public async Task Nobody_is_listed_who_was_merely_announced(string language)
    {
        var names = Names(await App.Anybody().GetAsync($"/{language}/partners"));
        using var file = JsonDocument.Parse(ProjectFiles.Read("data/global-alliance/partners.json"));
        var unlisted = file
            .RootElement.GetProperty("records")
            .EnumerateArray()
            .Where(p => !p.GetProperty("listed").GetBoolean())
            .Select(p => p.GetProperty("name").GetProperty(language).GetString()!)
            .ToList();
        Assert.Equal(20, unlisted.Count);
        Assert.DoesNotContain(names, name => unlisted.Exists(u => name.StartsWith(u, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("2023-11-27", 0, false)]
    [InlineData("2023-11-28", 2, false)]
    [InlineData("2024-04-30", 8, false)]
    [InlineData("2025-12-09", 9, false)]
    [InlineData("2025-12-10", 10, true)]
    public async Task A_relation_counts_from_its_day_on(string day, int besidesMemberStates, bool pakistan)
    {
        var names = Names(await App.Anybody().GetAsync($"/en/partners?asOf={day}"));
        Assert.Equal(27 + besidesMemberStates, names.Count);
        Assert.Equal(pakistan, names.Contains("Pakistan"));
    }

    [Fact]
    public async Task A_contact_point_shows_its_function_on_its_days_and_never_a_name()
    {
        await App.GivenAsync(async db =>
        {
            var partner = await db.Partners.SingleAsync(p => p.Code == "ms-pt", Cancelled);
            var person = new Person { Name = "Inês Exemplo", Email = "ines@interior.example" };
            db.AddRange(person, Mandate(partner.Id, person.Id));
        });

        var browser = App.Anybody();
        var before = await browser.GetAsync("/en/partners?asOf=2024-03-14");
        var since = await browser.GetAsync("/en/partners?asOf=2024-03-15");

        Assert.DoesNotContain("Head of the smuggling unit", before.Text, StringComparison.Ordinal);
        var row = since
            .Document.QuerySelectorAll("tbody tr")
            .Single(r => r.QuerySelector("th")!.TextContent.Trim() == "Portugal");
        Assert.Contains(
            "Head of the smuggling unit confirmed, since 15 March 2024",
            TestPage.Squeeze(row.TextContent),
            StringComparison.Ordinal
        );
        var french = (await browser.GetAsync("/fr/partners?asOf=2024-03-15")).Text;
        Assert.Contains("Cheffe de l’unité confirmé, depuis le 15 mars 2024", french, StringComparison.Ordinal);
        var html = since.Document.DocumentElement.OuterHtml;
        Assert.DoesNotContain("Exemplo", html, StringComparison.Ordinal);
        Assert.DoesNotContain("interior.example", html, StringComparison.Ordinal);
    }

    private static Mandate Mandate(Guid partner, Guid person) =>
        new()
        {
            PartnerId = partner,
            PersonId = person,
            Role = MandateRole.ContactPoint,
            Function = "Head of the smuggling unit",
            Functions = LocalizedText.InEnglish("Head of the smuggling unit").With("fr", "Cheffe de l’unité"),
            From = new DateOnly(2024, 3, 15),
        };

    private static List<string> Names(TestPage page) =>
        [.. page.Document.QuerySelectorAll("tbody th").Select(th => th.TextContent.Trim())];

    /// <summary>The list as plain text: a kind, then a line for each partner and each reason.</summary>
    private static string Written(TestPage page)
    {
        var lines = new List<string>();
        foreach (var element in page.Document.QuerySelectorAll("main h2, main tbody th, main tbody li"))
        {
            var text = TestPage.Squeeze(element.TextContent);
            lines.Add(
                element.LocalName switch
                {
                    "h2" => $"# {text}",
                    "th" => text,
                    _ => $"  {text}",
                }
            );
        }

        return string.Join('\n', lines) + "\n";
    }
}

/// <summary>On a database of its own, because it takes partners off the list.</summary>
public sealed class PartnersQueryTests(TestApp app) : AppTest(app)
{
    [Fact]
    public async Task A_long_list_takes_as_many_queries_as_a_short_one()
    {
        var browser = App.Anybody();
        await browser.GetAsync("/en/partners");
        var many = await QueryCount.OfAsync(App, () => browser.GetAsync("/en/partners"));
        await App.GivenAsync(async db =>
        {
            await foreach (var partner in db.Partners.Where(p => p.Code != "ms-be").AsAsyncEnumerable())
                partner.IsListed = false;
        });

        var page = await browser.GetAsync("/en/partners");
        var one = await QueryCount.OfAsync(App, () => browser.GetAsync("/en/partners"));

        Assert.Single(page.Document.QuerySelectorAll("tbody tr"));
        Assert.Equal(4, many);
        Assert.Equal(many, one);
    }
}
