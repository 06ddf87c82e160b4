using System.Text;
using Secretariat.Formats.Tables;

namespace Secretariat.Tests.Formats.Tables;

/// <summary>Where the header stands, what its columns hold, and what is wrong below it.</summary>
public class HeaderTests
{
    [Fact]
    public void The_header_stands_below_titles_and_empty_rows()
    {
        var read = Read(
            "Participants of the meeting;;\n\nStatus: 3 March;;\nFirst name;Surname;E-mail\n\nAnn;Example;ann@example.org\n"
        );
        Assert.Equal((4, 6), (read.HeaderRow, read.Rows[0].Number));
        Assert.Equal(["First name", "Surname", "E-mail"], read.Header);
    }

    [Fact]
    public void Of_two_header_rows_the_lower_counts_and_takes_what_it_lacks_from_the_upper()
    {
        var read = Read(
            "Organisation;Contact point;;Alternate;\n;Name;E-mail;Name;E-mail\nMinistry;Ann;a@example.org;Bob;b@example.org\n"
        );
        Assert.Equal(2, read.HeaderRow);
        Assert.Equal(
            ["Organisation", "Contact point Name", "Contact point E-mail", "Alternate Name", "Alternate E-mail"],
            read.Header
        );
        Assert.Equal("Contact point E-mail", read.Mapping["email"]);
    }

    [Theory]
    [InlineData(
        "Country;Name;;Function\n;First name;Last name;\nSpain;Ann;Example;Head\n",
        2,
        "Country|First name|Last name|Function"
    )]
    [InlineData("Country;Name;Courriel\nPays;Nom;E-mail\nSpain;Ann;a@example.org\n", 2, "Pays|Nom|E-mail")]
    [InlineData("Name;Organisation;;Country\nContact;Ministry;;Spain\nAnn;Agency;;Malta\n", 1, "Name|Organisation||Country")]
    [InlineData("Organisation;Name;;Role\nMinistry;Ann;Contact;Head\nAgency;Bob;;Head\n", 1, "Organisation|Name||Role")]
    [InlineData("Country;Name;;Role\n\n;First name;Last name;\nSpain;Ann;Example;Head\n", 1, "Country|Name||Role")]
    [InlineData("Name;;E-mail\nFirst name;Last name;a@example.org\nAnn;Example;b@example.org\n", 1, "Name||E-mail")]
    public void A_header_goes_on_in_the_row_below_where_that_says_what_columns_say(string file, int row, string names)
    {
        var read = Read(file);
        Assert.Equal((row, names), (read.HeaderRow, string.Join('|', read.Header)));
    }

    [Fact]
    public async Task Wide_rows_that_are_all_alike_are_read_in_time()
    {
        var row = string.Concat(Enumerable.Repeat("email,", 100)) + new string(',', 8_500) + "x\n";
        await Stalls.AreCaughtAsync("alike", () => Task.FromResult(Read(string.Concat(Enumerable.Repeat(row, 230)))));
    }

    [Fact]
    public void Without_a_header_all_rows_are_data_and_columns_have_letters()
    {
        var read = Read(
            "Ann Example;Ministry;ann@example.org;+32 2 123 45 67\nBob Example;Agency;bob@example.org;+32 2 123 45 68\n"
        );
        Assert.Null(read.HeaderRow);
        Assert.Empty(read.Header);
        Assert.Equal(2, read.Rows.Count);
        Assert.Equal(("C", "D"), (read.Mapping["email"], read.Mapping["phone"]));
    }

    [Theory]
    [InlineData("Ann;Ministry\nBob;Ministry\nEve;Agency\n", null)]
    [InlineData("Ad;Kurum;Adres\nAyşe;Bakanlık;a@example.org\nCan;Bakanlık;c@example.org\n", 1)]
    [InlineData("red;1\nblue;2\n", null)]
    [InlineData("colour;count\nred;1\nblue;2\n", 1)]
    public void A_row_is_the_header_where_its_words_or_the_rows_below_say_so(string file, int? row) =>
        Assert.Equal(row, Read(file).HeaderRow);

