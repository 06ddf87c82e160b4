using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Programme;

/// <summary>The minutes from room to room at an event, and when those are there who cannot stay.</summary>
[WritersOnly]
public sealed class TimeWindowsModel(SecretariatDb db, TimeProvider time, Text t) : PageModel
{
    private List<ProgrammeItem> items = [];

    public TimetableEntry Entry { get; private set; } = null!;

    public ProgrammeLimits Limits { get; private set; } = null!;

    [BindProperty, Required, Range(0, ProgrammeLimits.MostMinutes), Display(Name = "Minutes from room to room")]
    public int? Minutes { get; set; }

    [BindProperty, StringLength(100), Display(Name = "Name")]
    public string? Name { get; set; }

    [BindProperty, MeantDay, Display(Name = "Day")]
    public DateOnly? Day { get; set; }

    [BindProperty, Display(Name = "There from")]
    public TimeOnly? From { get; set; }

    [BindProperty, Display(Name = "There until")]
    public TimeOnly? Until { get; set; }

    /// <summary>The limits that the officer saw; -1 for the usual ones, which nobody has saved.</summary>
    [BindProperty]
    public int Version { get; set; }

    private bool IsUsual => db.Entry(Limits).State is EntityState.Detached;

    /// <summary>Somebody of that name leads or speaks.</summary>
    public bool IsNamed(TimeWindow window) =>
        items.Exists(i => ProgrammeClashes.PeopleOf(i).Any(p => Fold.AreSame(p, window.Name)));

    /// <summary>By which a window is taken out.</summary>
    public static string KeyOf(TimeWindow window) =>
        string.Create(CultureInfo.InvariantCulture, $"{window.Day:yyyy-MM-dd} {window.Time} {window.Name}");

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (!await FindAsync(code, cancellationToken))
            return NotFound();
        (Minutes, Version) = (Limits.MinutesBetweenRooms, IsUsual ? -1 : Limits.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostSaveAsync(string code, CancellationToken cancellationToken)
    {
        if (!await FindAsync(code, cancellationToken))
            return NotFound();
        CheckWindow();
        if (!ModelState.IsValid)
            return Page();
        var added = Name is null ? [] : new[] { new TimeWindow(Name.Trim(), Day!.Value, From!.Value, Until!.Value) };
        return await SaveAsync(Minutes!.Value, Limits.Windows.Concat(added), cancellationToken);
    }

    public async Task<IActionResult> OnPostTakeOutAsync(string code, string? window, CancellationToken cancellationToken)
    {
        if (!await FindAsync(code, cancellationToken))
            return NotFound();
        if (Limits.Windows.All(w => KeyOf(w) != window))
            return StatusCode(StatusCodes.Status409Conflict);
        var left = Limits.Windows.Where(w => KeyOf(w) != window);
        return await SaveAsync(Limits.MinutesBetweenRooms, left, cancellationToken);
    }

    /// <summary>None, or a whole one.</summary>
    private void CheckWindow()
    {
        if (Name is null && Day is null && From is null && Until is null)
            return;
        Lack(nameof(Name), Name is null, "Name");
        Lack(nameof(Day), Day is null, "Day");
        Lack(nameof(From), From is null, "There from");
        Lack(nameof(Until), Until is null, "There until");
        if (Day is { } day && ProgrammeItem.WhyNotOn(day, Entry) is { } outside)
            ModelState.AddModelError(nameof(Day), t.Of(outside));
        if (From is { } from && Until is { } until && ProgrammeItem.WhyNotUntil(from, until) is { } reason)
            ModelState.AddModelError(nameof(Until), t.Of(reason));
    }

    /// <summary>Not of what cannot be read, which says so itself.</summary>
    private void Lack(string field, bool isMissing, string name)
    {
        if (isMissing && ModelState[field] is not { Errors.Count: > 0 })
            ModelState.AddModelError(field, t.Of("{0} is missing.", t.Of(name)));
    }

    private async Task<IActionResult> SaveAsync(int minutes, IEnumerable<TimeWindow> windows, CancellationToken cancellationToken)
    {
        if (IsUsual)
            db.ProgrammeLimits.Add(Limits);
        else
            db.Expect(Limits, Version);
        (Limits.MinutesBetweenRooms, Limits.Windows) = (minutes, TimeWindow.InOrder(windows));
        await db.SaveAsync(Text.Key("Change the ways and time windows of a programme"), cancellationToken: cancellationToken);
        TempData["Done"] = t.Of("The ways and time windows have been saved.");
        return Redirect($"/office/events/{Entry.Event.Code}/programme/windows");
    }

    private async Task<bool> FindAsync(string code, CancellationToken cancellationToken)
    {
        if (await db.EntryAsync(code, AsOf.Today(time), cancellationToken) is not { } entry)
            return false;
        Entry = entry;
        Limits = await db.LimitsAsync(entry.Event.Id, cancellationToken);
        items = await db.ProgrammeItems.AsNoTracking().InOrder(entry.Event.Id).ToListAsync(cancellationToken);
        return true;
    }
}
