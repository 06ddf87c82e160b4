using Microsoft.Extensions.Configuration;
using Secretariat.Platform;
using Secretariat.Platform.Mail;
using Secretariat.Tests.Servers;
using static Secretariat.Tests.Servers.ScriptedTokenEndpoint;

namespace Secretariat.Tests.Platform;

public sealed class AccessTokenTests : IDisposable
{
    private readonly TestFolder folder = new();
    private readonly ServiceProvider services;
    private readonly SetClock clock = new();

    public AccessTokenTests()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Data:Folder", folder.Path)]).Build();
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(clock)
            .AddMail(Settings.Of(configuration))
            .BuildServiceProvider();
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        services.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_token_in_the_platforms_own_name_is_asked_for_by_client_credentials()
    {
        await using var endpoint = new ScriptedTokenEndpoint(Token("t1"));

        Assert.Equal("t1", await UseAsync(At(endpoint) with { Scope = "https://mail.example/.default" }));

        Assert.Equal(
            "grant_type=client_credentials&client_id=office&client_secret=s%263cret&scope=https%3A%2F%2Fmail.example%2F.default",
            Assert.Single(endpoint.Forms)
        );
    }

    [Theory]
    [InlineData("\"expires_in\":3600", 3200, true)]
    [InlineData("\"expires_in\":3600", 3300, false)]
    [InlineData("\"expires_in\":\"3600\"", 3200, true)]
    [InlineData("\"scope\":\"mail\"", 200, true)]
    [InlineData("\"scope\":\"mail\"", 300, false)]
    [InlineData("\"expires_in\":-1", 200, true)]
    public async Task A_token_is_kept_until_shortly_before_it_expires(string said, int seconds, bool isKept)
    {
        await using var endpoint = new ScriptedTokenEndpoint(Token("t1", said), Token("t2", said));
        await UseAsync(At(endpoint));

        clock.Now += TimeSpan.FromSeconds(seconds);

        Assert.Equal(isKept ? "t1" : "t2", await UseAsync(At(endpoint)));
    }

    [Fact]
    public async Task A_refused_token_is_not_used_again_and_another_one_is_tried_once()
    {
        await using var endpoint = new ScriptedTokenEndpoint(Token("t1"), Token("t2"), Token("t3"));

        Assert.Equal("t2", await UseAsync(At(endpoint), refused: "t1"));
        Assert.Equal("t2", await UseAsync(At(endpoint)));

        await Assert.ThrowsAsync<InvalidOperationException>(() => UseAsync(At(endpoint), refused: "t2 t3"));
        Assert.Equal(3, endpoint.Forms.Count);
    }

