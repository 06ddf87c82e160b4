namespace Secretariat.Modules.Correspondence.Understanding;

/// <summary>Tells function from organisation in what stands beside a name.</summary>
internal sealed class Titles(ClerkWords words)
{
    public bool StartAt(IReadOnlyList<Token> tokens, int at) => words[WordList.FunctionWords].EndAt(tokens, at) > 0;

    /// <summary>Whether a word for a function stands there.</summary>
    public bool Holds(Statement statement, int first, int end) =>
        Holds(WordList.FunctionWords, statement.Tokens, first, end) || Holds(WordList.Ranks, statement.Tokens, first, end);

    /// <summary>"Director, Division for Asylum, Ministry of Justice": from the first part that names a body of its own on, it is the organisation.</summary>
    public (string? Function, string? Organisation) Divide(Statement statement, int first, int end)
    {
        var tokens = statement.Tokens;
        var hasFunction = false;
        for (var at = first; at < end; at++)
        {
            if (at > first && !EndsPart(tokens, at - 1))
                continue;
            var partEnd = at;
            while (partEnd < end && !tokens[partEnd].IsAnyMark(",|\t/–"))
                partEnd++;
            var isFunction = Holds(WordList.FunctionWords, tokens, at, partEnd);
            if (!isFunction && IsBody(tokens, at, partEnd) && !IsUnitOfLater(tokens, at, partEnd, end))
                return (
                    Clean(statement.Text(first, TrimEnd(tokens, first, at))),
                    Clean(statement.Text(Math.Max(at, words[WordList.Belongs].EndAt(tokens, at)), BodyEnd(tokens, at, end)))
                );
            hasFunction |= isFunction;
        }
        var text = Clean(statement.Text(first, end));
        return hasFunction || text is { Length: > 3 } && (tokens[first].IsCapital || tokens[first].IsCaseless)
            ? (text, null)
            : (null, null);
    }

    /// <summary>A hyphen that hangs on a word parts nothing: "Udlændinge- og Integrationsministeriet".</summary>
    private static bool EndsPart(IReadOnlyList<Token> tokens, int at) =>
        tokens[at].IsAnyMark(",|\t/–") || tokens[at].IsMark('-') && (at is 0 || tokens[at].Start > tokens[at - 1].End);

    /// <summary>"Divisione Polizia di Frontiera, Ministero dell'Interno": a part that opens with a word for a unit, before a body.</summary>
    private bool IsUnitOfLater(IReadOnlyList<Token> tokens, int at, int partEnd, int end)
    {
        if (!words[WordList.UnitWords].Contains(tokens[at]))
            return false;
        for (var next = partEnd + 1; next < end; next++)
            if (
                EndsPart(tokens, next - 1)
                && !words[WordList.UnitWords].Contains(tokens[next])
                && Holds(WordList.OrganisationWords, tokens, next, end)
            )
                return true;
        return false;
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
        (Holds(WordList.OrganisationWords, tokens, first, end) || Holds(WordList.FromBodies, tokens, first, end))
        && !words[WordList.UnitWords].Contains(tokens[TrimEnd(tokens, first, end) - 1]);

    private bool Holds(string list, IReadOnlyList<Token> tokens, int first, int end)
    {
        for (var at = first; at < end; at++)
            if (words[list].EndAt(tokens, at) > 0)
                return true;
        return false;
    }

    private static string? Clean(string text)
    {
        var clean = text.Trim(' ', ',', ';', '|', '-', '–');
        // "N.V." keeps its full stop.
        var isLegalForm = clean.Length > 3 && clean[^1] is '.' && clean[^3] is '.';
        clean = isLegalForm ? clean : clean.Trim('.', ' ');
        return clean.Length > 0 ? clean : null;
    }
}
