using System.Collections.Concurrent;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Platform;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Tests;

/// <summary>The application with the Alliance loaded, on a database of its own, asked through HTTP.</summary>
public sealed class TestApp : IAsyncLifetime
{
    private readonly Dictionary<(Role, string?), Guid> accounts = [];
    private WebApplication? app;
    private TestFolder? folder;

    /// <summary>Puts a clock or an edge to the outside in the place of the real one.</summary>
    public Action<IServiceCollection>? Replace { get; init; }

    /// <summary>The folder of another alliance; its record is loaded anew, without demonstration.</summary>
    public string? Alliance { get; init; }

    public IServiceProvider Services => app!.Services;

    public Settings Settings => Services.GetRequiredService<Settings>();

    public string Folder => folder!.Path;

    public async ValueTask InitializeAsync()
    {
        folder = new TestFolder();
        var database = Alliance is null ? await TestDatabase.CopyAsync(folder.Path) : await TestDatabase.EmptyAsync(folder.Path);
        app = Build(folder.Path, database, Replace, Alliance);
        if (Alliance is not null)
            await FirstStart.RunAsync(app, withDemonstration: false, TestContext.Current.CancellationToken);
        await app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
            await app.DisposeAsync();
        folder?.Dispose();
    }

    /// <summary>Somebody without an account.</summary>
    public TestBrowser Anybody() => new(Client());

    /// <summary>What is no browser: a device, a program.</summary>
    public HttpClient Client() => app!.GetTestClient();

    /// <summary>Somebody signed in with that role.</summary>
    public async Task<TestBrowser> AsAsync(Role role, string? partner = null)
    {
        var browser = Anybody();
        var link = await UseAsync(services => LinkAsync(services, role, partner));
        var page = await browser.GetAsync(new Uri(link).PathAndQuery);
        await page.Form("sign-in").SubmitAsync();
        return browser;
    }

    /// <summary>Does something in a scope of its own.</summary>
    public async Task<T> UseAsync<T>(Func<IServiceProvider, Task<T>> use)
    {
        await using var scope = Services.CreateAsyncScope();
        return await use(scope.ServiceProvider);
    }

    public Task<T> ReadAsync<T>(Func<SecretariatDb, Task<T>> read) => UseAsync(s => read(s.GetRequiredService<SecretariatDb>()));

    /// <summary>Changes the record directly, for what a test takes as given.</summary>
    public Task GivenAsync(Func<SecretariatDb, Task> change) =>
        UseAsync(async services =>
        {
            var db = services.GetRequiredService<SecretariatDb>();
            await change(db);
            await db.SaveAsync("Prepare a test");
            return true;
        });

    /// <summary>Does the work that the schedule would do.</summary>
    public Task<int> WorkAsync<TWork>()
        where TWork : class, IWork =>
        UseAsync(s => ActivatorUtilities.CreateInstance<TWork>(s).RunAsync(TestContext.Current.CancellationToken));

    internal static WebApplication Build(
        string folder,
        string database,
        Action<IServiceCollection>? replace = null,
        string? alliance = null
    ) =>
        App.Build(
            [
                $"--Data:Folder={folder}",
                $"--ConnectionStrings:Database={database}",
                "--Jobs:Run=false",
                "--Mail:QuietHours=false",
                .. alliance is null ? Array.Empty<string>() : [$"--Alliance:Folder={alliance}"],
                "--Logging:LogLevel:Default=Warning",
                "--Logging:LogLevel:Microsoft.EntityFrameworkCore=Critical",
            ],
            builder =>
            {
                builder.WebHost.UseTestServer();
                // Runs after the application has named its own.
                builder.Host.ConfigureContainer<IServiceCollection>((_, services) => replace?.Invoke(services));
            }
        );

    private async Task<string> LinkAsync(IServiceProvider services, Role role, string? partner)
    {
        var db = services.GetRequiredService<SecretariatDb>();
        if (!accounts.TryGetValue((role, partner), out var id))
        {
            var partnerId = partner is null
                ? (Guid?)null
                : await db.Partners.Where(p => p.Code == partner).Select(p => p.Id).SingleAsync();
            id = accounts[(role, partner)] = await AddAccountAsync(db, role, partnerId);
        }

        var account = await db.Users.SingleAsync(a => a.Id == id);
        return await services.GetRequiredService<OneTimeLinks>().MakeAsync(account, TestContext.Current.CancellationToken);
    }

    private static async Task<Guid> AddAccountAsync(SecretariatDb db, Role role, Guid? partnerId)
    {
        var email = $"{role}-{Guid.CreateVersion7():N}@secretariat.example";
        var account = new Account
        {
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            SecurityStamp = Guid.CreateVersion7().ToString(),
            Name = $"Test {role}",
            Role = role,
            PartnerId = partnerId,
        };
        db.Users.Add(account);
        await db.SaveChangesAsync();
        return account.Id;
    }
}

/// <summary>A folder of its own, gone afterwards.</summary>
public sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("secretariat-").FullName;

    /// <summary>A copy of the Alliance as data, to be changed.</summary>
    public string CopyAlliance()
    {
        var (source, copy) = (AllianceSource, System.IO.Path.Combine(Path, "alliance"));
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var to = System.IO.Path.Combine(copy, System.IO.Path.GetRelativePath(source, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        return copy;
    }

    public static string AllianceSource => System.IO.Path.Combine(AppContext.BaseDirectory, "data", "global-alliance");

    /// <summary>What goes on behind an answer, such as writing a sign-in mail, may still be writing.</summary>
    public void Dispose()
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                Directory.Delete(Path, recursive: true);
                return;
            }
            catch (IOException) when (attempt < 100)
            {
                Thread.Sleep(20);
            }
        }
    }
}
