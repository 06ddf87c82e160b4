namespace Secretariat.Modules.Correspondence.Understanding;

/// <summary>Finds whom a letter nominates, statement by statement. A statement may announce names that follow it.</summary>
/// <param name="isNote">The letter says that its writer is away: whom it advises to write to is not nominated.</param>
internal sealed class Contacts(ClerkWords words, Letter letter, Strands strands, Names names, bool isNote)
{
    private readonly Chosen chosen = new(words);
    private readonly Conditions conditions = new(words);
    private readonly Reported reported = new(words, letter);
    private readonly Advice advice = new(words, letter, isNote);
    private readonly MoreDetails more = new(words);
    private readonly Layout layout = new(words, names);
    private readonly bool speaksOfRole = letter.Statements.Any(s => words[WordList.Roles].IsIn(s.Tokens));
    private readonly List<Contact> contacts = [];
    private readonly List<(Found Found, Mention Person, IReadOnlyList<string> Strands)> unannounced = [];
    private readonly HashSet<string> departed = new(StringComparer.OrdinalIgnoreCase);
    private Announcement? announcement;
    private IReadOnlyList<string> lastStrands = [];
    private bool hasAnnounced;
    private bool hasDeparture;
    private bool isSelf;

    /// <summary>Whether the last person stands behind a label that says so.</summary>
    private bool isForm;
    private Statement? selfStatement;
    private Statement? condition;

    /// <summary>Somebody is nominated or named as contact person, rather than as the one to write to now.</summary>
    public bool Acts { get; private set; }

    /// <summary>Somebody is nominated whom the letter does not name, as in "see the attached form".</summary>
    public bool AwaitsPerson => hasAnnounced && contacts.Count is 0;

    public IReadOnlyList<Contact> Find()
    {
        foreach (var passage in letter.Passages)
        {
            (condition, isForm) = (null, false);
            announcement =
                AsksForPerson(passage.Question) ? new Announcement(null, true, false, false, [])
                : letter.IsAnnounced ? new Announcement(null, false, false, false, [])
                : null;
            for (var i = 0; i < passage.Statements.Count; i++)
                Read(passage, i);
        }
        AddUnannounced();
        var signatory = new Signatory(words, letter, names);
        if (isSelf)
            AddSignatory(signatory.Read());
        if (hasDeparture)
            contacts.ForEach(c => c.IsReplacement |= !c.IsAlternate);
        foreach (var contact in contacts)
        {
            contact.Person = MoreDetails.ByName(letter, contact.Person);
            signatory.Complete(contact);
        }
        contacts.RemoveAll(c => departed.Contains(c.Person.Name!));
        return contacts;
    }

    private bool AsksForPerson(IReadOnlyList<Token> question) =>
        question.Count > 0 && (words[WordList.Roles].IsIn(question) || words[WordList.Nominates].IsIn(question));

    private void Read(Passage passage, int index)
    {
        var statement = passage.Statements[index];
        if (statement.IsSalutation)
            return;
        if (statement.IsQuestion)
        {
            announcement = null;
            return;
        }
        if (IsUnderCondition(statement))
            return;
        List<Match> governed = [.. conditions.In(statement), .. reported.In(statement, WordList.Nominates)];
        var persons = names.In(statement).FindAll(p => !Conditions.Governs(governed, p.First));
        var found = new Found(passage, index, persons, strands.In(statement, persons));
        var cues = Cues.Of(statement, persons, words, new(speaksOfRole, FollowsRole(passage, index), governed));
        if (advice.Is(statement, cues))
            return;
        hasDeparture |= cues.HasDeparture;
        Acts |= advice.IsAct(statement, cues);
        if (cues.Says)
            Announce(found, cues);
        else if (governed.Count > 0 && (conditions.TakesBack(statement) || WouldSay(statement)))
            LeaveOpen(statement);
        else if (announcement is not null)
            Follow(found, announcement);
        else
            AssignStrands(found);
        if (!cues.Says && announcement is null && !isNote)
            unannounced.AddRange(
                ByStrands(found).Where(a => a.Person.Person.Email is not null).Select(a => (found, a.Person, a.Strands))
            );
        if (found.Strands.Count > 0)
            lastStrands = CodesIn(found);
    }

    private bool FollowsRole(Passage passage, int index) =>
        index > 0
        && passage.Statements[index - 1].Tokens is [.., var last] before
        && last.IsMark(';')
        && words[WordList.Roles].IsIn(before);

