using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Groups;

/// <summary>What holds of the members of a group on a day; all that is said has to hold.</summary>
public sealed record GroupRule
{
    /// <summary>Kinds of partner, one of which it is; none: any.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>The strand of work in which it takes interest.</summary>
    public string? Strand { get; init; }

    /// <summary>The instrument that it endorses.</summary>
    public string? Instrument { get; init; }

    /// <summary>The route on which it lies.</summary>
    public string? Route { get; init; }

    /// <summary>Nobody speaks for it.</summary>
    public bool WithoutContactPoint { get; init; }

    /// <summary>Why it is no rule, or null when it is one.</summary>
    public string? WhyNot() =>
        Kinds.Count == 0 && Strand is null && Instrument is null && Route is null && !WithoutContactPoint
            ? Text.Key("Say what holds of the members: a rule that says nothing finds everybody.")
            : null;
}
