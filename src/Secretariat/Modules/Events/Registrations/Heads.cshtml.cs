using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Privacy;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Registrations;

/// <summary>Sending each head of delegation their link, or a reminder of it: who reads which words, and how many messages leave.</summary>
[WritersOnly]
public sealed class HeadsModel(SecretariatDb db, WriteToHeads heads, Disclose disclose, TimeProvider time, Text t) : PageModel
{
    public TimetableEntry Entry { get; private set; } = null!;

    public IReadOnlyList<Headed> Heads { get; private set; } = [];

    [BindProperty, Display(Name = "How many messages leave?")]
    public int? Count { get; set; }

    /// <summary>Of the messages as they were last shown: none leaves that nobody has seen.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    public bool IsReminder { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code, string what, CancellationToken cancellationToken)
    {
        if (!await FindAsync(code, what, cancellationToken))
            return NotFound();
        await ShowAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, string what, CancellationToken cancellationToken)
    {
        if (!await FindAsync(code, what, cancellationToken))
            return NotFound();
        if (SeenMessages.WhyNotLeave((Seen, Count), Shown(), Heads.Count) is { } reason)
        {
            ModelState.AddModelError(nameof(Count), t.Of(reason));
            ModelState.Remove(nameof(Seen));
            await ShowAsync(cancellationToken);
            return Page();
        }

        await heads.SendAsync(Entry, Heads, cancellationToken);
        await db.SaveAsync(
            IsReminder ? Text.Key("Remind the heads of delegation") : Text.Key("Write to the heads of delegation"),
            Text.Key("The number of messages was restated before they left."),
            cancellationToken
        );
        TempData["Done"] = t.Of("Messages in the outbox: {0}.", Heads.Count);
        return Redirect($"/office/events/{code}/registration");
    }

    private async Task<bool> FindAsync(string code, string what, CancellationToken cancellationToken)
    {
        if (await db.RegistrationAsync(code, AsOf.Today(time), cancellationToken) is not { Terms: { } terms } found)
            return false;
        Entry = found.Entry;
        if (Entry.Standing is not Standing.Coming || terms.WhyClosed(time.Now(), Entry.Event.Details.Zone) is not null)
            return false;
        IsReminder = what is "reminder";
        Heads = IsReminder
            ? await heads.FindSilentAsync(Entry, terms, cancellationToken)
            : await heads.FindAsync(Entry, terms, cancellationToken);
        return true;
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        Seen = Shown();
        var page = $"/office/events/{Entry.Event.Code}/registration/{(IsReminder ? "reminder" : "heads")}";
        await disclose.SeenAsync(page, Heads.Select(h => h.Invitation.PersonId), cancellationToken);
    }

    private string Shown() => SeenMessages.Of(Heads.Select(h => (h.Invitation.Address, h.Words.Subject, h.Words.Body)));
}