    [Theory]
    [InlineData("Vorname,Name,Funktion,Behörde,E-Mail,Tel.,Land", "given,family,function,organisation,email,phone,country")]
    [InlineData("Nom,Prénom,Fonction,Organisme,Courriel,Tél.,Pays", "family,given,function,organisation,email,phone,country")]
    [InlineData(
        "Nombre,Apellidos,Cargo,Entidad,Correo electrónico,Móvil,País",
        "given,family,function,organisation,email,phone,country"
    )]
    [InlineData(
        "Nome,Cognome,Carica,Ente,Posta elettronica,Cellulare,Paese",
        "given,family,function,organisation,email,phone,country"
    )]
    [InlineData(
        "Име,Фамилия,Длъжност,Институция,Имейл,Телефон,Държава",
        "given,family,function,organisation,email,phone,country"
    )]
    [InlineData("Jméno,Příjmení,Funkce,Instituce,E-mail,Mobil,Země", "given,family,function,organisation,email,phone,country")]
    [InlineData(
        "Vezetéknév,Keresztnév,Beosztás,Szervezet,E-mail cím,Telefonszám,Ország",
        "family,given,function,organisation,email,phone,country"
    )]
    [InlineData(
        "Etunimi,Sukunimi,Tehtävänimike,Organisaatio,Sähköpostiosoite,Puhelinnumero,Maa",
        "given,family,function,organisation,email,phone,country"
    )]
    [InlineData(
        "Vardas,Pavardė,Pareigos,Įstaiga,El. paštas,Tel. nr.,Šalis",
        "given,family,function,organisation,email,phone,country"
    )]
    [InlineData("Vārds,Uzvārds,Amats,Iestāde,E-pasts,Tālrunis,Valsts", "given,family,function,organisation,email,phone,country")]
    [InlineData(
        "Nume,Prenume,Funcția,Instituția,Adresă de e-mail,Telefon,Țara",
        "family,given,function,organisation,email,phone,country"
    )]
    [InlineData(
        "Isem,Kunjom,Kariga,Organizzazzjoni,Posta elettronika,Telefown,Pajjiż",
        "given,family,function,organisation,email,phone,country"
    )]
    [InlineData("Ainm,Sloinne,Post,Eagraíocht,Ríomhphost,Guthán,Tír", "given,family,function,organisation,email,phone,country")]
    [InlineData(
        "Name (full),Name of organisation,E-mail of organisation,Country of organisation",
        "name,organisation,email,country"
    )]
    [InlineData(
        "Vor- und Nachname,Funktion/Titel,Dienststelle,E-Mailadresse,Telefonnummer",
        "name,function,organisation,email,phone"
    )]
    [InlineData("Name / Nom,Country / Pays,E-mail / Courriel", "name,country,email")]
    [InlineData("Participant's name,Last update,Organisation ID,Contact e-mail,Website", "name,,,email,")]
    public void Columns_are_known_by_their_names_in_the_languages_of_the_union(string header, string fields)
    {
        var read = Read($"{header}\n");
        var expected = header
            .Split(',')
            .Zip(fields.Split(','))
            .Where(p => p.Second.Length > 0)
            .ToDictionary(p => p.Second, p => p.First);
        Assert.Equal(expected.OrderBy(p => p.Key), read.Mapping.OrderBy(p => p.Key));
    }

    [Fact]
    public void A_column_of_forms_of_address_holds_no_functions() =>
        Assert.DoesNotContain("function", Read("Title;Name;E-mail\nMs;Ann;a@example.org\nDr;Bob;b@example.org\n").Mapping.Keys);

