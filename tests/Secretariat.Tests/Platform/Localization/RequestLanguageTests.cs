using AngleSharp.Dom;
using Secretariat.Tests.Design;

namespace Secretariat.Tests.Platform.Localization;

public sealed class RequestLanguageTests(DesignApp app) : IClassFixture<DesignApp>
{
    private static readonly (string, string) FrenchAccount = ("Account-Language", "fr");
    private static readonly (string, string) FrenchBrowser = ("Accept-Language", "de-AT, fr;q=0.8, en;q=0.3");

    [Fact]
    public async Task A_public_address_decides_before_everything_else()
    {
        Assert.Equal("en", await app.Read("/en/language?lang=fr", FrenchAccount, FrenchBrowser));
        Assert.Equal("fr", await app.Read("/fr/language"));
    }

    [Fact]
    public async Task Elsewhere_a_page_follows_the_request_then_the_account_then_the_browser()
    {
        Assert.Equal("en", await app.Read("/office/language?lang=en", FrenchAccount, FrenchBrowser));
        Assert.Equal("fr", await app.Read("/office/language", FrenchAccount, ("Accept-Language", "en")));
        Assert.Equal("fr", await app.Read("/office/language", FrenchBrowser));
        Assert.Equal("en", await app.Read("/office/language", ("Accept-Language", "fr;q=0, de")));
        Assert.Equal("en", await app.Read("/office/language?lang=xx"));
    }

    [Fact]
    public async Task The_same_page_in_another_language_keeps_what_was_asked()
    {
        Assert.Equal("/fr/nothing?asOf=2024-03-01", await French("/en/nothing?asOf=2024-03-01"));
        Assert.Equal("/design?mistakes=&lang=fr", await French("/design?mistakes&lang=en"));
    }

    private async Task<string?> French(string address) =>
        (await app.Open(address)).QuerySelector(".sec-languages a[lang=fr]")!.GetAttribute("href");
}
