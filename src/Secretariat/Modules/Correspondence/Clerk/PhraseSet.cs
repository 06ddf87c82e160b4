namespace Secretariat.Modules.Correspondence.Understanding;

/// <summary>Phrases that mean the same to the clerk.</summary>
internal sealed class PhraseSet
{
    private readonly Dictionary<char, List<Phrase>> byLetter = [];
    private readonly List<Phrase> others = [];

    public PhraseSet(IEnumerable<string> phrases)
    {
        foreach (var phrase in phrases.Select(p => new Phrase(p)))
        {
            var letters = phrase.FirstLetters.ToList();
            if (letters.Count is 0)
                others.Add(phrase);
            foreach (var letter in letters)
                (byLetter.TryGetValue(letter, out var list) ? list : byLetter[letter] = []).Add(phrase);
        }
    }

    /// <summary>The end of the longest match that begins at a token, or 0.</summary>
    public int EndAt(IReadOnlyList<Token> tokens, int at)
    {
        var longest = 0;
        if (tokens[at].Folded is [var letter, ..] && byLetter.TryGetValue(letter, out var candidates))
            foreach (var phrase in candidates)
                longest = Math.Max(longest, phrase.EndAt(tokens, at));
        foreach (var phrase in others)
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

    /// <summary>Matches of which no part is taken up by a phrase that voids them.</summary>
    public List<Match> Find(IReadOnlyList<Token> tokens, PhraseSet voids)
    {
        var matches = Find(tokens);
        if (matches.Count > 0 && voids.Find(tokens) is { Count: > 0 } barred)
            matches.RemoveAll(m => barred.Exists(m.Overlaps));
        return matches;
    }

    public bool IsIn(IReadOnlyList<Token> tokens) => Find(tokens).Count > 0;

    public bool Contains(Token token) => EndAt([token], 0) > 0;
}
