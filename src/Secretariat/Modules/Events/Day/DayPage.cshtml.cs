using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Events.Programme;
using Secretariat.Modules.Events.Registrations;
using Secretariat.Modules.Identity;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Day;

/// <summary>The day of an event: entrances with the link for their devices, and how many are present.</summary>
public sealed class DayPageModel(SecretariatDb db, RegistrationLinks links, TimeProvider time, Text t) : PageModel
{
    /// <param name="Link">Null for whoever only reads: it checks people in.</param>
    public sealed record EntranceRow(Entrance Entrance, string? Link, int CheckIns, DateTimeOffset? LastAt);

    public sealed record Presence(LocalizedText Name, int Present, int Registered);

    public sealed record SessionPresence(string Title, int Present);

    public EventRegistration Found { get; private set; } = null!;

    public IReadOnlyList<EntranceRow> Entrances { get; private set; } = [];

    public IReadOnlyList<Presence> Categories { get; private set; } = [];

    public IReadOnlyList<SessionPresence> Sessions { get; private set; } = [];

    [BindProperty, Required, StringLength(100), Display(Name = "Name of the entrance")]
    public string Name { get; set; } = "";

    /// <summary>On the clock of the event.</summary>
    public string Moment(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, Found.Entry.Event.Details.Zone).DateTime;
        return $"{t.Date(DateOnly.FromDateTime(local))}, {local:HH:mm} ({Found.Entry.Event.Details.TimeZone})";
    }

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (!await FindAsync(code, cancellationToken))
            return NotFound();
        await ReadAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellationToken)
    {
        if (!Access.MayWrite(User))
            return Forbid();
        if (!await FindAsync(code, cancellationToken))
            return NotFound();
        var name = OneLine.Of(Name.Trim());
        if (await db.Entrances.AnyAsync(e => e.EventId == Found.Entry.Event.Id && e.Name == name, cancellationToken))
            ModelState.AddModelError(nameof(Name), t.Of("There is an entrance of that name already."));
        if (!ModelState.IsValid)
        {
            await ReadAsync(cancellationToken);
            return Page();
        }

        db.Entrances.Add(new Entrance { EventId = Found.Entry.Event.Id, Name = name });
        return await DoneAsync(code, Text.Key("Add an entrance"), cancellationToken);
    }

    public Task<IActionResult> OnPostCloseAsync(string code, Guid id, CancellationToken cancellationToken) =>
        ChangeAsync(code, id, e => e.Close(time.Now()), Text.Key("Close an entrance"), cancellationToken);

    public Task<IActionResult> OnPostOpenAsync(string code, Guid id, CancellationToken cancellationToken) =>
        ChangeAsync(code, id, e => e.Open(), Text.Key("Open an entrance again"), cancellationToken);

    private async Task<IActionResult> ChangeAsync(
        string code,
        Guid id,
        Action<Entrance> change,
        string process,
        CancellationToken cancellationToken
    )
    {
        if (!Access.MayWrite(User))
            return Forbid();
        if (!await FindAsync(code, cancellationToken))
            return NotFound();
        var eventId = Found.Entry.Event.Id;
        if (
            await db.Entrances.SingleOrDefaultAsync(e => e.Id == id && e.EventId == eventId, cancellationToken)
            is not { } entrance
        )
            return NotFound();
        change(entrance);
        return await DoneAsync(code, process, cancellationToken);
    }

    private async Task<IActionResult> DoneAsync(string code, string process, CancellationToken cancellationToken)
    {
        await db.SaveAsync(process, cancellationToken: cancellationToken);
        TempData["Done"] = t.Of("The entrances have changed.");
        return Redirect($"/office/events/{code}/day");
    }

    private async Task<bool> FindAsync(string code, CancellationToken cancellationToken)
    {
        if (await db.RegistrationAsync(code, AsOf.Today(time), cancellationToken) is not { Terms: not null } found)
            return false;
        Found = found;
        return true;
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var eventId = Found.Entry.Event.Id;
        var entrances = await db
            .Entrances.AsNoTracking()
            .Where(e => e.EventId == eventId)
            .OrderBy(e => e.Id)
            .Select(e => new
            {
                Entrance = e,
                Count = db
                    .CheckIns.Where(c => c.EntranceId == e.Id && c.TakenBackAt == null)
                    .Select(c => c.RegistrationId)
                    .Distinct()
                    .Count(),
                Last = db.CheckIns.Where(c => c.EntranceId == e.Id).Max(c => (DateTimeOffset?)c.At),
            })
            .ToListAsync(cancellationToken);
        var rows = new List<EntranceRow>();
        foreach (var row in entrances)
            rows.Add(new(row.Entrance, await LinkAsync(row.Entrance, cancellationToken), row.Count, row.Last));
        Entrances = rows;
        Categories = await CategoriesAsync(eventId, cancellationToken);
        Sessions = await SessionsAsync(eventId, cancellationToken);
    }

    private async Task<string?> LinkAsync(Entrance entrance, CancellationToken cancellationToken) =>
        Access.MayWrite(User) ? await links.AddressAsync(LinkTo.Entrance, entrance.LinkId, cancellationToken) : null;

    private async Task<List<Presence>> CategoriesAsync(Guid eventId, CancellationToken cancellationToken)
    {
        var present = await CountAsync(db.PresentAt(eventId, null), cancellationToken);
        var registered = await CountAsync(
            db.Registrations.Where(r => r.EventId == eventId && r.Status == RegistrationStatus.Registered),
            cancellationToken
        );
        return
        [
            .. Found.Categories.Select(c => new Presence(
                c.Name,
                present.GetValueOrDefault(c.Id),
                registered.GetValueOrDefault(c.Id)
            )),
        ];
    }

    private static Task<Dictionary<Guid, int>> CountAsync(IQueryable<Registration> people, CancellationToken cancellationToken) =>
        people
            .GroupBy(r => r.CategoryId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);

    private async Task<List<SessionPresence>> SessionsAsync(Guid eventId, CancellationToken cancellationToken)
    {
        var counts = await db
            .CheckIns.Where(c => c.EventId == eventId && c.ItemId != null && c.TakenBackAt == null)
            .GroupBy(c => c.ItemId!.Value)
            .Select(g => new { g.Key, Count = g.Select(c => c.RegistrationId).Distinct().Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var items = await db.ProgrammeItems.AsNoTracking().InOrder(eventId).ToListAsync(cancellationToken);
        var gone = counts.Where(c => items.TrueForAll(i => i.Id != c.Key)).Sum(c => c.Value);
        return
        [
            .. items.Select(i => new SessionPresence(
                $"{t.Date(i.Day)}, {i.Time}: {i.Title.In(t.Language.Code)}",
                counts.GetValueOrDefault(i.Id)
            )),
            .. gone > 0 ? [new SessionPresence(t.Of("Items that the programme no longer has"), gone)] : (SessionPresence[])[],
        ];
    }
}
