using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Secretariat.Modules.Privacy;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Changes;

/// <summary>What an officer has entered of an event by mistake.</summary>
public sealed class TakeBackAnnouncementModel(SecretariatDb db, TellOfChange tell, Disclose disclose, TimeProvider time, Text t)
    : ChangeModel(db, tell, disclose, time, t)
{
    public Announcement Announcement { get; private set; } = null!;

    [BindProperty, StringLength(300), Display(Name = "Reason")]
    public string? Because { get; set; }

    public async Task<IActionResult> OnGetAsync(string code, Guid id, CancellationToken cancellationToken) =>
        await FindAsync(code, id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string code, Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(code, id, cancellationToken))
            return NotFound();
        if (WhyNot() is { } reason)
            Refuse(nameof(Because), reason);
        if (!ModelState.IsValid)
            return Page();
        Announcement.TakeBack(Because!.Trim(), Today);
        return await SaveAsync(
            Text.Key("Take an announcement back"),
            Because,
            Text.Key("The announcement has been taken back."),
            cancellationToken
        );
    }

    private string? WhyNot() =>
        Entry.Announcements.Count == 1 && Entry.Event.Actual is null
            ? Text.Key("It is all that is known of the event: announce another date, or cancel the event.")
        : Entry.Announcements.SkipWhile(a => a.Id != Announcement.Id).Skip(1).Any(a => RestsOn(a, Announcement))
            ? Text.Key("What was announced later rests on this date: take that back first.")
        : Announcement.WhyNotTakeBack(Because);

    private static bool RestsOn(Announcement later, Announcement date) =>
        date.Status is EventStatus.Planned
        && (later.Status is EventStatus.Confirmed or EventStatus.Cancelled)
        && later.Timing.IsSameAs(date.Timing);

    private async Task<bool> FindAsync(string code, Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(code, cancellationToken))
            return false;
        if (Event.Announcements.Find(a => a.Id == id && a is { EnteredAt: not null, IsTakenBack: false }) is not { } announcement)
            return false;
        Announcement = announcement;
        return true;
    }
}
