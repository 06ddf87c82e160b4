using System.Collections.Frozen;
using System.Globalization;
using Secretariat.Formats;

namespace Secretariat.Modules.Partners.Duplicates;

/// <summary>
/// A telephone number as ITU-T E.164, section 6, has it: country code and national number, at most 15 digits. The codes and
/// the trunk prefixes, which are dialled within a country only, are those of E.164 and of the national plans known to the ITU.
/// </summary>
internal static class PhoneNumber
{
    private const int Longest = 60;
    private const int FewestDigits = 7;
    private const int MostDigits = 15;

    private static readonly FrozenDictionary<string, string[]> Codes = LikenessData
        .Read<Dictionary<string, Dictionary<string, string>>>("calling-codes.json")["codes"]
        .ToFrozenDictionary(pair => pair.Key, pair => pair.Value.Split(';'), StringComparer.OrdinalIgnoreCase);

    /// <summary><c>+3222991111</c>; or the digits alone when nobody knows the country; null for what is no number.</summary>
    /// <param name="country">ISO 3166-1 alpha-2, of the partner for whom somebody speaks.</param>
    public static string? Of(string? written, string? country)
    {
        if (string.IsNullOrWhiteSpace(written))
            return null;
        var first = FirstOf(WellFormed.Cut(written, Longest));
        var isInternational = first.TrimStart().StartsWith('+');
        var digits = Digits(isInternational ? first.Replace("(0)", "", StringComparison.Ordinal) : first);
        if (!isInternational && digits.StartsWith("00", StringComparison.Ordinal))
        {
            digits = Digits(first.Replace("(0)", "", StringComparison.Ordinal))[2..];
            isInternational = true;
        }

        var number = isInternational ? "+" + digits : National(digits, country);
        return digits.Length is >= FewestDigits and <= MostDigits ? number : null;
    }

    private static string National(string digits, string? country)
    {
        if (country is null || !Codes.TryGetValue(country, out var code))
            return digits;
        var trunk = code.Skip(1).FirstOrDefault(prefix => digits.StartsWith(prefix, StringComparison.Ordinal)) ?? "";
        return $"+{code[0]}{digits[trunk.Length..]}";
    }

    /// <summary>Up to an extension, a second number or a word behind the number.</summary>
    private static string FirstOf(string written)
    {
        var start = 0;
        while (start < written.Length && !char.IsDigit(written[start]) && written[start] is not ('+' or '('))
            start++;
        var end = start;
        while (end < written.Length && !char.IsLetter(written[end]) && written[end] is not (';' or ',' or '#'))
            end++;
        return written[start..end];
    }

    private static string Digits(string written) =>
        string.Concat(
            written
                .Where(c => char.GetUnicodeCategory(c) is UnicodeCategory.DecimalDigitNumber)
                .Select(c => (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)))
        );
}
