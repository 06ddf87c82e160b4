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

    /// <summary>What reads otherwise on the entry now, or null.</summary>
    internal Reason? ChangedOn(Partner partner)
    {
        var now = Of(partner);
        return ChangedValue.InWords([
            ChangedValue.Of(Text.Key("Name"), Name, now.Name),
            ChangedValue.Of(Text.Key("Official name"), OfficialName, now.OfficialName),
            ChangedValue.Of(Text.Key("Short name"), ShortName, now.ShortName),
            .. Details?.Beside(now.Details!) ?? [],
        ]);
    }

    internal void WriteTo(Partner partner)
    {
        if (ChangedOn(partner) is null)
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

    internal IEnumerable<ChangedValue> Beside(PartnerDetails now) =>
        [
            new(Text.Key("In its own language"), OwnName, now.OwnName),
            new(Text.Key("Code of the European Union"), EuCode, now.EuCode),
            new(Text.Key("Country code"), IsoAlpha2, now.IsoAlpha2),
            new(Text.Key("Country code"), IsoAlpha3, now.IsoAlpha3),
            new(Text.Key("Working language"), WorkingLanguage, now.WorkingLanguage),
            ChangedValue.Of(Text.Key("Footnote"), Footnote, now.Footnote),
        ];

    internal void WriteTo(Partner partner)
    {
        (partner.OwnName, partner.WorkingLanguage, partner.Footnote) = (OwnName, WorkingLanguage, Footnote);
        (partner.EuCode, partner.IsoAlpha2, partner.IsoAlpha3) = (EuCode, IsoAlpha2, IsoAlpha3);
    }
}
