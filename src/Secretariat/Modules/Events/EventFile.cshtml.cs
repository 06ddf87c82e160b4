using Microsoft.AspNetCore.Mvc;
using Secretariat.Platform.Data;
using Secretariat.Platform.Web;

namespace Secretariat.Modules.Events;

/// <summary>One event for a calendar; there is none while its days are not known.</summary>
public sealed class EventFileModel(SecretariatDb db, EventCalendar calendar, TimeProvider time) : PublicPage(time)
{
    public async Task<IActionResult> OnGetAsync(string code) =>
        await db.EntryAsync(code, AsOf, Cancelled) is { Days: not null } entry
            ? File(await calendar.WriteAsync([entry], null, Cancelled), EventCalendar.MediaType, $"{code}.ics")
            : NotFound();
}
