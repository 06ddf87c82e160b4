using Secretariat.Modules.Identity;
using Secretariat.Tests.Formats;

namespace Secretariat.Tests.Register;

/// <summary>Which sheet of a workbook is read, and that the others are named.</summary>
public sealed class ImportSheetTests(TestApp app) : ImportTest(app)
{
    private const string People = """
        <row r="1"><c t="inlineStr"><is><t>Name</t></is></c><c t="inlineStr"><is><t>Country</t></is></c><c t="inlineStr"><is><t>Role</t></is></c></row>
        <row r="2"><c t="inlineStr"><is><t>Sheeted Sample</t></is></c><c t="inlineStr"><is><t>Croatia</t></is></c><c t="inlineStr"><is><t>Expert</t></is></c></row>
        """;

    private static readonly byte[] Workbook = Packed.Workbook(
        People,
        """<sheet name="Notes" sheetId="2" r:id="r2"/><sheet name="Experts &amp; others" sheetId="1" r:id="r1"/>""",
        "",
        "",
        "",
        ""
    );

    [Fact]
    public async Task Other_sheets_are_named_and_one_of_them_is_read_instead()
    {
        var page = await GiveAsync("contacts", "sheets.xlsx", Workbook);
        Assert.Equal("Notes", SheetOn(page));
        Assert.Contains(
            "The workbook has other sheets, which are not read here: Experts & others.",
            page.Text,
            StringComparison.Ordinal
        );

        var first = page.Address;
        page = await page.Form("sheet").With("Sheet", "Experts & others").SubmitAsync();
        Assert.NotEqual(first, page.Address);
        Assert.Contains("which are not read here: Notes.", page.Text, StringComparison.Ordinal);
        Assert.Equal("new person", EffectsOn(page)[2]);
        page = await page.Form("import").With("Why", "List of the presidency").SubmitAsync("Import");

        Assert.Contains("sheets.xlsx is imported.", page.Text, StringComparison.Ordinal);
        Assert.Equal("Experts & others", SheetOn(page));
        Assert.Single(await MandatesAsync("Sheeted Sample"));
    }

    [Fact]
    public async Task Nobody_chooses_no_sheet_and_a_reader_chooses_none()
    {
        var page = await GiveAsync("contacts", "unchosen.xlsx", Workbook);
        Assert.Contains("Choose a sheet.", (await page.Form("sheet").SubmitAsync()).Text, StringComparison.Ordinal);

        var seen = await (await App.AsAsync(Role.Reader)).GetAsync(page.Address);
        Assert.Contains("which are not read here: Experts & others.", seen.Text, StringComparison.Ordinal);
        Assert.False(seen.HasForm("sheet"));
    }

    private static string SheetOn(TestPage page) =>
        page
            .Document.QuerySelectorAll("main dt")
            .Single(d => d.TextContent.Trim() == "Sheet that is read")
            .NextElementSibling!.TextContent.Trim();
}
