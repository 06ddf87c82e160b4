using System.Text;

namespace Secretariat.Modules.Partners.Duplicates;

/// <summary>One way to read a word. Before, between and behind its consonants lie the gaps, with the vowels in them.</summary>
internal sealed class Reading
{
    private const int Variants = 3;

    private readonly List<int> consonants = [];
    private readonly List<string> gaps = [];
    private readonly List<bool> areLong = [];

    public static Reading Of(IEnumerable<Sound> sounds)
    {
        var reading = new Reading();
        var vowels = new StringBuilder();
        foreach (var sound in sounds)
        {
            if (sound.Consonants == 0)
            {
                vowels.Append(sound.Vowel);
            }
            else if (vowels.Length > 0 || reading.consonants.Count == 0 || reading.consonants[^1] != sound.Consonants)
            {
                reading.Close(vowels);
                reading.consonants.Add(sound.Consonants);
            }
        }

        reading.Close(vowels);
        return reading;
    }

    public bool IsSame(Reading other) => HasConsonantsOf(other) && gaps.SequenceEqual(other.gaps, StringComparer.Ordinal);

    public bool IsAlike(Reading other, bool lacksVowels, bool otherLacksVowels)
    {
        if (consonants.Count == 0 || !HasConsonantsOf(other))
            return false;
        for (var i = 0; i < gaps.Count; i++)
            if (!CanBe(i, gaps[i], other, lacksVowels) || !other.CanBe(i, other.gaps[i], this, otherLacksVowels))
                return false;
        return true;
    }

    public bool BeginsAs(Reading other)
    {
        var (one, another) = (gaps[0], other.gaps[0]);
        if (one.Length > 0 || another.Length > 0)
            return one.Length > 0 && another.Length > 0 && (one[0] == another[0] || one[0] == '*' || another[0] == '*');
        return consonants.Count > 0 && other.consonants.Count > 0 && Sound.Meet(consonants[0], other.consonants[0]);
    }

    public IEnumerable<string> Skeletons() =>
        Enumerable.Range(0, Variants).Select(v => string.Concat(consonants.Select(c => Variant(Sound.Classes(c), v))));

    public IEnumerable<string> Beginnings() =>
        gaps[0].Length > 0 || consonants.Count == 0 ? ["A"] : Sound.Classes(consonants[0]).Select(c => c.ToString());

    // One letter is mostly read in one way throughout a word, so the variants are few.
    private static char Variant(string classes, int variant) => variant < classes.Length ? classes[variant] : classes[0];

    private bool HasConsonantsOf(Reading other)
    {
        if (consonants.Count != other.consonants.Count)
            return false;
        for (var i = 0; i < consonants.Count; i++)
            if (!Sound.Meet(consonants[i], other.consonants[i]))
                return false;
        return true;
    }

    /// <summary>Whether the vowels of this gap can be those of the other's.</summary>
    private bool CanBe(int i, string vowels, Reading other, bool lacksVowels)
    {
        var others = other.gaps[i];
        if (
            vowels.Contains(Sound.AnyVowel, StringComparison.Ordinal) || others.Contains(Sound.AnyVowel, StringComparison.Ordinal)
        )
            return true;
        var (isFirst, isLast) = (i == 0, i == gaps.Count - 1);
        if (vowels.Length == 0 && others.Length > 0)
            // A vowel that begins or ends a word is written, and so is a long one: محمود is Mahmoud, محمد Mohammed.
            return !isFirst && !isLast && others.Length == 1 && (!lacksVowels || i == 1 || !other.areLong[i]);
        if (others.Length == 0)
            return true;
        return isLast ? (Near(vowels[^1..]) & Near(others[^1..])) != 0 : (Near(vowels) & Near(others)) != 0;
    }

    /// <summary>e lies between a and i; o and u are not told apart.</summary>
    private static int Near(string vowels) =>
        vowels.Aggregate(
            0,
            (near, vowel) =>
                near
                | vowel switch
                {
                    'a' => 1,
                    'e' => 3,
                    'i' => 2,
                    _ => 4,
                }
        );

    private void Close(StringBuilder vowels)
    {
        var written = vowels.ToString();
        gaps.Add(Plain(written));
        areLong.Add(written is "ou" or "oo" or "uu" or "ee" or "ii" or "aa");
        vowels.Clear();
    }

    /// <summary>ae, oe and ue are what ä, ö and ü are without their dots; ie is e after a soft consonant; ou is u.</summary>
    private static string Plain(string vowels)
    {
        if (vowels.Length < 2)
            return vowels;
        var plain = Single(vowels)
            .Replace("ou", "u", StringComparison.Ordinal)
            .Replace("ae", "a", StringComparison.Ordinal)
            .Replace("oe", "o", StringComparison.Ordinal)
            .Replace("ue", "u", StringComparison.Ordinal)
            .Replace("ie", "e", StringComparison.Ordinal);
        return Single(plain);
    }

    private static string Single(string vowels) => string.Concat(vowels.Where((v, i) => i == 0 || v != vowels[i - 1]));
}
