using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Letters;

/// <summary>Who signs, as printed at the head of the letter; the newest one counts, and none ever changes.</summary>
public sealed class Sender : Entity
{
    public required string Name { get; init; }
    public required LocalizedText Institution { get; init; }
    public required LocalizedText Portfolio { get; init; }
    public required LocalizedText Address { get; init; }
    public required LocalizedText Place { get; init; }
    public string? Phone { get; init; }
    public string? Mailbox { get; init; }
}
