using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners.Duplicates;

/// <summary>What an entry calls a partner, and what else stands on it.</summary>
/// <param name="Details">Null of a merge that took the names alone over.</param>
public sealed record PartnerNames(
    LocalizedText Name,
    LocalizedText? OfficialName,
    LocalizedText? ShortName,
    PartnerDetails? Details = null
)
{
    public static PartnerNames Of(Partner partner) =>
        new(partner.Name, partner.OfficialName, partner.ShortName, PartnerDetails.Of(partner));

    /// <summary>Its own, and those of the other in the languages that it lacks.</summary>
    public PartnerNames And(PartnerNames other) =>
        new(
            And(Name, other.Name)!,
            And(OfficialName, other.OfficialName),
            And(ShortName, other.ShortName),
            Details?.And(other.Details)
        );

    /// <summary>Whether the entry says so.</summary>
    internal bool AreOf(Partner partner) => this == (Details is null ? Of(partner) with { Details = null } : Of(partner));

    internal void WriteTo(Partner partner)
    {
        if (AreOf(partner))
            return;
        (partner.OfficialName, partner.ShortName, partner.Name) = (OfficialName, ShortName, Name);
        Details?.WriteTo(partner);
    }

    private static LocalizedText? And(LocalizedText? own, LocalizedText? other) =>
        own is null || other is null
            ? own ?? other
            : other
                .Languages.Except(own.Languages, StringComparer.Ordinal)
                .Aggregate(own, (names, language) => names.With(language, other.In(language)));
}

/// <summary>What stands on an entry beside its names, and is filled from the other one where it is lacking.</summary>
public sealed record PartnerDetails
{
    public string? OwnName { get; init; }
    public string? EuCode { get; init; }
    public string? IsoAlpha2 { get; init; }
    public string? IsoAlpha3 { get; init; }
    public string? WorkingLanguage { get; init; }
    public LocalizedText? Footnote { get; init; }

    public static PartnerDetails Of(Partner partner) =>
        new()
        {
            OwnName = partner.OwnName,
            EuCode = partner.EuCode,
            IsoAlpha2 = partner.IsoAlpha2,
            IsoAlpha3 = partner.IsoAlpha3,
            WorkingLanguage = partner.WorkingLanguage,
            Footnote = partner.Footnote,
        };

    public PartnerDetails And(PartnerDetails? other) =>
        new()
        {
            OwnName = OwnName ?? other?.OwnName,
            EuCode = EuCode ?? other?.EuCode,
            IsoAlpha2 = IsoAlpha2 ?? other?.IsoAlpha2,
            IsoAlpha3 = IsoAlpha3 ?? other?.IsoAlpha3,
            WorkingLanguage = WorkingLanguage ?? other?.WorkingLanguage,
            Footnote = Footnote ?? other?.Footnote,
        };

    internal void WriteTo(Partner partner)
    {
        (partner.OwnName, partner.WorkingLanguage, partner.Footnote) = (OwnName, WorkingLanguage, Footnote);
        (partner.EuCode, partner.IsoAlpha2, partner.IsoAlpha3) = (EuCode, IsoAlpha2, IsoAlpha3);
    }
}
