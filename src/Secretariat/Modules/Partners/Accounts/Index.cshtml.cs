using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Partners.Accounts;

/// <summary>All accounts, the newest first; they stand here because a contact's partner is shown by name.</summary>
public sealed class IndexPage(SecretariatDb db) : PageModel
{
    private const int PageSize = 50;

    public sealed record Row(Account Account, LocalizedText? Partner);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public async Task OnGetAsync(Guid? before, CancellationToken cancellationToken)
    {
        var rows = await db
            .Users.AsNoTracking()
            .Where(a => before == null || a.Id.CompareTo(before.Value) < 0)
            .OrderByDescending(a => a.Id)
            .Take(PageSize + 1)
            .Select(a => new Row(a, db.Partners.Where(p => p.Id == a.PartnerId).Select(p => p.Name).FirstOrDefault()))
            .ToListAsync(cancellationToken);
        Rows = [.. rows.Take(PageSize)];
        Next = rows.Count > PageSize ? $"/office/accounts?before={Rows[^1].Account.Id}" : null;
    }
}
