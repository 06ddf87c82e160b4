using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Secretariat.Modules.Identity;

namespace Secretariat.BrowserTests;

/// <summary>axe on every page that can be reached, in both languages, and no page wider than a phone.</summary>
public sealed partial class AccessibilityTests
{
    private const int MostPages = 150;

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task Axe_finds_nothing_on_any_page(string language)
    {
        await using var app = await BrowserApp.StartAsync(postgres: false, _ => [], "--Jobs:Run=false", "demonstration");
        var axe = await File.ReadAllTextAsync(AxeFile(), TestContext.Current.CancellationToken);
        var problems = new List<string>();
        var visited = 0;
        foreach (var (start, email, role, partner) in Walks(language))
        {
            var page = await app.OpenAsync();
            if (email is not null)
            {
                await page.GotoAsync(await app.LinkAsync(email, role, partner));
                await page.Locator("#sign-in button").ClickAsync();
            }

            foreach (var address in await CrawlAsync(page, app.BaseUrl + start, language))
            {
                visited++;
                problems.AddRange(await ProblemsAsync(page, address, axe));
            }
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
        Assert.InRange(visited, 35, MostPages * 3);
    }

    private static IEnumerable<(string Start, string? Email, Role Role, string? Partner)> Walks(string language) =>
        [
            ($"/{language}", null, Role.Reader, null),
            ($"/office?lang={language}", "walker@secretariat.example", Role.Administrator, null),
            ($"/desk?lang={language}", "walker@interior-ee.example", Role.PartnerContact, "ms-ee"),
        ];

    /// <summary>One address of each kind: ids, codes and references count as the same kind.</summary>
    private static async Task<IReadOnlyList<string>> CrawlAsync(IPage page, string start, string language)
    {
        var kinds = new HashSet<string>();
        var (queue, found) = (new Queue<string>([start]), new List<string>());
        while (queue.TryDequeue(out var address) && found.Count < MostPages)
        {
            if (!kinds.Add(KindOf(address)))
                continue;
            var response = await page.GotoAsync(InLanguage(address, language));
            if (response!.Headers.GetValueOrDefault("content-type")?.StartsWith("text/html", StringComparison.Ordinal) != true)
                continue;
            Assert.True(response.Ok, $"{address} answers {response.Status}");
            found.Add(InLanguage(address, language));
            var links = await page.Locator("a[href]").EvaluateAllAsync<string[]>("as => as.map(a => a.href)");
            foreach (var link in links.Where(l => IsOurs(l, start)))
                queue.Enqueue(link.Split('#')[0]);
        }

        return found;
    }

    private static bool IsOurs(string link, string start)
    {
        var (uri, from) = (new Uri(link), new Uri(start));
        return uri.Authority == from.Authority
            && !FilePattern().IsMatch(uri.AbsolutePath)
            && (uri.AbsolutePath + "/").StartsWith("/" + from.AbsolutePath.Split('/')[1] + "/", StringComparison.Ordinal);
    }

    private static string InLanguage(string address, string language)
    {
        var uri = new Uri(address);
        if (
            uri.AbsolutePath.StartsWith($"/{language}", StringComparison.Ordinal)
            || uri.Query.Contains("lang=", StringComparison.Ordinal)
        )
            return address;
        return address + (uri.Query.Length > 0 ? "&" : "?") + $"lang={language}";
    }

    private static string KindOf(string address) => IdPattern().Replace(new Uri(address).AbsolutePath, "/*");

    private static async Task<IEnumerable<string>> ProblemsAsync(IPage page, string address, string axe)
    {
        await page.SetViewportSizeAsync(1280, 900);
        await page.GotoAsync(address);
        await page.EvaluateAsync(axe);
        var violations = await page.EvaluateAsync<string[]>(
            "async () => (await axe.run(document, { runOnly: ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice'] }))"
                + ".violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).slice(0, 3).join(' | '))"
        );
        var problems = violations.Select(v => $"{address} {v}").ToList();
        if (await page.Locator("h1").CountAsync() != 1)
            problems.Add($"{address} has not exactly one h1");
        await page.SetViewportSizeAsync(320, 800);
        var width = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
        if (width > 320)
            problems.Add($"{address} is {width} px wide on a screen of 320 px");
        return problems;
    }

    private static string AxeFile()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "artifacts", "axe", "axe.min.js");
            if (File.Exists(file))
                return file;
        }

        Assert.Skip("axe-core is not there: bin/setup-tests fetches it from npm.");
        return "";
    }

    [GeneratedRegex(
        "/([0-9a-f-]{36}|[a-z]{2}-[a-z-]+|\\d{4}-\\d{4}-cod|prevention|response|alternatives)(?=/|$)",
        RegexOptions.None,
        1000
    )]
    private static partial Regex IdPattern();

    [GeneratedRegex(
        "(\\.(pdf|docx|eml|csv|json|xml|txt)|/(raw|html|pdf|docx)|/sign-out|/attachments/\\d+)$",
        RegexOptions.None,
        1000
    )]
    private static partial Regex FilePattern();
}
