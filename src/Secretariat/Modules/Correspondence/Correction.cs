using Secretariat.Modules.Partners.Endorsements;

namespace Secretariat.Modules.Correspondence;

/// <summary>The proposal as the officer lets it stand, and the day from which it holds.</summary>
/// <param name="IsAlternate">Null leaves it as proposed.</param>
/// <param name="Which">Null: the person of that name in the partner's record, if there is one.</param>
public sealed record Correction(
    ProposedPerson? Person,
    IReadOnlyList<string> Strands,
    DateOnly From,
    bool? IsAlternate = null,
    WhichPerson? Which = null
)
{
    /// <summary>Of a nomination: the strands in which the partner takes interest besides, in the same words.</summary>
    public IReadOnlyList<string> Interests { get; init; } = [];

    /// <summary>How an endorsement is to be entered.</summary>
    public Endorsement? Endorsement { get; init; }

    /// <summary>Whether something that the message says is changed or left out; what it does not say may be added.</summary>
    public bool Contradicts(Proposal proposal)
    {
        var said = proposal.Person;
        return IsReworded(said?.Name, Person?.Name)
            || IsChanged(said?.Function, Person?.Function)
            || IsChanged(said?.Organisation, Person?.Organisation)
            || IsChanged(said?.Email, Person?.Email)
            || IsChanged(said?.Phone, Person?.Phone)
            || (proposal.Strands.Count > 0 && !proposal.Strands.ToHashSet(StringComparer.Ordinal).SetEquals(Strands))
            || (IsAlternate is { } alternate && alternate != proposal.IsAlternate);
    }

    private static bool IsReworded(string? said, string? corrected) =>
        IsChanged(said, corrected) && (corrected is null || !Inflection.IsAll(said!, corrected));

    private static bool IsChanged(string? said, string? corrected) =>
        said is not null && !string.Equals(said.Trim(), corrected?.Trim(), StringComparison.Ordinal);
}

/// <summary>Which person of the record a nomination means; null: somebody who is not in it.</summary>
public sealed record WhichPerson(Guid? PersonId);
