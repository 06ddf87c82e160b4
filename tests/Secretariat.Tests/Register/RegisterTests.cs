using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;

namespace Secretariat.Tests.Register;

public sealed class RegisterTests(TestApp app) : AppTest(app)
{
    [Fact]
    public async Task A_partner_that_changes_its_kind_stays_what_it_was_on_the_days_before()
    {
        var office = await App.AsAsync(Role.Officer);
        var page = await office.GetAsync("/office/partners/ms-hr/edit");
        page = await page.Form("kind").With("Kind", "partner-country").With("From", "2026-02-01").SubmitAsync();
        Assert.Contains("Say in a reason why.", page.Text, StringComparison.Ordinal);
        page = await page.Form("kind").With("Why", "A test of time").SubmitAsync();

        Assert.Contains("EU Member State, until 31 January 2026", page.Text, StringComparison.Ordinal);
        Assert.Equal("Partner countries", await HeadingAsync("2026-02-01"));
        Assert.Equal("EU Member States", await HeadingAsync("2026-01-31"));
        page = await office.GetAsync("/office/partners/ms-hr/edit");
        page = await page.Form("kind")
            .With("Kind", "eu-member-state")
            .With("From", "2026-01-15")
            .With("Why", "Back")
            .SubmitAsync();
        Assert.Contains(
            "Its kind changed on 1 February 2026: choose a later day, or take that change back first.",
            page.Text,
            StringComparison.Ordinal
        );

        async Task<string> HeadingAsync(string day)
        {
            var list = await App.Anybody().GetAsync($"/en/partners?asOf={day}");
            var row = list
                .Document.QuerySelectorAll("tbody th")
                .Single(th => th.TextContent.Contains("Croatia", StringComparison.Ordinal));
            var table = row.ParentElement!.ParentElement!.ParentElement!;
            return table.QuerySelector("caption")!.TextContent.Trim();
        }
    }

    [Fact]
    public async Task A_partner_lies_on_a_route_in_a_role_from_day_to_day()
    {
        var office = await App.AsAsync(Role.Officer);
        var page = await office.GetAsync("/office/partners/ms-it/edit");
        page = await Route(page, "2024-01-01").SubmitAsync();
        Assert.Contains("Central Mediterranean route: destination, since 1 January 2024", page.Text, StringComparison.Ordinal);
        page = await Route(await office.GetAsync("/office/partners/ms-it/edit"), "2025-01-01").SubmitAsync();
        Assert.Contains("The partner stands on this route in this role already.", page.Text, StringComparison.Ordinal);

        var place = await App.ReadAsync(db => db.PartnerRoutes.SingleAsync(r => r.RouteCode == "CMED", Cancelled));
        page = await office.GetAsync("/office/partners/ms-it/edit");
        page = await page.Form("end-route")
            .With("Place", $"{place.Id}")
            .With("From", "2023-01-01")
            .With("Why", "x")
            .SubmitAsync();
        Assert.Contains("It cannot end before it began.", page.Text, StringComparison.Ordinal);
        page = await page.Form("end-route").With("From", "2026-01-01").SubmitAsync();
        Assert.DoesNotContain(
            "Central Mediterranean route: destination",
            page.Text.Split("History")[0],
            StringComparison.Ordinal
        );

        static TestForm Route(TestPage page, string from) =>
            page.Form("route").With("Route", "CMED").With("Role", "Destination").With("From", from).With("Why", "Classification");
    }

