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

    /// <summary>When each mailbox was last read, by whichever process.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset?> ReadAt { get; private set; } = new Dictionary<string, DateTimeOffset?>();

    public Health HealthOf(Reconcile.Outcome outcome) => health.Of(outcome.Mailbox);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        InQuarantine = await db.Messages.CountAsync(m => m.Reading == Reading.Quarantined, cancellationToken);
        ReadAt = await db.MailboxStates.ToDictionaryAsync(s => s.Mailbox, s => s.ReadAt, cancellationToken);
        Outcomes = await reconcile.RunAsync(cancellationToken);
    }
}
