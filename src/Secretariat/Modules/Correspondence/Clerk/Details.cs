namespace Secretariat.Modules.Correspondence.Understanding;

/// <summary>Reads what stands around a name: function, organisation, addresses.</summary>
internal sealed class Details(ClerkWords words)
{
    private const int MaxWordsBefore = 14;

    /// <summary>Adds what follows the name in its own statement, up to a token that belongs to somebody else.</summary>
    public Mention Complete(Mention mention, int limit)
    {
        var tokens = mention.Statement.Tokens;
        var (function, organisation, end) = ReadTitles(mention, limit);
        var person = mention.Person with
        {
            Function = function ?? FunctionBefore(mention) ?? mention.Rank,
            Organisation = organisation,
        };
        for (var at = end; at < limit; at++)
        {
            if (tokens[at].Kind is TokenKind.Email && person.Email is null)
                person = person with { Email = Email(tokens[at]) };
            else if (PhoneAt(mention.Statement, at) is { } phone && person.Phone is null)
                person = person with { Phone = phone.Text };
        }
        return mention with { Person = person, DetailsEnd = Math.Min(end, limit) };
    }

    public static string Email(Token token) => token.Folded.Trim('.', '\'', '-');

    /// <summary>A number with its international prefix, or any number behind a label that says so.</summary>
    public (string Text, int End)? PhoneAt(Statement statement, int at)
    {
        var tokens = statement.Tokens;
        if (tokens[at].Kind is TokenKind.Phone)
            return (tokens[at].Folded, at + 1);
        if (tokens[at].Kind is not TokenKind.Number && !tokens[at].IsMark('(') || at is 0 || !IsAfterPhoneLabel(tokens, at))
            return null;
        var text = statement.Text(at, tokens.Count);
        if (Tokenizer.PhoneEnd(text, 0, text.Length) is not (> 0 and var length))
            return null;
        var end = at;
        while (end < tokens.Count && statement.Text(at, end + 1).Length <= length)
            end++;
        return (text[..length], end);
    }

    private bool IsAfterPhoneLabel(IReadOnlyList<Token> tokens, int at)
    {
        while (at > 0 && tokens[at - 1].IsAnyMark(":.)\t|"))
            at--;
        for (var start = Math.Max(0, at - 3); start < at; start++)
            if (words[WordList.PhoneLabels].EndAt(tokens, start) == at)
                return true;
        return false;
    }

    private (string? Function, string? Organisation, int End) ReadTitles(Mention mention, int limit)
    {
        var statement = mention.Statement;
        var tokens = statement.Tokens;
        var at = mention.End;
        var isBracketed = at < limit && tokens[at].IsMark('(');
        var belongs = at < limit && words[WordList.Belongs].EndAt(tokens, at) > 0;
        if (at >= limit || !belongs && !tokens[at].IsAnyMark(",(–-\t|/:") && !StartsTitle(tokens, at))
            return (null, null, mention.End);
        var first =
            belongs ? words[WordList.Belongs].EndAt(tokens, at)
            : tokens[at].Kind is TokenKind.Mark ? at + 1
            : at;
        var end = first;
        var depth = 0;
        while (end < limit && !Ends(tokens, end, depth, isBracketed))
        {
            depth +=
                tokens[end].IsMark('(') ? 1
                : tokens[end].IsMark(')') ? -1
                : 0;
            end++;
        }
        while (
            end > first && tokens[end - 1].IsAnyMark(",.;:-–|\t/")
            || end > first && words[WordList.Ands].Contains(tokens[end - 1])
        )
            end--;
        var (function, organisation) = Divide(statement, first, end);
        return function is null && organisation is null ? (null, null, mention.End) : (function, organisation, end);
    }

    private bool StartsTitle(IReadOnlyList<Token> tokens, int at) =>
        tokens[at].IsCapital && words[WordList.FunctionWords].EndAt(tokens, at) > 0;

