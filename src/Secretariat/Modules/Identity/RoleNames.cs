using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Identity;

public static class RoleNames
{
    /// <summary>The role in English, to be translated where it is shown.</summary>
    public static string Name(this Role role) =>
        role switch
        {
            Role.Administrator => Text.Key("administrator"),
            Role.Officer => Text.Key("officer"),
            Role.Signatory => Text.Key("signatory"),
            Role.PartnerContact => Text.Key("partner contact"),
            _ => Text.Key("reader"),
        };
}
