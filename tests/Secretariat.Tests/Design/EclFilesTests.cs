using System.Text.RegularExpressions;
using Secretariat.Tests.Whole;

namespace Secretariat.Tests.Design;

/// <summary>What <c>bin/ecl</c> fetched is all that the pages need.</summary>
public sealed class EclFilesTests
{
    private static readonly string Source = Path.Combine(TextKeys.Root, "src", "Secretariat");
    private static readonly string Folder = Path.Combine(Source, "wwwroot", "ecl", "5.3.1");

    [Fact]
    public void No_style_sheet_asks_another_server()
    {
        SkipWhenNotFetched();
        var sheets = Directory.GetFiles(Path.Combine(Folder, "styles"), "*.css");
        Assert.Equal(4, sheets.Length);
        Assert.All(sheets, sheet => Assert.DoesNotContain("url(http", File.ReadAllText(sheet), StringComparison.Ordinal));
    }

    [Fact]
    public void Every_icon_that_is_shown_is_in_the_sprite()
    {
        SkipWhenNotFetched();
        var sprite = File.ReadAllText(Path.Combine(Folder, "icons.svg"));
        var icons = IconsShown().ToHashSet(StringComparer.Ordinal);
        Assert.Contains("corner-arrow", icons);
        Assert.All(icons, icon => Assert.Contains($"id=\"{icon}\"", sprite, StringComparison.Ordinal));
    }

    private static IEnumerable<string> IconsShown()
    {
        var named = new Regex(
            "(<ecl-icon name=|<ecl-(button|link)\\s[^>]*\\sicon=|Ecl\\.Icon\\(\\s*)\"(?<icon>[a-z-]+)\"",
            RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
        );
        return from file in Directory.EnumerateFiles(Source, "*.cs*", SearchOption.AllDirectories)
            from match in named.Matches(File.ReadAllText(file))
            select match.Groups["icon"].Value;
    }

    private static void SkipWhenNotFetched() =>
        Assert.SkipUnless(Directory.Exists(Folder), "The Europa Component Library is not here: run bin/ecl.");
}