    private bool WouldSay(Statement statement) =>
        Cues.Of(statement, names.In(statement), words, new(speaksOfRole, false, [])).Says;

    /// <summary>What is said under a condition or of others announces nobody, and may take back who was.</summary>
    private void LeaveOpen(Statement statement)
    {
        var persons = names.In(statement).FindAll(p => !chosen.IsBystander(statement, p));
        announcement = null;
        condition = persons.Count is 0 || statement.Introduces ? statement : null;
        if (!conditions.TakesBack(statement))
            return;
        var isOfAlternate = words[WordList.Alternates].IsIn(statement.Tokens);
        if (persons.Count > 0)
            contacts.RemoveAll(c => persons.Exists(p => Mention.IsSamePerson(p.Name, c.Person.Name!)));
        else
            contacts.RemoveAll(c => c.IsAlternate || !isOfAlternate);
        isSelf &= isOfAlternate || persons.Count > 0;
    }

    /// <summary>Entries of a form or list behind a sentence that announced them under a condition.</summary>
    private bool IsUnderCondition(Statement statement)
    {
        if (condition is not null && IsSentence(statement) && !(condition.Introduces && statement.FirstWord > 0))
            condition = null;
        return condition is not null;
    }

    private IReadOnlyList<string> CodesIn(Found found) => strands.Named(found.Statement, found.Strands);

    /// <summary>A statement that nominates: its own persons, or those that follow it.</summary>
    private void Announce(Found found, Cues cues)
    {
        var statement = found.Statement;
        var people = chosen.From(statement, found.Persons, cues, out var old);
        departed.UnionWith(old.Select(o => o.Name));
        var about = words[WordList.TheseStrands].IsIn(statement.Tokens) ? lastStrands : [];
        foreach (var person in people)
            Add(found, person, chosen.IsAlternate(statement, person, people, cues), cues.IsReplacement)
                .Strands.UnionWith([.. Chosen.StrandsOf(statement, person, people, found.Strands, strands), .. about]);
        if (people.Count is 0)
            AnnounceOthers(found, cues, about);
        else if (statement.Introduces)
            announcement = new Announcement(statement, true, cues.HasAlternate, cues.IsReplacement, about);
        else
            announcement = null;
    }

    /// <summary>"For prevention, Ms Anna Berg": each person with a strand in front of the name, of whom nothing else is said.</summary>
    private List<(Mention Person, IReadOnlyList<string> Strands)> ByStrands(Found found)
    {
        List<(Mention Person, IReadOnlyList<string> Strands)> assigned = [];
        if (found.Strands.Count is 0 || words[WordList.Meetings].IsIn(found.Statement.Tokens))
            return assigned;
        var from = 0;
        foreach (var person in found.Persons)
        {
            if (
                chosen.HasOwnStrand(found.Statement.Tokens, person.First, from)
                && layout.EndsClause(person)
                && !chosen.IsBystander(found.Statement, person)
            )
                assigned.Add((person, strands.Named(found.Statement, found.Strands, from, person.First)));
            from = person.DetailsEnd;
        }

        return assigned;
    }

    /// <summary>
    /// "On prevention, please use Anna Berg (anna.berg@…). On response it will be Jan Holm, jan.holm@…": nothing else in the letter says
    /// what they are to be, but that two persons share the strands. Of one alone it may be said in passing.
    /// </summary>
    private void AddUnannounced()
    {
        if (
            unannounced.DistinctBy(a => a.Person.Name).Count() < 2
            || unannounced.DistinctBy(a => string.Join(',', a.Strands)).Count() < 2
            || contacts.Count > 0
        )
            return;
        Acts = true;
        foreach (var (found, person, codes) in unannounced)
            Add(found, person, false, false).Strands.UnionWith(codes);
    }

    /// <summary>The sender, who signs further down, or somebody in the statements behind.</summary>
    private void AnnounceOthers(Found found, Cues cues, IReadOnlyList<string> about)
    {
        var statement = found.Statement;
        hasAnnounced = true;
        isSelf |= cues.IsSelf;
        selfStatement ??= cues.IsSelf ? statement : null;
        announcement = new Announcement(
            statement,
            statement.Introduces || cues.IsSelf || cues.Nominates.Count > 0 && layout.IsDisplayed(found),
            cues.HasAlternate,
            cues.IsReplacement,
            [.. CodesIn(found), .. about]
        );
    }

