using System.Text;
using Secretariat.Tests.Platform;
using Secretariat.Tests.Whole;

namespace Secretariat.Tests.Design;

/// <summary>Pages on paper, printed with the style sheets that they name.</summary>
public sealed class PrintTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly string Root = Path.Combine(TextKeys.Root, "src", "Secretariat", "wwwroot");

    [Fact]
    public async Task A_long_table_begins_on_the_first_page_and_what_can_only_be_clicked_is_left_out()
    {
        Programs.SkipWithout("pdftotext");
        using var folder = new TemporaryFolder();
        var rows = Enumerable
            .Range(1, 90)
            .Select(n => $"<tr class='ecl-table__row'><td class='ecl-table__cell'>Row {n}</td></tr>");
        var page = $"""
            <!DOCTYPE html><html lang="en"><title>t</title><style>{Styles()}</style><body class="sec-space-office">
            <main class="sec-content"><h1>Partners</h1>
            <form method="get" class="sec-filter"><label>Narrow it down</label></form>
            <button class="ecl-button">Press here</button>
            <table class="ecl-table ecl-table--simple sec-table"><tbody class="ecl-table__body">{string.Concat(
                rows
            )}</tbody></table>
            </main></body></html>
            """;

        var pdf = folder.Keep("page.pdf", await chromium.PrintAsync(page));

        var pages = (await Programs.RunAsync("pdftotext", pdf, "-")).TrimEnd('\f', '\n').Split('\f');
        Assert.True(pages.Length > 1);
        Assert.Contains("Row 1\n", pages[0], StringComparison.Ordinal);
        Assert.DoesNotContain("Narrow it down", pages[0], StringComparison.Ordinal);
        Assert.DoesNotContain("Press here", pages[0], StringComparison.Ordinal);
    }

    private static string Styles()
    {
        var ecl = Path.Combine(Root, "ecl", "5.3.1", "styles");
        Assert.SkipUnless(Directory.Exists(ecl), "The Europa Component Library is not here: run bin/ecl.");
        string[] sheets =
        [
            Path.Combine(ecl, "ecl-reset.css"),
            Path.Combine(ecl, "ecl-ec-print.css"),
            Path.Combine(Root, "secretariat.css"),
        ];
        return sheets.Aggregate(new StringBuilder(), (all, sheet) => all.Append(File.ReadAllText(sheet))).ToString();
    }
}
