using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Partners;
using Secretariat.Modules.Partners.Endorsements;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Nominations;

/// <summary>Enters a confirmed proposal into the record, in the transaction that confirms it.</summary>
public sealed class FollowProposals(SecretariatDb db, EnterEndorsement endorsing) : IHandle<ProposalConfirmed>
{
    public Task HandleAsync(ProposalConfirmed fact, CancellationToken cancellationToken) =>
        fact.Type switch
        {
            ProposalType.Nomination => NominateAsync(fact, replaces: false, cancellationToken),
            ProposalType.Replacement => NominateAsync(fact, replaces: true, cancellationToken),
            ProposalType.Interest => RecordInterestAsync(fact, Stance.Interested, cancellationToken),
            ProposalType.Decline => RecordInterestAsync(fact, Stance.Declined, cancellationToken),
            ProposalType.Endorsement => endorsing.EnterAsync(fact.Endorsement!, cancellationToken),
            _ => Task.CompletedTask,
        };

    private async Task NominateAsync(ProposalConfirmed fact, bool replaces, CancellationToken cancellationToken)
    {
        await db.TakeTurnAsync(fact.PartnerId, cancellationToken);
        var role = fact.IsAlternate ? MandateRole.Alternate : MandateRole.ContactPoint;
        var person = await PersonAsync(fact, cancellationToken);
        var known = await db
            .Mandates.Where(m => m.PartnerId == fact.PartnerId && m.Role == role)
            .OrderBy(m => m.From)
            .ToListAsync(cancellationToken);
        var strands = await db.Strands.OrderBy(s => s.Order).Select(s => s.Code).ToListAsync(cancellationToken);
        var entered = MandateEntry.Enter(known, MandateOf(fact, person, role), replaces, strands);
        db.Mandates.AddRange(entered.New);
        var nomination = new Nomination
        {
            PartnerId = fact.PartnerId,
            ProposalId = fact.ProposalId,
            MessageId = fact.MessageId,
            MandateId = entered.Mandate.Id,
            ConfirmedAt = fact.Decision.At,
        };
        await TakeOver.FollowAsync(db, entered, nomination, fact.From, cancellationToken);
        db.Nominations.Add(nomination);
        // Whoever is nominated may begin later than the interest, which holds from the day on which it was told.
        var told = Clock.DayOf((await db.Messages.FindAsync([fact.MessageId], cancellationToken))!.ReceivedAt);
        var from = told < fact.From ? told : fact.From;
        await EnterInterestAsync(fact, fact.Interests, (Stance.Interested, from), cancellationToken);
    }

    /// <summary>The person who is meant; the record takes over what the message says anew.</summary>
    private async Task<Person> PersonAsync(ProposalConfirmed fact, CancellationToken cancellationToken)
    {
        var named = fact.Person!;
        var known = await KnownPerson.OfAsync(db, fact.PartnerId, cancellationToken);
        var meant = fact.Which is { } which
            ? known.FirstOrDefault(p => p.Id == which.PersonId)
            : known.FirstOrDefault(p => p.HasName(named.Name));
        if (meant is null)
        {
            var person = new Person
            {
                Name = named.Name!,
                Email = named.Email,
                Phone = named.Phone,
            };
            db.Persons.Add(person);
            return person;
        }

        var found = await db.Persons.SingleAsync(p => p.Id == meant.Id, cancellationToken);
        await db.MoveMailboxAsync(found, named.Email ?? found.Email, cancellationToken);
        found.Phone = named.Phone ?? found.Phone;
        return found;
    }

    private static Mandate MandateOf(ProposalConfirmed fact, Person person, MandateRole role) =>
        new()
        {
            PartnerId = fact.PartnerId,
            PersonId = person.Id,
            Role = role,
            Function = fact.Person!.Function ?? fact.Person.Organisation ?? "",
            Strands = [.. fact.Strands],
            From = fact.From,
            EvidenceMessageId = fact.MessageId,
        };

    private async Task RecordInterestAsync(ProposalConfirmed fact, Stance stance, CancellationToken cancellationToken)
    {
        await db.TakeTurnAsync(fact.PartnerId, cancellationToken);
        await EnterInterestAsync(fact, fact.Strands, (stance, fact.From), cancellationToken);
    }

    private async Task EnterInterestAsync(
        ProposalConfirmed fact,
        IReadOnlyList<string> strands,
        (Stance Stance, DateOnly From) word,
        CancellationToken cancellationToken
    )
    {
        if (strands.Count == 0)
            return;
        var known = await db.Interests.Where(i => i.PartnerId == fact.PartnerId).ToListAsync(cancellationToken);
        foreach (var strand in strands)
        {
            var said = new Interest
            {
                PartnerId = fact.PartnerId,
                StrandCode = strand,
                Stance = word.Stance,
                MessageId = fact.MessageId,
                From = word.From,
            };
            if (InterestTimeline.Enter([.. known.Where(i => i.StrandCode == strand)], said) is { } entered)
                db.Interests.Add(entered);
        }
    }
}
