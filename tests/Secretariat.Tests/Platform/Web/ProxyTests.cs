using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Secretariat.Modules.Identity;
using Secretariat.Platform;
using Secretariat.Platform.Cli;

namespace Secretariat.Tests.Platform.Web;

/// <summary>Requests through a reverse proxy, and through somebody who says to be one.</summary>
public sealed class ProxyTests : IAsyncDisposable
{
    private const string Known = "10.1.2.3";
    private const string Unknown = "192.0.2.66";
    private readonly Way way = new();
    private TestApp? app;

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
            await app.DisposeAsync();
    }

    [Fact]
    public async Task A_known_proxy_says_that_the_request_was_https()
    {
        way.Through(Known, ("X-Forwarded-Proto", "https"), ("X-Forwarded-For", "198.51.100.7"));
        using var answer = await AskAsync();
        Assert.Equal("max-age=31536000", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")));
        Assert.All(Cookies(answer), cookie => Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData(Unknown)]
    [InlineData("127.0.0.1")]
    public async Task Nobody_else_is_believed(string remote)
    {
        way.Through(remote, ("X-Forwarded-Proto", "https"), ("X-Forwarded-For", "198.51.100.7"));
        using var answer = await AskAsync();
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
        Assert.All(Cookies(answer), cookie => Assert.DoesNotContain("; secure", cookie, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Without_known_proxies_nobody_is_believed()
    {
        way.Through(Known, ("X-Forwarded-Proto", "https"));
        using var answer = await AskAsync(proxies: "");
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Where_the_public_address_is_https_every_cookie_is_secure()
    {
        way.Through(Unknown);
        using var answer = await AskAsync(baseUrl: "https://secretariat.example");
        Assert.All(Cookies(answer), cookie => Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData(Known, HttpStatusCode.OK)]
    [InlineData(Unknown, HttpStatusCode.TooManyRequests)]
    public async Task Whoever_asks_too_often_is_the_one_behind_a_known_proxy_and_else_the_caller_itself(
        string remote,
        HttpStatusCode last
    )
    {
        await StartAsync();
        way.Through(remote);
        var page = await app!.Anybody().GetAsync("/sign-in");
        var status = HttpStatusCode.OK;
        for (var client = 1; client <= CallerLimit.SignInsAMinute + 1; client++)
        {
            way.Through(remote, ("X-Forwarded-For", $"198.51.100.{client}"));
            status = (await page.Form("ask-link").With("Email", "nobody@elsewhere.example").SubmitAsync()).Status;
        }

        Assert.Equal(last, status);
    }

    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1")]
    [InlineData("127.0.0.1", "198.51.100.7")]
    public async Task A_proxy_on_this_machine_opens_no_account_of_the_demonstration(string proxies, string client)
    {
        await StartAsync(proxies);
        var addresses = new ServerAddressesFeature();
        addresses.Addresses.Add("http://localhost:5080");
        app!.Services.GetRequiredService<IServer>().Features.Set<IServerAddressesFeature>(addresses);
        await app.UseAsync(services =>
            services
                .GetRequiredService<Microsoft.AspNetCore.Identity.UserManager<Account>>()
                .CreateAsync(
                    new Account
                    {
                        UserName = "demo@secretariat.example",
                        Email = "demo@secretariat.example",
                        Name = "Demo Officer",
                        Role = Role.Officer,
                        IsDemonstration = true,
                    }
                )
        );
        way.Through("127.0.0.1", ("X-Forwarded-For", client));
        way.Host = "localhost";

        Assert.False((await app.Anybody().GetAsync("/sign-in")).HasForm("demonstration"));
    }

    [Fact]
    public void A_proxy_that_is_no_address_is_refused_in_a_sentence() =>
        Assert.Contains(
            "Site:Proxies names “gateway”",
            Assert.Throws<RefusedException>(() => Of("10.0.0.5, gateway")).Message,
            StringComparison.Ordinal
        );

    private async Task<HttpResponseMessage> AskAsync(string proxies = "10.1.0.0/16, ::1", string? baseUrl = null)
    {
        await StartAsync(proxies, baseUrl);
        return await app!.Anybody().OpenAsync("/sign-in");
    }

    private async Task StartAsync(string proxies = "10.1.0.0/16, ::1", string? baseUrl = null)
    {
        app = new TestApp
        {
            Replace = services =>
            {
                var settings = (Settings)services.Last(s => s.ServiceType == typeof(Settings)).ImplementationInstance!;
                services.AddSingleton(settings with { Proxies = Of(proxies).Proxies, BaseUrl = baseUrl ?? settings.BaseUrl });
                services.AddSingleton<IStartupFilter>(way);
            },
        };
        await app.InitializeAsync();
    }

    private static Settings Of(string proxies) =>
        Settings.Of(
            new ConfigurationBuilder()
                .AddInMemoryCollection(new Dictionary<string, string?> { ["Site:Proxies"] = proxies })
                .Build()
        );

    private static List<string> Cookies(HttpResponseMessage answer)
    {
        var cookies = answer.Headers.GetValues("Set-Cookie").ToList();
        Assert.NotEmpty(cookies);
        return cookies;
    }

    /// <summary>From where a request comes and what it carries, which a server in memory does not know.</summary>
    private sealed class Way : IStartupFilter
    {
        private (string Name, string Value)[] headers = [];
        private IPAddress remote = IPAddress.Loopback;

        public string Host { get; set; } = "secretariat.example";

        public void Through(string address, params (string Name, string Value)[] said) =>
            (remote, headers) = (IPAddress.Parse(address), said);

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use(
                    (context, go) =>
                    {
                        context.Connection.RemoteIpAddress = remote;
                        context.Request.Host = new HostString(Host);
                        foreach (var (name, value) in headers)
                            context.Request.Headers[name] = value;
                        return go(context);
                    }
                );
                next(app);
            };
    }
}
