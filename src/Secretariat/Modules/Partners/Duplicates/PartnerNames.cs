using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners.Duplicates;

/// <summary>What an entry calls a partner.</summary>
public sealed record PartnerNames(LocalizedText Name, LocalizedText? OfficialName, LocalizedText? ShortName)
{
    public static PartnerNames Of(Partner partner) => new(partner.Name, partner.OfficialName, partner.ShortName);

    /// <summary>Its own, and those of the other in the languages that it lacks.</summary>
    public PartnerNames And(PartnerNames other) =>
        new(And(Name, other.Name)!, And(OfficialName, other.OfficialName), And(ShortName, other.ShortName));

    internal void WriteTo(Partner partner)
    {
        if (Of(partner) != this)
            (partner.OfficialName, partner.ShortName, partner.Name) = (OfficialName, ShortName, Name);
    }

    private static LocalizedText? And(LocalizedText? own, LocalizedText? other) =>
        own is null || other is null
            ? own ?? other
            : other
                .Languages.Except(own.Languages, StringComparer.Ordinal)
                .Aggregate(own, (names, language) => names.With(language, other.In(language)));
}
