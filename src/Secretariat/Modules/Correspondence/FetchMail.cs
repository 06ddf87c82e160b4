using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Mail;

namespace Secretariat.Modules.Correspondence;

/// <summary>Takes what is new in the functional mailbox into the record, one message a transaction.</summary>
public sealed class FetchMail(SecretariatDb db, IMailbox mailbox, TakeIn takeIn) : IWork
{
    private const int Attempts = 3;

    public static TimeSpan Every => TimeSpan.FromSeconds(5);

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await FetchAsync(cancellationToken);
            }
            catch (MailboxRenewedException) when (attempt < Attempts)
            {
                // The UIDs mean other messages now: list them anew.
            }
        }
    }

    private async Task<int> FetchAsync(CancellationToken cancellationToken)
    {
        var listing = await mailbox.ListAsync(cancellationToken);
        var known = await db
            .Ledger.Where(e => e.Mailbox == mailbox.Name && e.UidValidity == listing.UidValidity)
            .Select(e => e.Uid)
            .ToHashSetAsync(cancellationToken);

        // A cut between the record and the folder: the ledger has it, only the file is still there.
        foreach (var uid in listing.Uids.Where(known.Contains))
            await mailbox.PutAsideAsync(uid, cancellationToken);

        var fetched = 0;
        var missing = listing.Uids.Where(uid => !known.Contains(uid)).ToList();
        await foreach (var item in mailbox.FetchAsync(listing, missing, cancellationToken))
        {
            await takeIn.StoreAsync(mailbox.Name, listing.UidValidity, item, cancellationToken);
            await mailbox.PutAsideAsync(item.Uid, cancellationToken);
            fetched++;
        }

        return fetched;
    }
}
