namespace Secretariat.Modules.Correspondence.Understanding;

/// <summary>Phrases that mean the same to the clerk.</summary>
internal sealed class PhraseSet
{
    private readonly Dictionary<string, List<Phrase>> byWord = [];
    private readonly Dictionary<char, List<Phrase>> byLetter = [];
    private readonly List<Phrase> others = [];

    public PhraseSet(IEnumerable<string> phrases)
    {
        foreach (var phrase in phrases.Select(p => new Phrase(p)))
        {
            if (phrase.FirstWords is { Count: > 0 } words)
                Add(byWord, words, phrase);
            else if (phrase.FirstLetters is { Count: > 0 } letters)
                Add(byLetter, letters, phrase);
            else
                others.Add(phrase);
        }
    }

    private static void Add<T>(Dictionary<T, List<Phrase>> index, IReadOnlyList<T> keys, Phrase phrase)
        where T : notnull
    {
        foreach (var key in keys)
            (index.TryGetValue(key, out var list) ? list : index[key] = []).Add(phrase);
    }

    /// <summary>The end of the longest match that begins at a token, or 0.</summary>
    public int EndAt(IReadOnlyList<Token> tokens, int at)
    {
        if (at >= tokens.Count)
            return 0;
        var longest = Longest(others, tokens, at);
        if (byWord.TryGetValue(tokens[at].Folded, out var sameWord))
            longest = Math.Max(longest, Longest(sameWord, tokens, at));
        if (tokens[at].Folded is [var letter, ..] && byLetter.TryGetValue(letter, out var sameLetter))
            longest = Math.Max(longest, Longest(sameLetter, tokens, at));
        return longest;
    }

    private static int Longest(List<Phrase> phrases, IReadOnlyList<Token> tokens, int at)
    {
        var longest = 0;
        foreach (var phrase in phrases)
            longest = Math.Max(longest, phrase.EndAt(tokens, at));
        return longest;
    }

    /// <summary>All matches, the longest at each place, none inside another of this set.</summary>
    public List<Match> Find(IReadOnlyList<Token> tokens)
    {
        var matches = new List<Match>();
        for (var at = 0; at < tokens.Count; at++)
            if (EndAt(tokens, at) is > 0 and var end && (matches.Count is 0 || end > matches[^1].End))
                matches.Add(new Match(at, end));
        return matches;
    }

    /// <summary>Matches of which no part is taken up by a phrase that voids them; a word such as "but" ends its reach.</summary>
    public List<Match> Find(IReadOnlyList<Token> tokens, PhraseSet voids, PhraseSet turns)
    {
        var matches = Find(tokens);
        if (matches.Count is 0 || voids.Find(tokens) is not { Count: > 0 } barred)
            return matches;
        var turned = turns.Find(tokens);
        barred.RemoveAll(b => turned.Exists(t => t.First > b.First && t.End < b.End));
        matches.RemoveAll(m => barred.Exists(m.Overlaps));
        return matches;
    }

    public bool IsIn(IReadOnlyList<Token> tokens) => Find(tokens).Count > 0;

    public bool Contains(Token token) => EndAt([token], 0) > 0;
}
