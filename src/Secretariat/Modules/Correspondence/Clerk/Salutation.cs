namespace Secretariat.Modules.Correspondence.Understanding;

/// <summary>The opening words of a letter with the names and titles behind them, up to a comma or the end of the line: "Dear Ms Smith,".</summary>
internal sealed class Salutation(ClerkWords words)
{
    private const int MaxTokens = 40;
    private const int MaxEpithets = 2;

    /// <summary>Where a salutation that begins at a token ends, or 0. Its mark belongs to it; what follows is a statement of its own.</summary>
    public int EndAt(IReadOnlyList<Token> tokens, int first)
    {
        if (words[WordList.Salutations].EndAt(tokens, first) is not (> 0 and var opening))
            return 0;
        var limit = Math.Min(tokens.Count, first + MaxTokens);
        var end = IsMark(tokens[opening - 1])
            ? opening
            : Closed(tokens, AddressEnd(tokens, Epithets(tokens, opening, limit), limit, out _), limit);
        for (var at = end; PartEnd(tokens, at, limit, out var isCertain) is > 0 and var part; at = part)
            if (isCertain || OpensSentence(tokens, SkipBreak(tokens, part)))
                end = part;
        return end;
    }

    /// <summary>A further part behind a comma, up to its own: "all," certainly; "Head of Unit," may as well begin a sentence.</summary>
    private int PartEnd(IReadOnlyList<Token> tokens, int at, int limit, out bool isCertain)
    {
        var first = SkipBreak(tokens, at);
        var end = AddressEnd(tokens, first, limit, out var holdsTitle);
        isCertain = IsGeneral(tokens, first, end);
        var isPart = IsComma(tokens[at - 1]) && end > first && (isCertain || holdsTitle);
        return isPart && end < limit && IsMark(tokens[end]) ? Closed(tokens, end, limit) : 0;
    }

    private bool OpensSentence(IReadOnlyList<Token> tokens, int at) =>
        words[WordList.SentenceOpenings].EndAt(tokens, at) > 0 || words[WordList.Salutations].EndAt(tokens, at) > 0;

    /// <summary>"Dear esteemed colleagues,", "hi jaan,": small words that open no sentence, where the salutation ends behind them.</summary>
    private int Epithets(IReadOnlyList<Token> tokens, int opening, int limit)
    {
        for (var at = opening; at < Math.Min(limit, opening + MaxEpithets + 1); at++)
        {
            var end = AddressEnd(tokens, at, limit, out _);
            if (at == opening && end > at)
                return opening;
            if (at > opening && (end == limit || IsMark(tokens[end]) || tokens[end].Kind is TokenKind.Break))
                return at;
            if (tokens[at].Kind is not TokenKind.Word || words[WordList.NotNames].EndAt(tokens, at) > 0)
                break;
        }
        return opening;
    }

    /// <summary>Where the names and titles end; small words such as "of" belong to them where a name or title follows.</summary>
    private int AddressEnd(IReadOnlyList<Token> tokens, int first, int limit, out bool holdsTitle)
    {
        holdsTitle = false;
        var end = first;
        while (end < limit)
        {
            var next = LinkEnd(tokens, end, limit);
            if (StepAt(tokens, next, limit) is not (> 0 and var step))
                break;
            holdsTitle |= IsTitle(tokens, next);
            end = step;
        }
        return end;
    }

    private int StepAt(IReadOnlyList<Token> tokens, int at, int limit)
    {
        if (at >= limit || tokens[at].Kind is not TokenKind.Word || words[WordList.SentenceOpenings].EndAt(tokens, at) > 0)
            return 0;
        if (TitleEnd(tokens, at) is > 0 and var title)
            return AfterTitle(tokens, title);
        if (words[WordList.Addressees].EndAt(tokens, at) is > 0 and var general)
            return general;
        if (!tokens[at].IsCapital)
            return IsTitle(tokens, at) ? at + 1 : 0;
        var isInitial = tokens[at].End - tokens[at].Start is 1 && at + 1 < limit && tokens[at + 1].IsMark('.');
        return isInitial ? at + 2 : at + 1;
    }

    private int TitleEnd(IReadOnlyList<Token> tokens, int at) =>
        Math.Max(words[WordList.Honorifics].EndAt(tokens, at), words[WordList.Ranks].EndAt(tokens, at));

    /// <summary>The dot of "Dr." and a name that somebody in a hurry wrote small.</summary>
    private int AfterTitle(IReadOnlyList<Token> tokens, int at)
    {
        if (at < tokens.Count && tokens[at].IsMark('.'))
            at++;
        return at < tokens.Count && tokens[at].Kind is TokenKind.Word && words[WordList.NotNames].EndAt(tokens, at) is 0
            ? at + 1
            : at;
    }

    private bool IsTitle(IReadOnlyList<Token> tokens, int at) =>
        TitleEnd(tokens, at) > 0
        || words[WordList.FunctionWords].EndAt(tokens, at) > 0
        || words[WordList.OrganisationWords].EndAt(tokens, at) > 0
        || words[WordList.UnitWords].EndAt(tokens, at) > 0;

    /// <summary>Behind "and" a salutation may go on in the next line.</summary>
    private int LinkEnd(IReadOnlyList<Token> tokens, int at, int limit)
    {
        var end = at;
        while (end < limit && (tokens[end].IsAnyMark("/()&") || LinkAt(tokens, end) > 0))
            end = Math.Max(end + 1, LinkAt(tokens, end));
        return end > at ? SkipBreak(tokens, end) : at;
    }

    private int LinkAt(IReadOnlyList<Token> tokens, int at) =>
        Math.Max(
            words[WordList.AddressLinks].EndAt(tokens, at),
            Math.Max(words[WordList.Ands].EndAt(tokens, at), words[WordList.Particles].EndAt(tokens, at))
        );

    private bool IsGeneral(IReadOnlyList<Token> tokens, int first, int end)
    {
        for (var at = first; at < end; at++)
            if (!words[WordList.Addressees].Contains(tokens[at]) && LinkEnd(tokens, at, end) == at)
                return false;
        return true;
    }

    private static int Closed(IReadOnlyList<Token> tokens, int end, int limit)
    {
        while (end < limit && (IsMark(tokens[end]) || tokens[end].IsMark(')')))
            end++;
        return end;
    }

    private static bool IsMark(Token token) => token.IsAnyMark(",:;!.–—-");

    private static bool IsComma(Token token) => token.IsAnyMark(",");

    private static int SkipBreak(IReadOnlyList<Token> tokens, int at) =>
        at + 1 < tokens.Count && tokens[at].Kind is TokenKind.Break && tokens[at + 1].Kind is not TokenKind.Break ? at + 1 : at;
}
