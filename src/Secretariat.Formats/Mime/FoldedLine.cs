using System.Globalization;
using System.Text;

namespace Secretariat.Formats.Mime;

/// <summary>
/// A line as phrases are compared: without case, accents, bold marks and marks of direction; every blank, also a no-break or narrow one,
/// is one space, and digits of other scripts are European ones.
/// </summary>
internal static class FoldedLine
{
    /// <summary>No line that a program adds is longer.</summary>
    public const int MaxLength = 500;

    private static readonly char[] Folded = [.. Enumerable.Range(0, 0x2000).Select(c => FoldLetter((char)c))];

    /// <summary>Folds the beginning of a line, up to <see cref="MaxLength"/>.</summary>
    public static string Of(ReadOnlySpan<char> line)
    {
        var folded = new StringBuilder(Math.Min(line.Length, MaxLength));
        foreach (var c in line[..Math.Min(line.Length, MaxLength)])
        {
            var letter = c < Folded.Length ? Folded[c] : FoldMark(c);
            if (letter is ' ' && (folded.Length is 0 || folded[^1] is ' ') || letter is '\0')
                continue;
            folded.Append(letter);
            if (c is 'ß')
                folded.Append(letter);
        }
        return folded.ToString().TrimEnd();
    }

    /// <summary>Whether a character shows nothing: marks of direction, joiners, soft hyphens, byte order marks.</summary>
    public static bool IsInvisible(char c) =>
        c
            is '\u00AD'
                or '\u061C'
                or '\u180E'
                or '\uFEFF'
                or (>= '\u200B' and <= '\u200F')
                or (>= '\u202A' and <= '\u202E')
                or (>= '\u2060' and <= '\u206F');

    private static char FoldMark(char c) =>
        IsInvisible(c) ? '\0'
        : char.IsWhiteSpace(c) ? ' '
        : c switch
        {
            '‘' or '’' or '‛' => '\'',
            '：' => ':',
            '﹕' => ':',
            '‐' or '‑' => '-',
            _ => c,
        };

    private static char FoldLetter(char c)
    {
        if (char.IsWhiteSpace(c))
            return ' ';
        if (IsInvisible(c) || c is '*' || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark || c is 'ـ')
            return '\0';
        if (CharUnicodeInfo.GetDecimalDigitValue(c) is >= 0 and var digit)
            return (char)('0' + digit);
        return c switch
        {
            'ß' => 's',
            'ı' => 'i',
            'ł' or 'Ł' => 'l',
            'ø' or 'Ø' => 'o',
            'đ' or 'Đ' => 'd',
            'ħ' or 'Ħ' => 'h',
            'ς' => 'σ',
            _ => char.ToLowerInvariant(WellFormed.Of(c.ToString()).Normalize(NormalizationForm.FormD)[0]),
        };
    }
}
