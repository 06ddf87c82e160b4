using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Audit;

/// <summary>Everything that happened, newest first, for those who look after it.</summary>
public sealed class AuditLogModel(SecretariatDb db, Text t) : PageModel
{
    private const int PageSize = 50;

    public IReadOnlyList<AuditRow> Rows { get; private set; } = [];

    public IReadOnlyList<string> Processes { get; private set; } = [];

    public string? Process { get; private set; }

    public string? Previous { get; private set; }

    public string? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? process, Guid? before, Guid? after, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return BadRequest();
        Process = string.IsNullOrEmpty(process) ? null : process;
        Processes = await db.AuditEntries.Select(e => e.Process).Distinct().Order().ToListAsync(cancellationToken);
        await ReadAsync(before, after, cancellationToken);
        return Page();
    }

    private async Task ReadAsync(Guid? before, Guid? after, CancellationToken cancellationToken)
    {
        var found = db.AuditEntries.AsNoTracking().Where(e => Process == null || e.Process == Process);
        // Keys sort by the time at which they were made.
        var placed =
            after is { } newer ? found.Where(e => e.Id > newer).OrderBy(e => e.Id)
            : before is { } older ? found.Where(e => e.Id < older).OrderByDescending(e => e.Id)
            : found.OrderByDescending(e => e.Id);
        var entries = await placed.Take(PageSize + 1).ToListAsync(cancellationToken);
        var hasMore = entries.Count > PageSize;
        var shown = entries.Take(PageSize).ToList();
        if (after is not null)
            shown.Reverse();
        Rows = [.. shown.Select(e => new AuditRow(e, db.Model, t))];
        if (shown.Count == 0)
            return;
        if (after is null ? before is not null : hasMore)
            Previous = Address("after", shown[0].Id);
        if (after is not null || hasMore)
            Next = Address("before", shown[^1].Id);
    }

    private string Address(string side, Guid id) =>
        "/office/audit"
        + QueryString.Create([
            .. Process is null ? Array.Empty<KeyValuePair<string, string?>>() : [new("process", Process)],
            new KeyValuePair<string, string?>(side, id.ToString()),
        ]);
}
