using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Partners.Duplicates;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Correspondence;

/// <summary>Moves the threads and messages of an entry that is merged into another.</summary>
public sealed class MoveCorrespondence(SecretariatDb db) : IHandle<PartnersMerged>, IHandle<PartnersParted>
{
    public async Task HandleAsync(PartnersMerged fact, CancellationToken cancellationToken)
    {
        var gone = fact.Moving.GoneId;
        await fact.Moving.TakeAllAsync(Text.Key("Threads"), db.Threads.Where(t => t.PartnerId == gone), cancellationToken);
        await fact.Moving.TakeAllAsync(Text.Key("Messages"), db.Messages.Where(m => m.PartnerId == gone), cancellationToken);
        var verified = await db.Proposals.Where(p => p.VerifiedForId == gone).ToListAsync(cancellationToken);
        verified.ForEach(p => p.VerifiedFor(fact.Moving.KeptId));
        fact.Moving.Took(
            Text.Key("Proposals that were verified"),
            nameof(Proposal),
            [.. verified.Select(p => new MovedRecord(p.Id, null))]
        );
    }

    public async Task HandleAsync(PartnersParted fact, CancellationToken cancellationToken)
    {
        var threads = await fact.Parting.GiveBackAsync<Thread>(cancellationToken);
        var messages = await fact.Parting.GiveBackAsync<Message>(cancellationToken);
        var verified = fact.Parting.Merge.Of(nameof(Proposal)).Select(m => m.Id).ToList();
        foreach (var proposal in await db.Proposals.Where(p => verified.Contains(p.Id)).ToListAsync(cancellationToken))
            proposal.VerifiedFor(fact.Parting.Merge.GoneId);
        await ForbidAsync(fact.Parting, Ids(threads), messages, cancellationToken);
    }

    /// <summary>A message and its thread belong to one partner, and what was confirmed stays with the partner that it was confirmed for.</summary>
    private async Task ForbidAsync(
        Parting parting,
        HashSet<Guid> threads,
        List<Message> messages,
        CancellationToken cancellationToken
    )
    {
        var ids = Ids(messages);
        if (messages.Exists(m => m.ThreadId is not { } thread || !threads.Contains(thread)))
            parting.Forbid(Text.Key("A message that moved was filed elsewhere since the merge. Take that back first."));
        if (await db.Messages.AnyAsync(m => threads.Contains(m.ThreadId!.Value) && !ids.Contains(m.Id), cancellationToken))
            parting.Forbid(Text.Key("A message came into a thread that moved. Make it a thread of its own first."));
        if (
            await db.Proposals.AnyAsync(
                p => ids.Contains(p.MessageId) && p.Status == ProposalStatus.Confirmed && p.DecidedAt > parting.Merge.At,
                cancellationToken
            )
        )
            parting.Forbid(Text.Key("A proposal of a message that moved was confirmed since the merge, so it stays."));
    }

    private static HashSet<Guid> Ids(IEnumerable<Entity> records) => [.. records.Select(r => r.Id)];
}
