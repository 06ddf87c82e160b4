using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Partners.Duplicates;
using Secretariat.Modules.Partners.Endorsements;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Tests.Register;

/// <summary>Contact points, those who stand towards a text, and what may be one: in pages, on which each stands once, with the count of all.</summary>
public sealed class PagedListTests(TestApp app) : AppTest(app), IAsyncLifetime
{
    private const int Many = 120;
    private const string Text = "call-to-action-2023";

    [Fact]
    public async Task Every_partner_stands_once_on_the_pages_of_contact_points_with_the_counts_of_all()
    {
        var office = await App.AsAsync(Role.Reader);
        var pages = await WalkAsync(office, "/office/contact-points", "next");

        Assert.True(pages.Count > 2, $"Pages: {pages.Count}");
        var made = CodesOn(pages, "main li > a, tbody th a").Where(c => c.StartsWith("paged-", StringComparison.Ordinal));
        Assert.Equal(Codes(_ => true), made.Distinct().Order(StringComparer.Ordinal));
        var (missing, inPart) = (await MissingAsync(), Many / 3);
        Assert.All(pages, page => Assert.Contains($"In office: {2 * inPart}", page.Text, StringComparison.Ordinal));
        Assert.Contains($"Without a contact point: {missing}", pages[0].Text, StringComparison.Ordinal);
        var back = await WalkAsync(office, pages[^1].Address, "prev");
        Assert.Equal(pages.Select(p => p.Text), back.AsEnumerable().Reverse().Select(p => p.Text));
    }

