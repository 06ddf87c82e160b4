using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Changes;

/// <summary>When the press meets, where an event is seen live, its documents, what came out of it, and its legislation.</summary>
[WritersOnly]
public sealed class EditPressModel(SecretariatDb db, TimeProvider time, Text t) : PageModel
{
    public TimetableEntry Entry { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> OutcomeOptions { get; private set; } = [];

    public IReadOnlyList<SelectListItem> FileOptions { get; private set; } = [];

    [BindProperty, StringLength(10000), Display(Name = "Press points")]
    public string? PressPoints { get; set; }

    [BindProperty, StringLength(10000), Display(Name = "Livestreams")]
    public string? Streams { get; set; }

    [BindProperty, StringLength(10000), Display(Name = "Documents published on it")]
    public string? Documents { get; set; }

    [BindProperty, Display(Name = "Outcome")]
    public List<string> Outcomes { get; set; } = [];

    [BindProperty, Display(Name = "Legislation")]
    public List<string> Files { get; set; } = [];

    /// <summary>The event that the officer saw.</summary>
    [BindProperty]
    public int Version { get; set; }

    private PressLines Lines => new(Entry.Event.Details.TimeZone);

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (!await FindAsync(code, cancellationToken))
            return NotFound();
        var details = Entry.Event.Details;
        PressPoints = string.Join('\n', details.PressPoints.Select(PressLines.Write));
        Streams = string.Join('\n', details.Streams.Select(PressLines.Write));
        Documents = string.Join('\n', details.Documents.Select(PressLines.Write));
        (Outcomes, Files) = ([.. details.Outcomes], [.. details.Files]);
        Version = Entry.Event.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellationToken)
    {
        if (!await FindAsync(code, cancellationToken))
            return NotFound();
        var e = await db.Events.SingleAsync(e => e.Code == code, cancellationToken);
        db.Expect(e, Version);
        var before = e.Details;
        var after = before with
        {
            PressPoints = Read(nameof(PressPoints), PressPoints, before.PressPoints, PressLines.Write, Lines.ReadPoint),
            Streams = Read(nameof(Streams), Streams, before.Streams, PressLines.Write, PressLines.ReadStream),
            Documents = Read(nameof(Documents), Documents, before.Documents, PressLines.Write, PressLines.ReadDocument),
            Outcomes = ChosenCodes.Of(before.Outcomes, OutcomeOptions, Outcomes),
            Files = ChosenCodes.Of(before.Files, FileOptions, Files),
        };
        if (!ModelState.IsValid)
            return Page();
        e.Details = after;
        await db.SaveAsync(Text.Key("Write what the page of an event tells"), cancellationToken: cancellationToken);
        TempData["Done"] = t.Of("The page of the event has changed.");
        return Redirect($"/office/events/{code}");
    }

    /// <summary>The entries of a list, with all lines that are wrong named at its field.</summary>
    private IReadOnlyList<T> Read<T>(
        string field,
        string? typed,
        IReadOnlyList<T> before,
        Func<T, string> write,
        Func<string, List<T>, (T? Entry, Reason? Wrong)> read
    )
        where T : class
    {
        var lines = PressLines.Read(typed, before, write, read);
        if (lines.Select(l => l.Wrong).OfType<Reason>().ToList() is { Count: > 0 } wrong)
            ModelState.AddModelError(field, t.Of(Reason.Of(wrong)));
        return [.. lines.Select(l => l.Entry).OfType<T>()];
    }

    private async Task<bool> FindAsync(string code, CancellationToken cancellationToken)
    {
        if (await db.EntryAsync(code, AsOf.Today(time), cancellationToken) is not { } entry)
            return false;
        Entry = entry;
        var instruments = await db.Instruments.AsNoTracking().OrderBy(i => i.On).ToListAsync(cancellationToken);
        OutcomeOptions = instruments.ConvertAll(i => new SelectListItem(
            $"{i.Title.In(t.Language.Code)}, {t.Date(i.On)}",
            i.Code
        ));
        var files = await db.LegislativeFiles.AsNoTracking().OrderBy(f => f.Code).ToListAsync(cancellationToken);
        FileOptions = files.ConvertAll(f => new SelectListItem($"{f.Name.In(t.Language.Code)} ({f.Procedure})", f.Code));
        return true;
    }
}
