using System.Collections.Concurrent;
using System.Text.Json;
using Secretariat.Modules.Correspondence.Understanding;

namespace Secretariat.Modules.Correspondence;

/// <summary>The words by which the clerk understands letters of one language; <c>data/clerk/README.md</c> explains the lists.</summary>
public sealed class ClerkWords
{
    /// <summary>The file whose words stand in letters of every language: labels, titles, signs.</summary>
    private const string Common = "any";

    private static readonly string[] StrandCodes = ["prevention", "response", "alternatives"];
    private static readonly JsonSerializerOptions Json = new()
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    private static readonly HashSet<string> Names =
    [
        .. WordList.All,
        .. StrandCodes,
        .. StrandCodes.Select(code => code + "Ordinals"),
        "atSigns",
        "dots",
        "commonWords",
        "transliteration",
        "objectEndings",
        "elisions",
        "countries",
    ];

    private readonly Dictionary<string, List<string>> lists = [];

    /// <summary>Made when first asked for: most letters are in few of the languages.</summary>
    private readonly ConcurrentDictionary<string, PhraseSet> sets = new(StringComparer.Ordinal);

    private readonly Lazy<IReadOnlyList<(string, PhraseSet, PhraseSet)>> strands;
    private readonly Lazy<IReadOnlyDictionary<string, string>> countries;

    /// <summary>One for each language that has a file in the folder, English first.</summary>
    /// <exception cref="InvalidDataException">A file is not an object of lists of words.</exception>
    public static IReadOnlyList<ClerkWords> LoadAll(string folder)
    {
        var files = Directory.GetFiles(folder, "*.json").ToDictionary(f => Path.GetFileNameWithoutExtension(f));
        var common = files.Remove(Common, out var any) ? new[] { any } : [];
        return
        [
            .. files
                .OrderByDescending(f => f.Key is "en")
                .ThenBy(f => f.Key, StringComparer.Ordinal)
                .Select(f => new ClerkWords([f.Value, .. common])),
        ];
    }

    /// <param name="files">Of the language first, which gives it its name; then those that stand in every language.</param>
    public ClerkWords(params IReadOnlyList<string> files)
    {
        Language = Path.GetFileNameWithoutExtension(files[0]);
        foreach (var file in files)
            Add(file);
        (AtSigns, Dots, CommonWords) = (Words("atSigns"), Words("dots"), Words("commonWords"));
        (Elisions, ObjectEndings) = (Words("elisions"), lists.GetValueOrDefault("objectEndings") ?? []);
        NameSuffixes = Words(WordList.NameSuffixes);
        countries = new(ReadCountries);
        strands = new(() => [.. StrandCodes.Select(code => (code, this[code], this[code + "Ordinals"]))]);
    }

    /// <summary>Its code (ISO 639-1).</summary>
    public string Language { get; }

    internal IReadOnlySet<string> AtSigns { get; }
    internal IReadOnlySet<string> Dots { get; }

    /// <summary>The small words by which a language is told from others.</summary>
    internal IReadOnlySet<string> CommonWords { get; }

    /// <summary>What is written in one with the word behind it, apostrophe included: "d'" in "d'Anne Fournel".</summary>
    internal IReadOnlySet<string> Elisions { get; }

    /// <summary>What is written behind an apostrophe at the end of a name: "tır" in "Altuntaş'tır".</summary>
    internal IReadOnlySet<string> NameSuffixes { get; }

    /// <summary>How a name ends that is an object, with its accents: they tell "Vilkaitė" from "Vilkaitę".</summary>
    internal IReadOnlyList<string> ObjectEndings { get; }

    /// <summary>The code (ISO 3166-1) of each state by its names, folded.</summary>
    internal IReadOnlyDictionary<string, string> Countries => countries.Value;

    /// <summary>Each strand with the words for it.</summary>
    internal IReadOnlyList<(string Code, PhraseSet Words, PhraseSet Ordinals)> Strands => strands.Value;

    internal PhraseSet this[string list] => sets.GetOrAdd(list, name => new PhraseSet(List(name)));

    private void Add(string file)
    {
        try
        {
            foreach (
                var (name, list) in JsonSerializer.Deserialize<Dictionary<string, List<string>>>(File.ReadAllText(file), Json)!
            )
                (lists.TryGetValue(Known(name, file), out var known) ? known : lists[name] = []).AddRange(list);
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException(
                $"{Path.GetFileName(file)} is not an object of lists of words: {exception.Message}",
                exception
            );
        }
    }

    /// <summary>A misspelt list would be words that nobody ever looks up.</summary>
    private static string Known(string list, string file) =>
        Names.Contains(list)
            ? list
            : throw new InvalidDataException($"{Path.GetFileName(file)} holds a list “{list}”, which the clerk does not know.");

    private Dictionary<string, string> ReadCountries()
    {
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var country in lists.GetValueOrDefault("countries") ?? [])
        foreach (var name in InBothScripts([country[3..]]))
            codes[Tokenizer.Fold(name)] = country[..2];
        return codes;
    }

    private HashSet<string> Words(string name) => [.. List(name).Select(w => Tokenizer.Fold(w))];

    /// <summary>Each phrase as it stands, and in the language's other script where it has two.</summary>
    private List<string> List(string name) => InBothScripts(lists.GetValueOrDefault(name) ?? []);

    private List<string> InBothScripts(List<string> list) =>
        lists.GetValueOrDefault("transliteration") is { Count: > 0 } pairs
            ? [.. list, .. list.Select(phrase => pairs.Aggregate(phrase, Rewrite))]
            : list;

    private static string Rewrite(string phrase, string pair) =>
        pair.Split(' ') is [var from, var to] ? phrase.Replace(from, to, StringComparison.OrdinalIgnoreCase) : phrase;
}
