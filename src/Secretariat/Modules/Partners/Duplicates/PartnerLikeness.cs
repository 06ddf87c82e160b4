using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners.Duplicates;

/// <summary>
/// Weighs two partners. Ministries of many states are called the same, so that a state or the ending of a domain that differs
/// outweighs the name; names in two languages cannot be compared, so that state and domain together can do without.
/// </summary>
internal static class PartnerLikeness
{
    private const double Code = 0.35;
    private const double Domain = 0.35;
    private const double DomainBelow = 0.20;
    private const double Abbreviated = 0.40;
    private const double OtherCode = -0.60;
    private const double OtherCountry = -0.35;
    private const double OtherKind = -0.15;
    private const double OtherName = -0.40;

    public static Likeness Of(PartnerTraits one, PartnerTraits other)
    {
        var (names, shortNames) = (OfNames(one, other), OfShortNames(one, other));
        IEnumerable<Evidence?> evidence =
        [
            // An abbreviation differs from its name, which says nothing against it.
            shortNames is not null
            && names?.Points < 0
                ? null
                : names,
            shortNames,
            OfCodes(one, other),
            OfDomains(one, other),
            OfKinds(one, other),
        ];
        return Likeness.Sum([.. evidence.OfType<Evidence>()]);
    }

    /// <summary>
    /// The names that agree best; only where none does, two of one language that differ. What one is called for short may be all
    /// that the other is called.
    /// </summary>
    private static Evidence? OfNames(PartnerTraits one, PartnerTraits other)
    {
        IEnumerable<Evidence> pairs =
        [
            .. Agreements(one.Names, other.Names),
            .. Agreements(one.ShortNames, other.Names).Where(e => e.Points > 0),
            .. Agreements(one.Names, other.ShortNames).Where(e => e.Points > 0),
        ];
        return pairs.MaxBy(e => e.Points);
    }

    private static IEnumerable<Evidence> Agreements(IReadOnlyList<OrganisationName> one, IReadOnlyList<OrganisationName> other) =>
        from first in one
        from second in other
        where first.Words.Count > 0 && second.Words.Count > 0
        let agreement = OfNames(first, second)
        where agreement is not null
        select agreement;

    private static Evidence? OfNames(OrganisationName one, OrganisationName other)
    {
        var (first, second) = (one.Written, other.Written);
        var shared = SharedWords.Of(one, other);
        var (fewest, most) = (Math.Min(one.Words.Count, other.Words.Count), Math.Max(one.Words.Count, other.Words.Count));
        if (shared.Near == most)
            return OfSameNames(one, other, shared.Same == most);
        if (shared.Near + shared.Slips == most && shared.Slips == 1)
            return new(Text.Key("The names differ by one letter: “{0}” and “{1}”.", first, second), 0.45);
        if (shared.AreAllThatCount)
            return new(
                Text.Key("The names are the same but for words such as “Republic”: “{0}” and “{1}”.", first, second),
                0.60,
                true
            );
        if (shared.Near == fewest && fewest > 1)
            return new(Text.Key("One name holds all the words of the other: “{0}” and “{1}”.", first, second), 0.35);
        return one.Language == other.Language && one.Language.Length > 0
            ? new(Text.Key("The names are different: “{0}” and “{1}”.", first, second), OtherName)
            : null;
    }

    private static Evidence OfSameNames(OrganisationName one, OrganisationName other, bool areWordsTheSame)
    {
        var (first, second) = (one.Written, other.Written);
        if (!areWordsTheSame)
            return one.Words[0].IsLatin != other.Words[0].IsLatin
                ? new(Text.Key("The names are the same in another script: “{0}” and “{1}”.", first, second), 0.60, true)
                : new(Text.Key("The names are the same, spelled in another way: “{0}” and “{1}”.", first, second), 0.60, true);
        return first == second ? new(Text.Key("The names are the same: “{0}”.", first), 0.70, true)
            : one.Latin == other.Latin
                ? new(Text.Key("The names have the same words: “{0}” and “{1}”.", first, second), 0.65, true)
            : new(Text.Key("The names hold the same words in another order: “{0}” and “{1}”.", first, second), 0.60, true);
    }

    private static Evidence? OfShortNames(PartnerTraits one, PartnerTraits other)
    {
        var shared = one.ShortNames.FirstOrDefault(s => other.ShortNames.Any(o => s.Latin.Length > 1 && s.Latin == o.Latin));
        if (shared is not null)
            return new(Text.Key("Both are called “{0}” for short.", shared.Written), Abbreviated);
        return Abbreviates(one, other) ?? Abbreviates(other, one);
    }

    private static Evidence? Abbreviates(PartnerTraits one, PartnerTraits other)
    {
        var pairs =
            from brief in one.ShortNames.Concat(one.Names.Where(n => n.Words.Count == 1))
            from full in other.Names
            where full.Words.Count > 2 && brief.Latin == full.Initials
            select new Evidence(Text.Key("“{0}” is the abbreviation of “{1}”.", brief.Written, full.Written), Abbreviated);
        return pairs.FirstOrDefault();
    }

    private static Evidence? OfCodes(PartnerTraits one, PartnerTraits other)
    {
        if (one.Code is null || other.Code is null || one.Code.Length != other.Code.Length)
            return null;
        return one.Code == other.Code
            ? new(Text.Key("Both belong to the state with the code {0}.", one.Code), Code)
            : new(Text.Key("They belong to different states: {0} and {1}.", one.Code, other.Code), OtherCode);
    }

    private static Evidence? OfDomains(PartnerTraits one, PartnerTraits other)
    {
        if (one.Domains.FirstOrDefault(d => other.Domains.Contains(d)) is { } shared)
            return new(Text.Key("Both write from {0}.", shared), Domain);
        var below =
            from first in one.Domains
            from second in other.Domains
            where PartnerDomain.Matches(first, second) || PartnerDomain.Matches(second, first)
            select new Evidence(Text.Key("One domain lies below the other: {0} and {1}.", first, second), DomainBelow);
        if (below.FirstOrDefault() is { } found)
            return found;
        var (here, there) = (Countries(one), Countries(other));
        return here.Count > 0 && there.Count > 0 && !here.Overlaps(there)
            ? new(
                Text.Key("Their domains belong to different countries: {0} and {1}.", here.First(), there.First()),
                OtherCountry
            )
            : null;
    }

    /// <summary>ISO 3166-1 alpha-2 endings; that of the Union belongs to no one state.</summary>
    private static SortedSet<string> Countries(PartnerTraits partner) =>
        new(
            partner.Domains.Select(d => d[(d.LastIndexOf('.') + 1)..]).Where(ending => ending.Length == 2 && ending != "eu"),
            StringComparer.Ordinal
        );

    private static Evidence? OfKinds(PartnerTraits one, PartnerTraits other) =>
        one.Kind == other.Kind ? null : new(Text.Key("They are of different kinds."), OtherKind);
}
