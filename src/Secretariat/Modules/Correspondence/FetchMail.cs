using System.Runtime.ExceptionServices;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Mail;

namespace Secretariat.Modules.Correspondence;

/// <summary>
/// Takes what is new in the mailboxes into the record, some messages a transaction; a mailbox that cannot be read stops no
/// other.
/// </summary>
public sealed class FetchMail(
    SecretariatDb db,
    IReadOnlyList<IMailbox> mailboxes,
    TakeIn takeIn,
    MailboxHealth health,
    TimeProvider time
) : IWork
{
    private const int Attempts = 3;
    private const int MostAtOnce = 16;
    private const long MostBytesAtOnce = 16_000_000;
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
        try
        {
            await FetchAsync(mailbox, cancellationToken);
            return null;
        }
        catch (Exception problem) when (MailTrouble.IsOfMailbox(problem))
        {
            return problem.Message;
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

    private async Task FetchAsync(IMailbox mailbox, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await FetchOnceAsync(mailbox, cancellationToken);
                return;
            }
            catch (MailboxRenewedException) when (attempt < Attempts)
            {
                // The UIDs mean other messages now: list them anew.
            }
        }
    }

    private async Task FetchOnceAsync(IMailbox mailbox, CancellationToken cancellationToken)
    {
        var listing = await mailbox.ListAsync(cancellationToken);
        var known = await db
            .Ledger.Where(e => e.Mailbox == mailbox.Name && e.UidValidity == listing.UidValidity)
            .Select(e => e.Uid)
            .ToHashSetAsync(cancellationToken);

        // A cut between the record and the folder: the ledger has it, only the file is still there.
        foreach (var uid in listing.Uids.Where(known.Contains))
            await mailbox.PutAsideAsync(uid, cancellationToken);

        var missing = listing.Uids.Where(uid => !known.Contains(uid)).ToList();
        var (kept, bytes, entering) = (new List<Task<KeptItem>>(), 0L, Task.CompletedTask);
        try
        {
            await foreach (var item in mailbox.FetchAsync(listing, missing, cancellationToken))
            {
                kept.Add(takeIn.KeepAsync(item, cancellationToken));
                bytes += item.Size;
                if (kept.Count < MostAtOnce && bytes < MostBytesAtOnce)
                    continue;
                // While some are entered, the next ones come from the server and go to the disk.
                await entering;
                entering = EnterAsync(mailbox, listing, [.. kept], cancellationToken);
                kept.Clear();
                if (bytes >= MostBytesAtOnce)
                    await entering;
                bytes = 0;
            }
        }
        finally
        {
            // Also when the connection is lost or some could not be entered: what has come is not asked for again.
            try
            {
                await entering;
            }
            finally
            {
                await EnterAsync(mailbox, listing, kept, cancellationToken);
            }
        }
    }

    private async Task EnterAsync(
        IMailbox mailbox,
        MailboxListing listing,
        IReadOnlyList<Task<KeptItem>> kept,
        CancellationToken cancellationToken
    )
    {
        var items = await Task.WhenAll(kept);
        if (items.Length == 0)
            return;
        await takeIn.EnterAsync(mailbox.Name, listing.UidValidity, items, cancellationToken);
        foreach (var item in items)
            await mailbox.PutAsideAsync(item.Uid, cancellationToken);
        fetched += items.Length;
    }
}
