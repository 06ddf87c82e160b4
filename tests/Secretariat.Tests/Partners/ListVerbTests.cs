using Secretariat.Tests.Formats;
using Secretariat.Tests.Platform;

namespace Secretariat.Tests.Partners;

/// <summary>Lists and templates on the command line: one line a file, in the order given.</summary>
public sealed class ListVerbTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_list_is_shown_with_its_columns_rows_and_problems()
    {
        var list = Write(
            "a.csv",
            "Our list\n\nVorname;Nachname;E-Mail\nZoë;Beispiel;zoe\nAnn;Beispiel;ann@example.org\n"u8.ToArray()
        );
        var empty = Write("b.xlsx", []);

        var (code, output, errors) = await Verb.RunAsync(folder.Path, "inspect", "list", "--rows", "1", empty, list);

        Assert.Equal((0, ""), (code, errors));
        Assert.Equal(
            [
                $$"""{"file":"{{empty}}","ok":false,"error":"{{empty}}: There is nothing in it: save the list again."}""",
                $$"""{"file":"{{list}}","ok":true,"error":null,"encoding":"utf-8","delimiter":";","sheet":null,"headerRow":3,"header":["Vorname","Nachname","E-Mail"],"rows":[["Zoë","Beispiel","zoe"]],"mapping":{"given":"Vorname","family":"Nachname","email":"E-Mail"},"problems":[{"row":4,"column":"E-Mail","message":"“zoe” is no e-mail address that mail can be sent to."}]}""",
            ],
            output.Trim().Split('\n')
        );
    }

    [Fact]
    public async Task A_number_of_rows_that_is_none_is_wrong_usage()
    {
        var (code, _, errors) = await Verb.RunAsync(
            folder.Path,
            "inspect",
            "list",
            "--rows",
            "-5",
            Write("a.csv", "Name\n"u8.ToArray())
        );
        Assert.Equal(2, code);
        Assert.Contains("--rows takes a number from 0", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sheet_is_picked_by_its_name()
    {
        const string Sheets = "<sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/><sheet name=\"B\" sheetId=\"2\" r:id=\"r2\"/>";
        var book = Write("a.xlsx", Packed.Workbook("<row><c><v>1</v></c></row>", Sheets, "", "", "", ""));

        var (_, output, _) = await Verb.RunAsync(folder.Path, "inspect", "list", "--sheet", "B", book);

        Assert.Contains(
            "\"delimiter\":null,\"sheet\":\"B\",\"headerRow\":null,\"header\":[],\"rows\":[[\"2\"]]",
            output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_template_is_shown_with_its_fields_and_problems()
    {
        var file = Write("a.docx", Packed.Document("<w:p><w:r><w:t>{a} {#list}{b}</w:t></w:r></w:p>"));
        var bad = Write("b.docx", "no zip"u8.ToArray());

        var (code, output, errors) = await Verb.RunAsync(folder.Path, "inspect", "letter", file, bad);

        Assert.Equal((0, ""), (code, errors));
        Assert.Equal(
            [
                $$"""{"file":"{{file}}","ok":true,"error":null,"fields":["a","b"],"sections":["list"],"problems":["Paragraph 1 of the document: “{#list}” is never closed; “{/list}” is missing."]}""",
                $$"""{"file":"{{bad}}","ok":false,"error":"{{bad}}: It is no zip archive, as every document of this kind is: save it anew."}""",
            ],
            output.Trim().Split('\n')
        );
    }

    private string Write(string name, byte[] content)
    {
        var path = Path.Combine(folder.Path, name);
        File.WriteAllBytes(path, content);
        return path;
    }
}
