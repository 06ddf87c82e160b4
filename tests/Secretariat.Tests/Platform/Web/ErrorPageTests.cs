using System.Net;
using AngleSharp.Dom;
using Secretariat.Tests.Design;

namespace Secretariat.Tests.Platform.Web;

public sealed class ErrorPageTests(DesignApp app) : IClassFixture<DesignApp>
{
    [Fact]
    public async Task A_page_that_does_not_exist_says_so_in_the_language_of_its_address()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await app.Get("/fr/nothing")).StatusCode);
        var page = await app.Open("/fr/nothing");
        Assert.Equal("Cette page n’existe pas", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("/en/nothing", page.QuerySelector(".sec-languages a[lang=en]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task An_unknown_language_is_answered_in_one_the_reader_knows()
    {
        var page = await app.Open("/xx/language", ("Accept-Language", "fr-BE, en;q=0.5"));
        Assert.Contains(
            "Ce site n’a pas de page dans la langue de cette adresse.",
            page.Body!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.NotFound, (await app.Get("/xx/language")).StatusCode);
    }

    [Fact]
    public async Task A_lost_race_leads_back_to_the_record()
    {
        Assert.Equal(HttpStatusCode.Conflict, (await app.Get("/office/lost")).StatusCode);
        var page = await app.Open("/office/lost");
        Assert.Equal("Someone was faster", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("/office/lost", page.QuerySelector("main .sec-actions a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_refusal_gives_its_reason_and_the_way_back()
    {
        var page = await app.Open("/office/refused?lang=fr");
        Assert.Contains("Il a déjà été statué sur cette désignation.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/office/inbox", page.QuerySelector("main .sec-actions a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_fault_of_ours_shows_a_reference_and_nothing_of_the_inside()
    {
        var response = await app.Get("/fr/broken");
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Référence", html, StringComparison.Ordinal);
        Assert.DoesNotContain("of the house", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_of_an_error_page_is_no_error_by_itself() =>
        Assert.Equal(HttpStatusCode.NotFound, (await app.Get("/error/500")).StatusCode);
}
