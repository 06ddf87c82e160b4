using Secretariat.Tests.Platform;

namespace Secretariat.Tests.Legislation;

/// <summary>Procedures on the command line.</summary>
public sealed class ProcedureVerbTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_procedure_is_shown_and_what_is_none_is_refused_by_name()
    {
        var good = Write(
            "a.json",
            """
            {"data":[{"label":"2031/0999(COD)","process_title":{"en":"On invented matters"},"consists_of":["lost",
             {"activity_date":"2031-05-01","had_activity_type":"def/ep-activities/REFERRAL","based_on_a_realization_of":["eli/dl/doc/C-99"]}]}]}
            """
        );
        var bad = Write("b.html", "<h1>Home</h1>");

        var (code, output, errors) = await Verb.RunAsync(folder.Path, "inspect", "procedure", bad, good);

        Assert.Equal((0, ""), (code, errors));
        var lines = output.Trim().Split('\n');
        Assert.StartsWith(
            $$"""{"file":"{{bad}}","ok":false,"error":"{{bad}}: It is no page of a procedure""",
            lines[0],
            StringComparison.Ordinal
        );
        Assert.Equal(
            $$"""{"file":"{{good}}","ok":true,"error":null,"reference":"2031/0999(COD)","titles":{"en":"On invented matters"},"events":[{"date":"2031-05-01","type":"REFERRAL","actor":null,"documents":["C-99"]}],"notices":["Event 1 has no content, only lost; it is left out."]}""",
            lines[1]
        );
    }

    private string Write(string name, string content)
    {
        var path = Path.Combine(folder.Path, name);
        File.WriteAllText(path, content);
        return path;
    }
}
