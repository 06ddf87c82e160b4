using Secretariat.Modules.Partners;
using Secretariat.Tests.Formats;

namespace Secretariat.Tests.Register;

/// <summary>What one cell can say, and what it is refused for.</summary>
public sealed class ImportCellTests(TestApp app) : ImportReadingTest(app)
{
    [Theory]
    [InlineData("Ann <ann@x.example>; Bob <bob@x.example>")]
    [InlineData("ann@x.example, bob@x.example")]
    [InlineData("ann@x.example bob@x.example")]
    [InlineData("Ann <ann@x.example> bob@x.example")]
    public async Task Several_addresses_in_one_cell_are_told_and_none_of_them_wins(string cell)
    {
        var page = await ShownAsync("Name|Country|E-mail", $"Several Sample|Spain|{cell}");

        Assert.StartsWith(
            "E-mail: It holds several addresses: ann@x.example, bob@x.example.",
            DetailsOn(page, 2),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("a@x.example?subject=Hi")]
    [InlineData("mailto:a@x.example?subject=Hi")]
    [InlineData("a@x.example.")]
    [InlineData("a@.x.example")]
    [InlineData("write to a@x.example")]
    public async Task What_is_no_address_is_refused(string cell) =>
        Assert.Equal(
            $"E-mail: “{cell.Replace("mailto:", "", StringComparison.Ordinal)}” is not one e-mail address. Give one that mail can be sent to.",
            DetailsOn(await ShownAsync("Name|Country|E-mail", $"Single Sample|Spain|{cell}"), 2)
        );

    [Theory]
    [InlineData("Ann <a@x.example>")]
    [InlineData("a@x.example <mailto:a@x.example>")]
    [InlineData("a@x.example;")]
    [InlineData("mailto:a@x.example")]
    public async Task One_address_is_taken_out_of_what_stands_around_it(string cell) =>
        Assert.Contains(
            "E-mail address: a@x.example",
            DetailsOn(await ShownAsync("Name|Country|E-mail", $"Single Sample|Spain|{cell}"), 2),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("-")]
    [InlineData("—")]
    [InlineData("n/a")]
    [InlineData("N.A.")]
    [InlineData("k. A.")]
    public async Task A_dash_says_nothing_and_leaves_what_stands_in_the_record(string nothing)
    {
        var known = await GivenAsync(
            "ms-se",
            $"Dashed Sample {nothing.Length}{nothing[0] % 7}",
            "dashed@x.example",
            MandateRole.Expert
        );
        var page = await ShownAsync(
            "Name;Country;E-mail;Function;Phone",
            $"{known.Person.Name};Sweden;{nothing};{nothing};{nothing}"
        );

        Assert.Equal("nothing new", EffectsOn(page)[2]);
    }

    [Theory]
    [InlineData("3,25E+10", false)]
    [InlineData("3.2470123456E+10", false)]
    [InlineData("ask the secretary", false)]
    [InlineData("ann@x.example", false)]
    [InlineData("+32 2 555 00 00 ext. 12", true)]
    [InlineData("Tel. 0032/2/5550000", true)]
    public async Task A_telephone_looks_like_one(string cell, bool isOne)
    {
        var page = await ShownAsync("Name|Country|Phone", $"Phoned Sample|Finland|{cell}");

        Assert.Equal(isOne ? "new person" : "error", EffectsOn(page)[2]);
        Assert.Contains(
            isOne
                ? $"Telephone: {cell}"
                : $"Phone: “{cell}” is no telephone number. Write it as a text, such as +32 2 555 00 00.",
            DetailsOn(page, 2),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("2024-03-01 00:00:00")]
    [InlineData("1 March 2024")]
    [InlineData("1. März 2024")]
    [InlineData("1er mars 2024")]
    [InlineData("1 marca 2024")]
    [InlineData("2024. 03. 01.")]
    [InlineData("2024. március 1.")]
    [InlineData("1.3.24")]
    public async Task A_day_is_read_as_people_write_it(string cell) =>
        Assert.Contains(
            "From: 1 March 2024",
            DetailsOn(await ShownAsync("Name|Country|From", $"Dated Sample|Ireland|{cell}"), 2),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("01.03.24", "can be two days")]
    [InlineData("1/3/24", "is no day")]
    [InlineData("2024-03-01 10:30:00", "is no day")]
    [InlineData("31 February 2024", "is no day")]
    [InlineData("46115", "is a number; a spreadsheet may mean 2026-04-03. Write the day so.")]
    [InlineData("461150", "is no day")]
    public async Task A_day_that_can_be_another_is_refused(string cell, string reason) =>
        Assert.Contains(
            $"From: “{cell}” {reason}",
            DetailsOn(await ShownAsync("Name|Country|From", $"Vague Sample|Ireland|{cell}"), 2),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_formula_without_its_result_is_told_in_place_of_what_it_leaves_empty()
    {
        static string Cell(string name, string text) => $"<c r=\"{name}\" t=\"inlineStr\"><is><t>{text}</t></is></c>";
        var rows =
            $"<row r=\"1\">{Cell("A1", "Name")}{Cell("B1", "Country")}{Cell("C1", "Role")}{Cell("D1", "Phone")}</row>"
            + $"<row r=\"2\"><c r=\"A2\"><f>E2</f></c>{Cell("B2", "Ireland")}{Cell("C2", "Expert")}</row>"
            + $"<row r=\"3\">{Cell("A3", "Phone Formula")}{Cell("B3", "Ireland")}{Cell("C3", "Expert")}<c r=\"D3\"><f>E3</f></c></row>";
        var page = await GiveAsync("contacts", "formulas.xlsx", Packed.Workbook(rows));

        Assert.Equal(("error", "error"), (EffectsOn(page)[2], EffectsOn(page)[3]));
        Assert.Equal(
            "Name: The cell holds a formula whose result was not saved: save the workbook again in a spreadsheet program.",
            DetailsOn(page, 2)
        );
        Assert.StartsWith("Phone: The cell holds a formula", DetailsOn(page, 3), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_function_with_signs_that_nobody_sees_is_no_change_when_its_list_comes_again()
    {
        var held = await GivenAsync("ms-fi", "Tabbed Sample", role: MandateRole.Expert);
        await App.GivenAsync(async db =>
        {
            var mandate = await db.Mandates.FindAsync([held.Id], Cancelled);
            mandate!.Function = "Head\tof\u200B Unit\u0007";
        });
        Assert.Equal("Head of Unit", (await EnteredAsync("Tabbed Sample")).Function);

        var page = await ShownAsync("Name,Country,Function", "Tabbed Sample,Finland,\"Head\tof\nUnit\"");
        Assert.Equal("nothing new", EffectsOn(page)[2]);
    }
}
