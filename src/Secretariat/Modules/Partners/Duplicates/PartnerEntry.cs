using System.Collections.Frozen;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners.Duplicates;

/// <summary>A partner as an entry of the register has it, with everything that it is called.</summary>
/// <param name="Code">ISO 3166-1 alpha-2 or alpha-3 of its state.</param>
public sealed record PartnerEntry(
    Guid Id,
    string Kind,
    LocalizedText Name,
    LocalizedText? OfficialName = null,
    string? OwnName = null,
    LocalizedText? ShortName = null,
    string? Code = null,
    IReadOnlyList<string>? Domains = null
)
{
    /// <param name="partner">With its domains.</param>
    public static PartnerEntry Of(Partner partner) =>
        new(
            partner.Id,
            partner.KindCode,
            partner.Name,
            partner.OfficialName,
            partner.OwnName,
            partner.ShortName,
            partner.IsoAlpha2,
            [.. partner.Domains.Select(d => d.Domain)]
        );
}

/// <summary>What is compared of a partner, made once.</summary>
internal sealed class PartnerTraits(PartnerEntry entry)
{
    public Guid Id => entry.Id;

    public string Kind => entry.Kind;

    public string? Code { get; } = string.IsNullOrWhiteSpace(entry.Code) ? null : entry.Code.Trim().ToUpperInvariant();

    public IReadOnlyList<OrganisationName> Names { get; } =
    [
        .. NamesOf(entry.Name),
        .. NamesOf(entry.OfficialName),
        .. entry.OwnName is { } own ? [OrganisationName.Of("", own)] : Array.Empty<OrganisationName>(),
    ];

    public IReadOnlyList<OrganisationName> ShortNames { get; } = [.. NamesOf(entry.ShortName)];

    public IReadOnlyList<string> Domains { get; } =
    [.. (entry.Domains ?? []).Select(d => d.Trim().ToLowerInvariant()).Where(d => d.Length > 0 && !Mailbox.IsPublicDomain(d))];

    private static IEnumerable<OrganisationName> NamesOf(LocalizedText? text) =>
        text?.Languages.Select(language => OrganisationName.Of(language, text.In(language))) ?? [];
}

/// <summary>What an organisation is called in one language; the words that carry it, without articles and legal forms.</summary>
internal sealed record OrganisationName(string Language, string Written, IReadOnlyList<NameWord> Words)
{
    private const int MostWords = 20;

    private static readonly FrozenSet<string> Small = LikenessData.Folded(LikenessData.Words.OrganisationWords);
    private static readonly FrozenSet<string> Forms = LikenessData.Folded(LikenessData.Words.LegalForms);

    /// <summary>IOM of International Organization for Migration.</summary>
    public string Initials => string.Concat(Words.Select(w => w.Latin.Length > 0 ? w.Latin[..1] : ""));

    public string Latin => string.Concat(Words.Select(w => w.Latin));

    public static OrganisationName Of(string language, string name)
    {
        // The dots of S.A. and s.r.o. belong to one word.
        var all = Duplicates.Latin.WordsOf(Duplicates.Latin.Prepared(name).Replace(".", "", StringComparison.Ordinal));
        var words = all.Where(w => !Small.Contains(LikenessData.Bare(w)) && !Forms.Contains(LikenessData.Bare(w))).ToList();
        return new(
            language,
            name.Trim(),
            [.. (words.Count > 0 ? words : [.. all]).Take(MostWords).Select(w => new NameWord(w, hasDot: false))]
        );
    }
}
