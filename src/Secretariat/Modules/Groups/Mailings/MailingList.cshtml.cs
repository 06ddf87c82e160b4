using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;

namespace Secretariat.Modules.Groups.Mailings;

/// <summary>All mailings, the newest first.</summary>
public sealed class MailingListModel(SecretariatDb db) : PageModel
{
    private const int Most = 200;

    public IReadOnlyList<(Mailing Mailing, string Group)> Mailings { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var found = await (
            from mailing in db.Mailings.AsNoTracking()
            join grouped in db.Groups on mailing.GroupId equals grouped.Id
            orderby mailing.Id descending
            select new { mailing, grouped.Name }
        )
            .Take(Most)
            .ToListAsync(cancellationToken);
        Mailings = found.ConvertAll(f => (f.mailing, f.Name));
    }
}
