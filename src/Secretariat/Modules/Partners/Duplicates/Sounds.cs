using System.Collections.Concurrent;

namespace Secretariat.Modules.Partners.Duplicates;

/// <summary>A vowel, or a set of consonants of which it is one: <c>ch</c> is č, x, š or k.</summary>
internal readonly record struct Sound(char Vowel, int Consonants)
{
    public const char AnyVowel = '*';
    private const string Known = "pbtdkgfvszlmnrhxCSZJQT";
    private static readonly ConcurrentDictionary<int, string> Named = [];

    public static Sound Of(string data) =>
        data[0] is 'a' or 'e' or 'i' or 'o' or 'u' or AnyVowel
            ? new(data[0], 0)
            : new('\0', data.Sum(symbol => 1 << Known.IndexOf(symbol, StringComparison.Ordinal)));

    /// <summary>A letter of a script without a table is only itself.</summary>
    public static Sound Unknown(char letter) => new('\0', ~letter);

    public static bool Meet(int one, int other) => one == other || (one > 0 && other > 0 && (one & other) != 0);

    /// <summary>Coarse names of the consonants, so that sets that meet have one in common: for finding, not for telling.</summary>
    public static string Classes(int consonants) => Named.GetOrAdd(consonants, Name);

    private static string Name(int consonants) =>
        consonants < 0
            ? ((char)~consonants).ToString()
            : string.Concat("CKSTJPVLMNR".Where(name => (consonants & Of(Members(name)).Consonants) != 0));

    private static string Members(char name) =>
        name switch
        {
            'C' => "CQ",
            'K' => "kgxh",
            'S' => "sSzZ",
            'T' => "tTd",
            'J' => "J",
            'P' => "pf",
            'V' => "bv",
            'L' => "l",
            'M' => "m",
            'N' => "n",
            _ => "r",
        };
}

/// <summary>A word as it may sound: its consonants and the vowels between them, in one or two readings.</summary>
internal sealed class Sounds
{
    private readonly Reading[] readings;

    private Sounds(bool lacksVowels, Reading[] readings)
    {
        (LacksVowels, this.readings) = (lacksVowels, readings);
        Skeletons = [.. readings.SelectMany(r => r.Skeletons()).Distinct(StringComparer.Ordinal)];
        Beginnings = [.. readings.SelectMany(r => r.Beginnings()).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Of a script that does not write short vowels.</summary>
    public bool LacksVowels { get; }

    /// <summary>Coarse consonants under which words that meet are found; three at most for each reading.</summary>
    public IReadOnlyList<string> Skeletons { get; }

    /// <summary>The first letters of the skeletons; all vowels are one.</summary>
    public IReadOnlyList<string> Beginnings { get; }

    public static bool LacksVowelsIn(string prepared) => prepared.Any(c => c is >= '\u0590' and <= '\u06FF');

    public static Sounds Of(string prepared)
    {
        var graphemes = Latin.GraphemesOf(prepared).ToList();
        var first = Reading.Of(graphemes.SelectMany(g => g.Sounds));
        return new(
            LacksVowelsIn(prepared),
            graphemes.Exists(g => !ReferenceEquals(g.Sounds, g.OtherSounds))
                ? [first, Reading.Of(graphemes.SelectMany(g => g.OtherSounds))]
                : [first]
        );
    }

    /// <summary>The same consonants and vowels in some reading of each; where vowels are not written, such as can stand there.</summary>
    public bool Meet(Sounds other) => LacksVowels || other.LacksVowels ? MeetLoosely(other) : Any(other, (a, b) => a.IsSame(b));

    /// <summary>The same consonants, and vowels that are hard to tell apart, as in Mohammed and Muhamad.</summary>
    public bool MeetLoosely(Sounds other) => Any(other, (a, b) => a.IsAlike(b, LacksVowels, other.LacksVowels));

    /// <summary>Whether both begin alike, as an initial and its name do.</summary>
    public bool BeginAlike(Sounds other) => Any(other, (a, b) => a.BeginsAs(b));

    private bool Any(Sounds other, Func<Reading, Reading, bool> meet)
    {
        foreach (var a in readings)
        foreach (var b in other.readings)
            if (meet(a, b))
                return true;
        return false;
    }
}
