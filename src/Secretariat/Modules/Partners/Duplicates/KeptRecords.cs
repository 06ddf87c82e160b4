using Secretariat.Modules.Partners.Endorsements;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners.Duplicates;

/// <summary>What the kept entry has, and why something of the other would collide with it; null where it can move.</summary>
internal sealed record KeptRecords
{
    public required Partner Kept { get; init; }
    public required IReadOnlyList<OnboardingTaken> Steps { get; init; }
    public required Titles Titles { get; init; }

    public Reason? WhyStays(PartnerRelation relation) =>
        Kept.Relations.Exists(r => r.Kind == relation.Kind && r.Of == relation.Of)
            ? Text.Key(
                "Relation “{0}”, {1}: the kept entry has the same.",
                relation.Of is { } of
                    ? new Reason("{0} {1}", (Reason)PartnerWords.NameOf(relation.Kind), Titles.Of(of))
                    : (Reason)PartnerWords.NameOf(relation.Kind),
                relation.On
            )
            : null;

    public Reason? WhyStays(PartnerDomain domain) =>
        Kept.Domains.Exists(d => d.Domain.Equals(domain.Domain, StringComparison.OrdinalIgnoreCase))
            ? Text.Key("Domain {0}: the kept entry has it too, and one is enough.", domain.Domain)
            : null;

    /// <summary>Of two histories none can be made that was true; and what led to another kind is no history of this one.</summary>
    /// <param name="kind">What the other entry was.</param>
    /// <param name="kindNow">What it is.</param>
    public Reason? WhyStays(KindBefore kind, string kindNow)
    {
        var (was, until) = (Titles.Of(kind.KindCode), kind.Until.AddDays(-1));
        return kindNow != Kept.KindCode ? Text.Key("Kind “{0}” until {1}: the two are of different kinds today.", was, until)
            : Kept.KindsBefore.Count > 0
                ? Text.Key("Kind “{0}” until {1}: the kept entry has kinds before of its own.", was, until)
            : null;
    }

    /// <summary>No day on which the kept entry was listed is taken from it: of one that is listed, the other's are of days on which it was not.</summary>
    /// <param name="listing">What held of the other entry.</param>
    /// <param name="isListed">Whether it is listed.</param>
    public Reason? WhyStays(ListingBefore listing, bool isListed)
    {
        var (was, until) = ((Reason)Listings.Name(listing.IsListed), listing.Until.AddDays(-1));
        return isListed != Kept.IsListed
                ? Text.Key("In public: {0} until {1}: one of the two is listed today, and the other is not.", was, until)
            : Kept.ListingsBefore.Count > 0
                ? Text.Key("In public: {0} until {1}: the listing of the kept entry changed on days of its own.", was, until)
            : Kept.IsListed ? Text.Key("In public: {0} until {1}: the kept entry was listed all the time.", was, until)
            : null;
    }

    public Reason? WhyStays(OnboardingTaken step) =>
        Steps.Any(s => s.StepCode == step.StepCode)
            ? Text.Key("Onboarding step “{0}”, {1}: the kept entry has taken it too.", Titles.Of(step.StepCode), step.On)
            : null;
}

/// <summary>What the codes of records stand for.</summary>
internal sealed class Titles(IReadOnlyDictionary<string, LocalizedText> known)
{
    /// <summary>An instrument, and the wording of which it was said.</summary>
    public object TextOf(Endorsement said) =>
        said.TextVersion is { } version
            ? Text.Key("{0}, version {1}", Of(said.InstrumentCode), version)
            : Of(said.InstrumentCode);

    public LocalizedText Of(string code) => known.GetValueOrDefault(code) ?? LocalizedText.InEnglish(code);
}
