using Secretariat.Formats.Mime;

namespace Secretariat.Modules.Correspondence.Understanding;

/// <summary>
/// Tells what another state is reported to have done: "Spain has nominated Mr Cano as its contact point". States often speak of
/// themselves so; therefore only where it is known that a letter comes from elsewhere and nothing in it is of that state.
/// </summary>
internal sealed class Reported(ClerkWords words, Letter letter)
{
    private const int FarthestVerb = 3;
    private const int LongestArticle = 3;
    private const int LongestLetterhead = 12;

    /// <summary>Top-level domains of states that are sold to anybody.</summary>
    private static readonly HashSet<string> Sold =
    [
        "ai",
        "cc",
        "co",
        "eu",
        "fm",
        "gg",
        "im",
        "io",
        "la",
        "me",
        "nu",
        "to",
        "tv",
        "ws",
    ];

    private readonly Countries countries = new(words);

    private HashSet<string> Senders => field ??= ReadSenders();

    /// <summary>From the state on up to a second verb that nominates, or the end of the sentence.</summary>
    public IEnumerable<Match> In(Statement statement)
    {
        var verbs = words[WordList.Nominates].Find(statement.Tokens);
        if (verbs.Count is 0 || Senders.Count is 0)
            yield break;
        foreach (var verb in verbs)
            if (Subject(statement, verb) is { } first)
            {
                var end = verbs.Where(v => v.First >= verb.End).Select(v => v.First).FirstOrDefault(statement.Tokens.Count);
                yield return new Match(first, end);
            }
    }

    /// <summary>Where a clause opens with another state and its verb follows.</summary>
    private int? Subject(Statement statement, Match verb)
    {
        for (var at = Math.Max(0, verb.First - FarthestVerb - 5); at < verb.First; at++)
            if (
                countries.At(statement.Tokens, at) is var (code, end)
                && end <= verb.First
                && verb.First - end < FarthestVerb
                && Enumerable
                    .Range(end, verb.First - end)
                    .All(i => statement.Tokens[i] is { Kind: TokenKind.Word, IsCapital: false })
                && ClauseStart(statement, at) is { } first
                && IsForeign(code, statement)
            )
                return first;
        return null;
    }

    /// <summary>Behind a mark, "that" or nothing, and an article.</summary>
    private int? ClauseStart(Statement statement, int at)
    {
        var tokens = statement.Tokens;
        bool Opens(int first) =>
            first <= statement.FirstWord
            || tokens[first - 1].IsAnyMark(",:;(–-")
            || words[WordList.ClauseOpenings].Contains(tokens[first - 1]);
        return Opens(at) ? at
            : tokens[at - 1] is { Kind: TokenKind.Word, Folded.Length: <= LongestArticle } && Opens(at - 1) ? at - 1
            : null;
    }

    private bool IsForeign(string code, Statement said) =>
        !Senders.Contains(code) && !Others(said).Any(s => countries.In(s.Tokens).Contains(code));

    private IEnumerable<Statement> Others(Statement said) => letter.Statements.Concat(letter.Signature).Where(s => s != said);

    /// <summary>The states that the sender's address and name, the letterhead and the signature speak of.</summary>
    private HashSet<string> ReadSenders()
    {
        var domain = letter.From?.Address.Split('.')[^1].ToLowerInvariant() ?? "";
        var name = new Tokenizer(letter.From?.Name ?? "", words).Read(new TextRange(0, letter.From?.Name?.Length ?? 0));
        return
        [
            .. domain.Length is 2 && !Sold.Contains(domain)
                ? [domain is "uk" ? "GB" : domain.ToUpperInvariant()]
                : Array.Empty<string>(),
            .. countries.In(name),
            .. letter.Signature.SelectMany(s => countries.In(s.Tokens)),
            .. letter.Statements.Where(IsLetterhead).SelectMany(s => countries.In(s.Tokens)),
        ];
    }

    private bool IsLetterhead(Statement statement) =>
        statement.StartsLine
        && statement.WordCount <= LongestLetterhead
        && !statement.Tokens[^1].IsAnyMark(".!?:;,")
        && words[WordList.OrganisationWords].IsIn(statement.Tokens);
}
