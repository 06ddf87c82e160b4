using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Events.Registrations;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Web.Errors;

namespace Secretariat.Modules.Events.Day;

/// <summary>What a device at an entrance asks for, by the link of that entrance.</summary>
public abstract class EntranceModel(SecretariatDb db, RegistrationLinks links, CurrentActor current, TimeProvider time)
    : PageModel
{
    public TimetableEntry Entry { get; private set; } = null!;

    public Entrance Entrance { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    protected SecretariatDb Db => db;

    protected RegistrationLinks Links => links;

    protected DateOnly Today => time.Today();

    /// <returns>Why the link opens nothing, or null.</returns>
    protected async Task<IActionResult?> OpenAsync(CancellationToken cancellationToken)
    {
        Response.Headers["X-Robots-Tag"] = "noindex";
        if (await links.ReadAsync(Token, cancellationToken) is not (LinkTo.Entrance, var id))
            return NotFound();
        var found = await (
            from entrance in db.Entrances
            where entrance.LinkId == id
            join e in db.Events on entrance.EventId equals e.Id
            select new { entrance, e.Code }
        ).SingleOrDefaultAsync(cancellationToken);
        if (found is null || await db.EntryAsync(found.Code, AsOf.Today(time), cancellationToken) is not { } entry)
            return NotFound();
        if (found.entrance.WhyClosed(entry, Today) is { } closed)
            return Gone(closed);
        current.Actor = new(null, Text.Key("A device at an entrance"));
        (Entry, Entrance) = (entry, found.entrance);
        return null;
    }

    protected EmptyResult Gone(string why)
    {
        HttpContext.Refuse(StatusCodes.Status410Gone, why);
        return new EmptyResult();
    }
}
