using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Alliance;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Programme;

/// <summary>The programme of an event by day and time; officers add to it, change one item or take it out.</summary>
public sealed class EventProgrammeModel(SecretariatDb db, PrintProgramme print, TimeProvider time, Text t) : PageModel
{
    public TimetableEntry Entry { get; private set; } = null!;

    public IReadOnlyList<ProgrammeItem> Items { get; private set; } = [];

    /// <summary>How the draft differs from what everybody may read.</summary>
    public IReadOnlyList<ProgrammeChange> Unreleased { get; private set; } = [];

    public IReadOnlyList<Strand> Strands { get; private set; } = [];

    /// <summary>Why the item cannot stand where it is entered, unless it is said why it may.</summary>
    public IReadOnlyList<Reason> Clashes { get; private set; } = [];

    public ProgrammeLimits Limits { get; private set; } = null!;

    /// <summary>How many speakers were just put in protocol order.</summary>
    public int Ordered { get; private set; }

    /// <summary>The one that is being changed; null where one is added.</summary>
    public ProgrammeItem? Item { get; private set; }

    [BindProperty, Required, MeantDay, Display(Name = "Day")]
    public DateOnly? Day { get; set; }

    [BindProperty, Required, Display(Name = "Begins at")]
    public TimeOnly? From { get; set; }

    [BindProperty, Display(Name = "Ends at")]
    public TimeOnly? Until { get; set; }

    [BindProperty, Required, StringLength(200), Display(Name = "Title, in English")]
    public string TitleEn { get; set; } = "";

    [BindProperty, StringLength(200), Display(Name = "Title, in French")]
    public string? TitleFr { get; set; }

    [BindProperty, Display(Name = "Strand of work")]
    public string? Strand { get; set; }

    [BindProperty, StringLength(400), Display(Name = "Co-chairs, in English")]
    public string? ChairsEn { get; set; }

    [BindProperty, StringLength(400), Display(Name = "Co-chairs, in French")]
    public string? ChairsFr { get; set; }

    [BindProperty, StringLength(400), Display(Name = "Speakers, in English")]
    public string? SpeakersEn { get; set; }

    [BindProperty, StringLength(400), Display(Name = "Speakers, in French")]
    public string? SpeakersFr { get; set; }

    [BindProperty, StringLength(100), Display(Name = "Room")]
    public string? Room { get; set; }

    [BindProperty, StringLength(300), Display(Name = "Why it may stand all the same")]
    public string? ClashBecause { get; set; }

    /// <summary>The item that the officer saw.</summary>
    [BindProperty]
    public int Version { get; set; }

    public IEnumerable<SelectListItem> StrandOptions =>
        Strands.Select(s => new SelectListItem(s.Name.In(t.Language.Code), s.Code));

    /// <summary>The files of the draft that can be made here.</summary>
    public IEnumerable<string> Forms => print.Forms;

    public string StrandName(string? code) => Strands.FirstOrDefault(s => s.Code == code)?.Name.In(t.Language.Code) ?? "";

