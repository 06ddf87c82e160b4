using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Correspondence;

/// <summary>
/// A name stands in a letter in the case that its sentence asks for (“Joną Rasteikį”, “Alper Günışık'ın”) and in the record in its own.
/// Whoever enters “Jonas Rasteikis” for it has changed nothing of what the message says. “Ivana” may be Ivan in the genitive or another
/// person: that is for the officer who reads it, and the sender’s own words stay beside the record.
/// </summary>
public static class Inflection
{
    private const int LongestEnding = 4;

    /// <summary>Whether the two are the same words, as far as case, accents, marks and the endings of words let one tell.</summary>
    public static bool IsAll(string said, string entered)
    {
        var (one, other) = (WordsOf(said), WordsOf(entered));
        return one.Length == other.Length && one.Zip(other).All(pair => IsSame(pair.First, pair.Second));
    }

    private static bool IsSame(string one, string other)
    {
        if (one == other)
            return true;
        var stem = one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        var longest = Math.Max(one.Length, other.Length);
        return stem * 3 >= longest * 2 && longest - stem <= LongestEnding;
    }

    private static string[] WordsOf(string text) =>
        Fold.Of(text).Split([' ', '.', ',', '-', '\u00a0', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
}
