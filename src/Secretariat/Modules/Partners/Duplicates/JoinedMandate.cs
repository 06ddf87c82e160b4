using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners.Duplicates;

/// <summary>A merge made one mandate of several: whoever speaks of one of them speaks of that one from now on.</summary>
public sealed record MandatesJoined(IReadOnlyList<JoinedMandate> Joined) : IFact;

/// <summary>The one is several again.</summary>
public sealed record MandatesParted(IReadOnlyList<JoinedMandate> Joined) : IFact;

/// <summary>One of several mandates that a merge made one: what it said before, and what it says since.</summary>
/// <param name="IntoId">The one that says it for all; itself, where it is that one.</param>
public sealed record JoinedMandate(Guid Id, Guid IntoId, MandateSays Before, MandateSays After)
{
    /// <summary>What spoke of it, and speaks of the other one since.</summary>
    public List<Guid> FollowerIds { get; init; } = [];
}

/// <summary>What a mandate says, as far as a merge can change it.</summary>
public sealed record MandateSays(
    DateOnly From,
    DateOnly? To,
    IReadOnlyList<string> Strands,
    string Function,
    LocalizedText? Functions,
    string Language
)
{
    public static MandateSays Of(Mandate mandate) =>
        new(mandate.From, mandate.To, [.. mandate.Strands], mandate.Function, mandate.Functions, mandate.Language);

    /// <summary>What reads otherwise on the mandate now, or null.</summary>
    internal Reason? ChangedOn(Mandate mandate)
    {
        var now = Of(mandate);
        return ChangedValue.InWords(
            new(Text.Key("From"), From, now.From),
            new(Text.Key("Until"), To?.AddDays(-1), now.To?.AddDays(-1)),
            new(Text.Key("Strands of work"), string.Join(", ", Strands), string.Join(", ", now.Strands)),
            new(Text.Key("Function"), Function, now.Function),
            ChangedValue.Of(Text.Key("Function"), Functions, now.Functions),
            new(Text.Key("Language"), Language, now.Language)
        );
    }

    internal void WriteTo(Mandate mandate)
    {
        mandate.Correct(From, To);
        (mandate.Function, mandate.Functions, mandate.Language) = (Function, Functions, Language);
        if (Strands.SequenceEqual(mandate.Strands))
            return;
        mandate.Strands.Clear();
        mandate.Strands.AddRange(Strands);
    }
}
