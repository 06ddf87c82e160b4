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
}
