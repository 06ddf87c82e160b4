using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Nominations;
using Secretariat.Platform;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Events.After;

/// <summary>What the contact's own partner has to do after events: first what is to be done, by its deadline, then what has been done.</summary>
public sealed class DeskActionsModel(SecretariatDb db, Settings settings, TimeProvider time) : DeskPage(db)
{
    public IReadOnlyList<ConclusionLine> Lines { get; private set; } = [];

    public string Mailbox => settings.Mail.Mailbox;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var partnerId = PartnerId;
        var found = await (
            from action in Db.Conclusions.AsNoTracking()
            where action.PartnerId == partnerId && action.Due != null
            join e in Db.Events on action.EventId equals e.Id
            select new
            {
                action,
                e.Code,
                e.Title,
            }
        ).ToListAsync(cancellationToken);
        var today = time.Today();
        Lines =
        [
            .. found
                .Select(f => new ConclusionLine(f.action, null, f.action.IsOverdueOn(today), f.Code, f.Title))
                .OrderBy(l => l.Conclusion.DoneOn is not null)
                .ThenBy(l => l.Conclusion.Due)
                .ThenBy(l => l.Conclusion.Id),
        ];
        return Page();
    }
}
