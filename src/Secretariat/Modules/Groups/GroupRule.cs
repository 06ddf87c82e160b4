using System.Text.Json.Serialization;
using Secretariat.Modules.Letters;
using Secretariat.Modules.Partners.Endorsements;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Groups;

/// <summary>What holds of the members of a group on a day; all that is said has to hold.</summary>
public sealed record GroupRule
{
    /// <summary>Kinds of partner, one of which it is; none: any.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>The strand of work in which it takes interest.</summary>
    public string? Strand { get; init; }

    /// <summary>The strand of work on which it has said nothing.</summary>
    public string? SilentOn { get; init; }

    /// <summary>The instrument towards which it stands so.</summary>
    public string? Instrument { get; init; }

    /// <summary>How it stands towards the instrument; rules from before this could be chosen mean those who endorse it.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<EndorsementStatus>))]
    public EndorsementStatus Standing { get; init; } = EndorsementStatus.Endorsed;

    /// <summary>The campaign by which it was asked.</summary>
    public Guid? Campaign { get; init; }

    /// <summary>What has come of its letter; null: whatever has, once it had left.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<Answering>))]
    public Answering? Answer { get; init; }

    /// <summary>The route on which it lies.</summary>
    public string? Route { get; init; }

    /// <summary>Nobody speaks for it.</summary>
    public bool WithoutContactPoint { get; init; }

    /// <summary>Whether what has come of a letter is what the rule asks for.</summary>
    public bool Means(LetterAnswer answer) => Answer is null ? answer.State is not Answering.NotYetSent : answer.State == Answer;

    /// <summary>Why it is no rule, or null when it is one.</summary>
    public string? WhyNot() =>
        SaysNothing ? Text.Key("Say what holds of the members: a rule that says nothing finds everybody.")
        : Strand is not null && Strand == SilentOn
            ? Text.Key("Whoever takes interest in a strand has said something on it: choose one of the two, or another strand.")
        : null;

    private bool SaysNothing =>
        Kinds.Count == 0
        && !WithoutContactPoint
        && Campaign is null
        && Strand is null
        && SilentOn is null
        && Instrument is null
        && Route is null;
}
