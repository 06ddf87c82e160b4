using System.Text.Json;

namespace Secretariat.Platform.Localization;

/// <summary>One text in several languages; what is missing falls back visibly to English.</summary>
public sealed record LocalizedText(IReadOnlyDictionary<string, string> Texts)
{
    public static LocalizedText English(string text) => new(new Dictionary<string, string> { ["en"] = text });

    /// <summary>The text in that language, or in English, or in whatever there is; with the language it is in.</summary>
    public (string Text, string Language) Get(string language)
    {
        if (Texts.TryGetValue(language, out var text))
            return (text, language);
        if (Texts.TryGetValue("en", out text))
            return (text, "en");
        var first = Texts.FirstOrDefault();
        return (first.Value ?? "", first.Key ?? language);
    }

    public string In(string language) => Get(language).Text;

    public string ToJson() => JsonSerializer.Serialize(Texts);

    public static LocalizedText FromJson(string json) => new(JsonSerializer.Deserialize<SortedDictionary<string, string>>(json)!);

    public bool Equals(LocalizedText? other) => other is not null && ToJson() == other.ToJson();

    public override int GetHashCode() => ToJson().GetHashCode(StringComparison.Ordinal);
}
