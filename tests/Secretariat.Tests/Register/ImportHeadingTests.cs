using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Nominations;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Tests.Register;

/// <summary>Lists under the headings of our own pages, and under those of a ministry; and lists that name no partner.</summary>
public sealed class ImportHeadingTests(TestApp app) : ImportTest(app)
{
    private static readonly Catalogue Catalogue = new();

    private static readonly DateOnly LastDay = TimeProvider.System.Today().AddYears(1);

    public static TheoryData<string> Languages() => [.. Catalogue.Languages.Select(l => l.Code)];

    [Theory, MemberData(nameof(Languages))]
    public async Task Under_the_words_of_our_own_pages_every_column_is_read(string language)
    {
        var t = Catalogue.For(language);
        var name = $"Own Heading {language}";
        string[] headings =
        [
            t.Of("Partner"),
            t.Of("Name"),
            t.Of("Role"),
            t.Of("Function"),
            t.Of("Strands of work"),
            t.Of("Language"),
            t.Of("E-mail address"),
            t.Of("Telephone"),
            t.Of("Valid from"),
            t.Of("Last day of the mandate"),
        ];
        var page = await GiveAsync(
            "contacts",
            $"own-{language}.csv",
            Lines(
                string.Join(';', headings),
                $"Suède;{name};{t.Of(MandateRole.Press.Name())};Chef;prevention;fr;own@interior-dk.example;+46 8 555 00 00;2024-02-01;{LastDay:yyyy-MM-dd}"
            )
        );
        Assert.DoesNotContain("of which nothing is taken", page.Text, StringComparison.Ordinal);
        await ConfirmedAsync(page);

        var entered = Assert.Single(await MandatesAsync(name));
        Assert.Equal("ms-se", await CodeOfAsync(entered.PartnerId));
        Assert.Equal(
            (MandateRole.Press, "Chef", "fr", "prevention"),
            (entered.Role, entered.Function, entered.Language, Assert.Single(entered.Strands))
        );
        Assert.Equal((new DateOnly(2024, 2, 1), LastDay.AddDays(1)), (entered.From, entered.To));
        Assert.Equal(("own@interior-dk.example", "+46 8 555 00 00"), (entered.Person.Email, entered.Person.Phone));
    }

    [Theory]
    [InlineData("Partenaire;Nom;Rôle;Fonction;Axe de travail;Courriel;Du;Au", "fr")]
    [InlineData("Partner;Name;Rolle;Funktion;Arbeitsstrang;E-Mail;Gültig ab;Gültig bis", "de")]
    [InlineData("Partner;Imię i nazwisko;Rola;Stanowisko;Strands;E-mail;Od;Do", "pl")]
    [InlineData("Εταίρος;Ονοματεπώνυμο;Ρόλος;Θέση;Άξονας;Ηλεκτρονική διεύθυνση;Από;Έως", "el")]
    [InlineData("Socio;Nombre y apellidos;Rol;Cargo;Eje;Correo electrónico;Desde;Hasta", "es")]
    public async Task Plain_words_of_ministries_are_known_for_partner_role_strand_and_days(string header, string language)
    {
        var name = $"Plain Heading {language}";
        var page = await GiveAsync(
            "contacts",
            $"plain-{language}.csv",
            Lines(header, $"Sweden;{name};Press;Head of Unit;response;plain@interior-dk.example;2024-02-01;{LastDay:yyyy-MM-dd}")
        );
        Assert.DoesNotContain("of which nothing is taken", page.Text, StringComparison.Ordinal);
        await ConfirmedAsync(page);

        var entered = Assert.Single(await MandatesAsync(name));
        Assert.Equal("ms-se", await CodeOfAsync(entered.PartnerId));
        Assert.Equal(
            (MandateRole.Press, "Head of Unit", "response"),
            (entered.Role, entered.Function, Assert.Single(entered.Strands))
        );
        Assert.Equal((new DateOnly(2024, 2, 1), LastDay.AddDays(1)), (entered.From, entered.To));
    }

    [Theory]
    [InlineData("Partner;Ime i prezime;Uloga;Početak;Kraj", "Ended Croatian")]
    [InlineData("Partner;Naam;Rol;Van;T/m", "Ended Dutch")]
    public async Task An_end_is_read_also_where_its_word_means_something_else_in_another_language(string header, string name)
    {
        var page = await GiveAsync("contacts", $"{name}.csv", Lines(header, $"Sweden;{name};Press;2024-02-01;2027-01-31"));
        Assert.DoesNotContain("of which nothing is taken", page.Text, StringComparison.Ordinal);
        await ConfirmedAsync(page);

        Assert.Equal(new DateOnly(2027, 2, 1), Assert.Single(await MandatesAsync(name)).To);
    }

