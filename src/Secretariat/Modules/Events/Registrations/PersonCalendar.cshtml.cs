using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Events.Programme;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Events.Registrations;

/// <summary>
/// The event for the calendar of a person who is registered, with what they lead or speak at in the programme as it was released; none
/// for whoever has no place, and while the days are not known.
/// </summary>
public sealed class PersonCalendarModel(SecretariatDb db, RegistrationLinks links, EventCalendar calendar, TimeProvider time)
    : PageModel
{
    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancellationToken)
    {
        Response.Headers["X-Robots-Tag"] = "noindex";
        Response.Headers.CacheControl = "no-store";
        if (await links.ReadAsync(token, cancellationToken) is not (LinkTo.Person, var id))
            return NotFound();
        var found = await (
            from registration in db.Registrations.AsNoTracking()
            where registration.Id == id && registration.Status == RegistrationStatus.Registered
            join e in db.Events on registration.EventId equals e.Id
            select new { registration, e.Code }
        ).SingleOrDefaultAsync(cancellationToken);
        var today = AsOf.Today(time);
        if (found is null || await db.EntryAsync(found.Code, today, cancellationToken) is not { Days: var (first, last) } entry)
            return NotFound();
        var release = (await db.ReleasesAsync(entry.Event.Id, today, cancellationToken)).FirstOrDefault();
        var own = release?.Items.Where(i => ProgrammeMail.StandsIn(i, found.registration.Name)) ?? [];
        // Until it is released anew, the programme of an event that has moved is of its former days.
        own = own.Where(i => i.Day >= first && i.Day <= last);
        return File(
            await calendar.WriteAsync(entry, own, release, cancellationToken),
            EventCalendar.MediaType,
            $"{found.Code}.ics"
        );
    }
}
