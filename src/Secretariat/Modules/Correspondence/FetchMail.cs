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
    private const int Many = 64;
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
        await using var open = await mailbox.OpenAsync(cancellationToken);
        var known = await db
            .Ledger.Where(e => e.Mailbox == mailbox.Name && e.UidValidity == open.UidValidity)
            .Select(e => e.Uid)
            .ToHashSetAsync(cancellationToken);

        // A cut between the record and the folder: the ledger has it, only the file is still there.
        foreach (var uid in open.Uids.Where(known.Contains))
            await mailbox.PutAsideAsync(uid, cancellationToken);

        var missing = open.Uids.Where(uid => !known.Contains(uid)).ToList();
        var arrivals = new Arrivals(takeIn);
        // While some are entered, the next ones come from the server and go to the disk.
        var entering = EnterAsync(mailbox, open.UidValidity, arrivals, cancellationToken);
        try
        {
            await foreach (var item in open.FetchAsync(missing, cancellationToken))
            {
                if (!await arrivals.AddAsync(item, cancellationToken))
                    break;
            }
        }
        finally
        {
            // Also when the connection is lost: what has come is not asked for again.
            arrivals.Close();
            await entering;
        }
    }

    /// <summary>
    /// Enters what arrives. One that cannot be stored stops no other; where many cannot, or the record takes none, no more are
    /// asked for.
    /// </summary>
    private async Task EnterAsync(IMailbox mailbox, long uidValidity, Arrivals arrivals, CancellationToken cancellationToken)
    {
        var (faults, inARow) = (new List<ExceptionDispatchInfo>(), 0);
        while (await arrivals.AnyAsync())
        {
            var kept = new List<KeptItem>();
            foreach (var keeping in arrivals.Take())
                inARow = await TryAsync(async () => kept.Add(await keeping)) ? 0 : inARow + 1;
            if (!await TryAsync(() => EnterAsync(mailbox, uidValidity, kept, cancellationToken)) || inARow >= Many)
                arrivals.Close();
        }

        // Ours before those of the mailbox, which is only said.
        faults.OrderBy(f => MailTrouble.IsOfMailbox(f.SourceException)).FirstOrDefault()?.Throw();

        async Task<bool> TryAsync(Func<Task> act)
        {
            try
            {
                await act();
                return true;
            }
            catch (Exception fault)
            {
                faults.Add(ExceptionDispatchInfo.Capture(fault));
                return false;
            }
        }
    }

    private async Task EnterAsync(
        IMailbox mailbox,
        long uidValidity,
        IReadOnlyList<KeptItem> kept,
        CancellationToken cancellationToken
    )
    {
        if (kept.Count == 0)
            return;
        await takeIn.EnterAsync(mailbox.Name, uidValidity, kept, cancellationToken);
        foreach (var item in kept)
            await mailbox.PutAsideAsync(item.Uid, cancellationToken);
        fetched += kept.Count;
    }
}
