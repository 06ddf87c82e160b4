using Secretariat.Modules.Partners.Endorsements;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners.Duplicates;

/// <summary>What the kept entry has, and why something of the other would collide with it; null where it can move.</summary>
internal sealed record KeptRecords
{
    public required IReadOnlyList<Mandate> Principals { get; init; }
    public required IReadOnlyList<PartnerRelation> Relations { get; init; }
    public required IReadOnlyList<PartnerDomain> Domains { get; init; }
    public required bool HasKindsBefore { get; init; }
    public required IReadOnlyList<PartnerRoute> Routes { get; init; }
    public required IReadOnlyList<Endorsement> Endorsements { get; init; }
    public required IReadOnlyList<OnboardingTaken> Steps { get; init; }

    /// <summary>A partner has one principal at a time.</summary>
    public Reason? WhyStays(Mandate mandate) =>
        mandate.Role is MandateRole.Principal && Principals.Any(mandate.MeetsOn)
            ? Text.Key(
                "Principal {0}, since {1}: the kept entry has one on some of these days.",
                mandate.Person.Name,
                mandate.From
            )
            : null;

    public Reason? WhyStays(PartnerRelation relation) =>
        Relations.Any(r => r.Kind == relation.Kind && r.Of == relation.Of)
            ? Text.Key("Relation “{0}”, {1}: the kept entry has the same.", relation.Of ?? "EU", relation.On)
            : null;

    public Reason? WhyStays(PartnerDomain domain) =>
        Domains.Any(d => d.Domain.Equals(domain.Domain, StringComparison.OrdinalIgnoreCase))
            ? Text.Key("Domain {0}: the kept entry has it too, and one is enough.", domain.Domain)
            : null;

    /// <summary>Of two histories none can be made that was true.</summary>
    public Reason? WhyStays(KindBefore kind) =>
        HasKindsBefore
            ? Text.Key("Its kind until {0}: the kept entry has kinds before of its own.", kind.Until.AddDays(-1))
            : null;

    public Reason? WhyStays(PartnerRoute route) =>
        Routes.Any(r => r.RouteCode == route.RouteCode && r.Role == route.Role && route.MeetsOn(r))
            ? Text.Key("Route “{0}”, since {1}: the kept entry lies on it on some of these days.", route.RouteCode, route.From)
            : null;

    public Reason? WhyStays(Endorsement said) =>
        Endorsements.Any(e => e.InstrumentCode == said.InstrumentCode && said.MeetsOn(e))
            ? Text.Key(
                "Standing towards “{0}”, since {1}: the kept entry has one on some of these days.",
                said.InstrumentCode,
                said.From
            )
            : null;

    public Reason? WhyStays(OnboardingTaken step) =>
        Steps.Any(s => s.StepCode == step.StepCode)
            ? Text.Key("Onboarding step “{0}”, {1}: the kept entry has taken it too.", step.StepCode, step.On)
            : null;
}
