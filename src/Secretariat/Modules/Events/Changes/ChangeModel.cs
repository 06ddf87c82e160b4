using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Privacy;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Changes;

/// <summary>
/// A change to an event that those invited and registered are told of: the officer sees every message, and says how many they are, before any leaves.
/// </summary>
[WritersOnly]
public abstract class ChangeModel(SecretariatDb db, TellOfChange tell, Disclose disclose, TimeProvider time, Text t) : PageModel
{
    /// <summary>How the event stands before the change.</summary>
    public TimetableEntry Entry { get; private set; } = null!;

    /// <summary>The event that is changed.</summary>
    protected Event Event { get; private set; } = null!;

    /// <summary>Empty until the change is known, and where nobody is told of it.</summary>
    public ChangeNews News { get; private set; } = new([], []);

    public IReadOnlyList<Told> Leaving => News.Leaving;

    [BindProperty, Display(Name = "How many messages leave?")]
    public int? Count { get; set; }

    /// <summary>Of the messages as they were last shown: none leaves that nobody has seen.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    /// <summary>The event that the officer saw.</summary>
    [BindProperty]
    public int Version { get; set; }

    protected SecretariatDb Db => db;

    protected Text T => t;

    protected DateTimeOffset Now => time.Now();

    protected DateOnly Today => time.Today();

    protected async Task<bool> FindAsync(string code, CancellationToken cancellationToken)
    {
        if (await db.EntryAsync(code, AsOf.Today(time), cancellationToken) is not { } entry)
            return false;
        Entry = entry;
        Event = await db.Events.Include(e => e.Announcements).SingleAsync(e => e.Code == code, cancellationToken);
        return true;
    }

    /// <summary>Says at a field why the change cannot be made.</summary>
    protected void Refuse(string field, Reason reason) => ModelState.AddModelError(field, t.Of(reason));

    /// <summary>Saves the change to <see cref="Event"/> once the officer has seen what follows from it.</summary>
    protected async Task<IActionResult> SaveAsync(string process, string? why, string done, CancellationToken cancellationToken)
    {
        if (!await TrySaveAsync(process, why, cancellationToken))
        {
            // Nothing of the change is kept until its messages have been seen.
            db.ChangeTracker.Clear();
            var invited = News.Invited.Select(n => n.Invitation.PersonId);
            await disclose.SeenAsync($"/office/events/{Event.Code}", invited, cancellationToken);
            return Page();
        }

        TempData["Done"] =
            Leaving.Count == 0 ? t.Of(done) : t.Of(done) + " " + t.Of("Messages in the outbox: {0}.", Leaving.Count);
        return Redirect($"/office/events/{Event.Code}");
    }

    /// <returns>Whether the messages had been seen, and it is saved.</returns>
    private async Task<bool> TrySaveAsync(string process, string? why, CancellationToken cancellationToken)
    {
        var change = new EventChange(Entry, TimetableEntry.At(Event, AsOf.Today(time))!);
        // Nobody is registered meanwhile who would be told how it stood, and not of the change.
        await using var turn = await tell.TurnAsync(Event, cancellationToken);
        News = await tell.NewsAsync(change, cancellationToken);
        if (Leaving.Count > 0 && !IsRestated())
            return false;
        await tell.RunAsync(News, change, cancellationToken);
        db.Expect(Event, Version);
        db.Touch(Event);
        await db.SaveAsync(process, why, cancellationToken);
        await turn.CommitAsync(cancellationToken);
        return true;
    }

    private bool IsRestated()
    {
        var (shown, count) = (SeenMessages.Of(Leaving.Select(n => (n.Address, n.Words.Subject, n.Words.Body))), Leaving.Count);
        if (Seen is not null && Seen != shown)
            ModelState.AddModelError(
                nameof(Count),
                t.Of("Those who are told or their messages have changed: look at them below, then send them.")
            );
        else if (Seen is not null && Count != count)
            ModelState.AddModelError(
                nameof(Count),
                t.Of("Messages that would leave: {0}. Type that number if it is what you mean.", count)
            );
        else if (Seen is not null)
            return true;
        ModelState.Remove(nameof(Seen));
        Seen = shown;
        return false;
    }
}
