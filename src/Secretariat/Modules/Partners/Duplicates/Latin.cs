using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Secretariat.Formats;

namespace Secretariat.Modules.Partners.Duplicates;

/// <summary>
/// Words of other scripts in plain Latin letters, to compare and to find, never to show as somebody's name. Each letter is
/// read as passports and maps read it: Latin and Cyrillic by ICAO Doc 9303, part 3, section 6, with the habits of BGN/PCGN
/// (kh, zh, shch) and of Serbian and Macedonian Latin; Greek by ISO 843 and ELOT 743, digraphs included; Arabic and Persian
/// by the United Nations system of 2017, without the vowels that are not written; Armenian, Georgian and Hebrew by BGN/PCGN.
/// </summary>
public static class Latin
{
    /// <summary>Longer ones are no names, and are compared by their beginning.</summary>
    internal const int Longest = 200;

    // Room for ^ and $ beside the longest grapheme.
    private const int LongestKey = 5;
    private const string Apostrophes = "'’‘ʼʹʻʿʾ`´";

    private static readonly FrozenDictionary<string, Grapheme> Graphemes = LikenessData
        .Read<Dictionary<string, Dictionary<string, string>>>("letters.json")
        .SelectMany(script => script.Value)
        .ToFrozenDictionary(pair => pair.Key, pair => Grapheme.Of(pair.Value), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Grapheme>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        Graphemes.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Small letters a to z, words divided by one space; letters of scripts that are not known stay as they are.</summary>
    public static string Of(string text) => string.Join(' ', WordsOf(Prepared(text)).Select(OfWord));

    /// <summary>Whether both words can be romanisations of one: <c>Юлія</c>, <c>Yuliia</c> and <c>Julija</c>.</summary>
    public static bool Meet(string one, string other) => Sounds.Of(Prepared(one)).Meet(Sounds.Of(Prepared(other)));

    /// <summary>Composed, in small letters, without the accents that change no letter of the tables.</summary>
    internal static string Prepared(string text)
    {
        var composed = WellFormed.Of(WellFormed.Cut(text, Longest)).Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        var prepared = new StringBuilder(composed.Length);
        foreach (var c in composed)
        {
            if (Apostrophes.Contains(c, StringComparison.Ordinal))
                prepared.Append('\'');
            else if (char.IsAscii(c) || char.IsSurrogate(c) || BySpan.ContainsKey([c]))
                prepared.Append(c);
            else
                AppendWithoutMarks(prepared, c);
        }

        return prepared.ToString();
    }

    /// <summary>Runs of letters of a prepared text; an apostrophe within belongs to no letter.</summary>
    internal static string[] WordsOf(string prepared)
    {
        var letters = new StringBuilder(prepared.Length);
        foreach (var rune in prepared.EnumerateRunes())
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.SpacingCombiningMark)
                letters.Append(rune);
            else if (rune.Value != '\'')
                letters.Append(' ');
        return letters.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    internal static string OfWord(string word) => string.Concat(GraphemesOf(word).Select(g => g.Latin));

    /// <summary>The longest grapheme of the tables at each place; <c>^</c> and <c>$</c> in their keys are the ends of the word.</summary>
    internal static IEnumerable<Grapheme> GraphemesOf(string word)
    {
        var bounded = $"^{word}$";
        for (var at = 0; at < bounded.Length; )
        {
            var length = Math.Min(LongestKey, bounded.Length - at);
            Grapheme? found = null;
            while (length > 0 && !BySpan.TryGetValue(bounded.AsSpan(at, length), out found))
                length--;
            if (found is not null)
                yield return found;
            else if (at > 0 && at < bounded.Length - 1)
                yield return Grapheme.Unknown(bounded[at]);
            at += Math.Max(length, 1);
        }
    }

    private static void AppendWithoutMarks(StringBuilder prepared, char c)
    {
        foreach (var part in c.ToString().Normalize(NormalizationForm.FormD))
            if (CharUnicodeInfo.GetUnicodeCategory(part) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format))
                prepared.Append(char.ToLowerInvariant(part));
    }
}

/// <summary>
/// One or more letters: what they are in Latin, and how they sound, twice where they have two readings. In the data
/// <c>latin;sounds;other sounds</c>, where a sound is a vowel, <c>*</c> for any, or the consonants that it may be.
/// </summary>
internal sealed record Grapheme(string Latin, IReadOnlyList<Sound> Sounds, IReadOnlyList<Sound> OtherSounds)
{
    public static Grapheme Of(string data)
    {
        var parts = data.Split(';');
        var sounds = parts.Length > 1 ? Read(parts[1]) : [];
        return new(parts[0], sounds, parts.Length > 2 ? Read(parts[2]) : sounds);
    }

    public static Grapheme Unknown(char letter)
    {
        Sound[] itself = [Sound.Unknown(letter)];
        return new(letter.ToString(), itself, itself);
    }

    private static Sound[] Read(string sounds) => [.. sounds.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Sound.Of)];
}
