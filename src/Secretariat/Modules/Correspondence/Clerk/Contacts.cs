namespace Secretariat.Modules.Correspondence.Understanding;

/// <summary>A person the letter proposes, as far as it has been read.</summary>
internal sealed class Contact(Mention mention, ProposedPerson person, bool isAlternate)
{
    public Mention Mention => mention;
    public ProposedPerson Person { get; set; } = person;
    public bool IsAlternate { get; set; } = isAlternate;
    public bool IsReplacement { get; set; }
    public HashSet<string> Strands { get; } = [];
    public List<string> Quotes { get; } = [];

    public void Quote(Statement statement)
    {
        if (!Quotes.Contains(statement.Quote))
            Quotes.Add(statement.Quote);
    }
}

/// <summary>Finds whom a letter nominates, statement by statement. A statement may announce names that follow it.</summary>
internal sealed class Contacts(ClerkWords words, Letter letter, Strands strands, Names names)
{
    private readonly Chosen chosen = new(words);
    private readonly MoreDetails more = new(words);
    private readonly bool speaksOfRole = letter.Statements.Any(s => words[WordList.Roles].IsIn(s.Tokens));
    private readonly List<Contact> contacts = [];
    private readonly HashSet<string> departed = new(StringComparer.OrdinalIgnoreCase);
    private Announcement? announcement;
    private IReadOnlyList<string> lastStrands = [];
    private bool hasDeparture;
    private bool isSelf;
    private Statement? selfStatement;

    public IReadOnlyList<Contact> Find()
    {
        foreach (var passage in letter.Passages)
        {
            announcement = AsksForPerson(passage.Question) ? new Announcement(null, true, false, false, []) : null;
            for (var i = 0; i < passage.Statements.Count; i++)
                Read(passage.Statements, i);
        }
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

    private void Read(IReadOnlyList<Statement> statements, int index)
    {
        var statement = statements[index];
        var persons = names.In(statement);
        var named = strands.In(statement, persons);
        if (statement.IsQuestion)
        {
            announcement = null;
            return;
        }
        var cues = Cues.Of(statement, persons, words, speaksOfRole);
        hasDeparture |= cues.HasDeparture;
        if (cues.Says)
            Announce(statements, index, cues, persons, named);
        else if (announcement is not null)
            Follow(statements, index, persons, named);
        else
            AssignStrands(statement, named);
        if (named.Count > 0)
            lastStrands = strands.Named(statement, named, 0, statement.Tokens.Count);
    }

    /// <summary>A statement that nominates: its own persons, or those that follow it.</summary>
    private void Announce(
        IReadOnlyList<Statement> statements,
        int index,
        Cues cues,
        List<Mention> persons,
        List<StrandMention> named
    )
    {
        var statement = statements[index];
        var people = chosen.From(statement, persons, cues, out var old);
        departed.UnionWith(old.Select(o => o.Name));
        var about = words[WordList.TheseStrands].IsIn(statement.Tokens) ? lastStrands : [];
        if (people.Count is 0)
        {
            isSelf |= cues.IsSelf;
            selfStatement ??= cues.IsSelf ? statement : null;
            var ownStrands = strands.Named(statement, named, 0, statement.Tokens.Count);
            announcement = new Announcement(
                statement,
                statement.Introduces || cues.IsSelf,
                cues.HasAlternate,
                cues.IsReplacement,
                [.. ownStrands, .. about]
            );
            return;
        }
        foreach (var person in people)
            Add(statements, index, person, chosen.IsAlternate(statement, person, people, cues), cues.IsReplacement, null)
                .Strands.UnionWith([.. Chosen.StrandsOf(statement, person, people, named, strands), .. about]);
        announcement = statement.Introduces
            ? new Announcement(statement, true, cues.HasAlternate, cues.IsReplacement, about)
            : null;
    }

    /// <summary>Behind an announcement every statement that opens with a name is one of the persons announced.</summary>
    private void Follow(IReadOnlyList<Statement> statements, int index, List<Mention> persons, List<StrandMention> named)
    {
        var statement = statements[index];
        var own = strands.Named(statement, named, 0, statement.Tokens.Count);
        if (
            persons.Find(p => Opens(statement, p)) is { } person
            && (announcement!.IsOpen || IsNameLabel(statement) || person.Person.Email is not null)
        )
        {
            isSelf = false;
            var contact = Add(
                statements,
                index,
                person,
                announcement.IsAlternate,
                announcement.IsReplacement,
                announcement.Statement
            );
            contact.Strands.UnionWith(own.Count > 0 ? own : announcement.Strands);
        }
        else if (contacts.Count > 0 && words[WordList.StrandLabels].EndAt(statement.Tokens, statement.FirstWord) > 0)
            AddStrands(contacts[^1], statement, own);
        else if (own.Count > 0 && statement.Introduces)
            announcement = announcement! with { Strands = own };
        else if (contacts.Exists(c => c.Quotes.Contains(statement.Quote)) || more.Continues(statement))
            return;
        else if (IsSentence(statement))
            announcement = null;
    }

    private bool IsNameLabel(Statement statement) => words[WordList.NameLabels].EndAt(statement.Tokens, statement.FirstWord) > 0;

    /// <summary>The name comes first, behind a bullet, a strand or a label.</summary>
    private static bool Opens(Statement statement, Mention person) =>
        person.First <= Math.Max(statement.FirstWord, statement.ValueStart);

    private static bool IsSentence(Statement statement) => statement.WordCount > 6 && statement.ValueStart is 0;

    private Contact Add(
        IReadOnlyList<Statement> statements,
        int index,
        Mention person,
        bool isAlternate,
        bool isReplacement,
        Statement? announcedBy
    )
    {
        var contact = contacts.Find(c => c.Person.Name!.Equals(person.Name, StringComparison.OrdinalIgnoreCase));
        if (contact is null)
            contacts.Add(contact = new Contact(person, person.Person, isAlternate));
        contact.IsReplacement |= isReplacement;
        contact.IsAlternate |= isAlternate;
        if (announcedBy is not null)
            contact.Quote(announcedBy);
        contact.Quote(statements[index]);
        more.Read(statements, index + 1, contact, names);
        return contact;
    }

    /// <summary>"Ms Berg will follow prevention": strands for somebody already named.</summary>
    private void AssignStrands(Statement statement, List<StrandMention> named)
    {
        if (named.Count is 0 || contacts.Count is 0)
            return;
        var codes = strands.Named(statement, named, 0, statement.Tokens.Count);
        if (
            words[WordList.StrandLabels].EndAt(statement.Tokens, statement.FirstWord) > 0
            && contacts[^1].Quotes.Count > 0
            && statement.ValueStart > 0
        )
            AddStrands(contacts[^1], statement, codes);
        else if (
            contacts.FindAll(c =>
                statement.Tokens.Any(t =>
                    t.IsCapital
                    && c.Mention.NameParts.LastOrDefault() is { } last
                    && t.Folded.EndsWith(last, StringComparison.Ordinal)
                )
            )
            is [var only]
        )
            AddStrands(only, statement, codes);
    }

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
        contacts.Add(signatory);
    }

    /// <summary>What a statement said of persons still to come.</summary>
    private sealed record Announcement(
        Statement? Statement,
        bool IsOpen,
        bool IsAlternate,
        bool IsReplacement,
        IReadOnlyList<string> Strands
    );
}
