using System.Text.Json;
using System.Text.Json.Serialization;

namespace Secretariat.Platform.Localization;

/// <summary>A text of the content, such as a strand's name, in as many languages as it has been written in.</summary>
[JsonConverter(typeof(LocalizedTextJson))]
public sealed class LocalizedText : IEquatable<LocalizedText>
{
    private readonly SortedDictionary<string, string> texts;

    public LocalizedText(IEnumerable<KeyValuePair<string, string>> texts) =>
        this.texts = new(texts.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);

    public static LocalizedText InEnglish(string text) => new([new(Catalogue.English, text)]);

    /// <summary>In English and, where it is written in it, in another language; without blanks around it.</summary>
    public static LocalizedText InEnglishAnd(string language, string english, string? text) =>
        string.IsNullOrWhiteSpace(text) ? InEnglish(english.Trim()) : InEnglish(english.Trim()).With(language, text.Trim());

    /// <summary>
    /// Written anew in English and French; null where nothing is. What other languages say stays as long as the English does.
    /// </summary>
    public static LocalizedText? Rewritten(LocalizedText? before, string? english, string? french)
    {
        if (string.IsNullOrWhiteSpace(english))
            return null;
        var after = InEnglishAnd("fr", english, french);
        return before is null || before.In(Catalogue.English) != english.Trim()
            ? after
            : before
                .Languages.Where(l => l is not (Catalogue.English or "fr"))
                .Aggregate(after, (text, l) => text.With(l, before.In(l)));
    }

    public IReadOnlyCollection<string> Languages => texts.Keys;

    /// <summary>
    /// The text in that language, else in English, else in the first language there is; with the language it is in,
    /// which a page must show when it is not its own. An empty text is in the language asked for.
    /// </summary>
    public (string Text, string LanguageUsed) Get(string language)
    {
        if (texts.TryGetValue(language, out var text))
            return (text, language);
        if (texts.TryGetValue(Catalogue.English, out var english))
            return (english, Catalogue.English);
        return texts.Count == 0 ? ("", language) : (texts.First().Value, texts.First().Key);
    }

    public string In(string language) => Get(language).Text;

    /// <summary>What is written in a language, or null where nothing is.</summary>
    public string? Written(string language) => texts.GetValueOrDefault(language);

    public LocalizedText With(string language, string text) =>
        new(new Dictionary<string, string>(texts, StringComparer.Ordinal) { [language] = text });

    public string ToJson() => JsonSerializer.Serialize(texts);

    public static LocalizedText FromJson(string json) => new(JsonSerializer.Deserialize<Dictionary<string, string>>(json)!);

    public bool Equals(LocalizedText? other) => other is not null && texts.SequenceEqual(other.texts);

    public override bool Equals(object? obj) => Equals(obj as LocalizedText);

    public override int GetHashCode() => texts.Aggregate(0, (hash, text) => HashCode.Combine(hash, text.Key, text.Value));

    public override string ToString() => Get(Catalogue.English).Text;
}

/// <summary>An object from language to text: <c>{"en": "Prevention", "fr": "Prévention"}</c>.</summary>
internal sealed class LocalizedTextJson : JsonConverter<LocalizedText>
{
    public override LocalizedText Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        new(JsonSerializer.Deserialize<Dictionary<string, string>>(ref reader, options)!);

    public override void Write(Utf8JsonWriter writer, LocalizedText value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var language in value.Languages)
            writer.WriteString(language, value.Get(language).Text);
        writer.WriteEndObject();
    }
}
