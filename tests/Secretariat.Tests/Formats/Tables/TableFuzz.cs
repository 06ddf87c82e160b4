using System.Text;
using Secretariat.Formats.Tables;

namespace Secretariat.Tests.Formats.Tables;

/// <summary>Mutated lists: text, archives, and the parts within an archive that is whole.</summary>
public class TableFuzz
{
    /// <summary>Memory that reading one file of this size may take.</summary>
    private const long Most = 64 * 1024 * 1024;

    private const string Text =
        "Title\n\nFirst name;Surname;E-mail;Tel.\n\"Zoë; A.\";Example;z@example.org;+32 2 123\nBob;\"two\nlines \"\"x\"\"\";b@;=1+1\n";

    private const string Written = "\uFEFFName,E-mail\r\n\"Zoë \"\"Z\"\"\",\"'=1\"\r\n\"\",\"two\r\nlines\"\r\n";
    private const string OurMark = "<fileVersion appName=\"Secretariat\"/>";

    private const string Rows = """
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><r><t>E-mail</t></r></is></c></row>
        <row r="3"><c r="A3" s="1"><f>A1</f><v>45000.5</v></c><c r="B3" t="b"><v>1</v></c><c r="XFD3" t="e"><v>#N/A</v></c></row>
        """;

    private static readonly string[] Pieces =
    [
        "\"",
        "\"\"",
        ";",
        ",",
        "\t",
        "|",
        "\r",
        "\n",
        "sep=;\n",
        "=cmd|' /C calc'!A0",
        "@",
        "@example.org",
        "E-mail;Name\n",
        "\u00ff\u00fe",
        "\u00ef\u00bb\u00bf",
        "\0",
        "\u001a",
        "\u00c4\u00f6\u0090\u00e9",
        "<row r=\"1048576\">",
        "<c r=\"XFD1\" t=\"s\"><v>",
        "<c r=\"\" s=\"-1\">",
        "</v></c></row>",
        "<v>1E308</v>",
        "<v>-NaN</v>",
        "<v>99999999999</v>",
        "<is><t>",
        "_x0000_",
        "_xD800_",
        "<mergeCell ref=\"A1:A1048576\"/>",
        "<mergeCell ref=\":\"/>",
        "<!DOCTYPE a [<!ENTITY b \"c\">]>",
        "&b;",
        "<![CDATA[",
        "]]>",
        "formatCode=\"[h]:mm:ss\\\"",
        "formatCode=\"0\\.0%;[Red]\"",
        "PK\u0003\u0004",
        "PK\u0005\u0006",
    ];

    [Fact]
    public Task No_text_makes_the_reader_throw_hang_or_grow() =>
        new Fuzz(
            "lists",
            [
                Encoding.UTF8.GetBytes(Text),
                Encoding.Latin1.GetBytes(Text),
                Encoding.Unicode.GetBytes(Text),
                Encoding.UTF8.GetBytes(Written),
            ],
            Pieces
        )
        {
            Most = Most,
        }.RunAsync(Read);

    [Fact]
    public Task No_archive_makes_the_reader_throw_hang_or_grow() =>
        new Fuzz("workbooks", [Packed.Workbook(Rows), Packed.Workbook(Rows, properties: OurMark)], Pieces)
        {
            Most = Most,
        }.RunAsync(Read);

    [Fact]
    public Task No_part_of_a_workbook_makes_the_reader_throw_hang_or_grow() =>
        new Fuzz("workbook-parts", [Encoding.UTF8.GetBytes(Rows)], Pieces) { Most = Most }.RunAsync(part =>
        {
            var xml = Encoding.UTF8.GetString(part);
            Read(Packed.Workbook(xml, "<si><t>Name</t></si>", "<cellXfs><xf/><xf numFmtId=\"22\"/></cellXfs>"));
            Read(Packed.Workbook(Rows, xml, xml, after: xml, properties: xml));
            Read(Packed.Workbook(xml, properties: OurMark));
        });

    [Theory]
    [InlineData("\"")]
    [InlineData(",\"a")]
    [InlineData("\"a\n")]
    [InlineData("\",\"")]
    [InlineData(" ")]
    [InlineData("@")]
    [InlineData("=A(")]
    [InlineData("é")]
    [InlineData("e-mail,")]
    [InlineData("name,a@example.org\n")]
    public async Task What_is_repeated_for_a_megabyte_is_read_or_refused(string piece)
    {
        var text = new StringBuilder().Insert(0, piece, 1024 * 1024 / piece.Length).ToString();
        foreach (var start in new[] { "", "Name;E-mail\n\"x" })
            await Stalls.AreCaughtAsync(
                piece,
                () =>
                {
                    Read(Encoding.UTF8.GetBytes(start + text));
                    Read(Encoding.Latin1.GetBytes(start + text));
                    return Task.CompletedTask;
                }
            );
    }

    private static void Read(byte[] file)
    {
        var read = TableReader.Read(file);
        Assert.Equal(read.UnreadableReason is null, read.Rows.Count > 0 || read.HeaderRow is not null);
        Assert.True(read.UnreadableReason is null || read.UnreadableReason.EndsWith('.'));
        Assert.Equal(read.Rows.Select(r => r.Number).Order(), read.Rows.Select(r => r.Number));
        Assert.All(read.Rows, r => Assert.True(r.Number > (read.HeaderRow ?? 0) && r.Cells.Count > 0));
        Assert.All(read.Mapping, m => Assert.True(m.Value.Length > 0));
        Assert.InRange(read.Problems.Count, 0, TableReader.MaxProblems);
    }
}
