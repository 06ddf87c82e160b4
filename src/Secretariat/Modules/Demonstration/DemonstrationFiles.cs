using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Demonstration;

internal sealed record AccountRecord(string Email, string Name, Role Role, string? Partner, string Language);

/// <summary>A partner that exists nowhere else; its footnote says so.</summary>
internal sealed record InventedPartner(string Code, string Kind, LocalizedText Name, LocalizedText Footnote);

internal sealed record SenderRecord(
    string Name,
    LocalizedText Institution,
    LocalizedText Portfolio,
    AddressRecord Address,
    LocalizedText Place,
    string? Phone,
    string? Mailbox
);

internal sealed record AddressRecord(List<string> En, List<string> Fr, List<string> De)
{
    public LocalizedText ToText() =>
        new(
            new Dictionary<string, string>
            {
                ["en"] = string.Join(", ", En),
                ["fr"] = string.Join(", ", Fr),
                ["de"] = string.Join(", ", De),
            }
        );
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
    DateOnly? Shown,
    List<MandateRecord> Mandates
);

internal sealed record PartnerPeople(
    string Partner,
    string Domain,
    string Mailbox,
    HeadRecord? Head,
    List<ContactRecord> Contacts,
    CorrespondenceForm Prefers = CorrespondenceForm.Letter
);
