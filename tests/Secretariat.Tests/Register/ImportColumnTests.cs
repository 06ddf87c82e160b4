using Secretariat.Modules.Partners;

namespace Secretariat.Tests.Register;

/// <summary>Which column is what, by its name and by what stands in it.</summary>
public sealed class ImportColumnTests(TestApp app) : ImportReadingTest(app)
{
    [Fact]
    public async Task A_name_beside_a_first_name_is_the_family_name_alone()
    {
        await ConfirmedAsync(
            await ShownAsync("Name;First name;E-mail;Phone;Country", "DUPONT;Alix;a.dupont@x.example;+33 1 555;France")
        );

        Assert.Equal("a.dupont@x.example", (await EnteredAsync("Alix DUPONT")).Person.Email);
        Assert.Empty(await MandatesAsync("DUPONT"));
    }

    [Fact]
    public async Task A_column_called_role_holds_functions_unless_its_cells_are_roles()
    {
        await ConfirmedAsync(
            await ShownAsync(
                "Name;Role;E-mail;Phone;Country",
                "Jobst Sample;Head of Border Police;;;Germany",
                "Jobina Sample;Expert;;;Germany",
                "Jobo Sample;Director;;;Germany"
            )
        );
        await ConfirmedAsync(
            await ShownAsync("Name;Function;Role;Country", "Funk Sample;Head of Unit;Speaker of the Minister;Germany")
        );
        await ConfirmedAsync(
            await ShownAsync("Name;Role;Country", "Presto Sample;Press;Germany", "Prima Sample;Head of delegation;Germany")
        );

        Assert.Equal("Head of Border Police", (await EnteredAsync("Jobst Sample")).Function);
        Assert.Equal("Head of Unit", (await EnteredAsync("Funk Sample")).Function);
        Assert.Equal(MandateRole.Press, (await EnteredAsync("Presto Sample")).Role);
        Assert.Equal(MandateRole.HeadOfDelegation, (await EnteredAsync("Prima Sample")).Role);
    }

    [Theory]
    [InlineData("Role / Rôle")]
    [InlineData("Rôle | Role")]
    [InlineData("Role / Rolle")]
    public async Task A_column_called_role_in_two_languages_holds_roles(string header)
    {
        var page = await ShownAsync(
            $"Name;{header};Country",
            "Rosa Sample;Press;Germany",
            "Rosi Sample;Expert;Germany",
            "Rose Sample;Observer;Germany"
        );

        Assert.Contains("Role: Press", DetailsOn(page, 2), StringComparison.Ordinal);
        Assert.StartsWith($"{header}: “Observer” is not known here.", DetailsOn(page, 4), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_column_called_person_holds_keys_only_where_its_cells_are_keys()
    {
        var known = await GivenAsync("ms-nl", "Keyed Sample", role: MandateRole.Expert);
        await ConfirmedAsync(await ShownAsync("Person;Role;E-mail;Country", "Perla Sample;Director;perla@x.example;Netherlands"));
        var page = await ShownAsync("Person;Phone;Country", $"{known.PersonId};+31 70 555;Netherlands");

        Assert.Equal(("Director", "perla@x.example"), Said(await EnteredAsync("Perla Sample")));
        Assert.Equal("Telephone: +31 70 555", DetailsOn(page, 2));
    }

    [Fact]
    public async Task A_title_of_forms_of_address_does_not_hide_the_position_beside_it()
    {
        await ConfirmedAsync(
            await ShownAsync(
                "Title;Name;Position;Country",
                "Mr;Titus Sample;Director;Poland",
                "Ms;Tita Sample;Head of Unit;Poland",
                "H.E. Mr;Tito Sample;Minister of the Interior;Poland",
                "Madame;Titine Sample;Cheffe d’unité;Poland",
                "Sehr geehrter Herr;Tilo Sample;Referent;Poland"
            )
        );

        Assert.Equal("Director", (await EnteredAsync("Titus Sample")).Function);
        Assert.Equal("Minister of the Interior", (await EnteredAsync("Tito Sample")).Function);
        await ConfirmedAsync(
            await ShownAsync("Title;Name;Country", "Monsieur;Timon Sample;Poland", "S.E. M.;Timo Sample;Poland")
        );
        Assert.Equal("", (await EnteredAsync("Timon Sample")).Function);
        await ConfirmedAsync(await ShownAsync("Title;Name;Country", "Director;Tina Sample;Poland", "Mrs;Tini Sample;Poland"));
        Assert.Equal("Director", (await EnteredAsync("Tina Sample")).Function);
    }

    [Fact]
    public async Task One_day_that_can_be_no_other_settles_the_order_of_its_column()
    {
        var page = await ShownAsync(
            "Name;Country;From;Until",
            "Alma Sample;Portugal;25/04/2024;1/3/2027",
            "Alva Sample;Portugal;03/04/2024;",
            "Alda Sample;Portugal;04-03-2024;"
        );
        Assert.Contains("Until: “1/3/2027” can be two days.", DetailsOn(page, 2), StringComparison.Ordinal);
        Assert.Contains("From: 3 April 2024", DetailsOn(page, 3), StringComparison.Ordinal);
        Assert.Contains("From: 4 March 2024", DetailsOn(page, 4), StringComparison.Ordinal);

        page = await ShownAsync("Name;Country;From", "Alma Sample;Portugal;04/25/2024", "Alva Sample;Portugal;03/04/2024");
        Assert.Contains("From: 25 April 2024", DetailsOn(page, 2), StringComparison.Ordinal);
        Assert.Contains("From: 4 March 2024", DetailsOn(page, 3), StringComparison.Ordinal);

        page = await ShownAsync(
            "Name;Country;From",
            "Alma Sample;Portugal;04/25/2024",
            "Alva Sample;Portugal;25/04/2024",
            "Alda Sample;Portugal;03/04/2024"
        );
        Assert.Contains("From: “03/04/2024” can be two days.", DetailsOn(page, 4), StringComparison.Ordinal);
    }

    private static (string Function, string? Email) Said(Mandate mandate) => (mandate.Function, mandate.Person.Email);
}
