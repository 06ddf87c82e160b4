using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters;

/// <summary>The partners of one kind that stood on the public list, under the heading of their kind.</summary>
public sealed record PartnersOfKind(LocalizedText Heading, IReadOnlyList<PartnerContent> Partners)
{
    /// <summary>Those with a place by it, all others by the alphabet of the language, as on the public page.</summary>
    public IEnumerable<PartnerContent> In(string language) =>
        Partners.OrderBy(p => p.Place ?? int.MaxValue).ThenBy(p => Fold.Plain(p.Name.In(language)), StringComparer.Ordinal);
}

/// <param name="Footnote">What has to stand with the name wherever the name stands.</param>
/// <param name="Place">Of a Member State, by the EU rule in every language.</param>
public sealed record PartnerContent(LocalizedText Name, LocalizedText? Footnote, int? Place);