    [Fact]
    public async Task Reading_and_sending_at_once_ask_for_one_token()
    {
        await using var endpoint = new ScriptedTokenEndpoint(Token("t1"), Token("t2"));
        var tokens = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => UseAsync(At(endpoint))));
        Assert.All(tokens, token => Assert.Equal("t1", token));
        Assert.Single(endpoint.Forms);
    }

    [Fact]
    public async Task A_new_refresh_token_takes_the_place_of_the_old_one_and_outlives_the_process()
    {
        await using var endpoint = new ScriptedTokenEndpoint(Token("t1", "\"refresh_token\":\"r2\""), Token("t2"));
        var configured = At(endpoint) with { RefreshToken = "r1" };

        await UseAsync(configured);
        clock.Now += TimeSpan.FromHours(1);
        await UseAsync(configured);
        var later = new TokenSources(
            services.GetRequiredService<IHttpClientFactory>(),
            services.GetRequiredService<RefreshTokens>(),
            clock
        );
        await UseAsync(configured, later);
        await UseAsync(configured with { RefreshToken = "r7" }, later);

        var sent = endpoint.Forms.Select(form => form.Split('&')[1]);
        Assert.Equal(["refresh_token=r1", "refresh_token=r2", "refresh_token=r2", "refresh_token=r7"], sent);
        Assert.All(endpoint.Forms, form => Assert.StartsWith("grant_type=refresh_token&", form, StringComparison.Ordinal));
        var file = Assert.Single(Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Theory]
    [InlineData(
        "400 {\"error\":\"invalid_grant\",\"error_description\":\"AADSTS70008: expired.\"}",
        "gives no token: invalid_grant (AADSTS70008: expired); give the consent again and enter the new refresh token."
    )]
    [InlineData("401 {\"error\":\"invalid_client\"}", "gives no token: invalid_client; check the client's id, its secret")]
    [InlineData("502 <html>Bad gateway</html>", "gives no token: it answers 502.")]
    [InlineData("302 ", "gives no token: it answers 302.")]
    [InlineData("400 [\"error\"]", "gives no token: it answers 400.")]
    [InlineData("200 {\"error\":1}", "answers without a token.")]
    [InlineData("200 not json", "answers without a token.")]
    public async Task What_went_wrong_is_said_with_the_remedy_and_without_the_secret(string answer, string words)
    {
        await using var endpoint = new ScriptedTokenEndpoint(answer);

        var e = await Assert.ThrowsAsync<TokenException>(() => UseAsync(At(endpoint)));

        Assert.StartsWith($"The token endpoint {endpoint.Address} {words}", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s&3cret", e.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://login.example/token", "write https://")]
    [InlineData("http://127.0.0.1:1/token", "cannot be reached")]
    public async Task An_endpoint_that_cannot_be_asked_is_named(string address, string words)
    {
        var settings = new OAuthSettings
        {
            TokenEndpoint = new Uri(address),
            ClientId = "office",
            ClientSecret = "s&3cret",
        };
        var e = await Assert.ThrowsAsync<TokenException>(() => UseAsync(settings));
        Assert.StartsWith($"The token endpoint {address}", e.Message, StringComparison.Ordinal);
        Assert.Contains(words, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Servers_with_a_user_and_no_password_share_the_one_that_is_configured_for_all()
    {
        var mail = MailOf(
            ("OAuth:TokenEndpoint", "https://login.example/token"),
            ("OAuth:ClientId", "all"),
            ("Imap:Host", "a.example"),
            ("Imap:User", "box"),
            ("Smtp:Host", "b.example"),
            ("Smtp:User", "box"),
            ("Smtp:Password", "x"),
            ("Mailboxes:0:Host", "c.example"),
            ("Mailboxes:0:User", "other"),
            ("Mailboxes:0:OAuth:TokenEndpoint", "https://login.example/other"),
            ("Mailboxes:0:OAuth:ClientId", "own"),
            ("Mailboxes:1:Host", "d.example")
        );

        Assert.Equal("all", mail.Imap!.OAuth!.ClientId);
        Assert.Null(mail.Smtp!.OAuth);
        Assert.Equal(["own", null], mail.Mailboxes.Select(m => m.OAuth?.ClientId));
    }

    private static MailSettings MailOf(params (string Key, string Value)[] configured) =>
        Settings
            .Of(
                new ConfigurationBuilder()
                    .AddInMemoryCollection(configured.Select(c => new KeyValuePair<string, string?>($"Mail:{c.Key}", c.Value)))
                    .Build()
            )
            .Mail;

    private static OAuthSettings At(ScriptedTokenEndpoint endpoint) =>
        new()
        {
            TokenEndpoint = endpoint.Address,
            ClientId = "office",
            ClientSecret = "s&3cret",
        };

    /// <summary>Signs in where everything is taken but what is refused.</summary>
    private Task<string> UseAsync(OAuthSettings settings, TokenSources? sources = null, string refused = "") =>
        (sources ?? services.GetRequiredService<TokenSources>())
            .Of(new ServerSettings { Host = "mail.example", OAuth = settings })!
            .SignInAsync(
                token =>
                    refused.Contains(token, StringComparison.Ordinal)
                        ? throw new InvalidOperationException("Refused")
                        : Task.FromResult(token),
                problem => problem is InvalidOperationException,
                Cancelled
            );

    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2024, 3, 1, 9, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
