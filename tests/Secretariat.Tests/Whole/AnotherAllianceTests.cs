using System.Text.Json;
using AngleSharp;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.Mime;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Platform.Mail;
using Secretariat.Tests.Identity;
using Secretariat.Tests.Letters;

namespace Secretariat.Tests.Whole;

/// <summary>Another folder makes another alliance: its names everywhere, and none of ours.</summary>
[Trait("Needs", "Database")]
public sealed class AnotherAllianceTests(AnotherAllianceTests.League league) : IClassFixture<AnotherAllianceTests.League>
{
    private const string Name = "League of Northern Harbours";

    public static TheoryData<string> Pages() =>
        [
            "/en",
            "/fr",
            "/en/partners",
            "/fr/timetable",
            "/en/strands/prevention",
            "/en/legislation",
            "/fr/figures",
            "/en/accessibility",
            "/fr/privacy",
            "/en/nothing",
            "/sign-in",
            "/office",
            "/office/campaigns",
        ];

    [Theory, MemberData(nameof(Pages))]
    public async Task A_page_carries_its_name_in_title_header_and_footer(string address)
    {
        var browser = address.StartsWith("/office", StringComparison.Ordinal)
            ? await league.App.AsAsync(Role.Officer)
            : league.App.Anybody();
        var page = (await browser.GetAsync(address)).Document;

        Assert.EndsWith($" – {Name}", page.Title, StringComparison.Ordinal);
        Assert.StartsWith(Name, page.QuerySelector(".sec-header__name")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal(Name, page.QuerySelector(".sec-footer__name")!.TextContent.Trim());
        AssertNothingOfOurs(page.ToHtml());
    }

    [Fact]
    public async Task The_home_page_says_what_the_folder_says()
    {
        var page = await league.App.Anybody().GetAsync("/fr");
        Assert.Equal(
            "Ports qui travaillent ensemble.",
            page.Document.QuerySelector(".ecl-page-header__description")!.TextContent
        );
        Assert.Contains("La ligue est née d’une tempête.", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/en", null)]
    [InlineData("/fr", "en")]
    public async Task A_name_in_another_language_says_which(string address, string? language)
    {
        var page = (await league.App.Anybody().GetAsync(address)).Document;
        foreach (var place in new[] { ".sec-header__name", ".sec-footer__name", "h1" })
            Assert.Equal(language, page.QuerySelector($"{place} .sec-other-language")?.GetAttribute("lang"));
    }

    [Fact]
    public async Task A_sign_in_mail_is_signed_by_its_secretariat()
    {
        const string Officer = "officer@harbours.example";
        await league.App.UseAsync(s =>
            s.GetRequiredService<WayIn>().ForAsync(Officer, Role.Officer, TestContext.Current.CancellationToken)
        );
        await (await league.App.Anybody().GetAsync("/sign-in")).Form("ask-link").With("Email", Officer).SubmitAsync();

        var (to, mail) = await league.Post.NextAsync();
        Assert.Equal(Officer, to);
        AssertSigned(mail, "Harbour Office of the League");
    }

    [Fact]
    public async Task A_letter_leaves_with_a_mail_that_its_secretariat_signs_in_the_language_of_the_letter()
    {
        var signed = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["en"] = "Harbour Office of the League",
            ["fr"] = "Harbour Office of the League",
            ["de"] = "Hafenbüro des Bundes",
        };
        await league.App.HasMinistersAsync(signed.Count);
        var (officer, signatory) = (await league.App.AsAsync(Role.Officer), await league.App.AsAsync(Role.Signatory));
        await league.App.HasSenderAsync(officer);
        var draft = await officer.OpenCampaignAsync();
        await league.App.FreezeAsync(draft, signatory);
        await league.App.GivenAsync(async db =>
        {
            var letters = await db.Letters.ToListAsync(TestContext.Current.CancellationToken);
            foreach (var (letter, language) in letters.Zip(signed.Keys))
                letter.Language = language;
        });
        await (await officer.GetAsync(draft.Address)).Form("release").With("Count", $"{signed.Count}").SubmitAsync();
        await league.App.WorkAsync<SendMail>();

        var languages = (await league.App.LettersAsync(CampaignOffice.IdOf(draft))).ToDictionary(
            l => l.AddresseeEmail!,
            l => l.Language
        );
        for (var mails = 0; mails < signed.Count; mails++)
        {
            var (to, mail) = await league.Post.NextAsync();
            Assert.True(languages.Remove(to, out var language));
            AssertSigned(mail, signed[language]);
        }
    }

    private static void AssertSigned(MimeMessage mail, string secretariat)
    {
        Assert.Equal("Harbour Office", mail.From[0].Name);
        Assert.Contains($"\n{secretariat}\n", mail.TextBody!.ReplaceLineEndings("\n") + "\n", StringComparison.Ordinal);
        AssertNothingOfOurs($"{mail.From[0].Name}\n{mail.Subject}\n{mail.TextBody}");
    }

    private static void AssertNothingOfOurs(string text) =>
        Assert.All(
            AllianceNameTests.Words(TestFolder.AllianceSource),
            ours => Assert.DoesNotContain(ours, text, StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>Our folder under other names: its own <c>alliance.json</c>, and events and letters that speak of it.</summary>
    public sealed class League : IAsyncLifetime
    {
        private static readonly object Words = new
        {
            name = new { en = Name },
            secretariat = new { en = "Harbour Office of the League", de = "Hafenbüro des Bundes" },
            mailboxName = "Harbour Office",
            lead = new { en = "Harbours that work together.", fr = "Ports qui travaillent ensemble." },
            introduction = new { en = "The League began in a storm.", fr = "La ligue est née d’une tempête." },
        };

        private readonly TestFolder folder = new();

        public TestApp App { get; private set; } = null!;

        public TestPostbox Post { get; } = new();

        public async ValueTask InitializeAsync()
        {
            var alliance = folder.CopyAlliance();
            var ours = AllianceNameTests.Words(alliance);
            foreach (var file in Directory.EnumerateFiles(alliance, "*.*", SearchOption.AllDirectories).Where(IsText))
                File.WriteAllText(
                    file,
                    ours.Aggregate(
                        File.ReadAllText(file),
                        (text, word) => text.Replace(word, Name, StringComparison.OrdinalIgnoreCase)
                    )
                );
            File.WriteAllText(Path.Combine(alliance, "alliance.json"), JsonSerializer.Serialize(Words));
            App = new TestApp { Alliance = alliance, Replace = services => services.AddSingleton<IMailSender>(Post) };
            await App.InitializeAsync();
        }

        public async ValueTask DisposeAsync()
        {
            await App.DisposeAsync();
            folder.Dispose();
        }

        private static bool IsText(string file) => Path.GetExtension(file) is ".json" or ".md";
    }
}
