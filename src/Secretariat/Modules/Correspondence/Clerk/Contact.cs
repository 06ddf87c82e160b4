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

    /// <summary>A form gives the name as it is; a sentence may inflect it. The family name alone says less.</summary>
    public void TakeName(string name)
    {
        if (Mention.PartsOf(name).Count() >= Mention.PartsOf(Person.Name!).Count())
            Person = Person with { Name = name };
    }

    public void Quote(Statement statement)
    {
        if (!Quotes.Contains(statement.Quote))
            Quotes.Add(statement.Quote);
    }
}
