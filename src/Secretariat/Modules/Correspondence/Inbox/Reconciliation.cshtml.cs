using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Mail;

namespace Secretariat.Modules.Correspondence.Inbox;

/// <summary>Whether everything that is on the server is in the record.</summary>
public sealed class ReconciliationModel(Reconcile reconcile, MailboxHealth health, SecretariatDb db) : PageModel
{
    public IReadOnlyList<Reconcile.Outcome> Outcomes { get; private set; } = [];

    public bool Agrees => Outcomes.All(o => o.Agrees);

    /// <summary>All that is in quarantine, from whatever mailbox.</summary>
    public int InQuarantine { get; private set; }

    /// <summary>How each mailbox was last found, by whichever process.</summary>
    public IReadOnlyDictionary<string, MailboxState> States { get; private set; } = new Dictionary<string, MailboxState>();

    public Health HealthOf(Reconcile.Outcome outcome) => health.Of(outcome.Mailbox);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        InQuarantine = await db.Messages.CountAsync(m => m.Reading == Reading.Quarantined, cancellationToken);
        States = await db.MailboxStates.AsNoTracking().ToDictionaryAsync(s => s.Mailbox, cancellationToken);
        Outcomes = await reconcile.RunAsync(cancellationToken);
    }
}
