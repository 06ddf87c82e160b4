using Secretariat.Tests.Platform;

namespace Secretariat.Tests.Figures;

/// <summary>Statistics on the command line: one line a file, rows when they are asked for.</summary>
public sealed class StatisticsVerbTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Observations_are_counted_and_what_is_none_is_refused_by_name()
    {
        var (good, bad) = (Write("a.tsv", "geo\\TIME_PERIOD\t2031M01\t2031M02\nXA\t5 p\t:\n"), Write("b.json", "{}"));

        var (code, output, errors) = await Verb.RunAsync(folder.Path, "inspect", "statistics", bad, good);

        Assert.Equal((0, ""), (code, errors));
        Assert.Equal(
            [
                $$"""{"file":"{{bad}}","ok":false,"error":"{{bad}}: It is JSON, but neither a dataset of JSON-stat 2.0 (with id, size and dimension) nor an SDMX-JSON message: ask the source for one of them."}""",
                $$"""{"file":"{{good}}","ok":true,"error":null,"format":"eurostat-tsv","structure":null,"dimensions":["geo","TIME_PERIOD"],"series":1,"observations":1,"notices":[]}""",
            ],
            output.Trim().Split('\n')
        );
    }

    [Theory]
    [InlineData(
        "--all",
        null,
        """[{"geo":"XA","TIME_PERIOD":"2031","OBS_VALUE":"5","flags":"p"},{"geo":"XB","TIME_PERIOD":"2031","OBS_VALUE":"6.5","flags":""}]"""
    )]
    [InlineData("--rows", "1", """[{"geo":"XA","TIME_PERIOD":"2031","OBS_VALUE":"5","flags":"p"}]""")]
    [InlineData("--rows", "0", "[]")]
    public async Task Rows_are_shown_when_they_are_asked_for(string option, string? number, string rows)
    {
        var file = Write("a.csv", "geo;year;value;flag\nXA;2031;5;p\nXB;2031;6,5;\n");
        string[] asked = number is null ? [option] : [option, number];

        var (code, output, _) = await Verb.RunAsync(folder.Path, ["inspect", "statistics", .. asked, file]);

        Assert.Equal(0, code);
        Assert.EndsWith($"\"rows\":{rows}}}", output.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_of_rows_that_is_none_is_wrong_usage()
    {
        var (code, _, errors) = await Verb.RunAsync(folder.Path, "inspect", "statistics", "--rows", "-1", Write("a.csv", ""));
        Assert.Equal(2, code);
        Assert.Contains("--rows takes a number from 0", errors, StringComparison.Ordinal);
    }

    private string Write(string name, string content)
    {
        var path = Path.Combine(folder.Path, name);
        File.WriteAllText(path, content);
        return path;
    }
}
