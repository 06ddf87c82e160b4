namespace Secretariat.Modules.Correspondence.Understanding;

/// <summary>Where persons stand in the lines of a letter, seen from the sentence that announces them.</summary>
internal sealed class Layout(ClerkWords words, Names names)
{
    private const int LongestLine = 12;

    /// <summary>The name comes first, behind a bullet, a strand, a label or, in a line of its own, a function.</summary>
    public bool Opens(Statement statement, Mention person) =>
        person.First <= Math.Max(statement.FirstWord, statement.ValueStart) || IsLineOfFunction(statement, person);

    /// <summary>
    /// A sentence that goes on in a line of its own, without a colon: "Herewith I nominate", a blank line, "Ms Anna Berg". Neither a
    /// heading, of which nothing stands above, nor the last sentence of a letter, of which nothing but a signature stands below.
    /// </summary>
    public bool IsDisplayed(Found found)
    {
        const int longestHeading = 6;
        var (statement, next) = (found.Statement, Next(found));
        return next is { StartsLine: true, WordCount: <= LongestLine }
            && next.Paragraph > statement.Paragraph
            && (statement.WordCount > longestHeading || !statement.StartsLine)
            && !statement.Tokens[^1].IsAnyMark(".!;")
            && !next.Tokens[^1].IsMark('.')
            && names.In(next).Exists(p => Opens(next, p))
            && found.Passage.Statements.Take(found.Index).Any(s => s.IsSalutation || s.Tokens[^1].IsMark('.'))
            && found.Passage.Statements.Skip(found.Index + 2).Any(s => s.Paragraph > next.Paragraph && !s.IsSalutation);
    }

    /// <summary>"Strand prevention", and below it "Name: Anna Berg".</summary>
    public bool IsHeading(Found found)
    {
        const int longestHeading = 4;
        return found.Statement is { StartsLine: true, ValueStart: 0, WordCount: <= longestHeading }
            && found.Persons.Count is 0
            && (found.Index is 0 || found.Passage.Statements[found.Index - 1].Paragraph < found.Statement.Paragraph)
            && Next(found) is { StartsLine: true } next
            && names.In(next).Exists(p => Opens(next, p));
    }

    /// <summary>"We nominate a new person. This is Ms Berg, Head of Unit."</summary>
    public Mention? IntroducedIn(Found found, Statement? announcing)
    {
        var statement = found.Statement;
        return
            found.Index > 0
            && found.Passage.Statements[found.Index - 1] == announcing
            && found.Persons is [var only]
            && words[WordList.Presents].EndAt(statement.Tokens, statement.FirstWord) == only.First
            ? only
            : null;
    }

    /// <summary>Whether nothing is said of the person behind what is told of them: then the clause is about who it is.</summary>
    public bool EndsClause(Mention person)
    {
        var (tokens, at) = (person.Statement.Tokens, person.DetailsEnd);
        while (
            at < tokens.Count && (tokens[at].IsAddress || tokens[at].Kind is TokenKind.Number || tokens[at].IsAnyMark("()<>[]"))
        )
            at++;
        return at >= tokens.Count || tokens[at].Kind is TokenKind.Mark || words[WordList.Ands].Contains(tokens[at]);
    }

    private static Statement? Next(Found found) =>
        found.Index + 1 < found.Passage.Statements.Count ? found.Passage.Statements[found.Index + 1] : null;

    private bool IsLineOfFunction(Statement statement, Mention person)
    {
        const int longestFunction = 5;
        return statement is { StartsLine: true, WordCount: <= LongestLine }
            && person.First - statement.FirstWord <= longestFunction
            && !statement.Tokens[^1].IsMark('.')
            && words[WordList.FunctionWords].EndAt(statement.Tokens, statement.FirstWord) > 0
            && statement.Tokens.Take(person.First).Skip(statement.FirstWord).All(t => t.Kind is TokenKind.Word);
    }
}
