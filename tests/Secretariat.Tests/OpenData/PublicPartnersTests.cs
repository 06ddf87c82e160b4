using System.Text.Json;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;

namespace Secretariat.Tests.OpenData;

/// <summary>The public list for programs says what the page says, and no more.</summary>
public sealed class PublicPartnersTests(TestApp app) : AppTest(app)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Theory]
    [InlineData("2024-04-30", 35)]
    [InlineData("2025-12-10", 37)]
    public async Task The_file_has_the_partners_of_the_page_in_its_order(string day, int count)
    {
        var page = await App.Anybody().GetAsync($"/en/partners?asOf={day}");
        var file = await JsonAsync($"/data/partners.json?asOf={day}");

        Assert.Equal(day, file.RootElement.GetProperty("asOf").GetString());
        var names = file
            .RootElement.GetProperty("partners")
            .EnumerateArray()
            .Select(p => p.GetProperty("name en").GetString()!)
            .ToList();
        Assert.Equal(count, names.Count);
        var shown = page.Document.QuerySelectorAll("tbody th").Select(th => th.TextContent.Trim()).ToList();
        Assert.All(names.Zip(shown), pair => Assert.StartsWith(pair.First, pair.Second, StringComparison.Ordinal));
        Assert.Equal(shown.Count, names.Count);
    }

    [Fact]
    public async Task Only_who_agreed_is_named_in_the_file_while_the_mandate_holds_and_nobody_in_the_feed()
    {
        await App.GivenAsync(async db =>
        {
            await HoldsAsync(db, "ms-ee", "Zqnamed Sample", "Head of Unit", new DateOnly(2024, 3, 1), agreed: true);
            await HoldsAsync(db, "ms-lv", "Zqsilent Sample", "Adviser", new DateOnly(2024, 3, 2), agreed: false);
        });

        foreach (var form in new[] { "csv", "json" })
        {
            var (before, since) = (
                await TextAsync($"/data/partners.{form}?asOf=2024-02-29"),
                await TextAsync($"/data/partners.{form}?asOf=2024-03-02")
            );
            Assert.DoesNotContain("Zqnamed", before, StringComparison.Ordinal);
            Assert.Contains("Zqnamed Sample", since, StringComparison.Ordinal);
            Assert.Contains("Adviser", since, StringComparison.Ordinal);
            Assert.DoesNotContain("Zqsilent", since, StringComparison.Ordinal);
            Assert.DoesNotContain("@", since, StringComparison.Ordinal);
        }

        Assert.Equal(
            [
                "Latvia: contact point confirmed: Adviser, since 2 March 2024",
                "Estonia: contact point confirmed: Head of Unit, since 1 March 2024",
            ],
            (await TitlesAsync("/feed.atom?lang=en&asOf=2024-03-02")).Take(2)
        );
        Assert.Equal(
            "Lettonie: point de contact confirmé : Adviser, depuis le 2 mars 2024",
            (await TitlesAsync("/feed.atom?lang=fr&asOf=2024-03-02"))[0]
        );
        Assert.DoesNotContain("Sample", await TextAsync("/feed.atom?asOf=2024-03-02"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_of_the_feed_keeps_its_id_and_day()
    {
        var (one, other) = (await FeedAsync("/feed.atom?asOf=2025-12-10"), await FeedAsync("/feed.atom?asOf=2026-01-31"));

        var pakistan = Assert.Single(
            one.Elements(Atom + "entry"),
            e => Title(e).StartsWith("Pakistan", StringComparison.Ordinal)
        );
        Assert.Contains(
            other.Elements(Atom + "entry"),
            e => e.Element(Atom + "id")!.Value == pakistan.Element(Atom + "id")!.Value
        );
        Assert.Equal("2025-12-09T23:00:00Z", pakistan.Element(Atom + "updated")!.Value);
        Assert.Equal("2025-12-09T23:00:00Z", one.Element(Atom + "updated")!.Value);
        Assert.EndsWith(
            "/en/partners#partner-country",
            pakistan.Element(Atom + "link")!.Attribute("href")!.Value,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("/data/partners.csv?asOf=yesterday")]
    [InlineData("/feed.atom?asOf=2999-01-01")]
    public async Task A_day_that_is_none_is_refused_in_words(string address)
    {
        using var answer = await App.Anybody().OpenAsync(address);

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Contains("written like 2024-02-29", await answer.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
    }

    private static async Task HoldsAsync(
        SecretariatDb db,
        string partner,
        string name,
        string function,
        DateOnly from,
        bool agreed
    )
    {
        var person = new Person
        {
            Name = name,
            NamedInPublicSince = agreed ? from : null,
            Email = "somebody@ministry.example",
        };
        db.Add(person);
        db.Mandates.Add(
            new Mandate
            {
                PartnerId = (await db.Partners.SingleAsync(p => p.Code == partner, Cancelled)).Id,
                PersonId = person.Id,
                Role = MandateRole.ContactPoint,
                Function = function,
                From = from,
            }
        );
    }

    private static string Title(XElement entry) => entry.Element(Atom + "title")!.Value;

    private async Task<List<string>> TitlesAsync(string address) =>
        [.. (await FeedAsync(address)).Elements(Atom + "entry").Select(Title)];

    private async Task<XElement> FeedAsync(string address) => XDocument.Parse(await TextAsync(address)).Root!;

    private async Task<JsonDocument> JsonAsync(string address) => JsonDocument.Parse(await TextAsync(address));

    private async Task<string> TextAsync(string address)
    {
        using var answer = await App.Anybody().OpenAsync(address);
        Assert.Equal(200, (int)answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Cancelled);
    }
}
