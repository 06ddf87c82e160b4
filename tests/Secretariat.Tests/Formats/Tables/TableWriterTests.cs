using System.Text;
using Secretariat.Formats;
using Secretariat.Formats.Tables;

namespace Secretariat.Tests.Formats.Tables;

/// <summary>Tables that are written: what others find in the file, and that our reader finds the same table.</summary>
public class TableWriterTests
{
    private static readonly string[] Header = ["Name", "E-mail", "Tel."];

    [Fact]
    public async Task A_text_file_reads_as_the_standard_says()
    {
        string[][] rows =
        [
            ["Zoë \"Z\" Example", "z@example.org", "+32 2 123 45 67"],
            ["=HYPERLINK(\"http://x.example\")", "", "-1,5"],
            ["'-- two\nlines, one cell ", "@handle", "'t Hooft"],
            ["+32-2-000", "+32 (0)2/000", "-1 000.5"],
        ];
        const string expected =
            "\uFEFFName,E-mail,Tel.\n"
            + "\"Zoë \"\"Z\"\" Example\",\"z@example.org\",\"+32 2 123 45 67\"\n"
            + "\"'=HYPERLINK(\"\"http://x.example\"\")\",\"\",\"-1,5\"\n"
            + "\"''-- two#lines, one cell \",\"'@handle\",\"'t Hooft\"\n"
            + "\"'+32-2-000\",\"'+32 (0)2/000\",\"-1 000.5\"\n";
        var written = Encoding.UTF8.GetString(await WriteAsync(TableForm.Csv, Header, rows));
        Assert.Equal(expected.ReplaceLineEndings("\r\n").Replace('#', '\n'), written);
    }

    [Fact]
    public async Task Tabs_stand_where_commas_do() =>
        Assert.Equal(
            "\uFEFF\"a,b\"\tc\r\n\"1\t2\"\t\"3\"\r\n",
            Encoding.UTF8.GetString(
                await WriteAsync(
                    TableForm.Tsv,
                    ["a,b", "c"],
                    [
                        ["1\t2", "3"],
                    ]
                )
            )
        );

