using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Register.Briefings;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Pdf;

namespace Secretariat.Bench;

/// <summary>The application over a register of one size, read through HTTP by somebody of the office.</summary>
internal sealed partial class Office : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _client;
    private readonly IDisposable _listening;
    private int _queries;

    private Office(WebApplication app, int size)
    {
        (_app, Size) = (app, size);
        var address = new Uri(app.Urls.First());
        _client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = address };
        _listening = DiagnosticListener.AllListeners.Subscribe(this);
    }

    public int Size { get; }

    public IServiceProvider Services => _app.Services;

    public Uri Address => _client.BaseAddress!;

    /// <summary>What a form is to send back with it.</summary>
    public static string TokenIn(string page) => Token().Match(page).Groups[1].Value;

    /// <summary>The partner in the middle of the list.</summary>
    public Guid Middle { get; private set; }

    /// <param name="isAudited">As in the office; without, a large register is there sooner.</param>
    public static async Task<Office> OpenAsync(string folder, string database, int size, bool isAudited = false)
    {
        var app = App.Build(
            [
                $"--Data:Folder={folder}",
                $"--ConnectionStrings:Database={database}",
                "--Jobs:Run=false",
                "--Logging:LogLevel:Default=Error",
                "--Site:Proxies=127.0.0.1",
                "--urls=http://127.0.0.1:0",
            ],
            builder =>
            {
                if (!isAudited)
                    builder.Host.ConfigureContainer<IServiceCollection>((_, s) => s.AddScoped<IAuditor, NoAudit>());
            }
        );
        await FirstStart.RunAsync(app, withDemonstration: false, CancellationToken.None);
        await RegisterMaker.FillAsync(app.Services, size);
        await app.StartAsync();
        var office = new Office(app, size);
        await office.SignInAsync();
        return office;
    }

    /// <summary>The page, the queries that it took, and the time in milliseconds.</summary>
    public async Task<(string Page, int Queries, double Milliseconds)> ReadAsync(string address)
    {
        var (before, watch) = (_queries, Stopwatch.StartNew());
        using var answer = await _client.GetAsync(new Uri(address, UriKind.Relative));
        var page = await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
        return (page, _queries - before, watch.Elapsed.TotalMilliseconds);
    }

    public Reason? WhyNoPdf => _app.Services.GetRequiredService<IPdfRenderer>().WhyUnavailable;

    /// <summary>Seconds for so many pages with a title, two at once like briefings.</summary>
    public async Task<double> PrintBlankAsync(int count)
    {
        var (pdf, watch) = (_app.Services.GetRequiredService<IPdfRenderer>(), Stopwatch.StartNew());
        await Parallel.ForEachAsync(
            Enumerable.Range(0, count),
            new ParallelOptions { MaxDegreeOfParallelism = 2 },
            async (_, cancellationToken) =>
                await pdf.RenderAsync(
                    "<!DOCTYPE html><html lang=\"en\"><title>Blank</title><h1>Blank</h1></html>",
                    cancellationToken
                )
        );
        return watch.Elapsed.TotalSeconds;
    }

    /// <summary>Seconds for the briefings of the first partners, from the record to the file that holds them all.</summary>
    public async Task<double> PrintBriefingsAsync(int count)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var (services, watch) = (scope.ServiceProvider, Stopwatch.StartNew());
        var db = services.GetRequiredService<SecretariatDb>();
        var first = await db.PlacesIn("en", AsOf.Today(TimeProvider.System))
            .OrderBy(p => p.Sort)
            .Take(count)
            .Select(p => p.PartnerId)
            .ToListAsync();
        var day = AsOf.Today(services.GetRequiredService<TimeProvider>());
        var making = services.GetRequiredService<MakeBriefings>();
        await making.WriteAllAsync(Stream.Null, first, day, making.ForOneself, CancellationToken.None);
        return watch.Elapsed.TotalSeconds;
    }

    public async ValueTask DisposeAsync()
    {
        _listening.Dispose();
        _client.Dispose();
        await _app.DisposeAsync();
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
            // Of these alone: to hear of everything would cost more than what is measured.
            value.Subscribe(this, name => name == RelationalEventId.CommandExecuted.Name);
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuted.Name)
            Interlocked.Increment(ref _queries);
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }

    private async Task SignInAsync()
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SecretariatDb>();
        const string email = "reader@secretariat.example";
        var account = new Account
        {
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            SecurityStamp = Guid.CreateVersion7().ToString(),
            Name = "Reader",
            Role = Role.Reader,
        };
        db.Users.Add(account);
        await db.SaveChangesAsync();
        Middle = await db.PlacesIn("en", AsOf.Today(TimeProvider.System))
            .OrderBy(p => p.Sort)
            .Skip(Size / 2)
            .Select(p => p.PartnerId)
            .FirstAsync();
        var link = await scope.ServiceProvider.GetRequiredService<OneTimeLinks>().MakeAsync(account, CancellationToken.None);
        var path = new Uri(link).PathAndQuery;
        var form = await _client.GetStringAsync(new Uri(path, UriKind.Relative));
        using var fields = new FormUrlEncodedContent([new("__RequestVerificationToken", TokenIn(form))]);
        (await _client.PostAsync(new Uri(path, UriKind.Relative), fields)).EnsureSuccessStatusCode();
    }

    [GeneratedRegex("__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Token();

    private sealed class NoAudit : IAuditor
    {
        public void Write(SecretariatDb db, string process, string? why) { }
    }
}