    private bool Ends(IReadOnlyList<Token> tokens, int at, int depth, bool isBracketed)
    {
        var token = tokens[at];
        if (
            token.IsAddress
            || token.IsAnyMark(";?!:")
            || token.IsMark(')') && depth is 0 && isBracketed
            || token.IsMark(')') && depth < 0
        )
            return true;
        if (
            token.IsMark('(')
            && at + 1 < tokens.Count
            && (tokens[at + 1].IsAddress || IsLabel(tokens, at + 1) || !tokens[at + 1].IsCapital)
        )
            return true;
        return words[WordList.DetailsEnd].EndAt(tokens, at) > 0 || IsLabel(tokens, at);
    }

    private bool IsLabel(IReadOnlyList<Token> tokens, int at)
    {
        var end = Math.Max(words[WordList.EmailLabels].EndAt(tokens, at), words[WordList.PhoneLabels].EndAt(tokens, at));
        return end > 0
            && end < tokens.Count
            && (tokens[end].IsAnyMark(":.") || tokens[end].IsAddress || tokens[end].Kind is TokenKind.Number);
    }

    /// <summary>"Director, Division for Asylum, Ministry of Justice": from the first part that names a body of its own on, it is the organisation.</summary>
    public (string? Function, string? Organisation) Divide(Statement statement, int first, int end)
    {
        var tokens = statement.Tokens;
        var hasFunction = false;
        for (var at = first; at < end; at++)
        {
            if (at > first && !tokens[at - 1].IsAnyMark(",|\t/–-"))
                continue;
            var partEnd = at;
            while (partEnd < end && !tokens[partEnd].IsAnyMark(",|\t/–"))
                partEnd++;
            var isFunction = Holds(WordList.FunctionWords, tokens, at, partEnd);
            if (!isFunction && IsBody(tokens, at, partEnd))
                return (
                    Clean(statement.Text(first, TrimEnd(tokens, first, at))),
                    Clean(statement.Text(at, BodyEnd(tokens, at, end)))
                );
            hasFunction |= isFunction;
        }
        var text = Clean(statement.Text(first, end));
        return hasFunction || text is { Length: > 3 } && tokens[first].IsCapital ? (text, null) : (null, null);
    }

    /// <summary>A street and number behind the name of a body is not part of it.</summary>
    private static int BodyEnd(IReadOnlyList<Token> tokens, int first, int end)
    {
        for (var at = first + 1; at < end; at++)
            if (tokens[at - 1].IsAnyMark(",|\t") && tokens[at].Kind is TokenKind.Number)
                return at - 1;
        return end;
    }

    /// <summary>A ministry or police, but not the division of one.</summary>
    private bool IsBody(IReadOnlyList<Token> tokens, int first, int end) =>
        Holds(WordList.OrganisationWords, tokens, first, end)
        && !words[WordList.UnitWords].Contains(tokens[TrimEnd(tokens, first, end) - 1]);

    private static int TrimEnd(IReadOnlyList<Token> tokens, int first, int end)
    {
        while (end > first && tokens[end - 1].Kind is TokenKind.Mark && !tokens[end - 1].IsMark(')'))
            end--;
        return end;
    }

    private bool Holds(string list, IReadOnlyList<Token> tokens, int first, int end)
    {
        for (var at = first; at < end; at++)
            if (words[list].EndAt(tokens, at) > 0)
                return true;
        return false;
    }

    private static string? Clean(string text) =>
        text.Trim(' ', ',', ';', '.', '|', '-', '–') is { Length: > 0 } clean ? clean : null;

    /// <summary>"our Head of Unit, Ms Berg" and "the Director of Migration Ms Berg".</summary>
    private string? FunctionBefore(Mention mention)
    {
        var tokens = mention.Statement.Tokens;
        if (mention.First > 0 && tokens[mention.First - 1].IsMark(':'))
            return null;
        var end = TrimEnd(tokens, 0, mention.First);
        for (var at = Math.Max(0, end - MaxWordsBefore); at < end; at++)
            if (StartsTitle(tokens, at) && IsPlain(tokens, at, end))
                return Divide(mention.Statement, at, end).Function;
        return null;
    }

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
