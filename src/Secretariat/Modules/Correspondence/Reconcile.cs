using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Mail;

namespace Secretariat.Modules.Correspondence;

/// <summary>Proves that everything on the servers is in the ledger, mailbox by mailbox.</summary>
public sealed class Reconcile(SecretariatDb db, IReadOnlyList<IMailbox> mailboxes)
{
    /// <param name="Server">Messages on the server now.</param>
    /// <param name="Ledger">Those of them that the ledger has.</param>
    /// <param name="Quarantine">Those of them in the ledger that could not be read.</param>
    /// <param name="Missing">On the server and not in the ledger, by UID.</param>
    /// <param name="Gone">In the ledger and no longer on the server: put aside by a folder, or removed there by somebody.</param>
    public sealed record Outcome(string Mailbox, int Server, int Ledger, int Quarantine, IReadOnlyList<string> Missing, int Gone)
    {
        /// <summary>On the server and not to be opened; counted there and in no ledger.</summary>
        public IReadOnlyList<Unreadable> Unreadable { get; init; } = [];

        /// <summary>Why the server could not be asked; then nothing is counted.</summary>
        public string? Problem { get; init; }

        public bool Agrees => Problem is null && Missing.Count == 0 && Unreadable.Count == 0;
    }

    public async Task<IReadOnlyList<Outcome>> RunAsync(CancellationToken cancellationToken)
    {
        var outcomes = new List<Outcome>();
        foreach (var mailbox in mailboxes)
            outcomes.Add(await OfAsync(mailbox, cancellationToken));
        return outcomes;
    }

    private async Task<Outcome> OfAsync(IMailbox mailbox, CancellationToken cancellationToken)
    {
        try
        {
            await using var open = await mailbox.OpenAsync(cancellationToken);
            return await CompareAsync(mailbox.Name, open, cancellationToken);
        }
        catch (Exception problem) when (MailTrouble.IsOfMailbox(problem))
        {
            return new Outcome(mailbox.Name, 0, 0, 0, [], 0) { Problem = problem.Message };
        }
    }

    private async Task<Outcome> CompareAsync(string mailbox, IOpenMailbox open, CancellationToken cancellationToken)
    {
        var ledger = await (
            from entry in db.Ledger
            where entry.Mailbox == mailbox && entry.UidValidity == open.UidValidity
            join message in db.Messages on entry.MessageId equals message.Id
            select new { entry.Uid, IsQuarantined = message.Reading == Reading.Quarantined }
        ).ToDictionaryAsync(e => e.Uid, e => e.IsQuarantined, cancellationToken);

        var present = open.Uids.Where(ledger.ContainsKey).ToList();
        return new Outcome(
            mailbox,
            open.Uids.Count + open.Unreadable.Count,
            present.Count,
            present.Count(uid => ledger[uid]),
            [.. open.Uids.Where(uid => !ledger.ContainsKey(uid))],
            ledger.Count - present.Count
        )
        {
            Unreadable = open.Unreadable,
        };
    }
}
