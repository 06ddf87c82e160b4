using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.TestHost;

namespace Secretariat.Tests.PublicSite;

/// <summary>What holds on every page that anybody may read.</summary>
public sealed class PublicPagesTests(TestApp app) : AppTest(app)
{
    private static readonly string[] Pages =
    [
        "",
        "/partners",
        "/timetable",
        "/events/conference-2023",
        "/events/conference-2025",
        "/events/jha-council-2024-03",
        "/strands/prevention",
        "/strands/response",
        "/strands/alternatives",
        "/legislation",
        "/legislation/2023-0438-cod",
        "/legislation/2023-0439-cod",
        "/figures",
        "/accessibility",
        "/privacy",
    ];

    public static TheoryData<string, string> PagesInEachLanguage()
    {
        var data = new TheoryData<string, string>();
        foreach (var page in Pages)
        {
            data.Add("en", page);
            data.Add("fr", page);
        }

        return data;
    }

    [Theory, MemberData(nameof(PagesInEachLanguage))]
    public async Task A_public_page_has_its_language_one_heading_and_no_cookie(string language, string page)
    {
        using var response = await GetAsync($"/{language}{page}");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.True(response.Headers.CacheControl is { Public: true, MaxAge.TotalSeconds: 60 });

        var document = await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync(Cancelled));
        Assert.Equal(language, document.DocumentElement.GetAttribute("lang"));
        Assert.NotEmpty(document.QuerySelectorAll("h1").Single().TextContent);
        // Data for search engines is no program.
        Assert.Empty(document.QuerySelectorAll("script:not([type='application/ld+json']), form[method=post]"));
        Assert.True(document.QuerySelector("main")!.TextContent.Length > 200);
    }

    [Theory, MemberData(nameof(PagesInEachLanguage))]
    public async Task Headings_follow_one_another_and_names_within_a_page_are_unique(string language, string page)
    {
        var document = (await App.Anybody().GetAsync($"/{language}{page}")).Document;
        var levels = document.QuerySelectorAll("h1, h2, h3, h4").Select(h => h.LocalName[1] - '0').ToList();
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
        var ids = document.QuerySelectorAll("[id]").Select(e => e.Id).ToList();
        Assert.Equal(ids.Distinct(), ids);
    }

    [Theory]
    [InlineData("/en", "No event had been announced beyond 15 December 2023.")]
    [InlineData("/fr", "Aucun événement n’avait été annoncé au-delà du 15 décembre 2023.")]
    public async Task The_home_page_of_another_day_does_not_speak_of_today(string home, string sentence)
    {
        var page = await App.Anybody().GetAsync($"{home}?asOf=2023-12-15");
        Assert.Contains(sentence, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_link_within_the_public_pages_leads_to_a_page()
    {
        var browser = App.Anybody();
        var links = new HashSet<string>(StringComparer.Ordinal);
        foreach (var page in Pages)
        {
            var document = (await browser.GetAsync($"/fr{page}")).Document;
            links.UnionWith(document.QuerySelectorAll("main a[href^='/fr'], .sec-nav a").Select(a => a.GetAttribute("href")!));
        }

        Assert.Contains("/fr/strands/prevention", links);
        foreach (var link in links)
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(link)).Status);
    }

    [Theory]
    [InlineData("fr-BE, en;q=0.5", "/fr")]
    [InlineData("de, en;q=0.5", "/en")]
    [InlineData("", "/en")]
    public async Task The_start_leads_to_the_language_that_the_browser_prefers(string accepted, string expected)
    {
        using var response = await GetAsync("/", accepted);
        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.Equal(expected, response.Headers.Location!.OriginalString);
        Assert.Contains("Accept-Language", response.Headers.Vary);
    }

    [Theory]
    [InlineData("2024-13-01")]
    [InlineData("2023-02-29")]
    [InlineData("yesterday")]
    [InlineData("29.02.2024")]
    [InlineData("9999-12-31")]
    public async Task A_day_that_cannot_be_shown_gets_a_page_with_the_way_back(string day)
    {
        var page = await App.Anybody().GetAsync($"/fr/partners?asOf={day}");
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Single(page.Document.QuerySelectorAll("h1"));
        Assert.Contains("jusqu’à aujourd’hui, écrite comme 2024-02-29", page.Text, StringComparison.Ordinal);
        Assert.Equal("/fr/partners", page.Document.QuerySelector("main .sec-actions a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task An_emptied_date_field_shows_today() =>
        Assert.Equal(HttpStatusCode.OK, (await App.Anybody().GetAsync("/en/partners?asOf=")).Status);

    [Theory]
    [InlineData("/xx/partners")]
    [InlineData("/en/strands/none")]
    [InlineData("/en/legislation/2023-0000-cod")]
    public async Task What_does_not_exist_gets_a_page_that_says_so(string address)
    {
        var page = await App.Anybody().GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal("There is no such page", page.Document.QuerySelectorAll("h1").Single().TextContent);
    }

    private async Task<HttpResponseMessage> GetAsync(string address, string? acceptLanguage = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (acceptLanguage is { Length: > 0 })
            request.Headers.TryAddWithoutValidation("Accept-Language", acceptLanguage);
        using var client = ((TestServer)App.Services.GetRequiredService<IServer>()).CreateClient();
        return await client.SendAsync(request, Cancelled);
    }
}
