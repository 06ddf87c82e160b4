using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Platform.Data;

namespace Secretariat.Modules.Events.Registrations;

/// <summary>The photograph on a badge, for those who prepare the event.</summary>
public sealed class RegistrationPhotoModel(SecretariatDb db) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string code, Guid id, CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "no-store";
        if (!Access.MayWrite(User))
            return NotFound();
        var found = await db
            .BadgePhotos.AsNoTracking()
            .Where(p => p.RegistrationId == id)
            .Where(p => db.Registrations.Any(r => r.Id == id && db.Events.Any(e => e.Id == r.EventId && e.Code == code)))
            .SingleOrDefaultAsync(cancellationToken);
        return found is { } photo ? File(photo.Content, photo.MediaType) : NotFound();
    }
}
