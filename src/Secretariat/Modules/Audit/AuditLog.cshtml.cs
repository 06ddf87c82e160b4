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
        if (Process is not null && !Processes.Contains(Process, StringComparer.Ordinal))
            return BadRequest();
        await ReadAsync(before, after, cancellationToken);
        return Page();
    }

    private async Task ReadAsync(Guid? before, Guid? after, CancellationToken cancellationToken)
    {
        var found = db.AuditEntries.AsNoTracking().Where(e => Process == null || e.Process == Process);
        var page = await found.PageByKeyAsync(e => e, (before, after), PageSize, cancellationToken);
        Rows = [.. page.Rows.Select(e => new AuditRow(e, db.Model, t))];
        Previous = page.Newer is { } newer ? Address("after", newer) : null;
        Next = page.Older is { } older ? Address("before", older) : null;
    }

    private string Address(string side, Guid id) =>
        "/office/audit"
        + QueryString.Create([
            .. Process is null ? Array.Empty<KeyValuePair<string, string?>>() : [new("process", Process)],
            new KeyValuePair<string, string?>(side, id.ToString()),
        ]);
}
