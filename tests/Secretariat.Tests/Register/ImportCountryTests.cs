using Microsoft.EntityFrameworkCore;

namespace Secretariat.Tests.Register;

/// <summary>Whose contact somebody is, by what lists call states and organisations.</summary>
public sealed class ImportCountryTests(TestApp app) : ImportReadingTest(app)
{
    [Fact]
    public async Task Letters_of_a_state_that_are_the_name_of_an_agency_are_asked_for_and_in_a_country_they_are_the_state()
    {
        var page = await ShownAsync(
            "Organisation;Country;Name",
            "FRA;;Either Sample",
            ";FRA;French Sample",
            "Europol;;Agency Sample",
            ";Frontex;Guard Sample"
        );

        Assert.Equal("Organisation: Several partners can be meant: ag-fra, ms-fr. Give the code of one.", DetailsOn(page, 2));
        Assert.Contains("French Sample, France", page.Text, StringComparison.Ordinal);
        Assert.Contains("Agency Sample, European Union Agency for Law", page.Text, StringComparison.Ordinal);
        Assert.Contains("Guard Sample, European Border and Coast Guard", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_country_column_may_hold_organisations_too()
    {
        var page = await ShownAsync(
            "Country / Organisation;Name",
            "Europol;Lawful Sample",
            "Frontex;Bordering Sample",
            "Italy;Roman Sample"
        );

        Assert.All([2, 3, 4], row => Assert.Equal("new person", EffectsOn(page)[row]));
        Assert.Contains("Lawful Sample, European Union Agency for Law", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_organisation_that_is_no_partner_is_taken_for_its_country_and_says_so()
    {
        var page = await ShownAsync(
            "Organisation;Country;Name;Function",
            "Ministry of the Interior;France;Mina Sample;Director",
            "Federal Police;Germany;Fedor Sample;Head of Unit",
            "Europol;Netherlands;Eve Sample;Analyst",
            "Sample Cargo GmbH;Germany;Carlo Sample;Manager",
            "Ministry of Magic;Wakanda;Wanda Sample;Minister"
        );

        Assert.Contains("Mina Sample, France", page.Text, StringComparison.Ordinal);
        Assert.Contains(
            "Note: Organisation: “Ministry of the Interior” is no partner of the register, so the row is taken for France. Its name stays in the file alone.",
            DetailsOn(page, 2),
            StringComparison.Ordinal
        );
        Assert.Contains("Fedor Sample, Germany", page.Text, StringComparison.Ordinal);
        Assert.Contains("Eve Sample, European Union Agency for Law", page.Text, StringComparison.Ordinal);
        Assert.StartsWith(
            "Organisation: “Sample Cargo GmbH” is no partner of the register.",
            DetailsOn(page, 5),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "Organisation: “Ministry of Magic” is no partner of the register.",
            DetailsOn(page, 6),
            StringComparison.Ordinal
        );

        page = await page.Form("import").With("LeaveOut", "true").With("Why", "List of the presidency").SubmitAsync("Import");
        var partner = (await EnteredAsync("Mina Sample")).PartnerId;
        Assert.Equal(
            "ms-fr",
            await App.ReadAsync(db => db.Partners.Where(p => p.Id == partner).Select(p => p.Code).SingleAsync(Cancelled))
        );
    }

    [Theory]
    [InlineData("The Netherlands", "Netherlands")]
    [InlineData("les Pays-Bas", "Netherlands")]
    [InlineData("l’Espagne", "Spain")]
    [InlineData("Great Britain", "United Kingdom")]
    [InlineData("Bundesrepublik Deutschland", "Germany")]
    [InlineData("France (FR)", "France")]
    [InlineData("FR - France", "France")]
    [InlineData("Kingdom of Belgium", "Belgium")]
    [InlineData("Royaume d’Espagne", "Spain")]
    [InlineData("Repubblica Italiana", "Italy")]
    [InlineData("Česká republika", "Czechia")]
    [InlineData("Holland", "Netherlands")]
    public async Task A_country_is_known_by_what_people_call_it(string called, string country) =>
        Assert.Contains(
            $"Called Sample, {country}",
            (await ShownAsync("Country|Name", $"{called}|Called Sample")).Text,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("France (DE)")]
    [InlineData("France / Germany")]
    [InlineData("New France")]
    public async Task What_can_be_two_countries_or_another_one_is_refused(string called) =>
        Assert.Equal("error", EffectsOn(await ShownAsync("Country|Name", $"{called}|Called Sample"))[2]);

    [Fact]
    public async Task Of_two_languages_the_first_is_taken()
    {
        await ConfirmedAsync(await ShownAsync("Country|Name|Language", "Malta|Bilingual Sample|FR/EN"));

        Assert.Equal("fr", (await EnteredAsync("Bilingual Sample")).Language);
    }
}