    [Fact]
    public void Columns_whose_names_say_nothing_are_known_by_what_they_hold()
    {
        var read = Read(
            "Name;Where to write;Where to call\nAnn;a@example.org;+32 2 123 45 67\nBob;b@example.org;0032 2 1234568\n"
        );
        Assert.Equal(("Where to write", "Where to call"), (read.Mapping["email"], read.Mapping["phone"]));
    }

    [Theory]
    [InlineData("Ann;Example;annexample.org", "E-mail", "“annexample.org” is no e-mail address that mail can be sent to.")]
    [InlineData("Ann;Example;ann@example..org", "E-mail", "“ann@example..org” is no e-mail address that mail can be sent to.")]
    [InlineData("Ann;Example;ann@ example.org", "E-mail", "“ann@ example.org” is no e-mail address that mail can be sent to.")]
    [InlineData(";;ann@example.org", "Surname", "The name is missing.")]
    [InlineData("Bob;Example;bob@example.org", null, "The row repeats row 2.")]
    [InlineData("bob;example;BOB@example.org", "E-mail", "Row 2 has the same person with the same address.")]
    [InlineData("Ann;Example;ann@example.org;x", "D", "The row has more cells than the header, which has 3.")]
    [InlineData(
        "=1+1;Example;ann@example.org",
        "First name",
        "The text would be a formula in a spreadsheet; it was kept as text and is not carried out."
    )]
    [InlineData(
        "@SUM(A1);Example;ann@example.org",
        "First name",
        "The text would be a formula in a spreadsheet; it was kept as text and is not carried out."
    )]
    public void What_is_wrong_with_a_row_is_told_with_its_place(string row, string? column, string message)
    {
        var read = Read($"First name;Surname;E-mail\nBob;Example;bob@example.org\n{row}\nEve;Example;eve@example.org\n");
        Assert.Equal([new TableProblem(3, column, message)], read.Problems);
        Assert.Equal(3, read.Rows.Count);
    }

    [Theory]
    [InlineData("Ann;Example;a@example.org; b@example.org")]
    [InlineData("Ann;Example;")]
    [InlineData("Ann;Example;-")]
    [InlineData("Ann;Example;Ann Example <ann@example.org>")]
    [InlineData("Ann;Example;mailto:ann@example.org")]
    [InlineData("Ann;Example;änn@exämple.org")]
    [InlineData("+32 2 123;@ann;-")]
    [InlineData("- Ann;+Example;office@example.org")]
    public void What_can_be_used_is_no_problem(string row) =>
        Assert.Empty(
            Read($"First name\tSurname\tE-mail\nBob\tExample\tbob@example.org\n{string.Join('\t', row.Split(';', 3))}\n").Problems
        );

    [Fact]
    public void Rows_are_repeats_only_where_their_cells_are_the_same()
    {
        // So many that some of their hashes of 32 bits are alike in almost every run.
        var read = Read(string.Concat(Enumerable.Range(0, TableReader.MaxRows).Select(i => $"p{i}\n")));
        Assert.Equal(TableReader.MaxRows, read.Rows.Count);
        Assert.Empty(read.Problems);
    }

    [Fact]
    public void A_header_that_is_repeated_is_no_row()
    {
        var read = Read("Name;E-mail\nAnn;a@example.org\nName;E-mail\nBob;b@example.org\n");
        Assert.Equal(["Ann", "Bob"], read.Rows.Select(r => r.Cells[0]));
        Assert.Equal([new TableProblem(3, null, "The row repeats the header and was left out.")], read.Problems);
    }

    [Fact]
    public void Problems_are_bounded_and_the_last_says_so()
    {
        var read = Read("Name;E-mail\n" + string.Concat(Enumerable.Range(0, 2_000).Select(i => $"Ann {i};nothing {i}\n")));
        Assert.Equal((TableReader.MaxProblems, 2_000), (read.Problems.Count, read.Rows.Count));
        Assert.Equal("There are more problems from here on.", read.Problems[^1].Message);
    }

    private static TableFile Read(string file) => TableReader.Read(Encoding.UTF8.GetBytes(file));
}
