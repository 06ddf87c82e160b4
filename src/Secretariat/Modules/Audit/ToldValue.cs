using System.Globalization;
using System.Text.Json;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Audit;

/// <summary>The values of a field, which the audit keeps as text, in the reader’s words.</summary>
/// <param name="type">What the field holds; null when the record has no such field, as of a sign-in.</param>
internal sealed class ToldValue(Type? type, string?[] values, Text t)
{
    private const int Longest = 160;

    /// <summary>How much of what is the same stands before the first difference.</summary>
    private const int Before = 40;
    private const string Instant = "yyyy-MM-ddTHH:mm:ss.fffZ";

    /// <summary>Null where there is nothing to read.</summary>
    public string? Of(string? value) =>
        (value, type) switch
        {
            (null or "", _) => null,
            (_, { IsEnum: true }) => t.Of(FieldNames.Of(value)),
            ("True", _) => t.Of("Yes"),
            ("False", _) => t.Of("No"),
            (['[', ..], _) when type == typeof(Reason) => t.Of(JsonSerializer.Deserialize<Reason>(value)!),
            (['{', ..], _) when type == typeof(LocalizedText) => TextOf(value)?.In(Language) ?? Shorten(value),
            _ => WhenOf(value) ?? Shorten(value),
        };

    /// <summary>The reader’s, unless a text was changed in others only.</summary>
    private string Language
    {
        get
        {
            var texts = values.OfType<string>().Select(TextOf).OfType<LocalizedText>().ToList();
            var own = t.Language.Code;
            return texts
                    .SelectMany(text => text.Languages)
                    .Prepend(own)
                    .FirstOrDefault(language => texts.Select(text => text.In(language)).Distinct().Count() > 1)
                ?? own;
        }
    }

    private static LocalizedText? TextOf(string json)
    {
        try
        {
            return LocalizedText.FromJson(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>An instant as Brussels saw it, a day as the reader writes it; never of words that look like one.</summary>
    private string? WhenOf(string value)
    {
        var (known, style) = (CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        if (
            (type is null || type == typeof(DateTimeOffset))
            && DateTimeOffset.TryParseExact(value, Instant, known, style, out var at)
        )
            return t.Moment(at);
        var isDay = DateOnly.TryParseExact(value, "yyyy-MM-dd", known, DateTimeStyles.None, out var day);
        return isDay && (type is null || type == typeof(DateOnly)) ? t.Date(day) : null;
    }

    /// <summary>Long values are cut, where they say something else than before; of a key to another record, the part that tells records apart.</summary>
    private string? Shorten(string value) =>
        Guid.TryParseExact(value, "D", out var id) ? $"…{id.ToString("N")[^8..]}"
        : value is "[]" ? null
        : value is ['[', .., ']'] && ListIn(value) is { } list ? list
        : value.Length > Longest ? Cut(value)
        : value;

    private string Cut(string value)
    {
        var from = Math.Max(0, Math.Min(SameAtTheBeginning - Before, value.Length - Longest));
        var to = Math.Min(value.Length, from + Longest);
        return $"{(from > 0 ? "…" : "")}{value[from..to]}{(to < value.Length ? "…" : "")}";
    }

    private int SameAtTheBeginning => values is [{ } first, { } second] ? first.AsSpan().CommonPrefixLength(second) : 0;

    /// <summary>A list of words, such as strands, as people write one.</summary>
    private static string? ListIn(string json)
    {
        try
        {
            return string.Join(", ", JsonSerializer.Deserialize<List<string>>(json)!);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
