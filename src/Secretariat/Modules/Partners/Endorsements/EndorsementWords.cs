using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners.Endorsements;

/// <summary>What states and forms are called, in English, to be translated where they are shown.</summary>
public static class EndorsementWords
{
    public static string Name(this EndorsementStatus status) =>
        status switch
        {
            EndorsementStatus.Invited => Text.Key("invited"),
            EndorsementStatus.Interested => Text.Key("interest expressed"),
            EndorsementStatus.Endorsed => Text.Key("endorsed"),
            _ => Text.Key("withdrawn"),
        };

    public static string Name(this EndorsementMode mode) =>
        mode switch
        {
            EndorsementMode.Letter => Text.Key("by letter"),
            EndorsementMode.NoteVerbale => Text.Key("by note verbale"),
            EndorsementMode.Mail => Text.Key("by e-mail"),
            EndorsementMode.Form => Text.Key("in the form at the desk"),
            EndorsementMode.Meeting => Text.Key("at a meeting"),
            _ => Text.Key("in public"),
        };
}
