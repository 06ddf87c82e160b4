using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Nominations;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Tests.Register;

/// <summary>Lists of partners in pages, in the same order on both databases.</summary>
public sealed class PartnerListTests(TestApp app) : AppTest(app), IAsyncLifetime
{
    private const int Many = 120;

    private static readonly string[] Beginnings =
    [
        "Zürich",
        "zurich",
        "Élan",
        "elan",
        "Łódź",
        "ßeta",
        "Ñandú",
        "nandu b",
        "Œuvre",
        "O’Hara",
        "o hara",
        "Ångström",
        "Σίσυφος",
        "Київ",
        "北京",
        "القاهرة",
        "a-b",
        "a b",
        "ab",
        "A",
        "Côte",
        "Cote d",
        "İzmir",
        "𝒜lpha",
        "~tilde",
        "_low",
        "9 to 5",
        "Niger",
        "Nigeria",
    ];

    [Theory]
    [InlineData("en", "")]
    [InlineData("fr", "")]
    [InlineData("fr", "&kind=partner-country")]
    [InlineData("en", "&q=nigeria")]
    public async Task Every_partner_stands_once_on_the_pages_in_protocol_order_whichever_way_they_are_turned(
        string language,
        string filter
    )
    {
        var office = await App.AsAsync(Role.Reader);
        var expected = await ExpectedAsync(language, filter);

        var (onwards, last) = await WalkAsync(office, $"/office/partners?lang={language}{filter}", "next");
        Assert.Equal(expected, onwards.SelectMany(page => page));
        Assert.All(onwards.SkipLast(1), page => Assert.Equal(50, page.Count));
        var (back, first) = await WalkAsync(office, last.Address, "prev");

        Assert.Equal(expected, back.AsEnumerable().Reverse().SelectMany(page => page));
        var heading = language == "fr" ? "Partenaires : {0}" : "Partners: {0}";
        Assert.Contains(
            string.Format(CultureInfo.InvariantCulture, heading, expected.Count),
            first.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_partner_moves_in_the_list_with_its_name_and_with_its_kind()
    {
        var office = await App.AsAsync(Role.Officer);
        await App.GivenAsync(async db =>
            (await db.Partners.SingleAsync(p => p.Code == "made-0000", Cancelled)).Name = LocalizedText.InEnglish("0 renamed")
        );
        var list = await office.GetAsync("/office/partners?kind=partner-country");
        Assert.Equal("made-0000", CodesOn(list)[0]);
        Assert.Equal(["made-0000"], CodesOn(await office.GetAsync("/office/partners?q=RENÁMED")));
        Assert.Equal(["made-0001"], CodesOn(await office.GetAsync("/office/partners?q=zürich+0")));

        var page = await office.GetAsync("/office/partners/made-0000/edit");
        await page.Form("kind").With("Kind", "eu-agency").With("From", "2024-02-01").With("Why", "A test").SubmitAsync();
        Assert.Equal("made-0000", CodesOn(await office.GetAsync("/office/partners?kind=eu-agency"))[0]);
        Assert.NotEqual("made-0000", CodesOn(await office.GetAsync("/office/partners?kind=partner-country"))[0]);
    }

    [Fact]
    public async Task Partners_without_a_place_get_one()
    {
        var office = await App.AsAsync(Role.Reader);
        var whole = CodesOn(await office.GetAsync("/office/partners"));
        await App.ReadAsync(db => db.PartnerPlaces.Where(p => p.Language == "en").ExecuteDeleteAsync(Cancelled));
        Assert.Empty(CodesOn(await office.GetAsync("/office/partners")));

        Assert.NotEqual(0, await App.WorkAsync<PlacePartners>());

        Assert.Equal(whole, CodesOn(await office.GetAsync("/office/partners")));
        Assert.Equal(0, await App.WorkAsync<PlacePartners>());
    }

    [Fact]
    public async Task Contacts_and_interests_go_over_pages_too_with_their_counts_and_are_taken_out_whole()
    {
        var office = await App.AsAsync(Role.Officer);
        var (contacts, _) = await WalkAsync(office, "/office/contacts?role=Press&strand=prevention&asOf=2024-05-01", "next");
        Assert.Equal(3, contacts.Count);
        Assert.Equal(await MadeInOrderAsync(), contacts.SelectMany(page => page));
        var first = await office.GetAsync("/office/contacts?role=Press&strand=prevention&asOf=2024-05-01");
        Assert.Contains("Contacts: 120", first.Text, StringComparison.Ordinal);
        var response = await office.GetAsync("/office/contacts?role=Press&strand=response&asOf=2024-05-01");
        Assert.Contains("Contacts: 60", response.Text, StringComparison.Ordinal);
        var file = await first.Form("export").With("Form", "csv").With("Out.Recipient", "The office").DownloadAsync();
        Assert.Equal(121, System.Text.Encoding.UTF8.GetString(file).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);

        var (interests, last) = await WalkAsync(office, "/office/interests?asOf=2024-05-01", "next");
        Assert.Equal(await MadeInOrderAsync(), interests.SelectMany(page => page));
        Assert.Equal("120", last.Document.QuerySelectorAll("tbody tr:last-child td")[0].TextContent.Trim());
    }

    [Theory]
    [InlineData("/office/partners?next=soon")]
    [InlineData("/office/interests?previous=soon")]
    [InlineData("/office/contacts?next=soon")]
    public async Task A_place_that_is_none_is_refused(string address) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await (await App.AsAsync(Role.Reader)).GetAsync(address)).Status);

