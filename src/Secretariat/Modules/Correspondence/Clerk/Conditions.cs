namespace Secretariat.Modules.Correspondence.Understanding;

/// <summary>Tells what a statement says only for the case that somebody agrees, approves or wishes it. What awaits approval is not said yet.</summary>
internal sealed class Conditions(ClerkWords words)
{
    /// <summary>The stretches of a statement that a condition governs.</summary>
    public List<Match> In(Statement statement)
    {
        var tokens = statement.Tokens;
        if (words[WordList.Provisos].Find(tokens, words[WordList.ProvisoVoids], words[WordList.Buts]).Count > 0)
            return [new Match(0, tokens.Count)];
        var open = words[WordList.Undecided].Find(tokens).ConvertAll(u => ClauseOf(tokens, u));
        if (open.Exists(clause => IsAboutNothingElse(tokens, clause)))
            return [new Match(0, tokens.Count)];
        var found = words[WordList.Conditions].Find(tokens);
        if (found.Count is 0)
            return open;
        var voids = words[WordList.ConditionVoids].Find(tokens);
        var turns = words[WordList.Buts].Find(tokens).FindAll(t => OpensClause(tokens, t.First));
        return [.. open, .. found.Where(c => !voids.Exists(c.Overlaps)).Select(c => Reach(statement, c, turns))];
    }

    /// <summary>
    /// "Ms Berg could become it, but no decision has been taken yet": a clause that says of nothing else that it is open, as of her
    /// alternate, of a strand or, at length, of the date of a visit.
    /// </summary>
    private bool IsAboutNothingElse(IReadOnlyList<Token> tokens, Match clause)
    {
        const int mostWords = 9;
        List<Token> said = [.. tokens.Take(clause.End).Skip(clause.First)];
        return said.Count <= mostWords && !words[WordList.Alternates].IsIn(said) && !words.Strands.Any(s => s.Words.IsIn(said));
    }

    /// <summary>Between marks, or from a word such as "but" on.</summary>
    private Match ClauseOf(IReadOnlyList<Token> tokens, Match inside)
    {
        var (first, end) = (inside.First, inside.End);
        while (first > 0 && tokens[first - 1].Kind is not TokenKind.Mark && words[WordList.Buts].EndAt(tokens, first - 1) is 0)
            first--;
        while (end < tokens.Count && tokens[end].Kind is not TokenKind.Mark)
            end++;
        return new Match(first, end);
    }

    /// <summary>"The nomination still has to be approved": it takes back what was said before it. The agenda may as well await approval.</summary>
    public bool TakesBack(Statement statement) =>
        words[WordList.Provisos].IsIn(statement.Tokens) && !words[WordList.ProvisoVoids].IsIn(statement.Tokens);

    public static bool Governs(IReadOnlyList<Match> governed, int at) => governed.Any(g => g.First <= at && at < g.End);

    /// <summary>The sentence up to a word such as "but", or from "and" on where that opens it: "and, subject to approval, Mr Holm".</summary>
    private Match Reach(Statement statement, Match condition, List<Match> turns)
    {
        var first = turns.Where(t => t.First <= condition.First).Select(t => t.First).LastOrDefault();
        // "If the Minister agrees, however, we …" turns nothing round.
        var from = condition.First <= statement.FirstWord ? condition.End + 2 : condition.End;
        var end = turns.Where(t => t.First >= from).Select(t => t.First).FirstOrDefault(statement.Tokens.Count);
        return new Match(OpensWithAnd(statement.Tokens, condition.First) ? condition.First : first, end);
    }

    /// <summary>In the middle of a clause such a word only hedges: "würden wir jedoch Frau Holm benennen".</summary>
    private static bool OpensClause(IReadOnlyList<Token> tokens, int at) =>
        at is 0 || tokens[at].Kind is TokenKind.Mark || tokens[at - 1].IsAnyMark(",(–-");

    private bool OpensWithAnd(IReadOnlyList<Token> tokens, int at)
    {
        var before = at > 0 && tokens[at - 1].IsMark(',') ? at - 2 : at - 1;
        return before >= 0 && words[WordList.Ands].Contains(tokens[before]);
    }
}
