using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Partners.Duplicates;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register;

/// <summary>Into which entry this one was merged, and which ones were merged into it.</summary>
public sealed partial class PartnerRecordModel
{
    private IReadOnlyList<(PartnerMerge Merge, Partner Other)> merges = [];

    /// <summary>Why the merge is undone.</summary>
    [BindProperty, Required, StringLength(500), Display(Name = "Reason")]
    public string Why { get; set; } = "";

    /// <summary>The merge by which this entry stands for itself no longer, and the entry that was kept.</summary>
    public (PartnerMerge Merge, Partner Kept)? MergedInto =>
        Partner.MergedIntoId is null ? null : merges.First(m => m.Merge.GoneId == Partner.Id);

    /// <summary>The entries that were merged into this one, and can come apart again.</summary>
    public IEnumerable<(PartnerMerge Merge, Partner Gone)> Merges => merges.Where(m => m.Merge.KeptId == Partner.Id);

    public async Task<IActionResult> OnPostUndoAsync(
        string code,
        [FromServices] MergePartners merging,
        [FromServices] Text t,
        CancellationToken cancellationToken
    )
    {
        var unreasoned = ModelState[nameof(Why)]?.Errors is [var error, ..] ? error.ErrorMessage : null;
        ModelState.Clear();
        if (await db.Partners.SingleOrDefaultAsync(p => p.Code == code, cancellationToken) is not { } gone)
            return NotFound();
        if (gone.MergedIntoId is not { } id)
            return await RefuseAsync(code, "", t.Of("The merge has been undone already."), cancellationToken);
        if (unreasoned is not null)
            return await RefuseAsync(code, nameof(Why), unreasoned, cancellationToken);
        var kept = await db.Partners.SingleAsync(p => p.Id == id, cancellationToken);
        var merge = await db.PartnerMerges.SingleAsync(m => m.GoneId == gone.Id && m.UndoneAt == null, cancellationToken);
        if (await merging.UndoAsync(merge, kept, gone, Why, cancellationToken) is { } reason)
            return await RefuseAsync(code, "", t.Of(reason), cancellationToken);
        await db.SaveAsync(MergePartners.Undoing, Why, cancellationToken);
        TempData["Done"] = t.Of("They are two entries again.");
        return Redirect($"/office/partners/{code}");
    }

    /// <summary>Nothing is kept of what was begun.</summary>
    private async Task<IActionResult> RefuseAsync(string code, string field, string reason, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var page = await OnGetAsync(code, null, cancellationToken);
        ModelState.AddModelError(field, reason);
        return page;
    }

    private async Task ReadMergesAsync(CancellationToken cancellationToken)
    {
        var found = await (
            from merge in db.PartnerMerges.AsNoTracking()
            where merge.UndoneAt == null && (merge.KeptId == Partner.Id || merge.GoneId == Partner.Id)
            join other in db.Partners.AsNoTracking() on (merge.KeptId == Partner.Id ? merge.GoneId : merge.KeptId) equals other.Id
            orderby merge.At descending
            select new { Merge = merge, Other = other }
        ).ToListAsync(cancellationToken);
        merges = [.. found.Select(m => (m.Merge, m.Other))];
        belonging.AddRange(merges.SelectMany(m => new[] { m.Merge.Id, m.Other.Id }));
    }
}
