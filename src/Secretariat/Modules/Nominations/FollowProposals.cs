using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Nominations;

/// <summary>Enters a confirmed proposal into the record, in the transaction that confirms it.</summary>
public sealed class FollowProposals(SecretariatDb db) : IHandle<ProposalConfirmed>
{
    public Task HandleAsync(ProposalConfirmed fact, CancellationToken cancellationToken) =>
        fact.Type switch
        {
            ProposalType.Nomination => NominateAsync(fact, replaces: false, cancellationToken),
            ProposalType.Replacement => NominateAsync(fact, replaces: true, cancellationToken),
            ProposalType.Interest => RecordInterestAsync(fact, Stance.Interested, cancellationToken),
            ProposalType.Decline => RecordInterestAsync(fact, Stance.Declined, cancellationToken),
            _ => Task.CompletedTask,
        };

    private async Task NominateAsync(ProposalConfirmed fact, bool replaces, CancellationToken cancellationToken)
    {
        var role = fact.IsAlternate ? MandateRole.Alternate : MandateRole.ContactPoint;
        if (replaces)
            await EndEarlierAsync(fact, role, cancellationToken);

        var named = fact.Person!;
        var person = new Person
        {
            Name = named.Name!,
            Email = named.Email,
            Phone = named.Phone,
        };
        var mandate = new Mandate
        {
            PartnerId = fact.PartnerId,
            PersonId = person.Id,
            Role = role,
            Function = named.Function ?? named.Organisation ?? "",
            Strands = [.. fact.Strands],
            From = fact.From,
            EvidenceMessageId = fact.MessageId,
        };
        db.AddRange(person, mandate);
        db.Nominations.Add(
            new Nomination
            {
                PartnerId = fact.PartnerId,
                ProposalId = fact.ProposalId,
                MessageId = fact.MessageId,
                MandateId = mandate.Id,
                ConfirmedAt = fact.Decision.At,
            }
        );

        // “We nominate X for prevention” says both who and for what.
        if (fact.Strands.Count > 0)
            await RecordInterestAsync(fact, Stance.Interested, cancellationToken);
    }

    private async Task EndEarlierAsync(ProposalConfirmed fact, MandateRole role, CancellationToken cancellationToken)
    {
        var earlier = await db
            .Mandates.Where(m => m.PartnerId == fact.PartnerId && m.Role == role && m.To == null && m.From <= fact.From)
            .ToListAsync(cancellationToken);
        foreach (
            var mandate in earlier.Where(m =>
                fact.Strands.Count == 0 || m.Strands.Count == 0 || m.Strands.Intersect(fact.Strands).Any()
            )
        )
            mandate.End(fact.From);
    }

    private async Task RecordInterestAsync(ProposalConfirmed fact, Stance stance, CancellationToken cancellationToken)
    {
        var strands = fact.Strands.Count > 0 ? fact.Strands : await db.Strands.Select(s => s.Code).ToListAsync(cancellationToken);
        var current = await db.Interests.Where(i => i.PartnerId == fact.PartnerId && i.To == null).ToListAsync(cancellationToken);
        foreach (var strand in strands)
        {
            var held = current.Find(i => i.StrandCode == strand);
            if (held?.Stance == stance)
                continue;
            held?.End(fact.From);
            db.Interests.Add(
                new Interest
                {
                    PartnerId = fact.PartnerId,
                    StrandCode = strand,
                    Stance = stance,
                    MessageId = fact.MessageId,
                    From = fact.From,
                }
            );
        }
    }
}
