using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Correspondence;

/// <summary>
/// A name stands in a letter in the case that its sentence asks for (“Joną Rasteikį”, “Alper Günışık'ın”) and in the record in its own.
/// Whoever enters “Jonas Rasteikis” for it has changed nothing of what the message says.
/// </summary>
public static class Inflection
{
    private const int ShortestStem = 3;
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
        return stem >= ShortestStem && Math.Max(one.Length, other.Length) - stem <= LongestEnding;
    }

    private static string[] WordsOf(string text) =>
        Fold.Of(text).Split([' ', '.', ',', '-', '\u00a0', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
}
