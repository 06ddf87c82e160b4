using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
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
    public async Task<IReadOnlyList<InvitationNews>> NewsAsync(
        TimetableEntry before,
        TimetableEntry after,
        CancellationToken cancellationToken
    )
    {
        if (!IsCalledOff(before, after) && !IsChanged(before, after))
            return [];
        await mail.PrepareAsync(cancellationToken);
        var open = db.Invitations.Where(i => i.EventId == before.Event.Id && i.WithdrawnAt == null);
        var invitations = await open.OrderBy(i => i.Address).ThenBy(i => i.Id).ToListAsync(cancellationToken);
        var known = await KnownToAsync(invitations, cancellationToken);
        var partners = await db
            .Partners.AsNoTracking()
            .Where(p => open.Any(i => i.PartnerId == p.Id))
            .ToDictionaryAsync(p => p.Id, cancellationToken);
        var mandates = await db
            .Mandates.AsNoTracking()
            .Include(m => m.Person)
            .Where(m => open.Any(i => i.PartnerId == m.PartnerId && i.PersonId == m.PersonId))
            .OrderBy(m => m.From)
            .ToListAsync(cancellationToken);
        return invitations.ConvertAll(i =>
        {
            var (partner, isFirst) = (partners[i.PartnerId], !known.Contains(i.Id));
            var mandate = mandates.FindLast(m => m.PartnerId == i.PartnerId && m.PersonId == i.PersonId);
            var language = mandate?.Language ?? "en";
            var words =
                isFirst ? (mandate is null || IsCalledOff(before, after) ? null : mail.Write(after, partner, mandate))
                : IsCalledOff(before, after) ? mail.WriteCancellation(after, language)
                : mail.WriteChange(before, after, language);
            return new InvitationNews(i, partner, mandate?.Person.Email ?? i.Address, words, isFirst);
        });
    }

    /// <summary>Puts them in the outbox; what still waits to say what was so before is recalled. The caller saves.</summary>
    public async Task TellAsync(
        IReadOnlyList<InvitationNews> news,
        TimetableEntry before,
        TimetableEntry after,
        CancellationToken cancellationToken
    )
    {
        var isOff = IsCalledOff(before, after);
        foreach (var (invitation, partner, address, words, isFirst) in news)
        {
            var thread = await ThreadOfAsync(invitation, cancellationToken);
            await RecallAsync(invitation, Text.Key("The event had changed before it left."), cancellationToken);
            if (words is null)
                continue;
            invitation.Tell(address, Guid.CreateVersion7(), time.Now(), asksAnew: !isOff);
            // Without days there is no entry to put in the place of the former one.
            if (isOff || (after.Days is null && before.Days is not null && !isFirst))
                await CallOffAsync(before, invitation, thread, Message(invitation, words), words.Language, cancellationToken);
            else
                await AskAsync(after, invitation, partner.IsoAlpha2, thread, words, cancellationToken);
        }
    }

    private static bool IsCalledOff(TimetableEntry before, TimetableEntry after) =>
        before.Standing is Standing.Coming && after.Standing is Standing.Cancelled;

    private static bool IsChanged(TimetableEntry before, TimetableEntry after) =>
        after.Standing is Standing.Coming
        && (before.Standing is Standing.Cancelled || before.When != after.When || !Equals(before.Event.City, after.Event.City));

    /// <summary>Those of them of which something has left for the person who is invited.</summary>
    private async Task<HashSet<Guid>> KnownToAsync(IReadOnlyList<Invitation> invitations, CancellationToken cancellationToken)
    {
        var purposes = invitations
            .SelectMany(i => Enumerable.Range(0, i.Sequence + 1), (i, n) => (Invitation: i, Purpose: PurposeOf(i) + n))
            .ToDictionary(p => p.Purpose, p => p.Invitation);
        var left = await db
            .Outbox.Where(m => purposes.Keys.Contains(m.Purpose))
            .Where(m => m.SentAt != null || m.Delivery == Delivery.Claimed)
            .Select(m => new { m.Purpose, m.ToName })
            .ToListAsync(cancellationToken);
        return [.. left.Where(m => purposes[m.Purpose].Name == m.ToName).Select(m => purposes[m.Purpose].Id)];
    }

    private async Task RecallAsync(Invitation invitation, string because, CancellationToken cancellationToken)
    {
        var purpose = PurposeOf(invitation);
        var waiting = await db
            .Outbox.Where(m => m.Delivery == Delivery.Due && m.Purpose.StartsWith(purpose))
            .ToListAsync(cancellationToken);
        foreach (var message in waiting)
            message.Recall(because);
    }

    private static string PurposeOf(Invitation invitation) => $"{OutgoingMessage.InvitationPurpose}{invitation.Id}/";
}
