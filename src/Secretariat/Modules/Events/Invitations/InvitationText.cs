using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Invitations;

/// <summary>The alliance's own words of an invitation, in each language that they are written in: <c>letters/invitation.json</c>.</summary>
public sealed record InvitationText(LocalizedText Subject, LocalizedText Text)
{
    /// <summary>Subject of a message by which an invitation is withdrawn.</summary>
    public LocalizedText WithdrawnSubject { get; init; } = LocalizedText.InEnglish("Withdrawn: {title}");
    public LocalizedText Withdrawn { get; init; } = LocalizedText.InEnglish("{title}, {date}\n\n{secretariat}\n");

    /// <summary>Subject of a message on another date or place, also after the event was off.</summary>
    public LocalizedText ChangedSubject { get; init; } = LocalizedText.InEnglish("Changed: {title}");

    /// <summary>With what was so before as <c>{former}</c>.</summary>
    public LocalizedText Changed { get; init; } =
        LocalizedText.InEnglish("{title}, {former} > {date}\n\n{said}\n\n{secretariat}\n");

    /// <summary>What stands for <c>{former}</c> where the event was off.</summary>
    public LocalizedText Off { get; init; } = LocalizedText.InEnglish("cancelled");
    public LocalizedText CancelledSubject { get; init; } = LocalizedText.InEnglish("Cancelled: {title}");
    public LocalizedText Cancelled { get; init; } = LocalizedText.InEnglish("{title}, {date}\n\n{said}\n\n{secretariat}\n");

    /// <summary>What is added for whoever is invited in the place of <c>{former}</c>.</summary>
    public LocalizedText ToSuccessor { get; init; } = LocalizedText.InEnglish("{former}");

    private const string File = "letters/invitation.json";

    /// <summary>An alliance without such words invites with the bare facts.</summary>
    public static InvitationText Read(AllianceFolder folder) =>
        folder.Has(File)
            ? folder.ReadOne<InvitationText>(File)
            : new InvitationText(
                LocalizedText.InEnglish("{title}"),
                LocalizedText.InEnglish("{salutation}\n\n{title}, {date}\n\n{secretariat}\n{mailbox}\n")
            );

    /// <summary>The language of the person, or the one in which there are words instead.</summary>
    public string LanguageFor(string language) => Text.Get(language).LanguageUsed;
}
