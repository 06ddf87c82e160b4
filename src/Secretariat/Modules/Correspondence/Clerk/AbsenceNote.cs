namespace Secretariat.Modules.Correspondence.Understanding;

/// <summary>
/// Tells an automatic reply by its words where no header says so (RFC 3834 section 2 wants one, and many programs leave it out).
/// A letter that asks for something was written by a person, whatever else it says.
/// </summary>
internal sealed class AbsenceNote(ClerkWords words)
{
    private const int LongestNote = 150;

    public bool Is(Letter letter) => CallsItselfAutomatic(letter) || IsAway(letter);

    /// <summary>"Automatic reply: your letter", but not "Re: Automatic reply".</summary>
    public bool IsNamed(string subject)
    {
        var tokens = new Tokenizer(subject, words).Read(new(0, subject.Length));
        var first = tokens.FindIndex(t => t.Kind is TokenKind.Word);
        return first >= 0 && words[WordList.AutoReplySubjects].EndAt(tokens, first) > 0;
    }

    private bool CallsItselfAutomatic(Letter letter) => Has(letter, WordList.Automatic);

    /// <summary>Somebody is away or gone, and the note says what to do meanwhile, or whom to write to.</summary>
    private bool IsAway(Letter letter) =>
        letter.Statements.Sum(s => s.WordCount) <= LongestNote
        && (
            letter.Statements.Any(s =>
                words[WordList.Absences].Find(s.Tokens, words[WordList.AbsenceVoids], words[WordList.Buts]).Count > 0
            ) && Has(letter, WordList.AwayAdvice, WordList.Advises)
            || Has(letter, WordList.Leavings)
                && Has(letter, WordList.AwayAdvice, WordList.Advises, WordList.Roles, WordList.SucceededBy)
        );

    private bool Has(Letter letter, params IEnumerable<string> lists) =>
        letter.Statements.Any(s => lists.Any(list => words[list].IsIn(s.Tokens)));
}
