using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Platform.Mail;

namespace Secretariat.Tests.Identity;

[Trait("Needs", "Database")]
public sealed class SignInTests : IAsyncLifetime
{
    private readonly TestClock clock = new(new DateTimeOffset(2024, 3, 6, 9, 0, 0, TimeSpan.Zero));
    private readonly TestPostbox post = new();
    private readonly TestApp app;

    public SignInTests() =>
        app = new TestApp { Replace = services => services.AddSingleton<TimeProvider>(clock).AddSingleton<IMailSender>(post) };

    public async ValueTask InitializeAsync()
    {
        await app.InitializeAsync();
        await app.UseAsync(s =>
            s.GetRequiredService<WayIn>()
                .ForAsync("officer@secretariat.example", Role.Officer, TestContext.Current.CancellationToken)
        );
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_link_in_the_mail_signs_in_to_the_page_that_was_asked_for()
    {
        var browser = app.Anybody();
        var asked = await browser.GetAsync("/account");
        Assert.StartsWith("/sign-in?ReturnUrl=", asked.Address, StringComparison.Ordinal);

        await asked.Form("ask-link").With("Email", "officer@secretariat.example").SubmitAsync();
        var (to, mail) = await post.NextAsync();
        var page = await (await browser.GetAsync(LinkIn(mail.TextBody!))).Form("sign-in").SubmitAsync();

        Assert.Equal("officer@secretariat.example", to);
        Assert.Equal("Your link to sign in", mail.Subject);
        Assert.Equal("/account", page.Address);
        Assert.Contains("officer@secretariat.example", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_address_gets_the_same_answer_and_no_mail()
    {
        var known = await AskAsync("officer@secretariat.example");
        var unknown = await AskAsync("nobody@elsewhere.example");
        await AskAsync("OFFICER@secretariat.example");

        Assert.Equal(
            known.Text.Replace("officer@secretariat.example", "X", StringComparison.Ordinal),
            unknown.Text.Replace("nobody@elsewhere.example", "X", StringComparison.Ordinal)
        );
        Assert.Equal("officer@secretariat.example", (await post.NextAsync()).To);
        Assert.Equal("officer@secretariat.example", (await post.NextAsync()).To);
        Assert.True(post.IsEmpty);
    }

    [Fact]
    public async Task Looking_at_a_link_does_not_use_it_up_and_using_it_does()
    {
        var link = await LinkAsync();
        var page = await app.Anybody().GetAsync(link);
        await app.Anybody().GetAsync(link);
        await page.Form("sign-in").SubmitAsync();

        var again = await app.Anybody().GetAsync(link);
        Assert.Equal(HttpStatusCode.Gone, again.Status);
        Assert.False(again.HasForm("sign-in"));
        Assert.True((await again.FollowAsync("Ask for a new link")).HasForm("ask-link"));
    }

    [Fact]
    public async Task Of_two_people_with_the_same_link_one_gets_in()
    {
        var link = await LinkAsync();
        var (first, second) = (app.Anybody(), app.Anybody());
        var (one, other) = (await first.GetAsync(link), await second.GetAsync(link));
        await one.Form("sign-in").SubmitAsync();
        var late = await other.Form("sign-in").SubmitAsync();

        Assert.Equal(HttpStatusCode.Gone, late.Status);
        Assert.Equal("/account", (await first.GetAsync("/account")).Address);
        Assert.StartsWith("/sign-in", (await second.GetAsync("/account")).Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_is_good_for_half_an_hour()
    {
        var (early, late) = (await LinkAsync(), await LinkAsync());
        clock.GoOn(TimeSpan.FromMinutes(29));
        Assert.True((await app.Anybody().GetAsync(early)).HasForm("sign-in"));

        var page = await app.Anybody().GetAsync(late);
        clock.GoOn(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.Gone, (await page.Form("sign-in").SubmitAsync()).Status);
        Assert.Equal(HttpStatusCode.Gone, (await app.Anybody().GetAsync(early)).Status);
    }

    [Fact]
    public async Task A_link_leads_nowhere_outside()
    {
        var link = await LinkAsync();
        var page = await (await app.Anybody().GetAsync(link + "?returnUrl=//evil.example/")).Form("sign-in").SubmitAsync();
        Assert.Equal("/office", page.Address);
    }

    [Fact]
    public async Task Who_asks_too_often_has_to_wait()
    {
        var browser = app.Anybody();
        var page = await browser.GetAsync("/sign-in");
        for (var i = 0; i < CallerLimit.SignInsAMinute; i++)
            Assert.Equal(HttpStatusCode.OK, (await Ask(page)).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Ask(page)).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/sign-in")).Status);

        static Task<TestPage> Ask(TestPage page) => page.Form("ask-link").With("Email", "nobody@elsewhere.example").SubmitAsync();
    }

    [Fact]
    public async Task A_mistyped_address_is_said_and_kept()
    {
        var page = await AskAsync("officer at secretariat");
        Assert.Contains("must look like name@ministry.example", page.Text, StringComparison.Ordinal);
        Assert.Equal("officer at secretariat", page.Form("ask-link").Value("Email"));
    }

    [Theory]
    [InlineData(Role.Administrator, "/office")]
    [InlineData(Role.Officer, "/office")]
    [InlineData(Role.Signatory, "/office")]
    [InlineData(Role.Reader, "/office")]
    [InlineData(Role.PartnerContact, "/desk")]
    public void Each_role_has_the_space_its_work_begins_in(Role role, string space) => Assert.Equal(space, Access.HomeOf(role));

    [Fact]
    public async Task Everybody_can_change_their_name_and_language_and_sign_out()
    {
        var browser = await app.AsAsync(Role.Reader);
        var page = await browser.GetAsync("/account");
        page = await page.Form("account").With("Name", "Ada Sample").With("Language", "fr").SubmitAsync();
        Assert.Contains("Votre compte", page.Text, StringComparison.Ordinal);
        Assert.Equal("Ada Sample", page.Document.QuerySelector(".sec-account a")!.TextContent);

        page = await page.Form("sign-out").SubmitAsync();
        Assert.Equal("/sign-in", page.Address);
        Assert.StartsWith("/sign-in", (await browser.GetAsync("/account")).Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_demonstration_no_account_is_offered()
    {
        Assert.False((await app.Anybody().GetAsync("/sign-in")).HasForm("demonstration"));
        Assert.False(await app.ReadAsync(db => db.Users.AnyAsync(a => a.IsDemonstration)));
    }

    private async Task<TestPage> AskAsync(string email) =>
        await (await app.Anybody().GetAsync("/sign-in")).Form("ask-link").With("Email", email).SubmitAsync();

    private async Task<string> LinkAsync()
    {
        await AskAsync("officer@secretariat.example");
        return LinkIn((await post.NextAsync()).Mail.TextBody!);
    }

    private static string LinkIn(string text) =>
        new Uri(text.Split('\n').Single(line => line.Contains("/sign-in/link/", StringComparison.Ordinal)).Trim()).PathAndQuery;
}