    [Fact]
    public async Task A_partner_that_is_known_by_the_domain_alone_is_remarked_in_the_row()
    {
        await RegisterAsync("ms-dk", "remarked-dk.example");
        var page = await GiveAsync(
            "contacts",
            "domain.csv",
            Lines("name,role,e-mail", "Domain Sample,Press,a@remarked-dk.example")
        );

        Assert.Equal("new person", EffectsOn(page)[2]);
        Assert.Contains(
            "Note: Partner: The row names no partner, and is taken for Denmark by the domain of its address.",
            DetailsOn(page, 2),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_address_from_the_domain_of_another_partner_than_the_row_names_is_remarked()
    {
        await RegisterAsync("ms-dk", "crossed-dk.example");
        var page = await GiveAsync(
            "contacts",
            "crossed.csv",
            Lines(
                "partner,name,role,e-mail",
                "Finland,Crossed Sample,Press,a@crossed-dk.example",
                "Denmark,Right Sample,Press,b@crossed-dk.example",
                "Finland,Nowhere Sample,Press,c@nobodys.example"
            )
        );

        Assert.Contains(
            "By its domain the address is one of Denmark, and the row means Finland.",
            DetailsOn(page, 2),
            StringComparison.Ordinal
        );
        Assert.All([3, 4], row => Assert.DoesNotContain("domain", DetailsOn(page, row), StringComparison.Ordinal));
        Assert.Equal("new person", EffectsOn(page)[2]);
    }

    [Fact]
    public async Task While_a_filled_column_is_not_read_the_domain_decides_nothing_until_somebody_says_that_it_is_not_needed()
    {
        await RegisterAsync("ms-dk", "unread-dk.example");
        var officer = await App.AsAsync(Role.Officer);
        var page = await GiveAsync(
            "contacts",
            "unread.csv",
            Lines("Whom they speak for,name,role,e-mail", "Sweden,Unread Sample,HeadOfDelegation,a@unread-dk.example"),
            officer
        );
        Assert.Equal("error", EffectsOn(page)[2]);
        Assert.StartsWith(
            "Partner: No partner is read in this row. By its domain the address is one of Denmark, but a column that is not read may name another: Whom they speak for.",
            DetailsOn(page, 2),
            StringComparison.Ordinal
        );

        var mapped = await page.Form("import").With("Columns[partner]", "0").SubmitAsync("Show what it would do");
        Assert.Contains("Unread Sample, Sweden", mapped.Text, StringComparison.Ordinal);
        Assert.Equal("new person", EffectsOn(mapped)[2]);
        Assert.False(mapped.Document.QuerySelector("[name=ByDomain]") is not null);

        page = await officer.GetAsync(page.Address);
        page = await page.Form("import").With("ByDomain", "true").SubmitAsync("Show what it would do");
        Assert.Equal("new person", EffectsOn(page)[2]);
        Assert.Contains("is taken for Denmark by the domain", DetailsOn(page, 2), StringComparison.Ordinal);
        await page.Form("import").With("Why", "List of the presidency").SubmitAsync("Import");
        Assert.Equal("ms-dk", await CodeOfAsync(Assert.Single(await MandatesAsync("Unread Sample")).PartnerId));
    }

    private static async Task ConfirmedAsync(TestPage page)
    {
        page = await page.Form("import").With("StandBeside", "true").SubmitAsync("Show what it would do");
        await page.Form("import").With("Why", "List of the presidency").SubmitAsync("Import");
    }

    private Task RegisterAsync(string code, string domain) =>
        App.GivenAsync(async db => db.Add(new PartnerDomain { PartnerId = await IdOfAsync(code), Domain = domain }));

    private Task<Guid> IdOfAsync(string code) =>
        App.ReadAsync(async db => (await db.Partners.SingleAsync(p => p.Code == code, Cancelled)).Id);

    private Task<string> CodeOfAsync(Guid id) =>
        App.ReadAsync(async db => (await db.Partners.SingleAsync(p => p.Id == id, Cancelled)).Code);
}
