using System.Text;
using Secretariat.Formats.Statistics;

namespace Secretariat.Tests.Formats.Statistics;

/// <summary>Mutated files of all formats.</summary>
public class StatisticsFuzz
{
    /// <summary>Memory that reading one file of this size may take.</summary>
    private const long Most = 16 * 1024 * 1024;

    private static readonly string[] Originals =
    [
        SameTableTests.Csv1,
        SameTableTests.Csv2,
        SameTableTests.Tsv,
        SameTableTests.Generic,
        SameTableTests.Flat,
        SameTableTests.Specific,
        SameTableTests.Json1,
        SameTableTests.Json2,
        SameTableTests.Stat,
        SameTableTests.Collection,
        SameTableTests.Plain,
    ];

    private static readonly string[] Pieces =
    [
        "\n",
        "\r",
        ",",
        ";",
        "\t",
        "\"",
        "\"\"",
        ":",
        ": ",
        "\\",
        "sep=;\n",
        "\0",
        "\u00ff\u00fe",
        "\u00ef\u00bb\u00bf",
        "TIME_PERIOD",
        "OBS_VALUE",
        "OBS_STATUS",
        "STRUCTURE[",
        "D",
        "<",
        "<g:Series>",
        "<g:Obs>",
        "</g:Obs>",
        "<Comp id=\"OBS_VALUE\">",
        "<m:Header>",
        "<m:Footer>",
        "<!DOCTYPE a>",
        "&#0;",
        "<![CDATA[",
        "id=\"\"",
        "value=\"\"",
        "{",
        "}",
        "[",
        "]",
        "null",
        "-1",
        "1e999",
        "99999999999999999999",
        "\"0:0\":",
        "\"values\":[]",
        "\"id\":",
        "\"size\":[0]",
        "\"index\":{\"a\":-1}",
        "\\ud800",
        "\\u0000",
    ];

    [Fact]
    public Task Nothing_makes_the_reader_throw_but_a_sentence_hang_or_grow() =>
        new Fuzz("statistics", [.. Originals.Select(Encoding.UTF8.GetBytes)], Pieces) { Most = Most }.RunAsync(Read);

    [Theory]
    [InlineData("{\"data\":{\"dataSets\":[", "{},")]
    [InlineData("{\"errors\":[", "{\"title\":\"x\"},")]
    [InlineData(
        "{\"class\":\"dataset\",\"id\":[\"a\"],\"size\":[1],\"dimension\":{\"a\":{\"category\":{\"index\":[\"x\"]}}},\"value\":[",
        "1,"
    )]
    [InlineData("<m:GenericData xmlns:m=\"http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message\">", "<Obs>")]
    [InlineData(
        "<m:GenericData xmlns:m=\"http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message\">",
        "<Value id=\"a\" value=\"b\"/>"
    )]
    [InlineData("geo\\time\t", "1\t")]
    [InlineData("geo\\time\t1\n", "\t")]
    [InlineData("geo,time,value\n", ",")]
    [InlineData("geo,time,value\n", "\"\"")]
    [InlineData("geo,time,value\n", "a,1,1\n")]
    [InlineData("", "\"")]
    public async Task What_is_repeated_for_a_megabyte_is_read_or_refused(string start, string piece)
    {
        var bytes = Encoding.UTF8.GetBytes(start + new StringBuilder().Insert(0, piece, 1024 * 1024 / piece.Length));
        await Stalls.AreCaughtAsync(
            start,
            () =>
            {
                Read(bytes);
                return Task.CompletedTask;
            }
        );
    }

    private static void Read(byte[] bytes)
    {
        try
        {
            var file = StatisticsReader.Read(bytes, 100);
            var rows = file.Rows.ToList();
            Assert.Equal(Math.Min(100, file.Observations), rows.Count);
            Assert.Equal(file.Observations is 0, file.Series is 0);
            Assert.True(file.Notices.Count <= StatisticsReader.MaxNotices);
            Assert.All(file.Notices, OnOneLine);
            Assert.All(
                rows,
                r =>
                    Assert.True(
                        r.Value.Length > 0
                            && r.Key.Count <= StatisticsReader.MaxDimensions
                            && !r.Flags.Contains(' ', StringComparison.Ordinal)
                    )
            );
        }
        catch (InvalidDataException refusal)
        {
            OnOneLine(refusal.Message);
        }
    }

    private static void OnOneLine(string text) => Assert.False(text.Length is 0 || text.Any(char.IsControl), text);
}
