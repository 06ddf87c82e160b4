namespace Secretariat.Modules.Correspondence.Understanding;

/// <summary>Something a letter says besides naming persons, with every statement that says it.</summary>
internal sealed class Wish(ProposalType type)
{
    public ProposalType Type => type;
    public HashSet<string> Strands { get; } = [];
    public List<string> Quotes { get; } = [];
    public ProposedPerson? Person { get; set; }

    public void Add(string quote, IEnumerable<string> strands)
    {
        Strands.UnionWith(strands);
        if (!Quotes.Contains(quote))
            Quotes.Add(quote);
    }
}
