using System.Runtime.ExceptionServices;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Mail;

namespace Secretariat.Modules.Correspondence;

/// <summary>Takes what is new in one mailbox into the record, some messages a transaction.</summary>
internal sealed class FetchMailbox(SecretariatDb db, TakeIn takeIn, IMailbox mailbox)
{
    private const int Many = 64;

    /// <summary>How many are in the record so far, also where the rest could not be read.</summary>
    public int Fetched { get; private set; }

    public async Task RunAsync(CancellationToken cancellationToken)
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
        var entering = EnterAsync(open.UidValidity, arrivals, cancellationToken);
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
    private async Task EnterAsync(long uidValidity, Arrivals arrivals, CancellationToken cancellationToken)
    {
        var (faults, inARow) = (new List<ExceptionDispatchInfo>(), 0);
        while (await arrivals.AnyAsync())
        {
            var kept = new List<KeptItem>();
            foreach (var keeping in arrivals.Take())
                inARow = await TryAsync(async () => kept.Add(await keeping)) ? 0 : inARow + 1;
            if (!await TryAsync(() => EnterAsync(uidValidity, kept, cancellationToken)) || inARow >= Many)
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

    private async Task EnterAsync(long uidValidity, IReadOnlyList<KeptItem> kept, CancellationToken cancellationToken)
    {
        if (kept.Count == 0)
            return;
        await takeIn.EnterAsync(mailbox.Name, uidValidity, kept, cancellationToken);
        foreach (var item in kept)
            await mailbox.PutAsideAsync(item.Uid, cancellationToken);
        Fetched += kept.Count;
    }
}
