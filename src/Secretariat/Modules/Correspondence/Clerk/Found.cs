namespace Secretariat.Modules.Correspondence.Understanding;

/// <summary>A statement in its passage, with the persons and strands that it names.</summary>
internal sealed record Found(Passage Passage, int Index, List<Mention> Persons, List<StrandMention> Strands)
{
    public Statement Statement => Passage.Statements[Index];
}

/// <summary>What a statement said of persons still to come.</summary>
internal sealed record Announcement(
    Statement? Statement,
    bool IsOpen,
    bool IsAlternate,
    bool IsReplacement,
    IReadOnlyList<string> Strands
);
