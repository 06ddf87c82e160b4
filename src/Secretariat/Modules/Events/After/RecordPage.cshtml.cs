using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Groups;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.After;

/// <summary>What became of an event: who took part, what was concluded, and the summary that everybody may read once it is published.</summary>
public sealed class RecordPageModel(SecretariatDb db, TimeProvider time, Text t) : PageModel
{
    public sealed record Row(Conclusion Conclusion, LocalizedText? Partner, bool IsOverdue);

    public TimetableEntry Entry { get; private set; } = null!;

    public IReadOnlyList<Turnout> Turnout { get; private set; } = [];

    public IReadOnlyList<Row> Conclusions { get; private set; } = [];

    [BindProperty, StringLength(20_000), Display(Name = "Summary, in English")]
    public string? SummaryEn { get; set; }

    [BindProperty, StringLength(20_000), Display(Name = "Summary, in French")]
    public string? SummaryFr { get; set; }

    [BindProperty, Display(Name = "Everybody may read it")]
    public bool IsPublished { get; set; }

    /// <summary>The event that the officer saw.</summary>
    [BindProperty]
    public int Version { get; set; }

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (!await FindAsync(code, cancellationToken))
            return NotFound();
        Fill();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellationToken)
    {
        if (!Access.MayWrite(User))
            return Forbid();
        if (!await FindAsync(code, cancellationToken))
            return NotFound();
        if (string.IsNullOrWhiteSpace(SummaryEn) && (IsPublished || !string.IsNullOrWhiteSpace(SummaryFr)))
            ModelState.AddModelError(
                nameof(SummaryEn),
                t.Of("Write it in English too: that is what readers of other languages are shown.")
            );
        if (IsPublished && Entry.Standing is not Standing.Held)
            ModelState.AddModelError(nameof(IsPublished), t.Of("Say first that the event was held."));
        if (!ModelState.IsValid)
            return Page();
        var e = await db.Events.SingleAsync(e => e.Code == code, cancellationToken);
        db.Expect(e, Version);
        e.Details = e.Details with
        {
            Summary = string.IsNullOrWhiteSpace(SummaryEn) ? null : LocalizedText.InEnglishAnd("fr", SummaryEn, SummaryFr),
            SummaryOn = IsPublished ? e.Details.SummaryOn ?? time.Today() : null,
        };
        await db.SaveAsync(Text.Key("Write the summary of an event"), cancellationToken: cancellationToken);
        TempData["Done"] = t.Of("The summary has been saved.");
        return Redirect($"/office/events/{code}/record");
    }

    /// <summary>So that one letter of thanks, and whatever follows, goes to all of them.</summary>
    public async Task<IActionResult> OnPostGroupAsync(string code, CancellationToken cancellationToken)
    {
        if (!Access.MayWrite(User))
            return Forbid();
        if (!await FindAsync(code, cancellationToken))
            return NotFound();
        var tookPart = await db.TookPartAsync(Entry.Event.Id, cancellationToken);
        if (tookPart.Count == 0)
            return RefusedGroup(Text.Key("No partner has accepted the invitation, and nobody was checked in."));

        var today = time.Today();
        var name = t.Of("Took part in: {0} ({1})", Entry.Event.Title.In(t.Language.Code), t.Date(today));
        if (await db.Groups.AnyAsync(g => g.Name == name, cancellationToken))
            return RefusedGroup(Text.Key("There is a group of that name already."));
        var group = PartnerGroup.ByHand(name);
        foreach (var partner in tookPart)
            group.Add(partner, today);
        db.Groups.Add(group);
        await db.SaveAsync(Text.Key("Make a group of those who took part"), cancellationToken: cancellationToken);
        return Redirect($"/office/groups/{group.Id}");
    }

    private PageResult RefusedGroup(string reason)
    {
        ModelState.AddModelError("", t.Of(reason));
        Fill();
        return Page();
    }

    private void Fill()
    {
        var details = Entry.Event.Details;
        (SummaryEn, SummaryFr) = (details.Summary?.Written("en"), details.Summary?.Written("fr"));
        (IsPublished, Version) = (details.SummaryOn is not null, Entry.Event.Version);
    }

    private async Task<bool> FindAsync(string code, CancellationToken cancellationToken)
    {
        if (await db.EntryAsync(code, AsOf.Today(time), cancellationToken) is not { } entry)
            return false;
        Entry = entry;
        Turnout = await db.TurnoutAsync(entry.Event.Id, cancellationToken);
        var found = await (
            from conclusion in db.Conclusions.AsNoTracking()
            where conclusion.EventId == entry.Event.Id
            join partner in db.Partners on conclusion.PartnerId equals partner.Id into partners
            from partner in partners.DefaultIfEmpty()
            orderby conclusion.Id
            select new { conclusion, Partner = partner == null ? null : partner.Name }
        ).ToListAsync(cancellationToken);
        Conclusions = found.ConvertAll(f => new Row(f.conclusion, f.Partner, f.conclusion.IsOverdueOn(time.Today())));
        return true;
    }
}
