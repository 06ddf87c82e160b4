namespace Secretariat.Modules.Correspondence.Understanding;

/// <summary>A person the letter proposes, as far as it has been read.</summary>
internal sealed class Contact(Mention mention, ProposedPerson person, bool isAlternate)
{
    public Mention Mention => mention;
    public ProposedPerson Person { get; set; } = person;
    public bool IsAlternate { get; set; } = isAlternate;
    public bool IsReplacement { get; set; }

    /// <summary>The name stands behind a label that says so.</summary>
    public bool IsOfForm { get; set; }
    public HashSet<string> Strands { get; } = [];
    public List<string> Quotes { get; } = [];

    public void Quote(Statement statement)
    {
        if (!Quotes.Contains(statement.Quote))
            Quotes.Add(statement.Quote);
    }
}
