using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters;

/// <summary>Who signs, as printed at the head of the letter; the newest one counts.</summary>
public sealed class Sender : Entity
{
    public required string Name { get; set; }
    public required LocalizedText Institution { get; set; }
    public required LocalizedText Portfolio { get; set; }
    public required LocalizedText Address { get; set; }
    public required LocalizedText Place { get; set; }
    public string? Phone { get; set; }
    public string? Mailbox { get; set; }
}