    [Theory]
    [InlineData(TableForm.Csv)]
    [InlineData(TableForm.Tsv)]
    [InlineData(TableForm.Xlsx)]
    public async Task What_is_written_reads_back_cell_for_cell(TableForm form)
    {
        for (var seed = 1; seed <= 1_500; seed++)
        {
            var random = new Random(seed);
            var texts = new Texts(random);
            string[] Row(int width) => [.. Enumerable.Range(0, width).Select(_ => texts.Next())];
            var width = random.Next(1, 6);
            var header = Row(width);
            string[][] rows = [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => random.Next(6) is 0 ? header : Row(width))];
            await SameAsync($"seed {seed}", form, header, rows);
        }
    }

    [Theory]
    [InlineData(TableForm.Csv)]
    [InlineData(TableForm.Tsv)]
    [InlineData(TableForm.Xlsx)]
    public async Task Nothing_is_guessed_of_what_is_written(TableForm form)
    {
        await SameAsync(
            "titles",
            form,
            ["Participants", ""],
            [
                ["Name", "E-mail"],
                ["Ann", "a@example.org"],
            ]
        );
        await SameAsync(
            "a header like data",
            form,
            ["a@example.org", "7"],
            [
                ["Name", "E-mail"],
            ]
        );
        await SameAsync(
            "empty rows",
            form,
            ["Name", ""],
            [
                ["", ""],
                ["", " "],
                ["Name", ""],
                ["", ""],
            ]
        );
        await SameAsync(
            "nothing at all",
            form,
            [""],
            [
                [""],
                [""],
            ]
        );
        await SameAsync(
            "names of all kinds",
            form,
            ["=1", "two\r\nlines", " ", "Name", "Name"],
            [
                ["1", "2", "3", "4", "5"],
            ]
        );
        await SameAsync(
            "the longest cell",
            form,
            ["a"],
            [
                [new string('\'', TableReader.MaxCellCharacters - 1) + "="],
            ]
        );
        await SameAsync(
            "the longest escapes",
            form,
            ["a"],
            [
                [new string('\u0001', TableReader.MaxCellCharacters)],
            ]
        );
    }

    [Theory]
    [InlineData(TableForm.Csv)]
    [InlineData(TableForm.Tsv)]
    [InlineData(TableForm.Xlsx)]
    public async Task The_columns_of_what_is_written_are_known_and_its_rows_checked(TableForm form)
    {
        var read = TableReader.Read(
            await WriteAsync(
                form,
                Header,
                [
                    ["Ann", "a@example.org", ""],
                    ["", "nothing", "="],
                ]
            )
        );
        Assert.Equal(("Name", "E-mail", "Tel."), (read.Mapping["name"], read.Mapping["email"], read.Mapping["phone"]));
        Assert.Equal(1, read.HeaderRow);
        Assert.Equal([2, 3], read.Rows.Select(r => r.Number));
        Assert.Equal([3, 3], read.Problems.Select(p => p.Row));
    }

    [Theory]
    [InlineData("\uFEFFName,E-mail\r\n\"Ann\",\"a@example.org\"\r\n\r\n\"'=1\",\"b@example.org\"\r\n")]
    [InlineData("\uFEFFName,E-mail\r\n\"Ann\",\"a@example.org\"\r\n\"\",\"\"\r\n\"'=1\",b@example.org\r\n")]
    [InlineData("\uFEFF\"Name\",\"E-mail\"\r\n\"Ann\",\"a@example.org\"\r\n\"\",\"\"\r\n\"'=1\",\"b@example.org\"\r\n")]
    [InlineData("\uFEFFName,E-mail\n\"Ann\",\"a@example.org\"\n\"\",\"\"\n\"'=1\",\"b@example.org\"\n")]
    [InlineData("Name,E-mail\r\n\"Ann\",\"a@example.org\"\r\n\"\",\"\"\r\n\"'=1\",\"b@example.org\"\r\n")]
    public void The_least_deviation_makes_a_list_like_others(string file)
    {
        var read = TableReader.Read(Encoding.UTF8.GetBytes(file));
        Assert.Equal(
            [
                ["Ann", "a@example.org"],
                ["'=1", "b@example.org"],
            ],
            read.Rows.Select(r => r.Cells)
        );
    }

    [Theory]
    [InlineData(TableForm.Csv)]
    [InlineData(TableForm.Tsv)]
    [InlineData(TableForm.Xlsx)]
    public async Task Two_hundred_thousand_rows_go_out_as_they_come_without_blocking(TableForm form)
    {
        const int Count = 200_000;
        var (output, sentBeforeTheLast) = (new AsyncOnlyStream(), 0L);
        IReadOnlyList<string> Row(int number)
        {
            if (number is Count)
                sentBeforeTheLast = output.Sent;
            return [$"Person {number}", $"p{number}@example.org", $"+32 {number}"];
        }

        var rows = Enumerable.Range(1, Count).Select(Row).ToAsyncEnumerable();
        await TableWriter.WriteAsync(output, form, Header, rows, TestContext.Current.CancellationToken);
        Assert.InRange(output.Sent - sentBeforeTheLast, 1, 256 * 1024);
        var read = TableReader.Read(output.ToArray());
        Assert.Equal((Count, $"Person {Count}"), (read.Rows.Count, read.Rows[^1].Cells[0]));
    }

    [Theory]
    [InlineData(TableForm.Csv)]
    [InlineData(TableForm.Xlsx)]
    public async Task What_is_no_table_is_refused(TableForm form)
    {
        await RefusedAsync("A table has from 1 to 16384 columns.", form, [], []);
        await RefusedAsync("A table has from 1 to 16384 columns.", form, new string[16_385], []);
        await RefusedAsync(
            "Row 3 has 1 cells, and the header has 2.",
            form,
            ["a", "b"],
            [
                ["1", "2"],
                ["1"],
            ]
        );
        await RefusedAsync(
            "Row 2 has a cell of 32768 characters in column B, and a spreadsheet takes 32767.",
            form,
            ["a", "b"],
            [
                ["1", new string('x', TableReader.MaxCellCharacters + 1)],
            ]
        );
    }

    [Theory]
    [InlineData(TableForm.Csv)]
    [InlineData(TableForm.Xlsx)]
    public async Task The_same_table_gives_the_same_bytes(TableForm form) =>
        Assert.Equal(
            await WriteAsync(
                form,
                Header,
                [
                    ["1", "2", "3"],
                ]
            ),
            await WriteAsync(
                form,
                Header,
                [
                    ["1", "2", "3"],
                ]
            )
        );

    internal static async Task<byte[]> WriteAsync(TableForm form, string[] header, IReadOnlyList<string>[] rows)
    {
        using var output = new MemoryStream();
        await TableWriter.WriteAsync(output, form, header, rows.ToAsyncEnumerable(), TestContext.Current.CancellationToken);
        return output.ToArray();
    }

    private static async Task RefusedAsync(string reason, TableForm form, string[] header, string[][] rows)
    {
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => WriteAsync(form, header, rows));
        Assert.StartsWith(reason, refused.Message, StringComparison.Ordinal);
    }

    private static async Task SameAsync(string name, TableForm form, string[] header, string[][] rows)
    {
        var read = TableReader.Read(await WriteAsync(form, header, rows));
        Assert.True(read.UnreadableReason is null, $"{name}: {read.UnreadableReason}");
        Assert.True(header.Select(WellFormed.Of).SequenceEqual(read.Header), $"{name}: the header differs.");
        Assert.True(rows.Length == read.Rows.Count, $"{name}: it has {read.Rows.Count} rows, not {rows.Length}.");
        for (var i = 0; i < rows.Length; i++)
            Assert.True(rows[i].Select(WellFormed.Of).SequenceEqual(read.Rows[i].Cells), $"{name}: row {i + 2} differs.");
    }
}
