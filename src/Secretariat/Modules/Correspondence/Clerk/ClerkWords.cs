using System.Text.Json;
using Secretariat.Modules.Correspondence.Understanding;

namespace Secretariat.Modules.Correspondence;

/// <summary>The words by which the clerk understands letters, of one or more languages; <c>data/clerk/README.md</c> explains the lists.</summary>
public sealed class ClerkWords
{
    private static readonly string[] StrandCodes = ["prevention", "response", "alternatives"];
    private static readonly JsonSerializerOptions Json = new()
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    private readonly Dictionary<string, List<string>> lists = [];
    private readonly Dictionary<string, PhraseSet> sets = [];

    /// <summary>Reads one file per language; their lists are joined.</summary>
    /// <exception cref="InvalidDataException">A file is not an object of lists of words.</exception>
    public static ClerkWords Load(params IEnumerable<string> files)
    {
        var words = new ClerkWords();
        foreach (var file in files)
            words.Add(file);
        return words;
    }

    private ClerkWords() { }

    private void Add(string file)
    {
        try
        {
            foreach (
                var (name, list) in JsonSerializer.Deserialize<Dictionary<string, List<string>>>(File.ReadAllText(file), Json)!
            )
                (lists.TryGetValue(name, out var known) ? known : lists[name] = []).AddRange(list);
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException(
                $"{Path.GetFileName(file)} is not an object of lists of words: {exception.Message}",
                exception
            );
        }
        sets.Clear();
    }

    internal IReadOnlySet<string> AtSigns => field ??= List("atSigns").ToHashSet();
    internal IReadOnlySet<string> Dots => field ??= List("dots").ToHashSet();

    /// <summary>Each strand with the words for it.</summary>
    internal IReadOnlyList<(string Code, PhraseSet Words, PhraseSet Ordinals)> Strands =>
        field ??= [.. StrandCodes.Select(code => (code, Set(code), Set(code + "Ordinals")))];

    internal PhraseSet this[string list] => sets[list];

    /// <summary>Called once while the clerk is made, so that reading letters needs no lock.</summary>
    internal void Prepare()
    {
        foreach (var name in WordList.All)
            Set(name);
        _ = (AtSigns, Dots, Strands);
    }

    private PhraseSet Set(string name) => sets.TryGetValue(name, out var set) ? set : sets[name] = new PhraseSet(List(name));

    private List<string> List(string name) => lists.GetValueOrDefault(name) ?? [];
}
