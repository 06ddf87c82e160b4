using System.Text.Json;
using System.Text.RegularExpressions;

namespace Secretariat.Tests.Whole;

/// <summary>Every language of the interface says all that the pages say, and nothing else.</summary>
public sealed class TextKeyTests
{
    public static TheoryData<string> Languages() =>
        [.. Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file))];

    private static string Folder => Path.Combine(TextKeys.Root, "src", "Secretariat", "Platform", "Localization");

    [Theory, MemberData(nameof(Languages))]
    public void Every_sentence_is_translated(string language)
    {
        var translated = Read(language);
        var missing = TextKeys.Used().Where(use => !translated.ContainsKey(use.Key)).ToList();
        var list = missing.Select(use => $"{use.Key} ({string.Join(", ", use.Distinct())})");
        Assert.True(missing.Count == 0, $"Not yet in {language}.json:\n{string.Join('\n', list)}");
    }

    [Theory, MemberData(nameof(Languages))]
    public void No_translation_is_left_over(string language)
    {
        var used = TextKeys.Used().Select(use => use.Key);
        Assert.Empty(Read(language).Keys.Except(used));
    }

    [Theory, MemberData(nameof(Languages))]
    public void A_translation_has_the_values_of_its_sentence(string language)
    {
        var wrong = Read(language).Where(text => text.Value.Length == 0 || Values(text.Key) != Values(text.Value));
        Assert.Empty(wrong.Select(text => text.Key));
    }

    [Fact]
    public void The_processes_that_the_history_names_are_marked_for_translation() =>
        Assert.DoesNotContain(
            Directory.EnumerateFiles(Path.Combine(TextKeys.Root, "src"), "*.cs", SearchOption.AllDirectories),
            file => Regex.IsMatch(File.ReadAllText(file), "\\bSaveAsync\\(\\s*\"", RegexOptions.NonBacktracking)
        );

    [Fact]
    public void Sentences_are_found_in_code_and_in_attributes()
    {
        const string Page = """
            <h2>@T["A heading"]</h2> <p>@T["{0} says \"no\"", name]</p>
            <ecl-field for="Name" label="A label" help="A help" /> <ecl-tag text="@data" />
            <ecl-select for="X" options="@(list.Select(x => x.Text))" prompt="A prompt" />
            """;
        Assert.Equal(
            ["A heading", "A help", "A label", "A prompt", "{0} says \"no\""],
            TextKeys.In(Page, isPage: true).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            ["a", "b", "c", "d"],
            TextKeys.In(
                """T.Of("a"); Text.Key("b"); [Display(Name = "c")] texts.For(language).Of("d", 1); Other.Of("e")""",
                isPage: false
            )
        );
    }

    private static Dictionary<string, string> Read(string language) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(Folder, $"{language}.json")))!;

    private static string Values(string sentence) =>
        string.Join(
            ' ',
            Regex
                .Matches(sentence, @"\{\d+\}", RegexOptions.NonBacktracking)
                .Select(match => match.Value)
                .Distinct()
                .Order(StringComparer.Ordinal)
        );
}
