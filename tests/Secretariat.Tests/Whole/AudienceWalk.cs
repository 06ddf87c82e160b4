using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Secretariat.Tests.Whole;

/// <summary>
/// Reads every address as somebody would who tries everything: each choice of each filter, a search, other days, and the next pages.
/// Of the office's pages on one record each record gets the next choice of them.
/// </summary>
public sealed partial class AudienceWalk(TestBrowser browser, DateOnly today)
{
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);
    private readonly List<Seen> seen = [];
    private readonly Dictionary<string, int> turns = new(StringComparer.Ordinal);

    public required bool TriesFilters { get; init; }

    public async Task<IReadOnlyList<Seen>> OverAsync(IEnumerable<string> addresses)
    {
        var waiting = new Queue<string>(addresses.Where(a => a is not "/sign-out"));
        while (waiting.TryDequeue(out var address))
        {
            if (!asked.Add(address))
                continue;
            using var answer = await browser.OpenAsync(address);
            var bytes = await answer.Content.ReadAsByteArrayAsync();
            Note(address, bytes);
            if (answer.IsSuccessStatusCode && answer.Content.Headers.ContentType?.MediaType is "text/html")
                foreach (var more in await FurtherAsync(address, bytes))
                    waiting.Enqueue(more);
        }

        return seen;
    }

    /// <summary>What stands in a file or on a page, also in the parts of a workbook and in folded lines.</summary>
    public IReadOnlyList<Seen> Note(string address, byte[] bytes)
    {
        var text = Unfolded(bytes.AsSpan().StartsWith("PK"u8) ? Unzipped(bytes) : Encoding.UTF8.GetString(bytes));
        foreach (var match in Word().Matches(text).DistinctBy(m => m.Value))
            seen.Add(new Seen(address, match.Groups[1].Value.ToLowerInvariant(), match.Groups[2].Value.ToLowerInvariant()));
        foreach (var match in Phone().Matches(text).DistinctBy(m => m.Value))
            seen.Add(new Seen(address, "phone", string.Concat(match.Groups[1].Value.Select(c => (char)('a' + (c - '0'))))));
        return seen;
    }

    private static string Unfolded(string text) => text.Replace("\r\n ", "", StringComparison.Ordinal);

    private static string Unzipped(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        return string.Join('\n', zip.Entries.Select(e => new StreamReader(e.Open()).ReadToEnd()));
    }

    private async Task<IEnumerable<string>> FurtherAsync(string address, byte[] bytes)
    {
        var page = await new HtmlParser().ParseDocumentAsync(Encoding.UTF8.GetString(bytes));
        var path = address.Split('?')[0];
        var onwards = page.QuerySelectorAll("a[rel=next]").Select(a => a.GetAttribute("href")!.Split('#')[0]);
        if (address != path || !TriesFilters)
            return onwards;
        var days = new[] { 0, -1, -9, -300 }.Select(days => $"{path}?asOf={today.AddDays(days):yyyy-MM-dd}");
        var forms = page.QuerySelectorAll("form[method=get]").OfType<IHtmlFormElement>();
        var choices = days.Concat(forms.SelectMany(form => form.Elements.OfType<IElement>()).SelectMany(e => Choices(path, e)));
        return [.. onwards, .. ByTurns(path, [.. choices])];
    }

    /// <summary>
    /// In the office all may be seen, and whom a page shows is noted for its address without choices: so of the same page on
    /// many records each choice is tried on some of them.
    /// </summary>
    private IEnumerable<string> ByTurns(string path, IReadOnlyList<string> choices)
    {
        var page = Key().Replace(path, "");
        if (page == path || AudienceRule.Space(path) is not "office")
            return choices;
        var turn = turns[page] = turns.GetValueOrDefault(page) + 1;
        return [choices[turn % choices.Count]];
    }

    private static IEnumerable<string> Choices(string path, IElement field) =>
        (field.GetAttribute("name"), field) switch
        {
            ({ } name, IHtmlSelectElement select) => select.Options.Select(o => $"{path}?{name}={Uri.EscapeDataString(o.Value)}"),
            ({ } name, IHtmlInputElement { Type: "search" or "text" }) => [$"{path}?{name}=zqname", $"{path}?{name}=sample"],
            ({ } name, IHtmlInputElement { Type: "checkbox" } box) => [$"{path}?{name}={box.Value}"],
            _ => [],
        };

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Key();

    [GeneratedRegex("zq(name|mail)([a-j]{4})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Word();

    [GeneratedRegex("3225559([0-9]{4})", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Phone();
}
