using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Partners.Duplicates;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Import;

/// <summary>Finds the partners that a row can mean: by code, by any of their names, by the letters of a country, by domain.</summary>
internal sealed partial class KnownPartners
{
    /// <summary>Articles and such before the name of a state.</summary>
    private static readonly FrozenSet<string> Articles = LikenessData.Folded(LikenessData.Words.OrganisationWords);
    private static readonly FrozenSet<string> LegalForms = LikenessData.Folded(LikenessData.Words.LegalForms);

    private readonly Dictionary<Guid, Partner> byId;
    private readonly Dictionary<string, Partner> byCode;
    private readonly ILookup<string, Partner> byName;
    private readonly ILookup<string, Partner> byLetters;
    private readonly ILookup<string, Partner> byDomain;
    private readonly ILookup<string, Partner> byUsage;
    private readonly Dictionary<string, PartnerKind> kinds;

    /// <param name="partners">All of them, with their domains; who names an entry that was merged means the one into which it was.</param>
    /// <param name="kinds">All kinds of partner.</param>
    /// <param name="states">What states are called beside their names of the record, each with its code of ISO 3166-1.</param>
    public KnownPartners(
        IReadOnlyCollection<Partner> partners,
        IEnumerable<PartnerKind> kinds,
        IEnumerable<(string Name, string Iso)>? states = null
    )
    {
        this.kinds = kinds.ToDictionary(k => k.Code, StringComparer.Ordinal);
        byId = partners.ToDictionary(p => p.Id);
        byCode = partners.ToDictionary(p => p.Code, Current, StringComparer.Ordinal);
        byName = By(partners, NamesOf);
        byLetters = By(partners, p => new[] { p.EuCode, p.IsoAlpha2, p.IsoAlpha3 }.OfType<string>());
        byDomain = partners
            .SelectMany(p => p.Domains.Select(d => (d.Domain, Partner: Current(p))))
            .ToLookup(d => d.Domain, d => d.Partner, StringComparer.OrdinalIgnoreCase);
        var calledSo = (states ?? []).ToLookup(s => s.Iso, s => s.Name, StringComparer.Ordinal);
        byUsage = By(partners, p => calledSo[p.IsoAlpha2 ?? ""]);
    }

    public IReadOnlyCollection<string> Codes => byCode.Keys;

    public PartnerKind KindOf(Partner partner) => kinds[partner.KindCode];

    public PartnerKind? Kind(string? code) => code is null ? null : kinds.GetValueOrDefault(code);

    public Partner Of(Guid id) => Current(byId[id]);

    public Partner? WithCode(string? code) =>
        code is null ? null : byCode.GetValueOrDefault(code) ?? byCode.GetValueOrDefault(code.ToLowerInvariant());

    public IReadOnlyList<Partner> Named(string? name) => name is null ? [] : [.. byName[Known.Key(name)]];

    /// <summary>By an EU or ISO code. On a list it may be of the seat, and then it says nothing of who is meant.</summary>
    public IReadOnlyList<Partner> Lettered(string? letters) => letters is null ? [] : [.. byLetters[Known.Key(letters)]];

    /// <summary>By name and by letters: a name of one can be the letters of another. Else by code, or by what people call it.</summary>
    public IReadOnlyList<Partner> Called(string? name) =>
        name is null ? []
        : Exactly(name) is { Count: > 0 } exact ? exact
        : WithCode(name) is { } coded ? [coded]
        : Loosely(name);

    /// <summary>Of those who are called so, the states; where none is one, an organisation may stand in a column of countries.</summary>
    public IReadOnlyList<Partner> Countries(string? name) =>
        Called(name).Where(p => p.IsoAlpha2 is not null).ToList() is { Count: > 0 } states ? states : Called(name);

    public IReadOnlyList<Partner> WritingFrom(string? email) => WithDomain(email?.Split('@') is [_, var named] ? named : "");

    /// <summary>Those who registered the domain, or one above it; the nearest goes before.</summary>
    public IReadOnlyList<Partner> WithDomain(string domain)
    {
        for (
            ;
            domain.Contains('.', StringComparison.Ordinal);
            domain = domain[(domain.IndexOf('.', StringComparison.Ordinal) + 1)..]
        )
        {
            if (byDomain[domain].Distinct().ToList() is { Count: > 0 } found)
                return found;
        }

        return [];
    }

    /// <summary>Whether the name ends as those of companies do, so that no state is meant by it.</summary>
    public static bool IsCompany(string name) =>
        name.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, .., var last]
        && LegalForms.Contains(LikenessData.Bare(last));

    /// <summary>To be said in the reader’s language.</summary>
    public static LocalizedText NameOf(Partner partner) => partner.Name;

    private List<Partner> Exactly(string name) => [.. Named(name).Union(Lettered(name)).Union(byUsage[Known.Key(name)])];

    /// <summary>With an article before it, or said twice, as in “France (FR)”: then each half must mean somebody.</summary>
    private List<Partner> Loosely(string name)
    {
        var halves = Halves().Split(name).Where(h => h.Any(char.IsLetter)).Select(h => Exactly(WithoutArticle(h))).ToList();
        return halves.TrueForAll(h => h.Count > 0) ? [.. halves.SelectMany(h => h).Distinct()] : [];
    }

    private static string WithoutArticle(string name)
    {
        var (first, rest) = Known.Key(name).Split(' ', 2) is [var word, var others] ? (word, others) : ("", name);
        return Articles.Contains(first) ? rest : name;
    }

    private Partner Current(Partner partner) => partner.MergedIntoId is { } kept ? Current(byId[kept]) : partner;

    private static IEnumerable<string> NamesOf(Partner p) =>
        new[] { p.Name, p.OfficialName, p.ShortName }
            .OfType<LocalizedText>()
            .SelectMany(Known.Names)
            .Concat(new[] { p.OwnName }.OfType<string>());

    private ILookup<string, Partner> By(IEnumerable<Partner> partners, Func<Partner, IEnumerable<string>> words) =>
        partners
            .SelectMany(p => words(p).Select(Known.Key).Where(key => key.Length > 0).Select(key => (key, Partner: Current(p))))
            .Distinct()
            .ToLookup(n => n.key, n => n.Partner, StringComparer.Ordinal);

    [GeneratedRegex(@"[()\[\]/,;|]|\s[-–—]\s", RegexOptions.None, 1000)]
    private static partial Regex Halves();
}
