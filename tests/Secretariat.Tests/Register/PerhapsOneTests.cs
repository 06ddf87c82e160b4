using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Localization;

namespace Secretariat.Tests.Register;

/// <summary>Entries of one name that may be two are shown apart, and whoever sees that two are one can compare any.</summary>
public sealed class PerhapsOneTests(TestApp app) : AppTest(app)
{
    [Fact]
    public async Task Partners_that_are_called_the_same_but_for_their_form_are_perhaps_one()
    {
        await GivenPartnersAsync(("tattle-inc", "Tattle Inc."), ("tattle-sa", "Tattle SA"), ("prattle", "Prattle SA"));
        var page = await (await App.AsAsync(Role.Officer)).GetAsync("/office/duplicates");

        var pair = Assert.Single(
            PairsUnder(page, "Perhaps the same partner"),
            row => row.Contains("attle", StringComparison.Ordinal)
        );
        Assert.Contains("Tattle Inc. (tattle-inc)", pair, StringComparison.Ordinal);
        Assert.Contains("Tattle SA (tattle-sa)", pair, StringComparison.Ordinal);
        Assert.Contains("65", pair, StringComparison.Ordinal);
        Assert.DoesNotContain(
            PairsUnder(page, "Entries that may be one partner"),
            row => row.Contains("Tattle", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task People_of_one_name_at_two_partners_are_perhaps_one_and_their_partners_stand_by_name()
    {
        await GivenPersonAsync("ms-ie", "Ruarc Samplan", "r.samplan@interior-ie.example");
        await GivenPersonAsync("ms-mt", "SAMPLAN Ruarc", "ruarc.samplan@agency-mt.example");
        var page = await (await App.AsAsync(Role.Officer)).GetAsync("/office/duplicates");

        var pair = Assert.Single(
            PairsUnder(page, "Perhaps the same person"),
            r => r.Contains("Samplan", StringComparison.Ordinal)
        );
        Assert.Contains("Ruarc Samplan, Head of Unit (Ireland)", pair, StringComparison.Ordinal);
        Assert.Contains("They speak for different partners: “Ireland” and “Malta”.", pair, StringComparison.Ordinal);
        Assert.DoesNotContain("ms-ie", pair, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Likely_pairs_stand_above_and_not_among_those_that_are_perhaps_one()
    {
        await GivenPersonAsync("ms-se", "Sven Likely", "sven.likely@interior-se.example");
        await GivenPersonAsync("ms-se", "Sven LIKELY", "sven.likely@interior-se.example");
        var page = await (await App.AsAsync(Role.Officer)).GetAsync("/office/duplicates");

        Assert.Contains(
            PairsUnder(page, "Entries that may be one person"),
            r => r.Contains("Sven Likely", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(
            PairsUnder(page, "Perhaps the same person"),
            r => r.Contains("Sven Likely", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Whoever_sees_that_two_partners_are_one_compares_them()
    {
        await GivenPartnersAsync(("ferry-one", "Ferry Sample"), ("ferry-two", "Lines of the Harbour"));
        var page = await (await App.AsAsync(Role.Officer)).GetAsync("/office/partners/ferry-one");
        page = await page.FollowAsync("Compare with another entry");
        page = await page.Form("compare").With("q", "harbour").GoAsync();
        page = await page.FollowAsync("Lines of the Harbour");

        Assert.Equal("/office/partners/ferry-one/merge/ferry-two", page.Address);
        page = await page.Form("merge").With("Why", "Same register number").SubmitAsync("merge");
        Assert.Contains("The two entries are one now.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_sees_that_two_people_are_one_compares_them_and_reads_how_alike_they_are()
    {
        var one = await GivenPersonAsync("ms-dk", "Maiden Sample", "maiden@interior-dk.example");
        var other = await GivenPersonAsync("ms-dk", "Married Example", "married@interior-dk.example");
        var page = await (await App.AsAsync(Role.Officer)).GetAsync($"/office/people/{one}");
        page = await page.FollowAsync("Compare with another entry");
        page = await page.Form("compare").With("q", "married").GoAsync();
        Assert.DoesNotContain("Maiden Sample", page.Document.QuerySelector("#found")!.TextContent, StringComparison.Ordinal);
        page = await page.FollowAsync("Married Example");

        Assert.Equal($"/office/people/{one}/merge/{other}", page.Address);
        Assert.Contains("What speaks for it and against it Likeness: 0", page.Text, StringComparison.Ordinal);
        Assert.Contains(
            "The names are different: “Maiden Sample” and “Married Example”. (-0.40)",
            page.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("They speak for the same partner: “Denmark”. (+0.15)", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "They are one partner: merge", "They are two partners")]
    [InlineData("fr", "C’est un seul partenaire : fusionner", "Ce sont deux partenaires")]
    public async Task The_question_about_two_partners_speaks_of_partners(string language, string one, string two)
    {
        var page = await (await App.AsAsync(Role.Officer)).GetAsync($"/office/partners/ms-fr/merge/ms-be?lang={language}");
        Assert.Equal([one, two], page.Document.QuerySelectorAll("#merge button").Select(b => b.TextContent.Trim()));
    }

    private static IEnumerable<string> PairsUnder(TestPage page, string heading)
    {
        var at = page.Document.QuerySelectorAll("h2, h3").SingleOrDefault(h => h.TextContent.Trim() == heading);
        for (
            var next = at?.NextElementSibling;
            next is not null && next.LocalName is not ("h2" or "h3");
            next = next.NextElementSibling
        )
            foreach (var row in next.QuerySelectorAll("tbody tr"))
                yield return string.Join(' ', row.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private Task GivenPartnersAsync(params (string Code, string Name)[] partners) =>
        App.GivenAsync(db =>
        {
            foreach (var (code, name) in partners)
                db.Add(
                    new Partner
                    {
                        Code = code,
                        KindCode = "online-platform",
                        Name = LocalizedText.InEnglish(name),
                        IsListed = false,
                    }
                );
            return Task.CompletedTask;
        });

    private async Task<Guid> GivenPersonAsync(string partner, string name, string email)
    {
        var person = new Person { Name = name, Email = email };
        await App.GivenAsync(async db =>
        {
            var found = await db.Partners.SingleAsync(p => p.Code == partner, Cancelled);
            db.Add(PartnerFacts.Mandate(found, person, new DateOnly(2024, 1, 10)));
        });
        return person.Id;
    }
}
