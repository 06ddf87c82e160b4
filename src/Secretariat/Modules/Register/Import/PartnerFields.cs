using Secretariat.Modules.Partners;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Import;

/// <summary>A text of a partner: where it stands, and how it is set.</summary>
internal sealed record PartnerText(Field Field, int Longest, Func<Partner, string?> Get, Action<Partner, string> Set)
{
    /// <summary>How many letters a code has; null for a name.</summary>
    public int? Letters { get; init; }

    /// <summary>The letters that are meant by others.</summary>
    public Func<string, string> Meant { get; init; } = letters => letters;

    /// <summary>It is no name: others may have the same, and nobody is found by it.</summary>
    public bool IsRemark { get; init; }

    /// <summary>Why no country has those letters, or null.</summary>
    public Func<string, Reason?> WhyNot { get; init; } = _ => null;
}

/// <summary>What a row of a list of partners can say; the columns are those of <see cref="PartnerFile"/>.</summary>
internal static class PartnerFields
{
    private const string French = "fr";

    public static readonly Field Code = new("code", Text.Key("Partner code")) { Words = ["partner code"] };
    public static readonly Field Kind = new("kind", Text.Key("Kind of partner")) { Words = ["type", "categorie", "art"] };
    public static readonly Field Name = new("name en", Text.Key("Name, in English"))
    {
        Understood = ["organisation", "name", "country"],
    };
    public static readonly Field OwnName = new("own name", Text.Key("Name in its own language"));
    public static readonly Field Language = new("working language", Text.Key("Working language"))
    {
        Words = HeadingWords.Language,
    };
    public static readonly Field Form = new("preferred form", Text.Key("Preferred form"));
    public static readonly Field Listed = new("listed", Text.Key("May be shown in public, once it takes part"));
    public static readonly Field Footnote = new("footnote en", Text.Key("Footnote, in English")) { Words = ["footnote"] };
    public static readonly Field Domains = new("domains", Text.Key("Domains")) { Words = ["domain", "domaines", "domanen"] };

    /// <summary>From which days kind and listing hold; without one, a change holds from today on.</summary>
    public static readonly Field KindSince = new("kind since", Text.Key("Kind since"));
    public static readonly Field ListedSince = new("listed since", Text.Key("Listed since"));

    /// <summary>Names and codes, in the order of the columns.</summary>
    public static readonly IReadOnlyList<PartnerText> Texts =
    [
        new(Name, 200, p => In(p.Name, Catalogue.English), (p, said) => p.Name = p.Name.With(Catalogue.English, said)),
        new(
            new("name fr", Text.Key("Name, in French")) { Words = ["name in french", "nom en francais", "nom fr"] },
            200,
            p => In(p.Name, French),
            (p, said) => p.Name = p.Name.With(French, said)
        ),
        new(OwnName, 200, p => p.OwnName, (p, said) => p.OwnName = said),
        new(
            new("official name en", Text.Key("Official name, in English")) { Words = ["official name"] },
            300,
            p => In(p.OfficialName, Catalogue.English),
            (p, said) => p.OfficialName = With(p.OfficialName, Catalogue.English, said)
        ),
        new(
            new("official name fr", Text.Key("Official name, in French")) { Words = ["nom officiel"] },
            300,
            p => In(p.OfficialName, French),
            (p, said) => p.OfficialName = With(p.OfficialName, French, said)
        ),
        new(new("eu code", Text.Key("EU code, of a country")), 2, p => p.EuCode, (p, said) => p.EuCode = said)
        {
            Letters = 2,
            WhyNot = letters => CountryCode.WhyNotIso(CountryCode.IsoOf(letters)),
        },
        new(
            new("iso code", Text.Key("ISO code, of a country")) { Words = ["iso", "iso2", "iso 3166-1", "alpha-2"] },
            2,
            p => p.IsoAlpha2,
            (p, said) => p.IsoAlpha2 = said
        )
        {
            Letters = 2,
            Meant = CountryCode.IsoOf,
            WhyNot = CountryCode.WhyNotIso,
        },
        new(
            new("iso code of three letters", Text.Key("ISO code of three letters")) { Words = ["iso3", "alpha-3"] },
            3,
            p => p.IsoAlpha3,
            (p, said) => p.IsoAlpha3 = said
        )
        {
            Letters = 3,
        },
        new(
            Footnote,
            500,
            p => In(p.Footnote, Catalogue.English),
            (p, said) => p.Footnote = With(p.Footnote, Catalogue.English, said)
        )
        {
            IsRemark = true,
        },
        new(
            new("footnote fr", Text.Key("Footnote, in French")) { Words = ["note de bas de page"] },
            500,
            p => In(p.Footnote, French),
            (p, said) => p.Footnote = With(p.Footnote, French, said)
        )
        {
            IsRemark = true,
        },
    ];

    public static readonly IReadOnlyList<Field> All =
    [
        Code,
        Kind,
        .. Texts.Select(t => t.Field),
        Language,
        Form,
        Listed,
        Domains,
        KindSince,
        ListedSince,
    ];

    private static string? In(LocalizedText? text, string language) =>
        text is not null && text.Languages.Contains(language) ? text.In(language) : null;

    private static LocalizedText With(LocalizedText? text, string language, string said) =>
        (text ?? new LocalizedText([])).With(language, said);
}
