using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Secretariat.Modules.Identity;
using Secretariat.Platform.Data;
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

    public ValueTask InitializeAsync() => InitializeAsync(postgres: null, _ => []);

    /// <summary>Started by hand, with settings that may depend on its folder; <c>demonstration</c> among them loads that too.</summary>
    public static async Task<BrowserApp> StartAsync(
        bool postgres,
        Func<string, IReadOnlyList<string>> settings,
        params string[] more
    )
    {
        Assert.SkipWhen(!File.Exists(Chromium), "chromium is not installed.");
        var started = new BrowserApp();
        await started.InitializeAsync(postgres, settings, more);
        return started;
    }

    /// <summary>Adds what a test takes as given, for one partner.</summary>
    public async Task GivenAsync(string partner, Action<SecretariatDb, Guid> add)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SecretariatDb>();
        add(db, await db.Partners.Where(p => p.Code == partner).Select(p => p.Id).SingleAsync());
        await db.SaveAsync("Prepare a test");
    }

    private async ValueTask InitializeAsync(bool? postgres, Func<string, IReadOnlyList<string>> settings, params string[] more)
    {
        if (!File.Exists(Chromium))
            return;
        var withDemonstration = more.Contains("demonstration");
        BaseUrl = $"http://localhost:{ServerProcess.FreePort()}";
        var database = withDemonstration
            ? await TestDatabase.EmptyAsync(folder.Path)
            : await TestDatabase.CopyAsync(folder.Path, postgres);
        app = App.Build([
            $"--urls={BaseUrl}",
            $"--Site:BaseUrl={BaseUrl}",
            $"--Data:Folder={folder.Path}",
            $"--ConnectionStrings:Database={database}",
            "--Mail:QuietHours=false",
            "--Logging:LogLevel:Default=Warning",
            .. settings(folder.Path),
            .. more.Where(m => m.StartsWith("--", StringComparison.Ordinal)).DefaultIfEmpty("--Jobs:Run=false"),
        ]);
        if (withDemonstration)
            await FirstStart.RunAsync(app, withDemonstration: true, CancellationToken.None);
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
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }

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
    public async Task<string> LinkAsync(string email, Role role, string? partner = null)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SecretariatDb>();
        var wayIn = scope.ServiceProvider.GetRequiredService<WayIn>();
        var link = await wayIn.ForAsync(email, role, TestContext.Current.CancellationToken);
        if (partner is null)
            return link;
        var account = await db.Users.SingleAsync(a => a.Email == email);
        account.PartnerId = await db.Partners.Where(p => p.Code == partner).Select(p => p.Id).SingleAsync();
        await db.SaveChangesAsync();
        return link;
    }

    public async Task<int> PasskeysOfAsync(string email)
    {
        await using var scope = Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        return (await accounts.GetPasskeysAsync((await accounts.FindByEmailAsync(email))!)).Count;
    }
}
