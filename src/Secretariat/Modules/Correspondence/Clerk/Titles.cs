namespace Secretariat.Modules.Correspondence.Understanding;

/// <summary>Tells function from organisation in what stands beside a name.</summary>
internal sealed class Titles(ClerkWords words)
{
    public bool StartAt(IReadOnlyList<Token> tokens, int at) => words[WordList.FunctionWords].EndAt(tokens, at) > 0;

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
        return hasFunction || text is { Length: > 3 } && (tokens[first].IsCapital || tokens[first].IsCaseless)
            ? (text, null)
            : (null, null);
    }

    /// <summary>The end without the marks that stand there.</summary>
    public static int TrimEnd(IReadOnlyList<Token> tokens, int first, int end)
    {
        while (end > first && tokens[end - 1].Kind is TokenKind.Mark && !tokens[end - 1].IsMark(')'))
            end--;
        return end;
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

    private bool Holds(string list, IReadOnlyList<Token> tokens, int first, int end)
    {
        for (var at = first; at < end; at++)
            if (words[list].EndAt(tokens, at) > 0)
                return true;
        return false;
    }

    private static string? Clean(string text) =>
        text.Trim(' ', ',', ';', '.', '|', '-', '–') is { Length: > 0 } clean ? clean : null;
}
