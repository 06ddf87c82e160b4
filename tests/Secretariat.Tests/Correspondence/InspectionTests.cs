using System.Text;
using System.Text.Json;
using Secretariat.Tests.Platform;

namespace Secretariat.Tests.Correspondence;

/// <summary>Mails and pages on the command line: one line a file, and a sentence for what is not shown.</summary>
public sealed class InspectionTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_page_is_read_in_the_charset_that_it_names()
    {
        var (page, wide) = (Write("a.html", "<meta charset=\"windows-1250\"><p>\u008Aidlo"), Write("b.html", "\u00C5\u00A0idlo"));

        var lines = await InspectAsync("html", page, wide);

        Assert.All(lines, line => Assert.Equal(("Šidlo", null), (Text(line, "text"), Text(line, "error"))));
    }

    [Fact]
    public async Task What_is_left_out_of_a_page_is_told()
    {
        var page = Write("a.html", new string('x', 4_194_305));

        var line = Assert.Single(await InspectAsync("html", page));

        Assert.True(line.GetProperty("ok").GetBoolean());
        Assert.Equal(
            $"{page} has 4194305 characters; what follows the first 4194304 is left out: give a smaller one.",
            Text(line, "error")
        );
    }

    [Fact]
    public async Task What_cannot_be_read_is_named_with_the_remedy()
    {
        var (empty, none) = (Write("a.eml", ""), Path.Combine(folder.Path, "b.eml"));

        Assert.Equal(
            [
                $"{empty}: The message is empty. Give the mail as it was received, with its header (.eml).",
                $"{none} is no file: check its name.",
                "/dev/zero has more than the 67108864 bytes that are read: give a smaller one.",
            ],
            (await InspectAsync("mail", empty, none, "/dev/zero")).Select(line => Text(line, "error"))
        );
    }

    private async Task<List<JsonElement>> InspectAsync(string kind, params string[] files)
    {
        var (code, output, errors) = await Verb.RunAsync(folder.Path, ["inspect", kind, .. files]);
        Assert.Equal((0, ""), (code, errors));
        return [.. output.Trim().Split('\n').Select(line => JsonElement.Parse(line))];
    }

    private static string? Text(JsonElement line, string name) => line.GetProperty(name).GetString();

    private string Write(string name, string latin1)
    {
        var path = Path.Combine(folder.Path, name);
        File.WriteAllBytes(path, Encoding.Latin1.GetBytes(latin1));
        return path;
    }
}
