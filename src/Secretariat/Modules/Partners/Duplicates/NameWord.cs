using System.Collections.Frozen;

namespace Secretariat.Modules.Partners.Duplicates;

/// <summary>How far two words of names agree, from not at all to wholly.</summary>
internal enum WordMatch
{
    None,
    Initial,
    Letter,
    Vowels,
    Sound,
    Same,
}

/// <summary>One word of somebody's name, without marks that are a matter of who writes.</summary>
internal sealed class NameWord(string prepared, bool hasDot)
{
    private const int ShortestWithSlip = 5;
    private const int LongestAbbreviation = 4;

    private static readonly FrozenSet<string> StateWords = LikenessData.Folded(LikenessData.Words.StateWords);

    private readonly string bare = LikenessData.Bare(prepared);
    private readonly bool isInitial = prepared.Length == 1 || (hasDot && prepared.Length <= LongestAbbreviation);

    public string Prepared => prepared;

    public string Latin { get; } = Duplicates.Latin.OfWord(prepared);

    public Sounds Sounds { get; } = Sounds.Of(prepared);

    public bool IsLatin => prepared[0] < '\u0250';

    /// <summary>Of a script without a table: it can be compared with its own kind only.</summary>
    public bool IsUnread => Latin.Any(c => !char.IsAscii(c));

    public bool IsInitial => isInitial;

    /// <summary>Many states bear it in their names, which are often left without it, as “Republic”.</summary>
    public bool IsOfStates => StateWords.Contains(bare);

    public WordMatch With(NameWord other, bool isArabic)
    {
        if (bare == other.bare)
            return WordMatch.Same;
        if (isInitial || other.isInitial)
            return Abbreviates(other) || other.Abbreviates(this) ? WordMatch.Initial : WordMatch.None;
        if (Sounds.Meet(other.Sounds))
            return Sounds.LacksVowels || other.Sounds.LacksVowels ? WordMatch.Vowels : WordMatch.Sound;
        if (isArabic && Sounds.MeetLoosely(other.Sounds))
            return WordMatch.Vowels;
        return IsSlip(Latin, other.Latin) ? WordMatch.Letter : WordMatch.None;
    }

    /// <summary>
    /// One letter wrong, missing, too many, or two changed over, in a longer word, within it: another beginning makes another
    /// name (Marina, Karina), and so does another end (Mario, Maria; Ivanov, Ivanova).
    /// </summary>
    internal static bool IsSlip(string one, string other)
    {
        if (one.Length < ShortestWithSlip || other.Length < ShortestWithSlip || Math.Abs(one.Length - other.Length) > 1)
            return false;
        var shorter = Math.Min(one.Length, other.Length);
        var start = one.AsSpan().CommonPrefixLength(other);
        var end = 0;
        while (end < shorter - start && one[^(end + 1)] == other[^(end + 1)])
            end++;
        if (start == 0 || end == 0)
            return false;
        var (left, right) = (one[start..^end], other[start..^end]);
        return (left.Length <= 1 && right.Length <= 1)
            || (left.Length == 2 && right.Length == 2 && left[0] == right[1] && left[1] == right[0]);
    }

    private bool Abbreviates(NameWord other) =>
        isInitial
        && (
            prepared.Length == 1
                ? Sounds.BeginAlike(other.Sounds)
                : other.Latin.StartsWith(Latin, StringComparison.Ordinal) && other.Latin.Length > Latin.Length
        );
}
