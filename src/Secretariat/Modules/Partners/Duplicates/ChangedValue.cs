using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners.Duplicates;

/// <summary>A value as a merge left it, and as it is now.</summary>
internal sealed record ChangedValue(Reason Field, object? Then, object? Now)
{
    /// <summary>The first that reads otherwise now, in words; null where none does.</summary>
    public static Reason? InWords(params IEnumerable<ChangedValue> values) =>
        values.FirstOrDefault(v => v.Then?.ToString() != v.Now?.ToString()) is { } changed
            ? Text.Key("{0} was “{1}”, and is “{2}” now", changed.Field, Shown(changed.Then), Shown(changed.Now))
            : null;

    /// <summary>A text in the first language in which it reads otherwise.</summary>
    public static ChangedValue Of(Reason field, LocalizedText? then, LocalizedText? now)
    {
        var languages = (then?.Languages ?? []).Union(now?.Languages ?? [], StringComparer.Ordinal);
        var (first, second) = languages
            .Select(l => (Then: Own(then, l), Now: Own(now, l)))
            .FirstOrDefault(texts => texts.Then != texts.Now);
        return new(field, first, second);
    }

    private static object Shown(object? value) => value?.ToString() is null or "" ? "–" : value;

    private static string? Own(LocalizedText? text, string language) =>
        text?.Languages.Contains(language, StringComparer.Ordinal) is true ? text.In(language) : null;
}
