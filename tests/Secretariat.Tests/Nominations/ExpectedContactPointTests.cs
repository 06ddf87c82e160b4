using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Localization;

namespace Secretariat.Tests.Nominations;

/// <summary>Every partner is covered, a gap, or one of which no contact point is expected.</summary>
public sealed class ExpectedContactPointTests(TestApp app) : AppTest(app)
{
    private const string NotExpected = "/office/contact-points?view=NotExpected";

    [Fact]
    public async Task A_listed_partner_that_nothing_ties_to_the_alliance_yet_is_a_gap_too()
    {
        await GivenAsync("invited-agency", isListed: true);
        var office = await App.AsAsync(Role.Reader);

        var list = await office.GetAsync("/office/contact-points?view=Nobody");

        Assert.Contains("invited-agency has never had a contact point.", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("invited-agency", (await office.GetAsync(NotExpected)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_that_are_neither_listed_nor_written_to_are_told_in_one_line_and_shown_by_it()
    {
        await GivenAsync("unlisted-sample", isListed: false);
        await GivenAsync("written-sample", isListed: false);
        await App.GivenAsync(db => LetterTo.PartnerAsync(db, "written-sample", "GA-2024-4601"));
        var office = await App.AsAsync(Role.Reader);

        var list = await office.GetAsync("/office/contact-points");
        Assert.Contains("A contact point is expected of every partner that is listed", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("unlisted-sample", list.Text, StringComparison.Ordinal);
        var line = list.Document.QuerySelector("#expected a")!.TextContent;
        var page = await list.FollowAsync(line);

        var shown = page.Document.QuerySelectorAll("main li > a[href^='/office/partners/']").Select(a => a.TextContent).ToList();
        Assert.Contains("unlisted-sample", shown);
        Assert.DoesNotContain("written-sample", shown);
        Assert.EndsWith($": {shown.Count}", line, StringComparison.Ordinal);
        Assert.Contains($"Not expected to have one: {shown.Count}", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("main table"));
    }

    private Task GivenAsync(string code, bool isListed) =>
        App.GivenAsync(db =>
            Task.FromResult(
                db.Add(
                    new Partner
                    {
                        Code = code,
                        KindCode = "eu-agency",
                        Name = LocalizedText.InEnglish(code),
                        IsListed = isListed,
                    }
                )
            )
        );
}
