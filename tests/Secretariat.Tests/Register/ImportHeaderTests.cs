using Secretariat.Modules.Partners;
using Secretariat.Tests.Formats;

namespace Secretariat.Tests.Register;

/// <summary>Lists whose header has two rows, and columns that nobody reads.</summary>
public sealed class ImportHeaderTests(TestApp app) : ImportTest(app)
{
    [Theory]
    [InlineData("Contact point", "João", "da Silva")]
    [InlineData("Name", "Inês", "de Sousa")]
    [InlineData("Person", "Rui", "dos Santos")]
    public async Task A_name_in_two_columns_under_one_heading_is_read_with_both_halves(string group, string given, string family)
    {
        var page = await GiveAsync(
            "contacts",
            "two-rows.csv",
            Lines(
                $"Country,{group},,Function,E-mail,Role",
                ",First name,Last name,,,",
                $"Portugal,{given},{family},Head of Unit,contact@interior-pt.example,Expert"
            )
        );

        page = await page.Form("import").With("StandBeside", "true").SubmitAsync("Show what it would do");
        Assert.Equal(["new person"], EffectsOn(page).Values);
        Assert.DoesNotContain("of which nothing is taken", page.Text, StringComparison.Ordinal);
        await page.Form("import").With("Why", "List of the presidency").SubmitAsync("Import");
        var entered = Assert.Single(await MandatesAsync($"{given} {family}"));
        Assert.Equal((MandateRole.Expert, "Head of Unit"), (entered.Role, entered.Function));
    }

    [Fact]
    public async Task A_workbook_with_a_title_and_merged_headings_is_read_with_both_halves()
    {
        static string Row(int number, params string[] cells) =>
            $"<row r=\"{number}\">{string.Concat(cells.Select((c, i) => $"<c r=\"{(char)('A' + i)}{number}\" t=\"inlineStr\"><is><t>{c}</t></is></c>"))}</row>";
        var rows =
            Row(1, "List of experts of the partners")
            + Row(3, "Country", "Name", "", "Function", "Role")
            + Row(4, "", "First name", "Last name", "", "")
            + Row(5, "Slovenia", "Ana", "Merged", "Head of Unit", "Expert");
        var page = await GiveAsync(
            "contacts",
            "merged.xlsx",
            Packed.Workbook(rows, after: "<mergeCells><mergeCell ref=\"A1:E1\"/><mergeCell ref=\"B3:C3\"/></mergeCells>")
        );

        Assert.Equal([5], EffectsOn(page).Keys);
        await page.Form("import").With("Why", "List of the presidency").SubmitAsync("Import");
        Assert.Single(await MandatesAsync("Ana Merged"));
    }

    [Fact]
    public async Task Filled_columns_of_which_nothing_is_taken_are_named()
    {
        var page = await GiveAsync(
            "contacts",
            "deputies.csv",
            Lines(
                "Country,Contact point,,Deputy,,Empty,Role",
                ",Name,E-mail,Name,E-mail,,",
                "Latvia,First Sample,first@x.example,Second Sample,second@x.example,,Expert"
            )
        );

        Assert.Contains(
            "Columns with something in them of which nothing is taken: Deputy Name, Deputy E-mail.",
            page.Text,
            StringComparison.Ordinal
        );
        page = await page.Form("import")
            .With("Columns[name]", "3")
            .With("Columns[e-mail]", "4")
            .SubmitAsync("Show what it would do");
        Assert.Contains("nothing is taken: Contact point Name, Contact point E-mail.", page.Text, StringComparison.Ordinal);
    }
}