    [Theory]
    [InlineData("Nobody", 0)]
    [InlineData("InPart", 1)]
    public async Task One_looks_at_those_alone_for_whom_nobody_speaks_or_not_in_all_strands(string view, int rest)
    {
        var office = await App.AsAsync(Role.Reader);
        var pages = await WalkAsync(office, $"/office/contact-points?view={view}", "next");

        var shown = CodesOn(pages, "main li > a");
        Assert.Equal(
            Codes(n => n % 3 == rest),
            shown.Where(c => c.StartsWith("paged-", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
        );
        Assert.All(pages, page => Assert.Empty(page.Document.QuerySelectorAll("tbody th a")));
        if (rest == 1)
            Assert.Contains($"With a contact point for some strands only: {Many / 3}", pages[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_partner_stands_once_on_the_pages_of_a_text_and_one_looks_at_one_standing_alone()
    {
        var office = await App.AsAsync(Role.Reader);
        var pages = await WalkAsync(office, $"/office/instruments/{Text}?asOf=2025-06-01", "next");
        var made = CodesOn(pages, "tbody th a").Where(c => c.StartsWith("paged-", StringComparison.Ordinal)).ToList();
        Assert.Equal(Codes(_ => true), made.Order(StringComparer.Ordinal));
        Assert.All(pages.Take(2), p => Assert.Contains($"Withdrawn: {Many / 3}", p.Text, StringComparison.Ordinal));

        pages = await WalkAsync(office, $"/office/instruments/{Text}?asOf=2025-06-01&status=Withdrawn", "next");
        Assert.Equal(Codes(n => n % 3 == 2), CodesOn(pages, "tbody th a").Order(StringComparer.Ordinal));
        Assert.Equal(HttpStatusCode.BadRequest, (await office.GetAsync($"/office/instruments/{Text}?status=Perhaps")).Status);
    }

    [Fact]
    public async Task Every_pair_that_may_be_one_stands_once_on_the_pages_also_when_one_is_decided_meanwhile()
    {
        var office = await App.AsAsync(Role.Officer);
        var pages = await WalkAsync(office, "/office/duplicates", "next");
        var pairs = pages.ConvertAll(PairsOn);
        var found = await App.ReadAsync(db => db.Persons.CountAsync(p => p.Name.StartsWith("Twin "), Cancelled)) / 2;
        Assert.Equal(Many / 2, found);
        Assert.Equal(found, pairs.SelectMany(p => p).Distinct().Count());
        Assert.Equal(found, pairs.Sum(p => p.Count));
        Assert.Equal([50, found - 50], pairs.Select(p => p.Count));
        Assert.Contains($"Pairs found: {found}, the most alike first.", pages[1].Text, StringComparison.Ordinal);
        Assert.Equal(pairs[0], PairsOn((await WalkAsync(office, pages[1].Address, "prev"))[^1]));

        var (one, other) = pairs[0][^1];
        await App.GivenAsync(async db => await db.AddAsync(new NotTheSame { OneId = one, OtherId = other }, Cancelled));
        Assert.Equal(pairs[1], PairsOn(await office.GetAsync(pages[1].Address)));
        await App.GivenAsync(async db => db.Remove(await db.NotTheSame.SingleAsync(n => n.OneId == one, Cancelled)));
        Assert.Equal(HttpStatusCode.BadRequest, (await office.GetAsync("/office/duplicates?next=here")).Status);
    }

    public async ValueTask InitializeAsync()
    {
        if (await App.ReadAsync(db => db.Partners.AnyAsync(p => p.Code == Code(0), Cancelled)))
            return;
        await App.GivenAsync(db =>
        {
            for (var number = 0; number < Many; number++)
                Make(db, number);
            return Task.CompletedTask;
        });
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>Nobody speaks for the first of three, somebody in part for the second, for the third in all strands; two in turn share a name.</summary>
    private static void Make(SecretariatDb db, int number)
    {
        var partner = new Partner
        {
            Code = Code(number),
            KindCode = "other-private",
            Name = LocalizedText.InEnglish($"{(char)('A' + (number % 7))} {number:X4} {number * 7919:D6}"),
            IsListed = true,
        };
        db.Add(partner);
        var twin = new Person { Name = $"Twin {Word(number / 2)}", Email = $"{Word(number / 2)}@twins.example" };
        db.Add(PartnerFacts.Mandate(partner, twin, new(2024, 1, 1), MandateRole.Press));
        if (number % 3 > 0)
        {
            var person = new Person { Name = $"{Word(number)} {Word(number * 31 % 997)}" };
            var mandate = PartnerFacts.Mandate(partner, person, new(2024, 1, 1));
            if (number % 3 == 1)
                mandate.Strands.Add("prevention");
            db.Add(mandate);
        }

        db.Add(
            new Endorsement
            {
                PartnerId = partner.Id,
                InstrumentCode = Text,
                Status = (number % 3) switch
                {
                    0 => EndorsementStatus.Invited,
                    1 => EndorsementStatus.Endorsed,
                    _ => EndorsementStatus.Withdrawn,
                },
                Mode = EndorsementMode.Meeting,
                From = new(2025, 5, 1),
                Sources = ["https://news.example"],
                Confidence = "confirmed",
            }
        );
    }

    /// <summary>A word of its own for each number, which is like no other.</summary>
    private static string Word(int number)
    {
        string[] parts = ["bak", "dul", "fim", "gor", "hez", "jup", "kiv", "lom", "nys", "rax"];
        return string.Concat($"{number:D3}".Select(digit => parts[digit - '0']));
    }

    private static string Code(int number) => $"paged-{number:D3}";

    private static IEnumerable<string> Codes(Func<int, bool> of) => Enumerable.Range(0, Many).Where(of).Select(Code);

    private Task<int> MissingAsync() =>
        App.ReadAsync(db =>
            db.CurrentPartners.CountAsync(
                p =>
                    p.IsListed
                    && !db.Mandates.Any(m => m.PartnerId == p.Id && m.Role == MandateRole.ContactPoint && m.To == null),
                Cancelled
            )
        );

    private static async Task<List<TestPage>> WalkAsync(TestBrowser browser, string address, string rel)
    {
        var pages = new List<TestPage> { await browser.GetAsync(address) };
        while (pages[^1].Document.QuerySelector($"a[rel={rel}]") is { } link)
            pages.Add(await browser.GetAsync(link.GetAttribute("href")!));
        return pages;
    }

    private static List<string> CodesOn(IEnumerable<TestPage> pages, string links) =>
        [
            .. pages
                .SelectMany(p => p.Document.QuerySelectorAll(links))
                .Select(a => a.GetAttribute("href") ?? "")
                .Where(href => href.StartsWith("/office/partners/", StringComparison.Ordinal))
                .Select(href => href.Split('/')[^1].Split('#')[0]),
        ];

    private static List<(Guid One, Guid Other)> PairsOn(TestPage page) =>
        [
            .. page
                .Document.QuerySelectorAll("a[href^='/office/people/'][href*='/merge/']")
                .Select(a => a.GetAttribute("href")!.Split('/'))
                .Select(parts => (Guid.Parse(parts[3]), Guid.Parse(parts[5]))),
        ];
}
