namespace Secretariat.Modules.Correspondence.Understanding;

/// <summary>Tells, in a note of somebody who is away or gone, whom to write to meanwhile from whom it nominates.</summary>
internal sealed class Advice(ClerkWords words, Letter letter, bool isNote)
{
    private readonly bool hasLeft = isNote && letter.Statements.Any(s => words[WordList.Leavings].IsIn(s.Tokens));

    /// <summary>"In my absence our contact person is …", "please contact our new contact person …".</summary>
    public bool Is(Statement statement, Cues cues) =>
        isNote
        && (
            words[WordList.Advises].IsIn(statement.Tokens)
            || cues.Nominates.Count is 0 && words[WordList.AwayAdvice].IsIn(statement.Tokens)
        );

    /// <summary>Whoever has left says whom to write to; whoever is still there may as well name the contact person.</summary>
    public bool IsAct(Statement statement, Cues cues) =>
        cues.Says && (!hasLeft || cues.IsSelf || words[WordList.Nominates].IsIn(statement.Tokens))
        || cues.HasDeparture && !words[WordList.Leavings].IsIn(statement.Tokens);
}
