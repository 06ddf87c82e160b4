using AngleSharp.Dom;

namespace Secretariat.Tests.Design;

public sealed class PageTests(DesignApp app) : IClassFixture<DesignApp>
{
    [Theory, InlineData("en"), InlineData("fr")]
    public async Task A_page_has_its_language_one_heading_and_a_way_past_the_header(string language)
    {
        var page = await app.Open($"/design?lang={language}");
        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Equal("main", page.QuerySelector(page.QuerySelector(".ecl-skip-link")!.GetAttribute("href")!)!.LocalName);
    }

    [Fact]
    public async Task A_page_runs_no_script_and_asks_no_other_server()
    {
        var page = await app.Open("/design");
        Assert.Empty(page.QuerySelectorAll("script, style, [style], iframe"));
        var loaded = page.QuerySelectorAll("link, img, use")
            .Select(each => each.GetAttribute("href") ?? each.GetAttribute("src"));
        Assert.All(loaded, address => Assert.StartsWith("/", address, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_cell_knows_its_column_and_a_row_its_header()
    {
        var page = await app.Open("/design");
        var cells = page.QuerySelectorAll("tbody tr:first-child > *");
        Assert.Equal(
            ["Partner", "Kind of partner", "Letters", "Since"],
            cells.Select(cell => cell.GetAttribute("data-ecl-table-header"))
        );
        Assert.Equal("row", cells[0].GetAttribute("scope"));
        Assert.All(page.QuerySelectorAll("thead th"), header => Assert.Equal("col", header.GetAttribute("scope")));
        Assert.Equal("Partners of the Alliance", page.QuerySelector("table caption")!.TextContent);
    }

    [Fact]
    public async Task What_comes_from_people_is_encoded_once()
    {
        var html = await app.Read("/design");
        Assert.Contains("Harbour Watch &amp; Partners &lt;NGO&gt;</h3>", html, StringComparison.Ordinal);
        Assert.Contains(">Fish &amp; Chips of 3 partners</a></h3>", html, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;12&lt;/b&gt; of 1 March 2024 partners", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_in_another_language_says_so()
    {
        var french = await app.Open("/design?lang=fr");
        Assert.Equal("en", french.QuerySelector(".sec-other-language")!.GetAttribute("lang"));
        Assert.Null((await app.Open("/design")).QuerySelector(".sec-other-language"));
    }

    [Theory]
    [InlineData("/office/nothing", "/office", false)]
    [InlineData("/office/inbox/nothing", "/office/inbox", true)]
    [InlineData("/fr/partners/nothing", "/fr/partners", true)]
    [InlineData("/fr/nothing", "/fr", false)]
    public async Task The_navigation_marks_where_one_is(string address, string entry, bool current)
    {
        var page = await app.Open(address);
        var link = page.QuerySelector($".sec-nav a[href='{entry}']")!;
        Assert.Equal(current ? "page" : null, link.GetAttribute("aria-current"));
    }

    [Fact]
    public async Task The_demonstration_says_that_its_persons_are_invented()
    {
        Assert.Null((await app.Open("/design")).QuerySelector(".sec-footer__demonstration"));
        app.Options.Demonstration = true;
        var page = await app.Open("/design");
        app.Options.Demonstration = false;
        Assert.Contains("are invented", page.QuerySelector(".sec-footer__demonstration")!.TextContent, StringComparison.Ordinal);
    }
}
