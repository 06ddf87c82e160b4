using System.Text.Json.Serialization;
using Secretariat.Modules.Letters.Documents;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters;

/// <summary>
/// What the letters of a campaign are made of besides its content. A draft takes it from the tables as they are; when the campaign is
/// submitted it is held, so that what the signatory reads is what is made, whatever changes in the tables meanwhile.
/// </summary>
public sealed record CampaignWording
{
    /// <summary>The template of the letter as Markdown, by language.</summary>
    public IReadOnlyDictionary<string, string> Templates { get; init; } = new Dictionary<string, string>();

    /// <summary>The same in other forms, or in Word.</summary>
    public IReadOnlyList<TemplateWording> OtherForms { get; init; } = [];
    public IReadOnlyList<SalutationRule> FormsOfAddress { get; init; } = [];
    public IReadOnlyList<AskWording> Asks { get; init; } = [];

    /// <summary>A sender never changes: a new one takes its place.</summary>
    public Guid? SenderId { get; init; }

    /// <summary>With what a letter begins that replaces another one; null for what was submitted before there were such letters.</summary>
    public LocalizedText? Correction { get; init; }

    /// <summary>The mailbox to which partners answer.</summary>
    public string ReplyTo { get; init; } = "";

    /// <summary>The partners written to, by their id.</summary>
    public IReadOnlyDictionary<Guid, PartnerWording> Partners { get; init; } = new Dictionary<Guid, PartnerWording>();

    /// <summary>Whether a letter comes in the place of another one.</summary>
    public bool Corrects => Partners.Values.Any(p => p.Replaces is not null);

    public IEnumerable<TemplateWording> InAllForms() =>
        [.. Templates.Select(t => new TemplateWording(CorrespondenceForm.Letter, t.Key, t.Value)), .. OtherForms];

    /// <summary>Whatever has become of the partner's entry since.</summary>
    public PartnerWording PartnerOf(Letter letter) => Partners[letter.MadeForId ?? letter.PartnerId];
}

public sealed record TemplateWording(
    [property: JsonConverter(typeof(JsonStringEnumConverter<CorrespondenceForm>))] CorrespondenceForm Form,
    string Language,
    string Markdown
)
{
    /// <summary>The Word file of which letters are made; null for one in Markdown.</summary>
    public string? WordSha256 { get; init; }
}

public sealed record AskWording(IReadOnlyList<string> Kinds, LocalizedText Text)
{
    /// <summary>Null for what was submitted before there were reply sheets.</summary>
    public string? Code { get; init; }

    public bool IsFor(string partnerKind) => Kinds.Count == 0 || Kinds.Contains(partnerKind);
}

/// <summary>A partner's name in the language of its letter, as far as it is recorded in that.</summary>
public sealed record PartnerWording(string Name, string KindCode)
{
    /// <summary>The language of the name where it is not that of the letter.</summary>
    public string? Language { get; init; }

    /// <summary>Its two letters (ISO 3166-1), of a country.</summary>
    public string? Country { get; init; }

    /// <summary>What it falls under in the table of forms of address, from the narrowest.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Scopes => Country is { } country ? [country, KindCode] : [KindCode];

    /// <summary>The letter to it in whose place this one comes.</summary>
    public NamedLetter? Replaces { get; init; }
}
