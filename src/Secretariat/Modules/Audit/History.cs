using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Audit;

/// <summary>What happened to a record, newest first: <c>&lt;vc:history subject-id="@id" /&gt;</c>.</summary>
public sealed class History(SecretariatDb db, Text t) : ViewComponent
{
    private const int Most = 100;

    /// <param name="also">Records whose history belongs to this one’s.</param>
    public async Task<IViewComponentResult> InvokeAsync(Guid subjectId, IEnumerable<Guid>? also = null)
    {
        Guid[] subjects = [subjectId, .. also ?? []];
        var entries = await db
            .AuditEntries.AsNoTracking()
            .Where(e => subjects.Contains(e.SubjectId))
            .OrderByDescending(e => e.At)
            .ThenByDescending(e => e.Id)
            .Take(Most)
            .ToListAsync(HttpContext.RequestAborted);
        var acts = entries
            .Select(e => new AuditRow(e, db.Model, t))
            .GroupBy(row => (row.Entry.At, row.Entry.Process, row.Entry.ActorId))
            .Select(act => new AuditAct([.. act.Reverse()]));
        return View("/Modules/Audit/History.cshtml", acts.ToList());
    }
}

/// <summary>What one person did at one moment in one process, with an entry for each record that it changed.</summary>
public sealed record AuditAct(IReadOnlyList<AuditRow> Rows)
{
    public AuditRow First => Rows[0];
}
