using System.Text.Json;

namespace Secretariat.Tests.Whole;

/// <summary>What this alliance is called and says of itself stands in its folder, and nowhere in the code.</summary>
public sealed class AllianceNameTests
{
    [Fact]
    public void No_code_page_or_catalogue_names_this_alliance()
    {
        var words = Words(TestFolder.AllianceSource);
        var found =
            from file in Sources()
            let content = File.ReadAllText(file)
            from word in words
            where content.Contains(word, StringComparison.OrdinalIgnoreCase)
            select $"{Path.GetRelativePath(TextKeys.Root, file)}: {word}";
        Assert.Empty(found);
    }

    [Fact]
    public void All_sources_are_looked_at()
    {
        var names = Sources().Select(Path.GetFileName).ToHashSet(StringComparer.Ordinal);
        Assert.All(["_Base.cshtml", "CoverMail.cs", "fr.json"], name => Assert.Contains(name, names));
        Assert.Contains("Secrétariat de l’Alliance mondiale contre le trafic de migrants", Words(TestFolder.AllianceSource));
    }

    /// <summary>Every text of that folder's <c>alliance.json</c>, in every language.</summary>
    internal static IReadOnlyList<string> Words(string folder)
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "alliance.json")));
        string[] fields = ["name", "secretariat", "mailboxName", "lead", "introduction"];
        return [.. fields.SelectMany(field => TextsOf(file.RootElement.GetProperty(field)))];
    }

    private static IEnumerable<string> TextsOf(JsonElement text) =>
        text.ValueKind is JsonValueKind.String
            ? [text.GetString()!]
            : text.EnumerateObject().Select(language => language.Value.GetString()!);

    private static IEnumerable<string> Sources() =>
        from file in Directory.EnumerateFiles(Path.Combine(TextKeys.Root, "src"), "*", SearchOption.AllDirectories)
        where Path.GetExtension(file) is ".cs" or ".cshtml" or ".json" && !file.Contains("/obj/", StringComparison.Ordinal)
        select file;
}
