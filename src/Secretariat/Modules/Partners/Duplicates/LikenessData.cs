using System.Collections.Frozen;
using System.Text.Json;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Partners.Duplicates;

/// <summary>The lists of <c>data/likeness</c>: letters, words about names, calling codes. They hold no person and no alliance.</summary>
internal static class LikenessData
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static readonly NameWords Words = Read<NameWords>("words.json");

    public static T Read<T>(string file)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "data", "likeness", file);
        return JsonSerializer.Deserialize<T>(File.ReadAllBytes(path), Json) ?? throw new JsonException($"{path} holds nothing.");
    }

    public static FrozenSet<string> Folded(IEnumerable<string> words) => words.Select(Bare).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>As words are compared with the lists: no case, accents, dots and hyphens.</summary>
    public static string Bare(string word) => string.Concat(Fold.Of(word).Where(char.IsLetterOrDigit));
}

/// <summary>What stands in names without being one.</summary>
internal sealed record NameWords(
    IReadOnlyList<string> Titles,
    IReadOnlyList<string> PossibleTitles,
    IReadOnlyList<string> Generations,
    IReadOnlyList<string> Particles,
    IReadOnlyList<string> ArabicArticles,
    IReadOnlyList<string> ArabicWords,
    IReadOnlyDictionary<string, string> Short,
    IReadOnlyList<string> SharedMailboxes,
    IReadOnlyList<string> PublicDomains,
    IReadOnlyList<string> PublicDomainWords,
    IReadOnlyList<string> CommonDomainWords,
    IReadOnlyList<string> CommonDomains,
    IReadOnlyList<string> OrganisationWords,
    IReadOnlyList<string> LegalForms,
    IReadOnlyList<string> StateWords
);
