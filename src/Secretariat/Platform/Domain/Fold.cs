using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Secretariat.Formats;

namespace Secretariat.Platform.Domain;

/// <summary>Text without case and accents, so that both databases find the same.</summary>
public static class Fold
{
    /// <summary>Letters that Unicode takes for ones of their own, whatever stroke or letter is in them.</summary>
    private static readonly FrozenDictionary<char, string> PlainLetters = new Dictionary<char, string>
    {
        ['ø'] = "o",
        ['ł'] = "l",
        ['đ'] = "d",
        ['ð'] = "d",
        ['ħ'] = "h",
        ['ŧ'] = "t",
        ['þ'] = "th",
        ['ı'] = "i",
        ['æ'] = "ae",
        ['œ'] = "oe",
        ['ß'] = "ss",
        ['ς'] = "σ",
    }.ToFrozenDictionary();

    /// <summary>Those that are in no text of <see cref="Plain"/>.</summary>
    public static IReadOnlyList<string> LettersNotPlain { get; } = [.. PlainLetters.Keys.Select(c => $"{c}")];

    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in WellFormed.Of(text).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                folded.Append(char.ToLowerInvariant(c));
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>
    /// As people write who do not have the letter: no ß but ss, no ς but σ, no ø, ł and đ but o, l and d. For what is sorted, or compared at
    /// once: texts that were kept by <see cref="Of"/> would not be found by it.
    /// </summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in Of(text))
            plain.Append(PlainLetters.GetValueOrDefault(c) ?? $"{c}");
        return plain.ToString();
    }

    /// <summary>Whether two write the same name, with its capitals and accents or without.</summary>
    public static bool AreSame(string one, string? other) => other is not null && Plain(one) == Plain(other);
}
