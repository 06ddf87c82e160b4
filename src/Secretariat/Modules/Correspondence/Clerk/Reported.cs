using Secretariat.Formats.Mime;

namespace Secretariat.Modules.Correspondence.Understanding;

/// <summary>
/// Tells what another state is reported to have done: "Spain has nominated Mr Cano as its contact point", "France has endorsed the
/// declaration". States often speak of themselves so; therefore only where it is known that a letter comes from elsewhere and nothing
/// in it is of that state.
/// </summary>
internal sealed class Reported(ClerkWords words, Letter letter)
{
    private const int FarthestVerb = 3;
    private const int LongestSubject = 12;
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

    /// <summary>From the state on up to a further clause with a verb of the same list, or the end of the sentence.</summary>
    /// <param name="acts">The list of the words for what was done.</param>
    public IEnumerable<Match> In(Statement statement, string acts)
    {
        var verbs = words[acts].Find(statement.Tokens);
        if (verbs.Count is 0 || Senders.Count is 0)
            yield break;
        foreach (var verb in verbs)
            if (Subject(statement, verb) is { } first)
            {
                var next = verbs.Where(v => v.First >= verb.End && IsApart(statement.Tokens, verb.End, v.First));
                yield return new Match(first, next.Select(v => v.First).FirstOrDefault(statement.Tokens.Count));
            }
    }

    /// <summary>Whether a mark or a word such as "and" or "but" stands between: "interested in joining" is said of one state.</summary>
    private bool IsApart(IReadOnlyList<Token> tokens, int first, int end) =>
        Enumerable
            .Range(first, end - first)
            .Any(at =>
                tokens[at].Kind is TokenKind.Mark
                || words[WordList.Ands].Contains(tokens[at])
                || words[WordList.Buts].EndAt(tokens, at) > 0
            );

    /// <summary>Where a clause opens with another state and its verb follows.</summary>
    private int? Subject(Statement statement, Match verb)
    {
        for (var at = Math.Max(0, verb.First - LongestSubject); at < verb.First; at++)
            if (
                countries.At(statement.Tokens, at) is var (code, end)
                && end <= verb.First
                && IsNear(statement.Tokens, end, verb.First)
                && ClauseStart(statement, at) is { } first
                && IsForeign(code, statement)
            )
                return first;
        return null;
    }

    /// <summary>A few small words, and what it is about: "Frankreich hat die Gemeinsame Erklärung gebilligt".</summary>
    private bool IsNear(IReadOnlyList<Token> tokens, int first, int end)
    {
        List<Match> objects =
        [
            .. words[WordList.Instruments].Find(tokens),
            .. words.Strands.SelectMany(s => s.Words.Find(tokens)),
        ];
        bool IsObject(int at) =>
            objects.Exists(o => o.First <= at && at < o.End || o.First == at + 1 && tokens[at].Folded.Length <= LongestArticle);
        var between = Enumerable.Range(first, end - first).Where(at => !IsObject(at)).ToList();
        return between.Count < FarthestVerb && between.TrueForAll(at => tokens[at] is { Kind: TokenKind.Word, IsCapital: false });
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
