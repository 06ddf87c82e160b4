using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;

namespace Secretariat.Modules.Events.Registrations;

/// <summary>The photograph on one's own badge.</summary>
public sealed class PersonPhotoModel(SecretariatDb db, RegistrationLinks links) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancellationToken)
    {
        Response.Headers["X-Robots-Tag"] = "noindex";
        Response.Headers.CacheControl = "no-store";
        return
            await links.ReadAsync(token, cancellationToken) is (LinkTo.Person, var id)
            && await db.BadgePhotos.AsNoTracking().SingleOrDefaultAsync(p => p.RegistrationId == id, cancellationToken)
                is { } photo
            ? File(photo.Content, photo.MediaType)
            : NotFound();
    }
}
