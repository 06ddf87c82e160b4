namespace Secretariat.Modules.Correspondence.Understanding;

/// <summary>Reads what stands around a name: function, organisation, addresses.</summary>
internal sealed class Details(ClerkWords words)
{
    private const int MaxWordsBefore = 14;

    private readonly Titles titles = new(words);
    private readonly Addresses addresses = new(words);

    /// <summary>Adds what follows the name in its own statement, up to a token that belongs to somebody else.</summary>
    public Mention Complete(Mention mention, int limit)
    {
        var (function, organisation, end) = ReadTitles(mention, limit);
        var before = FunctionBefore(mention) ?? mention.Rank;
        // "chefkonsulent Mette Kragh, International Migration": a unit says where, and not as what.
        if (
            function is not null
            && organisation is null
            && before is not null
            && !titles.Holds(mention.Statement, mention.End, end)
        )
            (function, organisation) = (before, function);
        var person = mention.Person with { Function = function ?? before, Organisation = organisation };
        return mention with
        {
            Person = addresses.AddTo(person, mention.Statement, end, limit),
            DetailsEnd = Math.Min(end, limit),
        };
    }

    private (string? Function, string? Organisation, int End) ReadTitles(Mention mention, int limit)
    {
        if (FirstTitle(mention, limit) is not { } first)
            return (null, null, mention.End);
        var end = TitlesEnd(mention, first, limit);
        var (function, organisation) = titles.Divide(mention.Statement, first, end);
        return function is null && organisation is null ? (null, null, mention.End) : (function, organisation, end);
    }

    /// <summary>Behind "of" or a mark, or at once where a word for a function follows the name.</summary>
    private int? FirstTitle(Mention mention, int limit)
    {
        var (tokens, at) = (mention.Statement.Tokens, mention.End);
        if (at >= limit)
            return null;
        if (words[WordList.Belongs].EndAt(tokens, at) is > 0 and var first)
            return first;
        if (tokens[at].IsAnyMark(",(–-\t|/:"))
            return at + 1;
        return titles.StartAt(tokens, at) || words[WordList.FromBodies].EndAt(tokens, at) > 0 ? at : null;
    }

    private int TitlesEnd(Mention mention, int first, int limit)
    {
        var tokens = mention.Statement.Tokens;
        var isBracketed = tokens[mention.End].IsMark('(');
        var (end, depth) = (first, 0);
        for (; end < limit && !Ends(tokens, end, depth, isBracketed); end++)
            depth +=
                tokens[end].IsMark('(') ? 1
                : tokens[end].IsMark(')') ? -1
                : 0;
        while (end > first && (tokens[end - 1].IsAnyMark(",.;:-–|\t/") || words[WordList.Ands].Contains(tokens[end - 1])))
            end--;
        return end;
    }

    private bool Ends(IReadOnlyList<Token> tokens, int at, int depth, bool isBracketed)
    {
        var token = tokens[at];
        if (
            token.IsAddress
            || token.IsAnyMark(";?!:")
            || token.IsMark(')') && (depth < 0 || depth is 0 && isBracketed)
            || token.IsMark('(') && at + 1 < tokens.Count && OpensAnAside(tokens, at + 1)
        )
            return true;
        return words[WordList.DetailsEnd].EndAt(tokens, at) > 0 || addresses.IsLabelAt(tokens, at);
    }

    /// <summary>Brackets with an address or in small letters belong to no title.</summary>
    private bool OpensAnAside(IReadOnlyList<Token> tokens, int at) =>
        tokens[at].IsAddress || addresses.IsLabelAt(tokens, at) || !tokens[at].IsCapital;

    /// <summary>"our Head of Unit, Ms Berg" and "the Director of Migration Ms Berg".</summary>
    private string? FunctionBefore(Mention mention)
    {
        var tokens = mention.Statement.Tokens;
        if (mention.First > 0 && tokens[mention.First - 1].IsMark(':'))
            return null;
        var end = Titles.TrimEnd(tokens, 0, mention.First);
        for (var at = Math.Max(0, end - MaxWordsBefore); at < end; at++)
            if (titles.StartAt(tokens, at) && IsPlain(tokens, at, end))
                return titles.Divide(mention.Statement, UnitBefore(mention.Statement, at), end).Function;
        return null;
    }

    /// <summary>In some languages the unit stands before its head: "poliisiosaston kansainvälisen yksikön päällikkö".</summary>
    private int UnitBefore(Statement statement, int function)
    {
        const int furthest = 5;
        var (tokens, first) = (statement.Tokens, function);
        if (tokens[function].IsCaseless)
            return function;
        for (
            var at = function - 1;
            at > Math.Max(statement.FirstWord, function - furthest - 1) && IsPlain(tokens, at, function);
            at--
        )
            if (tokens[at].Kind is not TokenKind.Word || words[WordList.Roles].EndAt(tokens, at) > 0)
                break;
            else if (IsOfTitle(tokens, at))
                first = at;
        return first;
    }

    private bool IsOfTitle(IReadOnlyList<Token> tokens, int at) =>
        words[WordList.UnitWords].Contains(tokens[at])
        || words[WordList.TitleAttributes].Contains(tokens[at])
        || words[WordList.OrganisationWords].Contains(tokens[at])
        || tokens[at].IsCapital && tokens[at + 1].IsCapital;

    /// <summary>Whether nothing ends the function before the name: no verb, no address, no name of somebody else.</summary>
    private bool IsPlain(IReadOnlyList<Token> tokens, int first, int end)
    {
        for (var at = first; at < end; at++)
            if (
                tokens[at].IsAddress
                || tokens[at].IsAnyMark(".:;()")
                || words[WordList.DetailsEnd].EndAt(tokens, at) > 0
                || words[WordList.Nominates].EndAt(tokens, at) > 0
            )
                return false;
        return true;
    }
}