    public async ValueTask InitializeAsync()
    {
        if (await App.ReadAsync(db => db.Partners.AnyAsync(p => p.Code == "made-0000", Cancelled)))
            return;
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
            for (var number = 0; number < Many; number++)
                Make(db, number, message.Id);
            await Task.CompletedTask;
        });
    }

    /// <summary>A partner with a press contact and an interest.</summary>
    private static void Make(SecretariatDb db, int number, Guid messageId)
    {
        string[] kinds = ["partner-country", "eu-agency", "eu-member-state"];
        var partner = new Partner
        {
            Code = $"made-{number:D4}",
            KindCode = kinds[number % 3],
            Name = LocalizedText.InEnglish($"{Beginnings[number % Beginnings.Length]} {number / Beginnings.Length}"),
        };
        if (number % 2 == 0)
            partner.Name = partner.Name.With("fr", $"{Beginnings[^(1 + number % Beginnings.Length)]} {number}");
        db.Add(partner);
        var person = new Person { Name = $"Press {number}" };
        db.Add(
            new Mandate
            {
                PartnerId = partner.Id,
                PersonId = person.Id,
                Person = person,
                Role = MandateRole.Press,
                Function = "Spokesperson",
                Strands = number % 2 == 0 ? [] : ["prevention"],
                From = new DateOnly(2024, 1, 10),
            }
        );
        db.Add(
            new Interest
            {
                PartnerId = partner.Id,
                StrandCode = "prevention",
                Stance = Stance.Interested,
                MessageId = messageId,
                From = new DateOnly(2024, 3, 20),
            }
        );
    }

    /// <summary>By the rule, told over all partners at once.</summary>
    private async Task<List<string>> ExpectedAsync(string language, string filter)
    {
        var partners = await App.ReadAsync(db =>
            db.Partners.LinesAsync(db, language, AsOf.Today(TimeProvider.System), Cancelled)
        );
        return
        [
            .. partners
                .Where(p => !filter.StartsWith("&kind=", StringComparison.Ordinal) || p.KindCode == filter["&kind=".Length..])
                .Where(p =>
                    !filter.StartsWith("&q=", StringComparison.Ordinal)
                    || p.Name.Languages.Any(l =>
                        p.Name.In(l).StartsWith(filter["&q=".Length..], StringComparison.OrdinalIgnoreCase)
                    )
                )
                .Select(p => p.Code),
        ];
    }

    private async Task<List<string>> MadeInOrderAsync() =>
        [.. (await ExpectedAsync("en", "")).Where(code => code.StartsWith("made-", StringComparison.Ordinal))];

    /// <summary>Follows the links of a direction until there is none.</summary>
    private static async Task<(List<List<string>> Pages, TestPage Last)> WalkAsync(
        TestBrowser browser,
        string address,
        string rel
    )
    {
        var page = await browser.GetAsync(address);
        List<List<string>> pages = [CodesOn(page)];
        while (page.Document.QuerySelector($"a[rel={rel}]") is { } link)
        {
            page = await browser.GetAsync(link.GetAttribute("href")!);
            pages.Add(CodesOn(page));
        }

        return (pages, page);
    }

    private static List<string> CodesOn(TestPage page) =>
        [.. page.Document.QuerySelectorAll("tbody th a").Select(a => a.GetAttribute("href")!.Split('/')[^1])];

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
