using System.Text.Json.Serialization;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Demonstration;

internal sealed record AccountRecord(string Email, string Name, Role Role, string? Partner, string Language);

internal sealed record SenderRecord(
    string Name,
    LocalizedText Institution,
    LocalizedText Portfolio,
    AddressRecord Address,
    LocalizedText Place,
    string? Phone,
    string? Mailbox
);

internal sealed record AddressRecord(List<string> En, List<string> Fr)
{
    public LocalizedText ToText() =>
        new(new Dictionary<string, string> { ["en"] = string.Join(", ", En), ["fr"] = string.Join(", ", Fr) });
}

internal sealed record HeadRecord(
    string Name,
    AddressForm Form,
    string Rank,
    LocalizedText Function,
    string Language,
    DateOnly From,
    DateOnly? To
);

internal sealed record MandateRecord(MandateRole Role, DateOnly From, DateOnly? To, List<string> Strands, string? Reply);

internal sealed record ContactRecord(
    string Code,
    string Name,
    AddressForm Form,
    LocalizedText Function,
    string? Email,
    string? Phone,
    string Language,
    List<MandateRecord> Mandates
);

internal sealed record PartnerPeople(
    string Partner,
    string Domain,
    string Mailbox,
    HeadRecord? Head,
    List<ContactRecord> Contacts
);

/// <summary>One thing that happened in the demonstration's year.</summary>
[JsonPolymorphic(
    TypeDiscriminatorPropertyName = "do",
    UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization
)]
[JsonDerivedType(typeof(CampaignStep), "campaign")]
[JsonDerivedType(typeof(SubmitStep), "submit")]
[JsonDerivedType(typeof(SignOffStep), "sign-off")]
[JsonDerivedType(typeof(RegisterStep), "register")]
[JsonDerivedType(typeof(ReleaseStep), "release")]
[JsonDerivedType(typeof(ReplyStep), "reply")]
[JsonDerivedType(typeof(FileStep), "file")]
[JsonDerivedType(typeof(ConfirmStep), "confirm")]
[JsonDerivedType(typeof(RejectStep), "reject")]
[JsonDerivedType(typeof(EndMandateStep), "mandate-end")]
internal abstract record YearStep
{
    public required DateOnly On { get; init; }
    public required TimeOnly At { get; init; }
    public string? Actor { get; init; }
}

internal sealed record Recipients(List<string> Kinds);

internal sealed record CampaignStep(
    string Code,
    LocalizedText Title,
    string Template,
    Recipients Recipients,
    bool RegisterFirst,
    DateOnly? AnnexAsOf
) : YearStep;

internal sealed record SubmitStep(string Campaign) : YearStep;

internal sealed record SignOffStep(string Campaign) : YearStep;

internal sealed record AresRecord(string Partner, string Ares, DateOnly On);

internal sealed record RegisterStep(string Campaign, List<AresRecord> Numbers) : YearStep;

internal sealed record ReleaseStep(string Campaign, int Count) : YearStep;

internal sealed record ReplyStep(string File, string? Answers, string Campaign) : YearStep;

internal sealed record FileStep(string Reply, string Partner, string Campaign, string? Reason) : YearStep;

internal sealed record PersonRecord(
    string Code,
    string Name,
    string? Function,
    string? Organisation,
    string? Email,
    string? Phone
);

internal sealed record ConfirmStep(
    string Reply,
    string Type,
    string Partner,
    PersonRecord? Person,
    string? Role,
    List<string> Strands,
    DateOnly From,
    string? Reason
) : YearStep;

internal sealed record RejectStep(string Reply, string? Type, string? Reason) : YearStep;

internal sealed record EndMandateStep(string Person, string Partner, DateOnly To, string? Reason) : YearStep;
