using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Events.Changes;
using Secretariat.Modules.Groups;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Invitations;

/// <summary>What somebody who is invited is told of a change.</summary>
/// <param name="Address">Where it goes.</param>
/// <param name="Words">Null where nothing has left for them yet, and nothing needs to.</param>
/// <param name="IsFirst">Their invitation had not left: it goes as it stands now.</param>
public sealed record InvitationNews(Invitation Invitation, Partner Partner, string Address, InvitationWords? Words, bool IsFirst);

public sealed partial class SendInvitations
{
    /// <summary>What those who are invited are told when an event stands otherwise than before; nobody where they need not know.</summary>
    public async Task<IReadOnlyList<InvitationNews>> NewsAsync(EventChange change, CancellationToken cancellationToken)
    {
        if (!change.Overtakes)
            return [];
        await mail.PrepareAsync(cancellationToken);
        var open = db.Invitations.Where(i => i.EventId == change.Before.Event.Id && i.WithdrawnAt == null);
        var invitations = await open.OrderBy(i => i.Address).ThenBy(i => i.Id).ToListAsync(cancellationToken);
        var sent = await MailAsync(invitations, cancellationToken);
        var partners = await db
            .Partners.AsNoTracking()
            .Where(p => open.Any(i => i.PartnerId == p.Id))
            .ToDictionaryAsync(p => p.Id, cancellationToken);
        var mandates = await MandatesAsync(open, cancellationToken);
        return invitations.ConvertAll(i =>
        {
            var (partner, isFirst) = (partners[i.PartnerId], !IsKnown(i, sent[i.Id]));
            var mandate = mandates[(i.PartnerId, i.PersonId)].OrderBy(m => m.Role == i.Role).LastOrDefault();
            var language = mandate?.Language ?? "en";
            var words =
                change.IsOther
                    ? (
                        isFirst && mandate is not null
                            ? mail.Write(change.After, partner, mandate)
                            : mail.WriteChange(change, language)
                    )
                : change.IsCalledOff && !isFirst ? mail.WriteCancellation(change, language)
                : null;
            return new InvitationNews(i, partner, mandate?.Person.Email ?? i.Address, words, isFirst);
        });
    }

    /// <summary>Puts them in the outbox; what still waits to say what was so before is recalled. The caller saves.</summary>
    public async Task TellAsync(IReadOnlyList<InvitationNews> news, EventChange change, CancellationToken cancellationToken)
    {
        var (before, after) = change;
        var sent = await MailAsync([.. news.Select(n => n.Invitation)], cancellationToken);
        foreach (var (invitation, partner, address, words, isFirst) in news)
        {
            Recall(sent[invitation.Id], Text.Key("The event had changed before it left."));
            if (words is null)
                continue;
            var thread = await db.ThreadOfAsync(invitation, cancellationToken);
            invitation.Tell(address, Guid.CreateVersion7(), asksAnew: !change.IsCalledOff);
            // Without days there is no entry to put in the place of the former one.
            if (change.IsCalledOff || (after.Days is null && before.Days is not null && !isFirst))
                await CallOffAsync(before, invitation, thread, Message(invitation, words), words.Language, cancellationToken);
            else
                await AskAsync(after, invitation, partner.IsoAlpha2, thread, words, cancellationToken);
        }
    }

    /// <summary>The mandates of those who are invited, the latest last; also of whoever was entered twice and is one person now.</summary>
    internal async Task<ILookup<(Guid Partner, Guid Person), Mandate>> MandatesAsync(
        IQueryable<Invitation> open,
        CancellationToken cancellationToken
    )
    {
        var people = await db
            .Persons.Where(p => open.Any(i => i.PersonId == p.Id))
            .Select(p => new { p.Id, Now = p.MergedIntoId ?? p.Id })
            .ToListAsync(cancellationToken);
        var now = people.ConvertAll(p => p.Now);
        var mandates = await db
            .Mandates.AsNoTracking()
            .Include(m => m.Person)
            .Where(m => now.Contains(m.PersonId) && open.Any(i => i.PartnerId == m.PartnerId))
            .OrderBy(m => m.From)
            .ToListAsync(cancellationToken);
        return people
            .SelectMany(p => mandates.Where(m => m.PersonId == p.Now), (p, m) => (Person: p.Id, Mandate: m))
            .ToLookup(p => (p.Mandate.PartnerId, p.Person), p => p.Mandate);
    }

    /// <summary>What was written to those who are invited, but for withdrawals; so that whoever sends it at this moment is heard of.</summary>
    private async Task<ILookup<Guid, OutgoingMessage>> MailAsync(
        IReadOnlyList<Invitation> invitations,
        CancellationToken cancellationToken
    )
    {
        var purposes = invitations
            .SelectMany(i => Enumerable.Range(0, i.Sequence + 1), (i, n) => (i.Id, Purpose: $"{PurposeOf(i)}{n}"))
            .ToDictionary(p => p.Purpose, p => p.Id);
        var asked = purposes.Keys.ToList();
        var messages = await db.Outbox.Where(m => asked.Contains(m.Purpose)).ToListAsync(cancellationToken);
        return messages.ToLookup(m => purposes[m.Purpose]);
    }

    /// <summary>Something has left for whoever is invited, or for whoever was before at the same mailbox.</summary>
    private static bool IsKnown(Invitation invitation, IEnumerable<OutgoingMessage> sent) =>
        sent.Any(m =>
            (m.SentAt is not null || m.Delivery is Delivery.Claimed)
            && (m.ToName == invitation.Name || m.ToAddress.Equals(invitation.Address, StringComparison.OrdinalIgnoreCase))
        );

    private static void Recall(IEnumerable<OutgoingMessage> sent, string because)
    {
        foreach (var message in sent)
            message.Recall(because);
    }

    private static string PurposeOf(Invitation invitation) => $"{OutgoingMessage.InvitationPurpose}{invitation.Id}/";
}
