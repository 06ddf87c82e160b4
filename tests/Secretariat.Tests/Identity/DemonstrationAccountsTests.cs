using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Audit;
using Secretariat.Modules.Identity;

namespace Secretariat.Tests.Identity;

/// <summary>Three conditions, each needed.</summary>
[Trait("Needs", "Database")]
public sealed class DemonstrationAccountsTests : IAsyncDisposable
{
    private readonly Surroundings around = new();
    private readonly TestApp app;

    public DemonstrationAccountsTests() =>
        app = new TestApp { Replace = services => services.AddSingleton<IStartupFilter>(around) };

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task On_this_machine_alone_they_are_offered_and_work()
    {
        await StartAsync("http://localhost:5080", "http://127.0.0.1:5080", "http://[::1]:5080");
        var page = await app.Anybody().GetAsync("/sign-in?returnUrl=/account");
        page = await page.Form("demonstration").SubmitAsync("Sign in as Demo Officer (officer)");
        Assert.Equal("/account", page.Address);
        Assert.Contains("demo@secretariat.example", page.Text, StringComparison.Ordinal);
        var entry = await app.ReadAsync(db => db.AuditEntries.OrderByDescending(e => e.Id).FirstAsync());
        Assert.Equal(("Sign in to the demonstration", "Demo Officer"), (entry.Process, AuditPayload.Of(entry)!.Actor));
        Assert.Equal(entry.SubjectId, entry.ActorId);
    }

    [Theory]
    [InlineData("http://localhost:5080", "http://0.0.0.0:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://[::]:5080")]
    [InlineData("http://192.0.2.1:5080")]
    [InlineData()]
    public Task With_any_other_binding_they_do_not_exist(params string[] addresses) => NotOfferedAsync(addresses);

    [Fact]
    public Task To_a_caller_from_elsewhere_they_do_not_exist()
    {
        around.Remote = IPAddress.Parse("192.0.2.7");
        return NotOfferedAsync("http://localhost:5080");
    }

    [Theory]
    [InlineData("X-Forwarded-For")]
    [InlineData("X-Original-For")]
    [InlineData("Forwarded")]
    [InlineData("Via")]
    public Task Behind_a_proxy_they_do_not_exist(string header)
    {
        around.Header = header;
        return NotOfferedAsync("http://localhost:5080");
    }

    [Fact]
    public Task Under_a_name_from_elsewhere_they_do_not_exist()
    {
        around.Host = "rebound.example";
        return NotOfferedAsync("http://localhost:5080");
    }

    [Fact]
    public async Task An_account_that_is_not_of_the_demonstration_is_never_offered()
    {
        await StartAsync("http://localhost:5080");
        var id = await AddAsync("real@secretariat.example", isDemonstration: false);
        var page = await app.Anybody().GetAsync("/sign-in");
        Assert.DoesNotContain("real@", page.Document.Body!.InnerHtml, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await ForceAsync(page, id)).Status);
    }

    private async Task NotOfferedAsync(params string[] addresses)
    {
        var id = await StartAsync(addresses);
        var page = await app.Anybody().GetAsync("/sign-in");
        Assert.False(page.HasForm("demonstration"));
        Assert.Equal(HttpStatusCode.NotFound, (await ForceAsync(page, id)).Status);
    }

    private static Task<TestPage> ForceAsync(TestPage page, Guid account)
    {
        var form = page.Document.GetElementById("ask-link")!;
        form.SetAttribute("action", $"/sign-in?handler=Demonstration&account={account}");
        return page.Form("ask-link").SubmitAsync();
    }

    private async Task<Guid> StartAsync(params string[] addresses)
    {
        await app.InitializeAsync();
        var feature = new ServerAddressesFeature();
        foreach (var address in addresses)
            feature.Addresses.Add(address);
        app.Services.GetRequiredService<IServer>().Features.Set<IServerAddressesFeature>(feature);
        return await AddAsync("demo@secretariat.example", isDemonstration: true);
    }

    private Task<Guid> AddAsync(string email, bool isDemonstration) =>
        app.UseAsync(async services =>
        {
            var account = new Account
            {
                UserName = email,
                Email = email,
                Name = "Demo Officer",
                Role = Role.Officer,
                IsDemonstration = isDemonstration,
            };
            var accounts = services.GetRequiredService<Microsoft.AspNetCore.Identity.UserManager<Account>>();
            Assert.True((await accounts.CreateAsync(account)).Succeeded);
            return account.Id;
        });

    /// <summary>Where a request comes from, which a server in memory does not know.</summary>
    private sealed class Surroundings : IStartupFilter
    {
        public IPAddress Remote { get; set; } = IPAddress.Loopback;

        public string? Header { get; set; }

        public string? Host { get; set; }

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use(
                    (context, go) =>
                    {
                        context.Connection.RemoteIpAddress = Remote;
                        if (Header is not null)
                            context.Request.Headers[Header] = "192.0.2.9";
                        if (Host is not null)
                            context.Request.Host = new HostString(Host);
                        return go(context);
                    }
                );
                next(app);
            };
    }
}
