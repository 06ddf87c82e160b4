namespace Secretariat.Modules.Correspondence.Understanding;

/// <summary>Finds interest, refusal, endorsement, registration and questions, statement by statement.</summary>
internal sealed class Wishes(ClerkWords words, Letter letter, Strands strands, Names names)
{
    private const int ShortAnswer = 5;

    private readonly Conditions conditions = new(words);
    private readonly Reported reported = new(words, letter);
    private readonly Dictionary<ProposalType, Wish> wishes = [];
    private readonly List<Mention> registered = [];
    private Passage passage = new([], []);
    private List<Match> governed = [];
    private Statement? list;
    private Statement? before;
    private bool speaksOfInstrument;

    public IReadOnlyDictionary<ProposalType, Wish> Find()
    {
        foreach (var each in letter.Passages)
        {
            passage = each;
            (list, before) = (null, null);
            speaksOfInstrument = words[WordList.Instruments].IsIn(passage.Question);
            foreach (var statement in passage.Statements)
            {
                Read(statement);
                before = statement;
            }
        }
        if (
            wishes.TryGetValue(ProposalType.Interest, out var interest)
            && wishes.TryGetValue(ProposalType.Decline, out var decline)
        )
            interest.Strands.ExceptWith(decline.Strands);
        if (wishes.TryGetValue(ProposalType.Registration, out var registration))
            registration.Person = Registered();
        if (interest is { Strands.Count: 0 })
            wishes.Remove(ProposalType.Interest);
        return wishes;
    }

    private void Read(Statement statement)
    {
        var tokens = statement.Tokens;
        if (statement.IsSalutation)
            return;
        if (IsQuestion(statement))
            Add(ProposalType.Question, statement, []);
        if (statement.IsQuestion || Has(statement, WordList.Questions, WordList.QuestionVoids))
            return;
        governed = conditions.In(statement);
        var persons = names.In(statement);
        var named = strands.In(statement, persons);
        ReadStrands(statement, named);
        speaksOfInstrument |= words[WordList.Instruments].IsIn(tokens);
        if (speaksOfInstrument && Has(statement, WordList.Endorses, WordList.EndorsementVoids))
            Add(ProposalType.Endorsement, statement, []);
        if (IsRegistration(statement) || named.Count is 0 && IsAttendance(statement))
        {
            Add(ProposalType.Registration, statement, []);
            registered.AddRange(persons);
        }
    }

    /// <summary>Who is named in the statements that register: of several none is the one.</summary>
    private ProposedPerson? Registered()
    {
        var longest = registered.MaxBy(p => p.Name.Length);
        return longest is not null && registered.TrueForAll(p => Mention.IsSamePerson(p.Name, longest.Name))
            ? MoreDetails.ByName(letter, longest.Person)
            : null;
    }

    private void ReadStrands(Statement statement, List<StrandMention> named)
    {
        if (list is not null && !Continues(statement, named))
            list = null;
        var first = 0;
        foreach (var end in ClauseEnds(statement))
        {
            ReadClause(statement, first, end, named);
            first = end;
        }
        if (list is null && statement.Introduces && Has(statement, WordList.Interests, WordList.InterestVoids))
            list = statement;
    }

    private void ReadClause(Statement statement, int first, int end, List<StrandMention> named)
    {
        var clause = statement.Tokens.Take(end).Skip(first).ToList();
        var codes = strands.Named(statement, named, first, end);
        if (codes.Count is 0 && words[WordList.TheseStrands].IsIn(clause))
            codes = strands.Named(statement, named, 0, end);
        if (Says(statement, clause, first, WordList.Declines, WordList.DeclineVoids) || IsAnswer(statement, codes, WordList.No))
            Add(ProposalType.Decline, statement, codes);
        else if (
            codes.Count > 0
            && Find(clause, WordList.Declines, WordList.DeclineVoids).Count is 0
            && (
                Says(statement, clause, first, WordList.Interests, WordList.InterestVoids)
                || IsListed(statement)
                || IsAnswer(statement, codes, WordList.Yes)
                || IsLabelled(statement)
            )
        )
            Add(ProposalType.Interest, statement, codes);
        if (list is not null && codes.Count > 0)
            wishes.GetValueOrDefault(ProposalType.Interest)?.Quotes.Insert(0, list.Quote);
    }

    /// <summary>Where a word such as "but" turns the sentence round.</summary>
    private IEnumerable<int> ClauseEnds(Statement statement) =>
        words[WordList.Buts].Find(statement.Tokens).Select(m => m.First).Where(at => at > 0).Append(statement.Tokens.Count);

    private bool IsListed(Statement statement) => list is not null && list != statement;

    /// <summary>Entries of a list stay with its introduction as long as they name strands.</summary>
    private static bool Continues(Statement statement, List<StrandMention> named) =>
        named.Count > 0 && statement.StartsLine && statement.WordCount <= 12;

    /// <summary>"Prevention: yes", or "Response only." below a question about strands.</summary>
    private bool IsAnswer(Statement statement, IReadOnlyList<string> codes, string answers)
    {
        if (codes.Count is 0)
            return false;
        var value = statement.ValueStart;
        if (value > 0 && value < statement.Tokens.Count && words[answers].EndAt(statement.Tokens, value) > 0)
            return true;
        return answers is WordList.Yes
            && statement.WordCount <= ShortAnswer
            && words.Strands.Any(s => s.Words.IsIn(passage.Question));
    }

    /// <summary>"Strands: prevention, response", unless it is said of a person.</summary>
    private bool IsLabelled(Statement statement) =>
        statement.ValueStart > 0
        && statement.OpensWith(words[WordList.StrandLabels])
        && words[WordList.Interests].IsIn(statement.Tokens);

    private bool IsQuestion(Statement statement) =>
        (statement.IsQuestion || Has(statement, WordList.Questions, WordList.QuestionVoids))
        && !statement.Introduces
        && !words[WordList.QuestionVoids].IsIn(statement.Tokens);

    private bool IsRegistration(Statement statement) =>
        Has(statement, WordList.Registers, WordList.RegistrationVoids) && words[WordList.Meetings].IsIn(statement.Tokens);

    /// <summary>"Thank you for the invitation to the meeting. Two colleagues will attend."</summary>
    private bool IsAttendance(Statement statement) =>
        before is { IsSalutation: false }
        && words[WordList.Meetings].IsIn(before.Tokens)
        && words[WordList.Invitations].IsIn(before.Tokens)
        && Has(statement, WordList.Attends, WordList.RegistrationVoids);

    private bool Has(Statement statement, string cues, string voids) => Says(statement, statement.Tokens, 0, cues, voids);

    /// <summary>Whether a clause says it of the sender and at once: not of another state, and not under a condition.</summary>
    /// <param name="first">Where the clause begins in the statement.</param>
    private bool Says(Statement statement, IReadOnlyList<Token> clause, int first, string cues, string voids)
    {
        var said = Find(clause, cues, voids);
        if (said.Count is 0)
            return false;
        List<Match> notSaid = [.. governed, .. reported.In(statement, cues)];
        return said.Exists(m => !Conditions.Governs(notSaid, first + m.First));
    }

    private List<Match> Find(IReadOnlyList<Token> clause, string cues, string voids) =>
        words[cues].Find(clause, words[voids], words[WordList.Buts]);

    private Wish Add(ProposalType type, Statement statement, IReadOnlyList<string> codes)
    {
        if (!wishes.TryGetValue(type, out var wish))
            wishes[type] = wish = new Wish(type);
        wish.Add(statement.Quote, codes);
        return wish;
    }
}