    [Fact]
    public async Task A_route_to_come_stands_on_the_record_with_its_first_day()
    {
        var office = await App.AsAsync(Role.Officer);
        var form = (await office.GetAsync("/office/partners/ms-es/edit")).Form("route");
        var page = await form.With("Route", "WMED")
            .With("Role", "Destination")
            .With("From", "2028-01-01")
            .With("Why", "Classification")
            .SubmitAsync();
        Assert.Contains(": destination, from 1 January 2028 on", page.Text, StringComparison.Ordinal);
        page = await office.GetAsync("/office/partners/ms-es?asOf=2026-01-01");
        Assert.DoesNotContain("from 1 January 2028 on", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_it_wishes_to_be_written_to_stands_in_the_record()
    {
        var office = await App.AsAsync(Role.Officer);
        var page = await office.GetAsync("/office/partners/ms-mt/edit");
        page = await page.Form("written").With("Language", "mt").With("Form", "NoteVerbale").SubmitAsync();
        Assert.Contains("by note verbale, in Maltese", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Countries_are_named_in_every_language_and_what_the_folder_says_comes_first()
    {
        var greece = await App.ReadAsync(db => db.Partners.SingleAsync(p => p.Code == "ms-el", Cancelled));
        Assert.Equal("Griechenland", greece.Name.In("de"));
        Assert.Equal("Гърция", greece.Name.In("bg"));
        Assert.Equal("Grèce", greece.Name.In("fr"));
        Assert.Equal("اليونان", greece.Name.In("ar"));
        var office = await App.AsAsync(Role.Reader);
        var found = await office.GetAsync("/office/partners?q=griechenland");
        Assert.Equal(["Greece"], found.Document.QuerySelectorAll("tbody th").Select(c => c.TextContent.Trim()));
    }

    [Fact]
    public async Task A_country_is_entered_once_with_its_names_and_hidden_until_something_ties_it()
    {
        var office = await App.AsAsync(Role.Officer);
        var page = await Filled(await office.GetAsync("/office/partners/new")).SubmitAsync();
        Assert.Contains("Tunisia stands in the register.", page.Text, StringComparison.Ordinal);
        var entered = await App.ReadAsync(db => db.Partners.SingleAsync(p => p.IsoAlpha2 == "TN", Cancelled));
        Assert.Equal(("tunisia", "Tunisie", "Tunesien"), (entered.Code, entered.Name.In("fr"), entered.Name.In("de")));
        Assert.Equal(("TN", "TUN"), (entered.EuCode, entered.IsoAlpha3));
        page = await Filled(await office.GetAsync("/office/partners/new")).SubmitAsync();
        Assert.Contains("Tunisia stands in the register already.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Tunisia", (await App.Anybody().GetAsync("/en/partners")).Text, StringComparison.Ordinal);

        static TestForm Filled(TestPage page) =>
            page.Form("partner")
                .With("Kind", "partner-country")
                .With("Name", "Tunisia")
                .With("Iso", "tn")
                .With("IsListed", "true")
                .With("Why", "First contact");
    }

    [Theory]
    [InlineData("international-organisation", "IOM", "", "International Organization for Migration")]
    [InlineData("eu-agency", "Guards", "Frontex", "European Border and Coast Guard Agency")]
    [InlineData("partner-country", "The French Republic", "", "France")]
    [InlineData("partner-country", "Hellas", "Ελλάδα", "Greece")]
    public async Task Whoever_is_called_otherwise_stands_in_the_register_already(
        string kind,
        string name,
        string own,
        string known
    )
    {
        var office = await App.AsAsync(Role.Officer);
        var page = await (await office.GetAsync("/office/partners/new"))
            .Form("partner")
            .With("Kind", kind)
            .With("Name", name)
            .With("OwnName", own)
            .With("Why", "First contact")
            .SubmitAsync();

        Assert.Contains($"{known} stands in the register already.", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("transport-operator", "NR", "Only a country has such a code.")]
    [InlineData("partner-country", "QQ", "“QQ” is not the code of a country.")]
    [InlineData("partner-country", "EL", "Greece stands in the register already.")]
    public async Task Letters_are_those_of_the_country_that_is_entered(string kind, string letters, string reason)
    {
        var office = await App.AsAsync(Role.Officer);
        var page = await (await office.GetAsync("/office/partners/new"))
            .Form("partner")
            .With("Kind", kind)
            .With("Name", "Lettered Sample")
            .With("Iso", letters)
            .With("Why", "First contact")
            .SubmitAsync();

        Assert.Contains(reason, page.Text, StringComparison.Ordinal);
        Assert.False(await App.ReadAsync(db => db.Partners.AnyAsync(p => p.Code == "lettered-sample", Cancelled)));
    }
}
