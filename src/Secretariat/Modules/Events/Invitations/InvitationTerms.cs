using Secretariat.Modules.Correspondence;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Invitations;

public static class InvitationTerms
{
    public static string Name(this Attendance? answer) =>
        answer switch
        {
            Attendance.Accepted => Text.Key("Takes part"),
            Attendance.Declined => Text.Key("Does not take part"),
            Attendance.Tentative => Text.Key("Perhaps takes part"),
            _ => Text.Key("No answer yet"),
        };

    public static string Name(this Standing standing) => TimetableModel.Groups.Single(g => g.Standing == standing).Title;
}
