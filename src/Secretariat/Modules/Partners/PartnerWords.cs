using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners;

/// <summary>What forms and roles are called, in English, to be translated where they are shown.</summary>
public static class PartnerWords
{
    public static string Name(this CorrespondenceForm form) =>
        form switch
        {
            CorrespondenceForm.NoteVerbale => Text.Key("by note verbale"),
            CorrespondenceForm.Mail => Text.Key("by e-mail"),
            _ => Text.Key("by letter"),
        };

    public static string Name(this RouteRole role) =>
        role switch
        {
            RouteRole.Origin => Text.Key("origin"),
            RouteRole.Transit => Text.Key("transit"),
            _ => Text.Key("destination"),
        };

    public static string NameOf(MandateRole role) =>
        role switch
        {
            MandateRole.Principal => Text.Key("Principal"),
            MandateRole.ContactPoint => Text.Key("Contact point"),
            MandateRole.Alternate => Text.Key("Alternate contact point"),
            MandateRole.Expert => Text.Key("Expert"),
            MandateRole.Press => Text.Key("Press contact"),
            _ => Text.Key("Head of delegation"),
        };

    public static string NameOf(RelationKind kind) =>
        kind switch
        {
            RelationKind.Convenor => Text.Key("Convened"),
            RelationKind.TookPart => Text.Key("Took part in"),
            RelationKind.Member => Text.Key("Member State of the European Union"),
            _ => Text.Key("Announced beforehand for"),
        };
}
