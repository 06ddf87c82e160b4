using Microsoft.Playwright;

namespace Secretariat.BrowserTests;

/// <summary>Looks at pages as everybody must be able to use them, and notes what is wrong.</summary>
internal sealed class PageLook
{
    private const string Rules = "['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']";

    /// <summary>The innermost elements that make the page wider than its window; none where it is not.</summary>
    private const string TooWide = """
        () => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('main *')]
          .filter(e => e.getBoundingClientRect().right > innerWidth && ![...e.children].some(c => c.getBoundingClientRect().right > innerWidth))
          .slice(0, 3).map(e => e.outerHTML.slice(0, 160))
        """;

    private readonly string axe;
    private readonly List<string> problems = [];

    private PageLook(string axe) => this.axe = axe;

    public IReadOnlyList<string> Problems => problems;

    /// <summary>How many forms with mistakes were looked at.</summary>
    public int Mistakes { get; private set; }

    public static async Task<PageLook> WithAxeAsync() =>
        new(await File.ReadAllTextAsync(AxeFile(), TestContext.Current.CancellationToken));

    public async Task AtAsync(IPage page, string address)
    {
        await page.SetViewportSizeAsync(1280, 900);
        await page.GotoAsync(address);
        await CheckAsync(page, address);
    }

    /// <summary>Sends each form of the page that has something to fill in, with all of it empty.</summary>
    public async Task AtMistakesAsync(IPage page, string address)
    {
        await page.GotoAsync(address);
        var forms = await page.Locator("main form[method=post]:has(input.ecl-text-input, textarea)")
            .EvaluateAllAsync<string[]>("fs => fs.map(f => f.id)");
        foreach (var form in forms)
        {
            await page.SetViewportSizeAsync(1280, 900);
            await page.GotoAsync(address);
            await page.EvaluateAsync(
                """
                id => {
                  const form = document.getElementById(id);
                  form.noValidate = true;
                  form.querySelectorAll('input.ecl-text-input, textarea').forEach(field => { field.value = ''; });
                  document.documentElement.dataset.before = '1';
                  form.submit();
                }
                """,
                form
            );
            await page.Locator("html:not([data-before])").WaitForAsync(new() { State = WaitForSelectorState.Attached });
            await page.WaitForLoadStateAsync();
            if (await page.Locator(".sec-error-summary").CountAsync() == 0)
                continue;
            Mistakes++;
            await CheckAsync(page, $"{address} with an empty {form}");
        }
    }

    /// <summary>The page as it came after something was sent.</summary>
    public async Task AtShownAsync(IPage page, string what)
    {
        await page.SetViewportSizeAsync(1280, 900);
        await CheckAsync(page, what);
    }

    private async Task CheckAsync(IPage page, string what)
    {
        await page.EvaluateAsync(axe);
        var violations = await page.EvaluateAsync<string[]>(
            $"async () => (await axe.run(document, {{ runOnly: {Rules} }}))"
                + ".violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).slice(0, 3).join(' | '))"
        );
        problems.AddRange(violations.Select(v => $"{what}: {v}"));
        if (await page.Locator("h1").CountAsync() != 1)
            problems.Add($"{what}: not exactly one h1");
        if (string.IsNullOrWhiteSpace(await page.TitleAsync()))
            problems.Add($"{what}: no title");
        await page.SetViewportSizeAsync(320, 800);
        var wide = await page.EvaluateAsync<string[]>(TooWide);
        if (wide.Length > 0)
            problems.Add($"{what}: wider than a screen of 320 px: {string.Join(" | ", wide)}");
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
}
