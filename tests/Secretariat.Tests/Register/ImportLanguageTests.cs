using System.Text;
using Secretariat.Modules.Identity;
using Secretariat.Tests.Formats;

namespace Secretariat.Tests.Register;

/// <summary>Whoever reads French is told everything of a list in French.</summary>
public sealed class ImportLanguageTests(TestApp app) : ImportTest(app)
{
    [Fact]
    public async Task What_is_no_list_is_refused_in_the_readers_language()
    {
        var page = await GiveInFrenchAsync("binary.csv", [.. Enumerable.Range(0, 400).Select(i => (byte)(1 + i % 8))]);

        Assert.Contains("Le fichier n’est ni un texte ni un classeur", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("neither text nor a workbook", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_reader_of_lists_remarks_is_said_in_the_readers_language()
    {
        static string Cell(string name, string text) => $"<c r=\"{name}\" t=\"inlineStr\"><is><t>{text}</t></is></c>";
        var rows =
            $"<row r=\"1\">{Cell("A1", "partner code")}{Cell("B1", "name")}{Cell("C1", "role")}{Cell("D1", "e-mail")}</row>"
            + $"<row r=\"2\">{Cell("A2", "ms-se")}{Cell("B2", "Formula Sample")}{Cell("C2", "Press")}<c r=\"D2\"><f>A1</f></c></row>"
            + $"<row r=\"3\">{Cell("A3", "ms-se")}{Cell("B3", "Short Sample")}{Cell("C3", "Press")}{Cell("D3", "a@b")}</row>";
        var page = await GiveInFrenchAsync("formula.xlsx", Packed.Workbook(rows));

        Assert.Contains(
            "La cellule contient une formule dont le résultat n’a pas été enregistré",
            DetailsOn(page, 2),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("The cell", page.Text, StringComparison.Ordinal);
        Assert.Contains("a@b", DetailsOn(page, 3), StringComparison.Ordinal);
        Assert.DoesNotContain("mail can be sent", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_row_would_do_is_said_in_words_and_days_as_the_reader_writes_them()
    {
        var page = await GiveInFrenchAsync(
            "effects.csv",
            Encoding.UTF8.GetBytes(
                "partner code,name,role,strands,language,from,until\r\nms-se,Words Sample,ContactPoint,prevention,fi,2026-02-01,2026-08-31\r\n"
            )
        );

        var details = DetailsOn(page, 2);
        foreach (
            var said in new[]
            {
                "Rôle : Point de contact",
                "Langue : finnois",
                "À partir du : 1er février 2026",
                "Jusqu’au : 31 août 2026",
            }
        )
            Assert.Contains(said, details, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("ContactPoint", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("2026-02-01", page.Text, StringComparison.Ordinal);
        Assert.Contains("Words Sample, Suède", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_changes_of_a_partner_is_said_in_words()
    {
        var page = await GiveInFrenchAsync(
            "kind.csv",
            Encoding.UTF8.GetBytes("code,kind,listed\r\nms-mt,partner-country,no\r\n"),
            "partners"
        );

        Assert.Contains("État membre de l’UE → Pays partenaire", DetailsOn(page, 2), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("oui → non", DetailsOn(page, 2), StringComparison.Ordinal);
    }

    private async Task<TestPage> GiveInFrenchAsync(string name, byte[] bytes, string kind = "contacts")
    {
        var officer = await App.AsAsync(Role.Officer);
        var page = await officer.GetAsync($"/office/{kind}/import?lang=fr");
        page = await page.Form("give").WithFile("Given", name, bytes).SubmitAsync();
        return page.Address.Contains("/office/imports/", StringComparison.Ordinal)
            ? await officer.GetAsync($"{page.Address}?lang=fr")
            : page;
    }
}