    /// <summary>Behind an announcement every statement that opens with a name is one of the persons announced.</summary>
    private void Follow(Found found, Announcement announced)
    {
        var (statement, own) = (found.Statement, CodesIn(found));
        var person = found.Persons.Find(p => layout.Opens(statement, p)) ?? layout.IntroducedIn(found, announced.Statement);
        if (person is not null && IsAnnounced(person, announced))
        {
            isSelf = false;
            Add(found, person, announced.IsAlternate, announced.IsReplacement, announced.Statement)
                .Strands.UnionWith(own.Count > 0 ? own : announced.Strands);
        }
        else if (ByStrands(found) is { Count: > 0 } assigned && assigned.TrueForAll(a => IsAnnounced(a.Person, announced)))
        {
            isSelf = false;
            foreach (var (each, codes) in assigned)
                Add(found, each, announced.IsAlternate, announced.IsReplacement, announced.Statement).Strands.UnionWith(codes);
        }
        else if (own.Count > 0 && (statement.Introduces || layout.IsHeading(found)))
            announcement = announced with { Strands = own };
        else if (contacts.Count > 0 && statement.OpensWith(words[WordList.StrandLabels]))
            AddStrands(contacts[^1], statement, own);
        else if (!contacts.Exists(c => c.Quotes.Contains(statement.Quote)) && !more.Continues(statement) && IsSentence(statement))
            announcement = null;
    }

    /// <summary>Whoever stands below a form without its labels, as who prepared the letter, is none of them.</summary>
    private bool IsAnnounced(Mention person, Announcement announced) =>
        person.Statement.OpensWith(words[WordList.NameLabels])
        || (!isForm || IsAddedToForm(person)) && (announced.IsOpen || person.Person.Email is not null);

    private static bool IsAddedToForm(Mention person) => person.Statement is { FirstWord: > 0 } or { ValueStart: > 0 };

    private static bool IsSentence(Statement statement) => statement.WordCount > 6 && statement.ValueStart is 0;

    private Contact Add(Found found, Mention person, bool isAlternate, bool isReplacement, Statement? announcedBy = null)
    {
        var contact = contacts.Find(c => Mention.IsSamePerson(c.Person.Name!, person.Name));
        if (contact is null)
            contacts.Add(contact = new Contact(person, person.Person, isAlternate));
        else if (found.Statement.OpensWith(words[WordList.NameLabels]))
            contact.TakeName(person.Name);
        isForm = found.Statement.OpensWith(words[WordList.NameLabels]);
        contact.IsReplacement |= isReplacement;
        contact.IsAlternate |= isAlternate;
        if (announcedBy is not null)
            contact.Quote(announcedBy);
        contact.Quote(found.Statement);
        more.Read(found.Passage.Statements, found.Index + 1, contact, names);
        return contact;
    }

    /// <summary>"Ms Berg will follow prevention": strands for somebody already named.</summary>
    private void AssignStrands(Found found)
    {
        var statement = found.Statement;
        if (found.Strands.Count is 0 || contacts.Count is 0)
            return;
        if (statement.ValueStart > 0 && statement.OpensWith(words[WordList.StrandLabels]))
            AddStrands(contacts[^1], statement, CodesIn(found));
        else if (contacts.FindAll(c => IsNamedIn(statement, c)) is [var only])
            AddStrands(only, statement, CodesIn(found));
    }

    private static bool IsNamedIn(Statement statement, Contact contact) =>
        contact.Mention.NameParts.LastOrDefault() is { } family
        && statement.Tokens.Any(t => t.IsCapital && t.Folded.EndsWith(family, StringComparison.Ordinal));

    private static void AddStrands(Contact contact, Statement statement, IReadOnlyList<string> codes)
    {
        contact.Strands.UnionWith(codes);
        contact.Quote(statement);
    }

    private void AddSignatory(Contact? signatory)
    {
        if (signatory is null || contacts.Exists(c => c.Person.Name == signatory.Person.Name))
            return;
        signatory.Quotes.Insert(0, selfStatement!.Quote);
        signatory.IsAlternate = announcement?.IsAlternate is true;
        signatory.IsReplacement |= announcement?.IsReplacement is true;
        contacts.Add(signatory);
    }
}
