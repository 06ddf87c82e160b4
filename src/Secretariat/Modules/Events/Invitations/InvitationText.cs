using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Invitations;

/// <summary>The alliance's own words of an invitation, in each language that they are written in: <c>letters/invitation.json</c>.</summary>
public sealed record InvitationText(LocalizedText Subject, LocalizedText Text)
{
    /// <summary>Subject of a message by which an invitation is withdrawn.</summary>
    public LocalizedText WithdrawnSubject { get; init; } = LocalizedText.InEnglish("Withdrawn: {title}");
    public LocalizedText Withdrawn { get; init; } = LocalizedText.InEnglish("{title}, {date}\n\n{secretariat}\n");

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
