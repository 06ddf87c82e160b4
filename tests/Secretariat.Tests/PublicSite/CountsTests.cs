using System.Globalization;
using System.Text.Json;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Nominations;
using Secretariat.Modules.PublicSite.Counts;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;
using Secretariat.Tests.Letters;

namespace Secretariat.Tests.PublicSite;

public sealed class CountsTests(TestApp app) : AppTest(app)
{
    public static TheoryData<string> Days() =>
        [
            "2023-06-01",
            "2023-11-27",
            "2023-11-28",
            "2024-02-29",
            "2024-04-29",
            "2024-04-30",
            "2024-12-31",
            "2025-09-08",
            "2025-09-09",
            "2025-12-09",
            "2025-12-10",
            "2026-06-30",
        ];

    [Theory, MemberData(nameof(Days))]
    public async Task Counts_are_what_a_count_by_hand_over_the_data_gives(string day)
    {
        var counts = await At(day);

        Assert.Equal(ByHand(day, (kind, _) => kind != "announced"), ByKind(counts.Of<PartnersListed>()));
        foreach (var conference in counts.Counts.Where(c => c.Count is ConferenceParticipants))
        {
            var year = conference.Count.Title(new Catalogue().For("en"))[^4..];
            Assert.Equal(ByHand(day, (kind, of) => kind == "took-part" && of == $"conference-{year}"), ByKind(conference));
        }

        Assert.All(counts.Counts.Where(c => c.Count is Endorsements), c => Assert.Equal(0, c.Total));
    }

    [Fact]
    public async Task A_count_beside_its_quotation_says_what_the_sources_lack()
    {
        var conference = Section(
            await App.Anybody().GetAsync("/en?asOf=2024-02-29"),
            "Participants in the conference of 28 November 2023"
        );
        Assert.Contains(
            "28 27 · EU Member States 0 · Partner countries Quoted: 35; the sources name none of them.",
            conference,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "“all 27 EU Member States, 35 partner countries, the European Parliament, seven EU Agencies and five international organisations” 28 November 2023",
            conference,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Source: Letter of the Commissioner for Home Affairs to interior ministers, February 2024",
            conference,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "57 28 November 2023 · Countries represented at a conference Source: deutschlandfunk.de",
            conference,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Endorsements_are_none_because_no_source_names_one()
    {
        var page = await App.Anybody().GetAsync("/fr?asOf=2025-12-10");
        var call = Section(
            page,
            "Approbations : Appel à l’action en faveur d’une Alliance mondiale contre le trafic de migrants"
        );
        Assert.Contains(
            "0 Aucune source lue à ce jour ne nomme de partenaire ayant approuvé ce texte.",
            call,
            StringComparison.Ordinal
        );
        var declaration = Section(
            page,
            "Approbations : Déclaration commune sur l’Alliance mondiale contre le trafic de migrants"
        );
        Assert.Contains("more than 50", declaration, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2023-11-27", 0)]
    [InlineData("2023-11-28", 2)]
    [InlineData("2024-02-29", 3)]
    [InlineData("2024-04-30", 4)]
    [InlineData("2025-12-10", 7)]
    public async Task A_citation_stands_from_its_day_on_once(string day, int quoted)
    {
        var page = await App.Anybody().GetAsync($"/en?asOf={day}");
        var quotes = page.Document.QuerySelectorAll("figure.sec-quote");
        Assert.Equal(quoted, quotes.Length);
        Assert.All(quotes, q => Assert.Contains("Source", q.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wrong_day_leads_to_the_record_as_of_today_in_words_that_say_so()
    {
        var page = await App.Anybody().GetAsync("/en/partners?asOf=2024-02-30");

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, page.Status);
        page = await page.FollowAsync("Show the record as of today");
        Assert.Equal((System.Net.HttpStatusCode.OK, "/en/partners"), (page.Status, page.Address));
    }

    [Fact]
    public async Task Interest_counts_listed_partners_from_the_day_on_which_they_said_so()
    {
        await App.GivenAsync(async db =>
        {
            var message = new Message
            {
                Channel = Channel.Mail,
                ReceivedAt = new(2024, 3, 20, 9, 0, 0, TimeSpan.Zero),
                RawSha256 = null,
                Size = 1,
            };
            db.Add(message);
            foreach (var code in new[] { "ms-it", "ms-mt", "pc-al" })
            {
                var partner = await db.Partners.SingleAsync(p => p.Code == code, Cancelled);
                db.Add(
                    new Interest
                    {
                        PartnerId = partner.Id,
                        StrandCode = "response",
                        Stance = Stance.Interested,
                        MessageId = message.Id,
                        From = new(2024, 3, 20),
                    }
                );
            }
        });

        Assert.Equal(0, (await At("2024-03-19")).Of<InterestByStrand>().Total);
        var since = (await At("2024-03-20")).Of<InterestByStrand>();
        Assert.Equal([("response", 2)], since.Lines.Where(l => l.Number > 0).Select(l => (l.Code, l.Number)));
        var page = await App.Anybody().GetAsync("/en/strands/response?asOf=2024-03-20");
        Assert.Contains("Partners interested in this strand: 2.", page.Text, StringComparison.Ordinal);
    }

    private Task<CountsAsOf> At(string day) =>
        App.ReadAsync(db => CountsAsOf.ReadAsync(db, AsOf.Parse(day, CultureInfo.InvariantCulture), Cancelled));

    private static Dictionary<string, int> ByKind(CountBesideQuotes count) =>
        count.Lines.Where(l => l.Number > 0).ToDictionary(l => l.Code, l => l.Number);

    /// <summary>Reads the files and nothing else.</summary>
    private static Dictionary<string, int> ByHand(string day, Func<string, string?, bool> counts)
    {
        var own = Records("events.json")
            .Where(e => e.GetProperty("ownership").GetString() == "own")
            .Select(e => e.GetProperty("code").GetString())
            .ToHashSet();
        return Records("partners.json")
            .Where(p => p.GetProperty("listed").GetBoolean())
            .Where(p =>
                p.GetProperty("relations")
                    .EnumerateArray()
                    .Any(r =>
                    {
                        var kind = r.GetProperty("kind").GetString()!;
                        var of = r.GetProperty("of").GetString();
                        var isByThen = string.CompareOrdinal(r.GetProperty("date").GetString(), day) <= 0;
                        return counts(kind, of) && (kind == "member" || (isByThen && own.Contains(of)));
                    })
            )
            .GroupBy(p => p.GetProperty("kind").GetString()!)
            .ToDictionary(g => g.Key, g => g.Count());
    }

    private static IEnumerable<JsonElement> Records(string file) =>
        JsonDocument.Parse(ProjectFiles.Read($"data/global-alliance/{file}")).RootElement.GetProperty("records").EnumerateArray();

    private static string Section(TestPage page, string title) =>
        TestPage.Squeeze(
            page.Document.QuerySelectorAll("section")
                .Single(s => TestPage.Squeeze(s.QuerySelector("h3")!.TextContent) == title)
                .TextContent
        );
}
