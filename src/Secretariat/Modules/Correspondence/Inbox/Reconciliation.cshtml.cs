using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;

namespace Secretariat.Modules.Correspondence.Inbox;

/// <summary>Whether everything that is on the server is in the record.</summary>
public sealed class ReconciliationModel(Reconcile reconcile, SecretariatDb db) : PageModel
{
    public Reconcile.Outcome? Outcome { get; private set; }

    /// <summary>The server’s words, when it could not be asked.</summary>
    public string? Problem { get; private set; }

    /// <summary>All that is in quarantine, from whatever mailbox.</summary>
    public int InQuarantine { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        InQuarantine = await db.Messages.CountAsync(m => m.Reading == Reading.Quarantined, cancellationToken);
        try
        {
            Outcome = await reconcile.RunAsync(cancellationToken);
        }
        catch (Exception problem) when (problem is IOException or Secretariat.Formats.Imap.ImapException)
        {
            Problem = problem.Message;
        }
    }
}
