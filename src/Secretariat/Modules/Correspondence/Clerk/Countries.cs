namespace Secretariat.Modules.Correspondence.Understanding;

/// <summary>Finds the states that a text names.</summary>
internal sealed class Countries(ClerkWords words)
{
    private const int LongestName = 5;

    /// <summary>The code (ISO 3166-1) and the end of a state named from a token on.</summary>
    public (string Code, int End)? At(IReadOnlyList<Token> tokens, int at)
    {
        for (var end = Math.Min(tokens.Count, at + LongestName); end > at; end--)
            if (
                words.Countries.TryGetValue(Key(tokens, at, end), out var code)
                && (tokens[at].IsCapital || tokens[at].IsCaseless || HasElision(tokens[at]))
            )
                return (code, end);
        return null;
    }

    public IEnumerable<string> In(IReadOnlyList<Token> tokens) =>
        Enumerable.Range(0, tokens.Count).Select(at => At(tokens, at)?.Code).OfType<string>();

    /// <summary>"l'Espagne" names a state as "Espagne" does.</summary>
    private static string Key(IReadOnlyList<Token> tokens, int first, int end)
    {
        var key = string.Join(' ', Enumerable.Range(first, end - first).Select(i => tokens[i].Folded));
        return HasElision(tokens[first]) ? key[(tokens[first].Folded.IndexOf('\'', StringComparison.Ordinal) + 1)..] : key;
    }

    private static bool HasElision(Token token) =>
        token.Kind is TokenKind.Word && token.Folded.IndexOf('\'', StringComparison.Ordinal) is 1 or 2;
}
