using System.Runtime.ExceptionServices;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Mail;

namespace Secretariat.Modules.Correspondence;

/// <summary>Takes what is new in the mailboxes into the record; a mailbox that cannot be read stops no other.</summary>
public sealed class FetchMail(
    SecretariatDb db,
    IReadOnlyList<IMailbox> mailboxes,
    TakeIn takeIn,
    MailboxHealth health,
    TimeProvider time
) : IWork
{
    private int fetched;

    public static TimeSpan Every => TimeSpan.FromSeconds(5);

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        fetched = 0;
        var faults = new List<ExceptionDispatchInfo>();
        foreach (var mailbox in mailboxes.Where(m => health.Begin(m.Name)))
        {
            try
            {
                await NoteAsync(mailbox, await WhyNotAsync(mailbox, cancellationToken), cancellationToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // Ours: it is said at the top, once the other mailboxes have had their turn.
                faults.Add(ExceptionDispatchInfo.Capture(fault));
                db.ChangeTracker.Clear();
            }
        }

        faults.FirstOrDefault()?.Throw();
        return fetched;
    }

    /// <summary>Reads it, or says why it cannot be read.</summary>
    private async Task<string?> WhyNotAsync(IMailbox mailbox, CancellationToken cancellationToken)
    {
        var fetch = new FetchMailbox(db, takeIn, mailbox);
        try
        {
            await fetch.RunAsync(cancellationToken);
            return null;
        }
        catch (Exception problem) when (MailTrouble.IsOfMailbox(problem))
        {
            return problem.Message;
        }
        finally
        {
            fetched += fetch.Fetched;
        }
    }

    private Task NoteAsync(IMailbox mailbox, string? problem, CancellationToken cancellationToken)
    {
        if (problem is null)
            health.Read(mailbox.Name);
        else
            health.Failed(mailbox.Name, problem);
        return MailboxState.NoteAsync(db, mailbox.Name, problem, time.Now(), cancellationToken);
    }
}
