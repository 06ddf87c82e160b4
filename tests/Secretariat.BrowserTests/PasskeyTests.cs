using Microsoft.Playwright;
using Secretariat.Modules.Identity;

namespace Secretariat.BrowserTests;

public sealed class PasskeyTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    private const string Email = "key.holder@secretariat.example";

    [Fact]
    public async Task A_passkey_is_added_signs_in_and_is_removed()
    {
        var page = await app.OpenAsync();
        await AddAuthenticatorAsync(page);
        await page.GotoAsync(await app.LinkAsync(Email, Role.Reader));
        await page.Locator("#sign-in button").ClickAsync();
        await page.GotoAsync($"{app.BaseUrl}/account");
        await page.Locator("#passkeyName").FillAsync("Test key");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await page.GetByRole(AriaRole.Rowheader, new() { Name = "Test key" }).WaitForAsync();
        Assert.Equal(1, await app.PasskeysOfAsync(Email));

        await page.Locator("#sign-out button").ClickAsync();
        await page.GotoAsync($"{app.BaseUrl}/sign-in?returnUrl=/account");
        await page.Locator("#passkey-sign-in").ClickAsync();
        await page.WaitForURLAsync($"{app.BaseUrl}/account");

        await page.GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
        await page.GetByText("The passkey has been removed.").WaitForAsync();
        Assert.Equal(0, await app.PasskeysOfAsync(Email));
        var history = await page.Locator("main").InnerTextAsync();
        Assert.Contains("Sign in with a passkey · ", history, StringComparison.Ordinal);
        Assert.Contains("Add a passkey · ", history, StringComparison.Ordinal);
        Assert.Contains("Remove a passkey · ", history, StringComparison.Ordinal);

        await page.Locator("#sign-out button").ClickAsync();
        await page.Locator("#passkey-sign-in").ClickAsync();
        await page.GetByText("The passkey was not accepted.").WaitForAsync();
    }

    [Fact]
    public async Task Without_script_the_page_offers_the_link_alone()
    {
        var page = await app.OpenAsync(new() { JavaScriptEnabled = false });
        await page.GotoAsync($"{app.BaseUrl}/sign-in");
        Assert.True(await page.Locator("#passkey-sign-in").IsHiddenAsync());
        Assert.True(await page.Locator("#ask-link button[type=submit]").IsVisibleAsync());
    }

    /// <summary>An authenticator in the browser itself, which always says yes (W3C WebAuthn, Automation).</summary>
    private static async Task AddAuthenticatorAsync(IPage page)
    {
        var devTools = await page.Context.NewCDPSessionAsync(page);
        await devTools.SendAsync("WebAuthn.enable");
        await devTools.SendAsync(
            "WebAuthn.addVirtualAuthenticator",
            new()
            {
                ["options"] = new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    ["protocol"] = "ctap2",
                    ["transport"] = "internal",
                    ["hasResidentKey"] = true,
                    ["hasUserVerification"] = true,
                    ["isUserVerified"] = true,
                    ["automaticPresenceSimulation"] = true,
                },
            }
        );
    }
}
