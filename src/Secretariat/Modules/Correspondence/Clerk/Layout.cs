namespace Secretariat.Modules.Correspondence.Understanding;

/// <summary>Where persons stand in the lines of a letter, seen from the sentence that announces them.</summary>
internal sealed class Layout(ClerkWords words, Names names)
{
    private const int LongestLine = 12;

    private readonly Chosen chosen = new(words);

    /// <summary>The name comes first, behind a bullet, a strand, a label or, in a line of its own, a function.</summary>
    public bool Opens(Statement statement, Mention person) =>
        person.First <= Math.Max(statement.FirstWord, statement.ValueStart) || IsLineOfFunction(statement, person);

    /// <summary>
    /// A sentence that goes on in a line of its own, without a colon: "Herewith I nominate", a blank line, "Ms Anna Berg". A heading is
    /// shorter.
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
            && names.In(next).Exists(p => Opens(next, p));
    }

    /// <summary>"Strand prevention", and below it "Name: Anna Berg".</summary>
    public bool IsHeading(Found found)
    {
        const int longestHeading = 4;
        return found.Statement is { StartsLine: true, ValueStart: 0, WordCount: <= longestHeading }
            && found.Persons.Count is 0
            && Next(found) is { StartsLine: true } next
            && names.In(next).Exists(p => Opens(next, p));
    }

    /// <summary>"We nominate a new person. This is Ms Berg, Head of Unit."</summary>
    public Mention? IsIntroduced(Found found, Statement? announcing)
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

    /// <summary>
    /// "Ms Berg takes this up; please list her as our contact person": the one named before the semicolon, or in lines of their own
    /// within a sentence ("In her place", a blank line, "Ms Berg, Head of Unit", a blank line, "will be our contact person").
    /// </summary>
    public Found? JustNamed(Found found)
    {
        const int mostLines = 4;
        var (statements, index) = (found.Passage.Statements, found.Index);
        if (index is 0)
            return null;
        var goesOn =
            found.Statement is { StartsLine: true, FirstWord: 0 }
            && found.Statement.Tokens[0] is { IsCapital: false, IsCaseless: false };
        if (!goesOn && !statements[index - 1].Tokens[^1].IsMark(';'))
            return null;
        for (var at = index - 1; at >= Math.Max(0, goesOn ? index - mostLines : index - 1); at--)
            if (names.In(statements[at]) is [var only])
                return !chosen.IsBystander(statements[at], only) && (!goesOn || Opens(statements[at], only))
                    ? found with
                    {
                        Persons = [only],
                    }
                    : null;
        return null;
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
