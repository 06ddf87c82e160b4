namespace Secretariat.Platform.Domain;

/// <summary>Something that happened to an entity, named in the past tense; handled before the change is committed.</summary>
public interface IFact;

/// <summary>What a higher module does when a lower one reports a fact: in the same request and transaction.</summary>
public interface IHandle<in TFact>
    where TFact : IFact
{
    Task HandleAsync(TFact fact, CancellationToken cancellationToken);
}

/// <summary>A row with a key that sorts by the time it was made.</summary>
public abstract class Row
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
}

/// <summary>A record of the Alliance: versioned, audited, able to report facts.</summary>
public abstract class Entity : Row
{
    private readonly List<IFact> facts = [];

    /// <summary>Counts the changes; two people who change the same version cannot both win.</summary>
    public int Version { get; private set; }

    /// <summary>The same said twice before it is saved is one fact.</summary>
    protected void Report(IFact fact)
    {
        if (!facts.Contains(fact))
            facts.Add(fact);
    }

    internal IReadOnlyList<IFact> TakeFacts()
    {
        IFact[] taken = [.. facts];
        facts.Clear();
        return taken;
    }
}
