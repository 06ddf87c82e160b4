using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Secretariat.Modules.Identity;
using Secretariat.Tests;
using Secretariat.Tests.Servers;

namespace Secretariat.BrowserTests;

/// <summary>The real application on a port of its own, and Chromium to look at it.</summary>
public sealed class BrowserApp : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    private readonly TestFolder folder = new();
    private WebApplication? app;
    private IPlaywright? playwright;
    private IBrowser? browser;

    public string BaseUrl { get; private set; } = "";

    public IServiceProvider Services => app!.Services;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium))
            return;
        BaseUrl = $"http://localhost:{ServerProcess.FreePort()}";
        app = App.Build([
            $"--urls={BaseUrl}",
            $"--Site:BaseUrl={BaseUrl}",
            $"--Data:Folder={folder.Path}",
            $"--ConnectionStrings:Database={await TestDatabase.CopyAsync(folder.Path)}",
            "--Jobs:Run=false",
            "--Logging:LogLevel:Default=Warning",
        ]);
        await app.StartAsync();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Chromium,
                Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
            }
        );
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        if (app is not null)
            await app.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>A browser of its own, without cookies.</summary>
    public Task<IPage> OpenAsync(BrowserNewContextOptions? options = null)
    {
        Assert.SkipWhen(browser is null, "chromium is not installed.");
        return OpenPageAsync(options);

        async Task<IPage> OpenPageAsync(BrowserNewContextOptions? wished) =>
            await (await browser!.NewContextAsync(wished ?? new())).NewPageAsync();
    }

    /// <summary>A link that signs in an account with that role.</summary>
    public async Task<string> LinkAsync(string email, Role role)
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<OneTimeLinks>()
            .ForAsync(email, role, TestContext.Current.CancellationToken);
    }

    public async Task<int> PasskeysOfAsync(string email)
    {
        await using var scope = Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        return (await accounts.GetPasskeysAsync((await accounts.FindByEmailAsync(email))!)).Count;
    }
}