    public async Task<IActionResult> OnGetAsync(string code, Guid? id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(code, id, cancellationToken) || (id is not null && Item is null))
            return NotFound();
        if (Item is { } item)
            Fill(item);
        else
            Day = Items.Count > 0 ? Items[^1].Day : Entry.Days?.First;
        return Page();
    }

    public async Task<IActionResult> OnPostSaveAsync(string code, Guid? id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(code, id, cancellationToken))
            return NotFound();
        if (id is not null && Item is null)
            return StatusCode(StatusCodes.Status409Conflict);
        if (Day is { } day && ProgrammeItem.WhyNotOn(day, Entry) is { } outside)
            ModelState.AddModelError(nameof(Day), t.Of(outside));
        if (From is { } from && Until is { } until && ProgrammeItem.WhyNotUntil(from, until) is { } reason)
            ModelState.AddModelError(nameof(Until), t.Of(reason));
        CheckClock();
        if (!ModelState.IsValid)
            return Page();
        var entered = NewItem(id ?? Guid.CreateVersion7());
        Clashes = WhyNot(entered);
        if (Clashes.Count > 0 && string.IsNullOrWhiteSpace(ClashBecause))
        {
            foreach (var clash in Clashes)
                ModelState.AddModelError(nameof(From), t.Of(clash));
            return Page();
        }

        entered.ClashBecause = Clashes.Count > 0 ? ClashBecause!.Trim() : null;
        if (Item is null)
            db.ProgrammeItems.Add(entered);
        else
            Change(Item, entered);
        var process = Item is null ? Text.Key("Add to the programme of an event") : Text.Key("Change the programme of an event");
        return await DoneAsync(process, cancellationToken);
    }

    /// <summary>Shows the speakers in protocol order; what else is entered stays, and nothing is saved yet.</summary>
    public async Task<IActionResult> OnPostOrderAsync(string code, Guid? id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(code, id, cancellationToken))
            return NotFound();
        if (id is not null && Item is null)
            return StatusCode(StatusCodes.Status409Conflict);
        foreach (var entry in ModelState.Values)
            entry.Errors.Clear();
        Clashes = Item is null ? [] : WhyNot(Item);
        var order = await SpeakingOrder.ReadAsync(db, t.Language.Code, AsOf.Today(time), cancellationToken);
        var (english, french, known) = order.Of(SpeakersEn, SpeakersFr);
        if (known == 0)
            ModelState.AddModelError(
                nameof(SpeakersEn),
                t.Of("No partner is named after a comma, such as France in “Ada Sample, Minister of the Interior, France”.")
            );
        else
        {
            (SpeakersEn, SpeakersFr, Ordered) = (english, french, known);
            ModelState.Remove(nameof(SpeakersEn));
            ModelState.Remove(nameof(SpeakersFr));
        }

        return Page();
    }

    /// <summary>The times are of the clock of the place.</summary>
    private void CheckClock()
    {
        foreach (var (field, time) in new[] { (nameof(From), From), (nameof(Until), Until) })
            if (Day is { } day && time is { } at && ProgrammeItem.WhyNotAt(day, at, Entry.Event.Details.Zone) is { } reason)
                ModelState.AddModelError(field, t.Of(reason));
    }

    public async Task<IActionResult> OnPostTakeOutAsync(string code, Guid? id, CancellationToken cancellationToken)
    {
        if (id is null || !await ReadAsync(code, id, cancellationToken))
            return NotFound();
        if (Item is null)
            return StatusCode(StatusCodes.Status409Conflict);
        db.Expect(Item, Version);
        db.ProgrammeItems.Remove(Item);
        return await DoneAsync(Text.Key("Take an item out of the programme of an event"), cancellationToken);
    }

    private async Task<IActionResult> DoneAsync(string process, CancellationToken cancellationToken)
    {
        await db.SaveAsync(process, cancellationToken: cancellationToken);
        TempData["Done"] = t.Of("The programme has changed.");
        return Redirect($"/office/events/{Entry.Event.Code}/programme");
    }

    private async Task<bool> ReadAsync(string code, Guid? id, CancellationToken cancellationToken)
    {
        if (await db.EntryAsync(code, AsOf.Today(time), cancellationToken) is not { } entry)
            return false;
        Entry = entry;
        Items = await db.ProgrammeItems.InOrder(entry.Event.Id).ToListAsync(cancellationToken);
        Strands = await db.Strands.AsNoTracking().OrderBy(s => s.Order).ToListAsync(cancellationToken);
        var releases = await db.ReleasesAsync(entry.Event.Id, AsOf.Today(time), cancellationToken);
        Unreleased = ProgrammeChange.Between(releases.FirstOrDefault()?.Items ?? [], [.. Items.Select(ReleasedItem.Of)]);
        Limits = await db.LimitsAsync(entry.Event.Id, cancellationToken);
        Item = Items.FirstOrDefault(i => i.Id == id);
        return true;
    }

    public IReadOnlyList<Reason> WhyNot(ProgrammeItem item) =>
        [.. ProgrammeClashes.Of(item, Items, Limits).Select(clash => clash.Why)];

    private void Fill(ProgrammeItem item)
    {
        (Day, From, Until, Room, Version) = (item.Day, item.From, item.Until, item.Room, item.Version);
        (TitleEn, TitleFr) = (item.Title.In("en"), item.Title.Written("fr") ?? "");
        (ChairsEn, ChairsFr) = (item.Chairs?.Written("en"), item.Chairs?.Written("fr"));
        (SpeakersEn, SpeakersFr) = (item.Speakers?.Written("en"), item.Speakers?.Written("fr"));
        (Strand, ClashBecause) = (item.Strand, item.ClashBecause);
        Clashes = WhyNot(item);
    }

    private ProgrammeItem NewItem(Guid id) =>
        new()
        {
            Id = id,
            EventId = Entry.Event.Id,
            Day = Day!.Value,
            From = From!.Value,
            Until = Until,
            Title = LocalizedText.InEnglishAnd("fr", TitleEn, TitleFr),
            Strand = Strands.FirstOrDefault(s => s.Code == Strand)?.Code,
            Chairs = People(ChairsEn, ChairsFr),
            Speakers = People(SpeakersEn, SpeakersFr),
            Room = string.IsNullOrWhiteSpace(Room) ? null : Room.Trim(),
        };

    private void Change(ProgrammeItem item, ProgrammeItem entered)
    {
        db.Expect(item, Version);
        (item.Day, item.From, item.Until, item.Room) = (entered.Day, entered.From, entered.Until, entered.Room);
        (item.Title, item.Chairs, item.Speakers) = (entered.Title, entered.Chairs, entered.Speakers);
        (item.Strand, item.ClashBecause) = (entered.Strand, entered.ClashBecause);
    }

    /// <summary>In the languages in which they are entered, be it French alone.</summary>
    private static LocalizedText? People(string? english, string? french)
    {
        var entered = new Dictionary<string, string?> { ["en"] = english, ["fr"] = french };
        var texts = entered.Where(e => !string.IsNullOrWhiteSpace(e.Value)).ToDictionary(e => e.Key, e => e.Value!.Trim());
        return texts.Count == 0 ? null : new LocalizedText(texts);
    }
}
