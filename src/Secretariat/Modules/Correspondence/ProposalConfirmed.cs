using Secretariat.Modules.Partners.Endorsements;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Correspondence;

/// <summary>An officer confirmed what a message asks for.</summary>
public sealed record ProposalConfirmed(
    Guid ProposalId,
    ProposalType Type,
    Guid PartnerId,
    Guid MessageId,
    ProposedPerson? Person,
    bool IsAlternate,
    IReadOnlyList<string> Strands,
    DateOnly From,
    WhichPerson? Which,
    Decision Decision
) : IFact
{
    /// <summary>Of a nomination: the strands in which an officer read that the partner takes interest besides.</summary>
    public IReadOnlyList<string> Interests { get; init; } = [];

    public Endorsement? Endorsement { get; init; }
}

/// <summary>Who decided, when and why.</summary>
public sealed record Decision(Guid? ById, DateTimeOffset At, string? Reason);
