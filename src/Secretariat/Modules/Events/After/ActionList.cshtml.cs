using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Events.After;

/// <summary>What has still to be done after all events, by its deadline.</summary>
public sealed class ActionListModel(SecretariatDb db, TimeProvider time) : PageModel
{
    private const int MostDone = 50;

    /// <summary>What has been done, the latest first, instead.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Done { get; set; }

    public IReadOnlyList<ConclusionLine> Lines { get; private set; } = [];

    public int Overdue => Lines.Count(l => l.IsOverdue);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return BadRequest();
        var actions = db.Conclusions.AsNoTracking().Where(c => c.Due != null);
        actions = Done
            ? actions.Where(c => c.DoneOn != null).OrderByDescending(c => c.DoneOn).ThenBy(c => c.Id).Take(MostDone)
            : actions.Where(c => c.DoneOn == null).OrderBy(c => c.Due).ThenBy(c => c.Id);
        var found = await (
            from action in actions
            join e in db.Events on action.EventId equals e.Id
            join partner in db.Partners on action.PartnerId equals partner.Id into partners
            from partner in partners.DefaultIfEmpty()
            select new
            {
                action,
                e.Code,
                e.Title,
                Partner = partner == null ? null : partner.Name,
            }
        ).ToListAsync(cancellationToken);
        var today = time.Today();
        var lines = found.ConvertAll(f => new ConclusionLine(f.action, f.Partner, f.action.IsOverdueOn(today), f.Code, f.Title));
        Lines = Done
            ? [.. lines.OrderByDescending(l => l.Conclusion.DoneOn).ThenBy(l => l.Conclusion.Id)]
            : [.. lines.OrderBy(l => l.Conclusion.Due).ThenBy(l => l.Conclusion.Id)];
        return Page();
    }
}
