using Microsoft.AspNetCore.Mvc;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Web;

namespace Secretariat.Modules.Events;

/// <summary>The timetable for a calendar that subscribes to it: every event whose days are known, in the language asked for.</summary>
public sealed class CalendarFeedModel(SecretariatDb db, EventCalendar calendar, AllianceWords alliance, Text t, TimeProvider time)
    : PublicPage(time)
{
    public async Task<IActionResult> OnGetAsync()
    {
        Response.Headers.Vary = "Accept-Language";
        var entries = await TimetableEntry.AllAsync(db, AsOf, t.Language.Culture, Cancelled);
        var name = t.Of("{0}: timetable", alliance.Name.In(t.Language.Code));
        return File(await calendar.WriteAsync(entries, name, Cancelled), EventCalendar.MediaType);
    }
}
