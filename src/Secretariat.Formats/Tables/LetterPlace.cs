using System.Globalization;

namespace Secretariat.Formats.Tables;

/// <summary>Letters that have their place in a word, whatever the language: 0 where they stand there, less where they do not.</summary>
internal static class LetterPlace
{
    /// <summary>Vowels of Thai that are written before the consonant they follow.</summary>
    private const string Leading = "เแโใไ";

    public static bool IsMark(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark;

    /// <summary>Of a mark, which stands on a letter of its own script.</summary>
    public static double OfMark(char before) => IsMark(before) || IsBeyondLatin(before) && !IsLeading(before) ? 0 : WordScore.Odd;

    /// <summary>
    /// Graves of Romance languages at the end or amid a word, a sigma, a Hebrew or an Arabic letter by its form, a vowel of Thai before a
    /// consonant.
    /// </summary>
    public static double Of(char c, char before, char after) =>
        c switch
        {
            'È' or 'Ì' or 'Ò' or 'Ù' when char.IsLower(after) => WordScore.Unusual,
            'ì' or 'ò' or 'ù' when char.IsLetter(after) => WordScore.Unusual,
            'ς' or 'ך' or 'ם' or 'ן' or 'ף' or 'ץ' or 'ة' or 'ى' when char.IsLetter(after) => WordScore.Odd,
            'σ' or 'כ' or 'מ' or 'נ' or 'צ' when !char.IsLetter(after) && char.IsLetter(before) => WordScore.Odd,
            'ء' when !char.IsLetter(before) => WordScore.Odd,
            _ when IsLeading(c) && (!IsBeyondLatin(after) || IsLeading(after)) => WordScore.Odd,
            _ => 0,
        };

    private static bool IsLeading(char c) => Leading.Contains(c, StringComparison.Ordinal);

    private static bool IsBeyondLatin(char c) => c >= 0x370 && char.IsLetter(c);
}
