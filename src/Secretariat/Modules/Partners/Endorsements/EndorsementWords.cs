using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners.Endorsements;

/// <summary>What states, forms and texts are called.</summary>
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

    /// <summary>With how many stand so.</summary>
    public static string Heading(this EndorsementStatus status) =>
        status switch
        {
            EndorsementStatus.Invited => Text.Key("Invited: {0}"),
            EndorsementStatus.Interested => Text.Key("Interest expressed: {0}"),
            EndorsementStatus.Endorsed => Text.Key("Endorsed: {0}"),
            _ => Text.Key("Withdrawn: {0}"),
        };

    /// <summary>The instrument, with the version where one is known.</summary>
    public static string Of(LocalizedText title, int? version, Text t) =>
        version is null ? title.In(t.Language.Code) : $"{title.In(t.Language.Code)}, {t.Of("Version {0}", version)}";

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
