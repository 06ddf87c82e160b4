using System.Text;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;

namespace Secretariat.Tests.Register;

/// <summary>In which charset a list is read, and that somebody who knows better chooses another.</summary>
public sealed class ImportEncodingTests(TestApp app) : ImportTest(app)
{
    private const string Unsure = "The file does not say how its characters are written";

    [Fact]
    public async Task An_arabic_list_is_read_and_its_charset_is_named()
    {
        var page = await GiveAsync(
            "contacts",
            "arabic.csv",
            In("windows-1256", "Name,Country,Role", "محمد بن عبد الله,Spain,Expert", "فاطمة الزهراء,Spain,Expert")
        );

        Assert.Equal("windows-1256 (Arabic letters)", ReadAsOn(page));
        Assert.DoesNotContain(Unsure, page.Text, StringComparison.Ordinal);
        await page.Form("import").With("Why", "List of the presidency").SubmitAsync("Import");
        Assert.Single(await MandatesAsync("فاطمة الزهراء"));
    }

    [Fact]
    public async Task A_guess_that_is_unsure_says_so_and_another_charset_is_chosen()
    {
        var office = await App.AsAsync(Role.Officer);
        var page = await GiveAsync(
            "contacts",
            "unsure.csv",
            In("windows-1250", "Name,Country,Role", "Lefčvre Sample,Czechia,Expert"),
            office
        );
        Assert.Equal("windows-1252 (Western European letters)", ReadAsOn(page));
        Assert.Contains(Unsure, page.Text, StringComparison.Ordinal);

        page = await page.Form("encoding").With("Encoding", "windows-1250").GoAsync();
        Assert.Equal("windows-1250 (Central European letters)", ReadAsOn(page));
        Assert.DoesNotContain(Unsure, page.Text, StringComparison.Ordinal);
        page = await page.Form("import").With("Why", "List of the presidency").SubmitAsync("Import");

        Assert.Contains("unsure.csv is imported.", page.Text, StringComparison.Ordinal);
        Assert.Contains("List of the presidency (unsure.csv, windows-1250)", page.Text, StringComparison.Ordinal);
        var entered = Assert.Single(await MandatesAsync("Lefčvre Sample"));
        await office.DownloadAsync(page.Document.QuerySelector("main a[href*='handler=File']")!.GetAttribute("href")!);
        var taken = await App.ReadAsync(db => db.Disclosures.SingleAsync(d => d.What == "unsure.csv", Cancelled));
        Assert.Equal([entered.PersonId], taken.PersonIds);
    }

    [Fact]
    public async Task A_charset_that_is_not_known_is_none()
    {
        var page = await GiveAsync("contacts", "utf.csv", Lines("Name,Country,Role", "Zoë Sample,Malta,Expert"));
        Assert.Equal("utf-8", ReadAsOn(page));

        page = await (await App.AsAsync(Role.Officer)).GetAsync($"{page.Address}?Encoding=nothing");
        Assert.Equal("utf-8", ReadAsOn(page));
    }

    private static byte[] In(string encoding, params string[] lines) =>
        CodePagesEncodingProvider.Instance.GetEncoding(encoding)!.GetBytes(string.Join("\r\n", lines) + "\r\n");

    private static string ReadAsOn(TestPage page) =>
        page
            .Document.QuerySelectorAll("main dt")
            .Single(d => d.TextContent.Trim() == "Characters are read as")
            .NextElementSibling!.TextContent.Trim();
}
