using System.Buffers;
using System.Globalization;
using System.Text;

namespace Secretariat.Formats.Tables;

/// <summary>A charset that a list may be in without saying so.</summary>
/// <param name="CodePage">By which .NET knows it.</param>
/// <param name="Name">As IANA calls it.</param>
/// <param name="Alphabets">The letters beyond ASCII of each language that it was made for.</param>
/// <param name="Prior">How much likelier it is than others under which the words make as much sense.</param>
internal sealed record Charset(int CodePage, string Name, string[] Alphabets, double Prior)
{
    private const char FirstBeyondLatin = '\u0370';
    private const double EnoughCommon = 0.75;

    private readonly Lazy<Encoding> encoding = new(() =>
        CodePagesEncodingProvider.Instance.GetEncoding(CodePage) ?? Encoding.GetEncoding(CodePage)
    );

    private readonly Lazy<SearchValues<char>[]> letters = new(() =>
        Array.ConvertAll(Alphabets, a => SearchValues.Create([.. a]))
    );

    public Encoding Encoding => encoding.Value;

    /// <summary>Whether a letter takes two bytes: then there are thousands, and names have some that are not common.</summary>
    public bool IsWide => !Encoding.IsSingleByte;

    /// <summary>How much sense the words make: 1.5 for each, at best.</summary>
    public double ScoreOf(IReadOnlyCollection<string> words)
    {
        var (score, covered) = (Prior, new int[Alphabets.Length]);
        foreach (var word in words)
            score += WordScore.Of(word) + CoverageOf(word, covered);
        // A list is mostly in one language.
        return score + 0.5 * covered.Max() - 0.5 * WithoutCapitals(words);
    }

    private double CoverageOf(string word, int[] covered)
    {
        var isCovered = false;
        for (var i = 0; i < Alphabets.Length; i++)
        {
            if (!IsIn(word, letters.Value[i]))
                continue;
            covered[i]++;
            isCovered = true;
        }

        return isCovered ? 1 : -1;
    }

    private bool IsIn(string word, SearchValues<char> alphabet)
    {
        var (known, all) = (0, 0);
        foreach (var c in word)
        {
            if (c < 0x80 || !char.IsLetter(c) && CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)
                continue;
            all++;
            known += alphabet.Contains(char.ToLowerInvariant(c)) ? 1 : 0;
        }

        return known == all || IsWide && known >= EnoughCommon * all;
    }

    /// <summary>Words of Greek or Cyrillic letters where none begins with a capital: a list of names has some.</summary>
    private static int WithoutCapitals(IReadOnlyCollection<string> words)
    {
        var first = words.Select(w => w[0]).Where(c => c >= FirstBeyondLatin).ToList();
        return first.Exists(char.IsUpper) ? 0 : first.Count(char.IsLower);
    }
}
