using System.Globalization;

namespace Secretariat.Formats.Tables;

/// <summary>How far a word looks as words do, whatever its language: 0 where nothing is odd, less for each oddity.</summary>
internal static class WordScore
{
    private const double Nonsense = -4;
    public const double Odd = -2;
    public const double Unusual = -0.7;

    /// <summary>Signs that stand at words as a matter of course.</summary>
    private const string Punctuation = "’‘“”„‚«»‹›–—…€§°·\u00A0№،؛؟，。、（）：；・「」《》\u3000";

    public static double Of(string word)
    {
        var score = 0.0;
        for (var i = 0; i < word.Length; i++)
            score += ScoreAt(word, i);
        return score + VowelScore(word);
    }

    private static double ScoreAt(string word, int at)
    {
        var c = word[at];
        var before = at > 0 ? word[at - 1] : ' ';
        var after = at + 1 < word.Length ? word[at + 1] : ' ';
        if (c < 0x80)
            return 0;
        if (LetterPlace.IsMark(c))
            return LetterPlace.OfMark(before);
        if (!char.IsLetter(c) || c is 'ª' or 'º')
            return SignScore(c, before, after);
        return CaseScore(c, before, after) + ScriptScore(c, before, after) + LetterPlace.Of(c, before, after);
    }

    private static double SignScore(char c, char before, char after)
    {
        if (char.IsControl(c) || c is '\uFFFD' || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.PrivateUse)
            return Nonsense;
        if (c is '’' or '·' or '–' or '\u00A0')
            return before is ' ' && char.IsLetter(after) && after >= 0x370 ? Unusual : 0;
        if (char.IsLetter(before) && char.IsLetter(after))
            return Odd;
        return Punctuation.Contains(c, StringComparison.Ordinal) ? 0 : Unusual;
    }

    /// <summary>A capital after a small letter, or a small letter between capitals.</summary>
    private static double CaseScore(char c, char before, char after) =>
        char.IsUpper(c) && char.IsLower(before) || char.IsLower(c) && char.IsUpper(before) && char.IsUpper(after) ? Odd : 0;

    private static double ScriptScore(char c, char before, char after)
    {
        var isLatin = c < 0x370;
        var isMixed = char.IsLetter(before) && before < 0x370 != isLatin || char.IsLetter(after) && after < 0x370 != isLatin;
        if (isMixed)
            return Odd;
        return isLatin && before >= 0x80 && after >= 0x80 && char.IsLetter(before) && char.IsLetter(after) ? Unusual : 0;
    }

    /// <summary>A word of Greek or Cyrillic letters has vowels, and not vowels alone.</summary>
    private static double VowelScore(string word)
    {
        var (letters, vowels) = (0, 0);
        foreach (var c in word)
        {
            if (c is < '\u0370' or > '\u052F' || !char.IsLetter(c))
                continue;
            letters++;
            if (Languages.Vowels.Contains(char.ToLowerInvariant(c), StringComparison.Ordinal))
                vowels++;
        }

        return letters >= 4 && vowels / (double)letters is < 0.2 or > 0.75 ? Odd : 0;
    }
}
