using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Programme;

/// <summary>The programme of an event by day and time; officers add to it, change one item or take it out.</summary>
public sealed class EventProgrammeModel(SecretariatDb db, TimeProvider time, Text t) : PageModel
{
    public TimetableEntry Entry { get; private set; } = null!;

    public IReadOnlyList<ProgrammeItem> Items { get; private set; } = [];

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

    [BindProperty, StringLength(400), Display(Name = "Speakers, in English")]
    public string? SpeakersEn { get; set; }

    [BindProperty, StringLength(400), Display(Name = "Speakers, in French")]
    public string? SpeakersFr { get; set; }

    [BindProperty, StringLength(100), Display(Name = "Room")]
    public string? Room { get; set; }

    /// <summary>The item that the officer saw.</summary>
    [BindProperty]
    public int Version { get; set; }

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
        if (!ModelState.IsValid)
            return Page();
        if (Item is null)
            db.ProgrammeItems.Add(NewItem());
        else
            Change(Item);
        var process = Item is null ? Text.Key("Add to the programme of an event") : Text.Key("Change the programme of an event");
        return await DoneAsync(process, cancellationToken);
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
        Item = Items.FirstOrDefault(i => i.Id == id);
        return true;
    }

    private void Fill(ProgrammeItem item)
    {
        (Day, From, Until, Room, Version) = (item.Day, item.From, item.Until, item.Room, item.Version);
        (TitleEn, TitleFr) = (item.Title.In("en"), Written(item.Title, "fr") ?? "");
        (SpeakersEn, SpeakersFr) = (Written(item.Speakers, "en"), Written(item.Speakers, "fr"));
    }

    private ProgrammeItem NewItem() =>
        new()
        {
            EventId = Entry.Event.Id,
            Day = Day!.Value,
            From = From!.Value,
            Until = Until,
            Title = Title,
            Speakers = Speakers,
            Room = RoomOrNone,
        };

    private void Change(ProgrammeItem item)
    {
        db.Expect(item, Version);
        (item.Day, item.From, item.Until, item.Room) = (Day!.Value, From!.Value, Until, RoomOrNone);
        (item.Title, item.Speakers) = (Title, Speakers);
    }

    private LocalizedText Title => LocalizedText.InEnglishAnd("fr", TitleEn, TitleFr);

    /// <summary>In the languages in which they are entered, be it French alone.</summary>
    private LocalizedText? Speakers
    {
        get
        {
            var entered = new Dictionary<string, string?> { ["en"] = SpeakersEn, ["fr"] = SpeakersFr };
            var texts = entered.Where(e => !string.IsNullOrWhiteSpace(e.Value)).ToDictionary(e => e.Key, e => e.Value!.Trim());
            return texts.Count == 0 ? null : new LocalizedText(texts);
        }
    }

    private string? RoomOrNone => string.IsNullOrWhiteSpace(Room) ? null : Room.Trim();

    private static string? Written(LocalizedText? text, string language) =>
        text?.Get(language) is var (words, used) && used == language ? words : null;
}
