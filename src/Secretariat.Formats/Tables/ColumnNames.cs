using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Secretariat.Formats.Tables;

/// <summary>Tells from the name of a column what it holds.</summary>
internal static class ColumnNames
{
    /// <summary>The name is one of the words for the field.</summary>
    public const int Exact = 100;

    /// <summary>Such a word is among others in the name.</summary>
    public const int Within = 50;

    private const int LongestName = 80;
    private const int ShortestStem = 6;
    private const int MostWords = 8;

    /// <summary>In the order in which a word among others decides: the e-mail of the organisation is an e-mail.</summary>
    private static readonly (string Field, FrozenSet<string> Words)[] Fields =
    [
        ("email", WordsOf(ColumnWords.Email)),
        ("phone", WordsOf(ColumnWords.Phone)),
        ("country", WordsOf(ColumnWords.Country)),
        ("function", WordsOf(ColumnWords.Function)),
        ("organisation", WordsOf(ColumnWords.Organisation)),
        ("given", WordsOf(ColumnWords.Given)),
        ("family", WordsOf(ColumnWords.Family)),
        ("name", WordsOf(ColumnWords.Name)),
    ];

    private static readonly FrozenSet<string> NotTheThing = WordsOf(ColumnWords.NotTheThing);
    private static readonly FrozenSet<string> OnlyAlone = WordsOf(ColumnWords.OnlyAlone);

    /// <summary>The fields that a name may mean, each with <see cref="Exact"/> or something around <see cref="Within"/>, the likeliest first.</summary>
    public static IReadOnlyList<(string Field, int Score)> Meanings(string name)
    {
        if (name.Length > LongestName)
            return [];
        var whole = MeaningsOf(Folded(name));
        if (whole.Count > 0 && whole[0].Score is Exact)
            return whole;
        // Two languages in one name, or a remark in brackets.
        var pieces = name.Split(
                ['/', '|', '\n', '(', '[', ',', ';'],
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            )
            .Select(piece => MeaningsOf(Folded(piece)))
            .Where(m => m.Count > 0 && m[0].Score is Exact)
            .Select(m => m[0].Field)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (pieces.Contains("given", StringComparer.Ordinal) && pieces.Contains("family", StringComparer.Ordinal))
            return [("name", Exact)];
        return pieces.Count is 1 ? [(pieces[0], Exact - 1)] : whole;
    }

    /// <summary>Small letters and digits without accents, one space between words.</summary>
    public static string Folded(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var c in WellFormed.Of(name).Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(c))
                folded.Append(LetterOf(char.ToLowerInvariant(c)));
            else if (
                CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark
                && folded.Length > 0
                && folded[^1] is not ' '
            )
                folded.Append(' ');
        }

        return folded.ToString().TrimEnd();
    }

    private static string LetterOf(char c) =>
        c switch
        {
            'ß' => "ss",
            'ł' => "l",
            'đ' => "d",
            'ø' => "o",
            'æ' => "ae",
            'ħ' => "h",
            'ı' => "i",
            'ς' => "σ",
            _ => c.ToString(),
        };

    private static FrozenSet<string> WordsOf(string lines) =>
        lines
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(line => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..].Split(','))
            .Select(Folded)
            .ToFrozenSet(StringComparer.Ordinal);

    private static List<(string Field, int Score)> MeaningsOf(string folded)
    {
        var exact = Fields.Where(f => f.Words.Contains(folded)).Select(f => (f.Field, Exact)).ToList();
        if (exact.Count > 0 || folded.Length is 0)
            return exact;
        var words = folded.Split(' ');
        if (words.Length > MostWords)
            return [];
        var phrases = PhrasesOf(words);
        var isOfAnother = words.Any(NotTheThing.Contains);
        var found = Fields.Where(f => (!isOfAnother || f.Field is "email" or "phone") && phrases.Any(p => IsMeant(p, f.Words)));
        return Narrow([.. found.Select((f, i) => (f.Field, Within - i))]);
    }

    /// <summary>Both halves of a name make a name; a half is more than the word for a name.</summary>
    private static List<(string Field, int Score)> Narrow(List<(string Field, int Score)> found)
    {
        var halves = found.Count(f => f.Field is "given" or "family");
        if (halves is not 2)
            return found;
        found.RemoveAll(f => f.Field is "given" or "family" or "name");
        return [.. found, ("name", Within - found.Count)];
    }

    private static List<string> PhrasesOf(string[] words)
    {
        var phrases = new List<string>();
        for (var from = 0; from < words.Length; from++)
        for (var to = from + 1; to <= words.Length; to++)
            phrases.Add(string.Join(' ', words[from..to]));
        return phrases;
    }

    /// <summary>A word for the field, or a longer one that begins with it, as compounds and cases do.</summary>
    private static bool IsMeant(string phrase, FrozenSet<string> words)
    {
        if (words.Contains(phrase))
            return !OnlyAlone.Contains(phrase);
        if (phrase.Contains(' ', StringComparison.Ordinal))
            return false;
        var lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = phrase.Length - 1; length >= ShortestStem; length--)
        {
            if (lookup.Contains(phrase.AsSpan(0, length)))
                return true;
        }

        return false;
    }
}
