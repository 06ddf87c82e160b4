using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Day;

/// <summary>Notices on the days of an event, each of which stands on its public pages until its day is over.</summary>
[WritersOnly]
public sealed class NoticesModel(SecretariatDb db, TimeProvider time, Text t) : PageModel
{
    public TimetableEntry Entry { get; private set; } = null!;

    /// <summary>Why nobody would read a notice, or null.</summary>
    public Reason? WhyNot =>
        Entry.Standing is Standing.Cancelled or Standing.Moved
            ? Text.Key("The event does not take place: nobody would read a notice.")
        : Entry.Days?.Last < time.Today() ? Text.Key("The event is over.")
        : null;

    /// <summary>All of them, the latest first.</summary>
    public IReadOnlyList<EventNotice> Notices { get; private set; } = [];

    [BindProperty, Required, StringLength(300), Display(Name = "Notice, in English")]
    public string WordsEn { get; set; } = "";

    [BindProperty, StringLength(300), Display(Name = "Notice, in French")]
    public string? WordsFr { get; set; }

    /// <summary>On the clock of the event.</summary>
    public string Moment(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, Entry.Event.Details.Zone).DateTime;
        return $"{t.Date(DateOnly.FromDateTime(local))}, {local:HH:mm} ({Entry.Event.Details.TimeZone})";
    }

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken) =>
        await FindAsync(code, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellationToken)
    {
        if (!await FindAsync(code, cancellationToken))
            return NotFound();
        if (WhyNot is { } reason)
            ModelState.AddModelError("", t.Of(reason));
        if (!ModelState.IsValid)
            return Page();
        db.EventNotices.Add(
            new EventNotice
            {
                EventId = Entry.Event.Id,
                Words = LocalizedText.InEnglishAnd(
                    "fr",
                    OneLine.Of(WordsEn.Trim()),
                    WordsFr is null ? null : OneLine.Of(WordsFr)
                ),
                At = time.Now(),
            }
        );
        return await DoneAsync(
            Text.Key("Give a notice on the day of an event"),
            Text.Key("The notice stands on the page of the event and on its programme."),
            cancellationToken
        );
    }

    public async Task<IActionResult> OnPostTakeBackAsync(string code, Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(code, cancellationToken))
            return NotFound();
        var eventId = Entry.Event.Id;
        if (
            await db.EventNotices.SingleOrDefaultAsync(n => n.Id == id && n.EventId == eventId, cancellationToken)
            is not { } notice
        )
            return NotFound();
        if (notice.WhyNotTakeBack() is null)
            notice.TakeBack(time.Now());
        return await DoneAsync(
            Text.Key("Take a notice of an event back"),
            Text.Key("The notice has been taken back."),
            cancellationToken
        );
    }

    private async Task<IActionResult> DoneAsync(string process, string done, CancellationToken cancellationToken)
    {
        await db.SaveAsync(process, cancellationToken: cancellationToken);
        TempData["Done"] = t.Of(done);
        return Redirect($"/office/events/{Entry.Event.Code}/notices");
    }

    private async Task<bool> FindAsync(string code, CancellationToken cancellationToken)
    {
        if (await db.EntryAsync(code, AsOf.Today(time), cancellationToken) is not { } entry)
            return false;
        Entry = entry;
        Notices = await db
            .EventNotices.AsNoTracking()
            .Where(n => n.EventId == entry.Event.Id)
            .OrderByDescending(n => n.At)
            .ToListAsync(cancellationToken);
        return true;
    }
}
