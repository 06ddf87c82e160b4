using System.Text.Json;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters.Documents;

/// <summary>Wording that depends on the recorded form of address.</summary>
public sealed record AddressForms(string Female, string Male, string Unknown)
{
    public string For(AddressForm form) =>
        form switch
        {
            AddressForm.Female => Female,
            AddressForm.Male => Male,
            _ => Unknown,
        };
}

/// <summary>One line of the protocol table. The scope is a country by its two letters (ISO 3166-1), a kind of partner, or <c>any</c>.</summary>
public sealed record SalutationRule(
    string Id,
    string Rank,
    string Language,
    string Scope,
    AddressForms Salutation,
    AddressForms AddressLine,
    string Close
);

/// <summary>The words for one addressee, or null and the sentences that say what is wrong.</summary>
public sealed record AddressWords(string? Salutation, string? AddressLine, string? Close, IReadOnlyList<Reason> Problems);

/// <summary>The protocol table: salutation, address line and close by rank, language, and country or kind of partner.</summary>
public sealed class Salutations(IReadOnlyList<SalutationRule> rules)
{
    public const string AnyScope = "any";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public IReadOnlyList<SalutationRule> Rules => rules;

    public IReadOnlyList<string> Ranks => [.. rules.Select(rule => rule.Rank).Distinct(StringComparer.Ordinal)];

    /// <summary>What must be corrected in the table, as sentences.</summary>
    public IReadOnlyList<Reason> Problems =>
        [.. rules.SelectMany(Mistakes), .. LetterFields.WhyNotWrite(rules.SelectMany(Fields))];

    /// <exception cref="JsonException">A rule lacks one of its parts; the message names it.</exception>
    public static Salutations Read(Stream json) => new(JsonSerializer.Deserialize<SalutationFile>(json, Json)?.Records ?? []);

    /// <summary>The rule for the first of the scopes that has one, else the one for any, else null.</summary>
    /// <param name="scopes">What the addressee falls under, from the narrowest.</param>
    public SalutationRule? Find(string rank, string language, IReadOnlyList<string> scopes) =>
        scopes
            .Append(AnyScope)
            .Select(scope => Of(rank, language).FirstOrDefault(rule => rule.Scope == scope))
            .FirstOrDefault(rule => rule is not null);

    /// <summary>Chooses and fills the words; <paramref name="data"/> has the fields <c>addressee.*</c>.</summary>
    public AddressWords For(string rank, string language, IReadOnlyList<string> scopes, AddressForm form, TemplateData data)
    {
        if (Find(rank, language, scopes) is not { } rule)
            return new(null, null, null, [WhyNone(rank, language, scopes[^1])]);

        if (Mistakes(rule).ToList() is { Count: > 0 } mistakes)
            return new(null, null, null, mistakes);

        var titled = data.With("addressee.title", TitleOf(language, form));
        var salutation = Template.Parse(rule.Salutation.For(form)).RenderPlain(titled);
        var line = Template.Parse(rule.AddressLine.For(form)).RenderPlain(titled);
        var address = titled.With("addressee.salutation", salutation.Text?.TrimEnd(',', '،', ' '));
        var close = Template.Parse(rule.Close).RenderPlain(address);
        return new(salutation.Text, line.Text, close.Text, [.. Gaps(rule, salutation, line, close)]);
    }

    /// <summary>What the English lines of before meant; no other language had it.</summary>
    private static string? TitleOf(string language, AddressForm form) =>
        (language, form) switch
        {
            ("en", AddressForm.Female) => "Ms",
            ("en", AddressForm.Male) => "Mr",
            _ => null,
        };

    private static IEnumerable<Template> Parts(SalutationRule rule) =>
        new[] { rule.Salutation, rule.AddressLine }
            .SelectMany(forms => new[] { forms.Female, forms.Male, forms.Unknown })
            .Append(rule.Close)
            .Select(text => Template.Parse(text, LetterFields.Readable));

    private static IEnumerable<string> Fields(SalutationRule rule) => Parts(rule).SelectMany(part => part.Fields);

    private static IEnumerable<Reason> Mistakes(SalutationRule rule) =>
        Parts(rule)
            .SelectMany(part => part.Problems)
            .DistinctBy(problem => problem.ToString(), StringComparer.Ordinal)
            .Select(problem => Text.Key("The form of address “{0}” cannot be used. {1}", rule.Id, problem));

    private IEnumerable<SalutationRule> Of(string rank, string language) =>
        rules.Where(rule => rule.Rank == rank && rule.Language == language);

    private Reason WhyNone(string rank, string language, string partnerKind)
    {
        if (!Ranks.Contains(rank, StringComparer.Ordinal))
            return Text.Key("The table of salutations does not know the rank “{0}”; it has {1}.", rank, string.Join(", ", Ranks));
        var languages = rules.Where(rule => rule.Rank == rank).Select(rule => rule.Language).Distinct(StringComparer.Ordinal);
        return Of(rank, language).Any()
            ? Text.Key(
                "The table of salutations has no form for the rank “{0}” in “{1}” that fits the partner kind “{2}”.",
                rank,
                language,
                partnerKind
            )
            : Text.Key(
                "The table of salutations has no form for the rank “{0}” in “{1}”; it has {2}.",
                rank,
                language,
                string.Join(", ", languages)
            );
    }

    private static IEnumerable<Reason> Gaps(SalutationRule rule, params TemplateText[] parts) =>
        parts
            .SelectMany(part => part.Missing)
            .Where(field => field != "addressee.salutation")
            .Distinct(StringComparer.Ordinal)
            .Select(field => Text.Key("The form of address “{0}” needs {1}, which is not recorded.", rule.Id, field));

    private sealed record SalutationFile(IReadOnlyList<SalutationRule> Records);
}
