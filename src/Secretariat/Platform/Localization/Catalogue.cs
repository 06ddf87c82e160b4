using System.Collections.Frozen;
using System.Text.Json;

namespace Secretariat.Platform.Localization;

/// <summary>
/// Every text of the interface in every language. The English sentence is the key; each other language is one file
/// beside this one, named for its code: adding the file adds the language.
/// </summary>
public sealed class Catalogue
{
    public const string English = "en";

    private readonly FrozenDictionary<string, Text> texts;

    public Catalogue()
    {
        var all = new List<Text> { new(new Language(English), FrozenDictionary<string, string>.Empty) };
        all.AddRange(Files().Select(file => new Text(new Language(file.Code), Read(file.Resource))));
        Languages = all.ConvertAll(text => text.Language);
        texts = all.ToFrozenDictionary(text => text.Language.Code, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>English first, then by code.</summary>
    public IReadOnlyList<Language> Languages { get; }

    public bool Speaks(string? code) => code is not null && texts.ContainsKey(code);

    /// <summary>The texts in that language, in English when the interface does not speak it.</summary>
    public Text For(string? code) => texts[code is not null && Speaks(code) ? code : English];

    private static IEnumerable<(string Code, string Resource)> Files() =>
        from resource in typeof(Catalogue).Assembly.GetManifestResourceNames()
        where resource.StartsWith("texts/", StringComparison.Ordinal)
        orderby resource
        select (Path.GetFileNameWithoutExtension(resource), resource);

    private static FrozenDictionary<string, string> Read(string resource)
    {
        using var stream = typeof(Catalogue).Assembly.GetManifestResourceStream(resource)!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary();
    }
}
