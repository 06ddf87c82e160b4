using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.After;

/// <summary>One decision, or one action with its owner and its deadline.</summary>
[WritersOnly]
public sealed class EditConclusionModel(SecretariatDb db, TimeProvider time, Text t) : PageModel
{
    private IReadOnlyList<PartnerLine> partners = [];

    public TimetableEntry Entry { get; private set; } = null!;

    /// <summary>Null for a new one.</summary>
    public Conclusion? Conclusion { get; private set; }

    [BindProperty, Required, StringLength(1000), Display(Name = "What was concluded, in English")]
    public string WordsEn { get; set; } = "";

    [BindProperty, StringLength(1000), Display(Name = "What was concluded, in French")]
    public string? WordsFr { get; set; }

    [BindProperty, MeantDay, Display(Name = "To be done by")]
    public DateOnly? Due { get; set; }

    [BindProperty, Display(Name = "Partner that does it")]
    public Guid? Partner { get; set; }

    [BindProperty, StringLength(200), Display(Name = "Unit or person")]
    public string? Owner { get; set; }

    [BindProperty, MeantDay, Display(Name = "Done on")]
    public DateOnly? DoneOn { get; set; }

    [BindProperty, StringLength(500), Display(Name = "By what one sees it")]
    public string? DoneHow { get; set; }

    /// <summary>The conclusion that the officer saw.</summary>
    [BindProperty]
    public int Version { get; set; }

    public IEnumerable<SelectListItem> PartnerOptions =>
        partners.Select(p => new SelectListItem(p.Name.In(t.Language.Code), p.Id.ToString()));

    public async Task<IActionResult> OnGetAsync(string code, Guid? id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(code, id, cancellationToken))
            return NotFound();
        if (Conclusion is not { } known)
        {
            ModelState.Clear();
            return Page();
        }

        (WordsEn, WordsFr) = (known.Words.In("en"), known.Words.Written("fr"));
        (Due, Partner, Owner, Version) = (known.Due, known.PartnerId, known.Owner, known.Version);
        (DoneOn, DoneHow) = (known.DoneOn, known.DoneHow);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, Guid? id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(code, id, cancellationToken))
            return NotFound();
        if (Due is null && (Partner is not null || !string.IsNullOrWhiteSpace(Owner)))
            ModelState.AddModelError(nameof(Due), t.Of("Enter a day: whoever has to do something is told by when."));
        if (ModelState.IsValid && Partner is not null && await db.TryTakeTurnAsync(Partner, cancellationToken) is null)
            ModelState.AddModelError(nameof(Partner), t.Of("Choose a partner."));
        if (!ModelState.IsValid)
            return Page();
        var conclusion = Conclusion ?? Add();
        if (Conclusion is not null)
            db.Expect(conclusion, Version);
        conclusion.Words = LocalizedText.InEnglishAnd("fr", WordsEn, WordsFr);
        (conclusion.Due, conclusion.Owner) = (Due, string.IsNullOrWhiteSpace(Owner) ? null : OneLine.Of(Owner.Trim()));
        conclusion.GiveTo(Partner);
        if (conclusion.WhyNotDone(DoneOn, DoneHow, time.Today()) is { } reason)
        {
            ModelState.AddModelError(nameof(DoneOn), t.Of(reason));
            db.ChangeTracker.Clear();
            return Page();
        }

        conclusion.Do(DoneOn, DoneHow, time.Today());
        return await DoneAsync(Text.Key("Enter what was concluded"), Text.Key("It has been saved."), cancellationToken);
    }

    public async Task<IActionResult> OnPostRemoveAsync(string code, Guid? id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(code, id, cancellationToken) || Conclusion is not { } conclusion)
            return NotFound();
        db.Expect(conclusion, Version);
        db.Conclusions.Remove(conclusion);
        return await DoneAsync(Text.Key("Remove what was not concluded"), Text.Key("It has been removed."), cancellationToken);
    }

    private Conclusion Add()
    {
        var added = new Conclusion { EventId = Entry.Event.Id, Words = LocalizedText.InEnglish(WordsEn) };
        db.Conclusions.Add(added);
        return added;
    }

    private async Task<IActionResult> DoneAsync(string process, string done, CancellationToken cancellationToken)
    {
        await db.SaveAsync(process, cancellationToken: cancellationToken);
        TempData["Done"] = t.Of(done);
        return Redirect($"/office/events/{Entry.Event.Code}/record");
    }

    private async Task<bool> FindAsync(string code, Guid? id, CancellationToken cancellationToken)
    {
        if (await db.EntryAsync(code, AsOf.Today(time), cancellationToken) is not { } entry)
            return false;
        Entry = entry;
        Conclusion = await db.Conclusions.SingleOrDefaultAsync(c => c.Id == id && c.EventId == entry.Event.Id, cancellationToken);
        partners = await db.CurrentPartners.LinesAsync(db, t.Language.Code, AsOf.Today(time), cancellationToken);
        return id is null || Conclusion is not null;
    }
}
