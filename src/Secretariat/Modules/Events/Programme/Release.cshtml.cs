using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Privacy;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Programme;

/// <summary>What changes for everybody when the draft of a programme is released.</summary>
[WritersOnly]
public sealed class ReleaseModel(SecretariatDb db, TellSpeakers speakers, Disclose disclose, TimeProvider time, Text t)
    : PageModel
{
    private List<ReleasedItem> draft = [];

    public TimetableEntry Entry { get; private set; } = null!;

    /// <summary>The latest first.</summary>
    public IReadOnlyList<ProgrammeRelease> Releases { get; private set; } = [];

    public IReadOnlyList<ProgrammeChange> Changes { get; private set; } = [];

    /// <summary>What nobody has said why it may stand; nothing is released with it.</summary>
    public IReadOnlyList<ProgrammeClash> Clashes { get; private set; } = [];

    /// <summary>Who is told what it changes for them.</summary>
    public IReadOnlyList<ProgrammeNews> News { get; private set; } = [];

    /// <summary>Names in what changes that nobody is invited under.</summary>
    public IReadOnlyList<string> NotTold { get; private set; } = [];

    /// <summary>Of the release that comes next.</summary>
    public int Number => Releases.Count == 0 ? 1 : Releases[0].Number + 1;

    [BindProperty, StringLength(500), Display(Name = "What is told of it, in English")]
    public string? SaidEn { get; set; }

    [BindProperty, StringLength(500), Display(Name = "What is told of it, in French")]
    public string? SaidFr { get; set; }

    [BindProperty, Display(Name = "How many messages leave?")]
    public int? Count { get; set; }

    /// <summary>Of the draft and the messages as they were last shown: nothing is released and none leaves that nobody has seen.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(code, cancellationToken))
            return NotFound();
        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(code, cancellationToken))
            return NotFound();
        Check();
        if (Changes.Count == 0 || !ModelState.IsValid)
            return await ShowAsync(cancellationToken);

        var release = new ProgrammeRelease
        {
            EventId = Entry.Event.Id,
            Number = Number,
            ReleasedAt = time.Now(),
            Said = string.IsNullOrWhiteSpace(SaidEn) ? null : LocalizedText.InEnglishAnd("fr", SaidEn, SaidFr),
            Items = draft,
        };
        db.ProgrammeReleases.Add(release);
        await speakers.SendAsync(Entry, release, News, cancellationToken);
        // Calendars and readers of the file hear of it; of two who release at once the second one looks again.
        db.Touch(await db.Events.SingleAsync(e => e.Code == code, cancellationToken));
        await db.SaveAsync(
            Text.Key("Release the programme of an event"),
            News.Count == 0 ? null : Text.Key("The number of messages was restated before they left."),
            cancellationToken
        );
        var done = t.Of("Everybody can read version {0} now.", Number);
        TempData["Done"] = News.Count == 0 ? done : done + " " + t.Of("Messages in the outbox: {0}.", News.Count);
        return Redirect($"/office/events/{code}/programme");
    }

    private void Check()
    {
        if (Seen != Shown())
            ModelState.AddModelError(
                "",
                t.Of("The programme or who is told of it has changed meanwhile: look at it below, then release it.")
            );
        else if (News.Count > 0 && SeenMessages.WhyNotLeave((Seen, Count), Shown(), News.Count) is { } reason)
            ModelState.AddModelError(nameof(Count), t.Of(reason));
        if (string.IsNullOrWhiteSpace(SaidEn) && !string.IsNullOrWhiteSpace(SaidFr))
            ModelState.AddModelError(
                nameof(SaidEn),
                t.Of("Write it in English too: that is what readers of other languages are shown.")
            );
        if (Clashes.Count > 0)
            ModelState.AddModelError(
                "",
                t.Of("Say in the programme why these may stand, or move them: then it can be released.")
            );
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        ModelState.Remove(nameof(Seen));
        Seen = Shown();
        await disclose.SeenAsync(
            $"/office/events/{Entry.Event.Code}/programme/release",
            News.Select(n => n.Invitation.PersonId),
            cancellationToken
        );
        return Page();
    }

    private string Shown() =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(draft)))
        + SeenMessages.Of(News.Select(n => (n.Address, n.Words.Subject, n.Words.Body)));

    private async Task<bool> ReadAsync(string code, CancellationToken cancellationToken)
    {
        if (await db.EntryAsync(code, AsOf.Today(time), cancellationToken) is not { } entry)
            return false;
        Entry = entry;
        var items = await db.ProgrammeItems.AsNoTracking().InOrder(entry.Event.Id).ToListAsync(cancellationToken);
        draft = items.ConvertAll(ReleasedItem.Of);
        Clashes = ProgrammeClashes.Unexplained(items, await db.LimitsAsync(entry.Event.Id, cancellationToken));
        Releases = await db.ReleasesAsync(entry.Event.Id, AsOf.Today(time), cancellationToken);
        Changes = ProgrammeChange.Between(Releases.Count == 0 ? [] : Releases[0].Items, draft);
        News = await speakers.FindAsync(Entry, Changes, cancellationToken);
        NotTold = [.. TellSpeakers.NamedIn(Changes).Where(name => !News.Any(n => Fold.AreSame(n.Invitation.Name, name)))];
        return true;
    }
}
