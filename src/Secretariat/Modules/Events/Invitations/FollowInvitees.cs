using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Groups;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Events.Invitations;

/// <summary>Invites whoever has followed an invited person in the role, as long as the event is still to come.</summary>
public sealed class FollowInvitees(SecretariatDb db, SendInvitations sending, TimeProvider time) : IWork
{
    public static TimeSpan Every => TimeSpan.FromSeconds(10);

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var moved = 0;
        foreach (var id in await LeftAsync(cancellationToken))
        {
            moved += await FollowAsync(id, cancellationToken);
            db.ChangeTracker.Clear();
        }

        return moved;
    }

    /// <summary>Invitations to what is still to come whose person holds the role no longer while another one does.</summary>
    private async Task<List<Guid>> LeftAsync(CancellationToken cancellationToken)
    {
        var held = db.Mandates.At(AsOf.Today(time));
        var left = await db
            .Invitations.Where(i => i.WithdrawnAt == null)
            .Where(i => held.Any(m => m.PartnerId == i.PartnerId && m.Role == i.Role))
            .Where(i =>
                !held.Any(m =>
                    m.PartnerId == i.PartnerId
                    && m.Role == i.Role
                    && (m.PersonId == i.PersonId || db.Persons.Any(p => p.Id == i.PersonId && p.MergedIntoId == m.PersonId))
                )
            )
            .OrderBy(i => i.Id)
            .Select(i => new { i.Id, i.EventId })
            .ToListAsync(cancellationToken);
        var ids = left.Select(i => i.EventId).Distinct().ToList();
        var events = await db
            .Events.AsNoTracking()
            .Include(e => e.Announcements)
            .Where(e => ids.Contains(e.Id))
            .ToListAsync(cancellationToken);
        var coming = events.Where(e => ComingAt(e) is not null).Select(e => e.Id).ToHashSet();
        return [.. left.Where(i => coming.Contains(i.EventId)).Select(i => i.Id)];
    }

    private TimetableEntry? ComingAt(Event e) =>
        TimetableEntry.At(e, AsOf.Today(time)) is { Standing: Standing.Coming } entry ? entry : null;

    private async Task<int> FollowAsync(Guid id, CancellationToken cancellationToken)
    {
        var invitation = await db.Invitations.SingleAsync(i => i.Id == id, cancellationToken);
        var e = await db.Events.Include(e => e.Announcements).SingleAsync(e => e.Id == invitation.EventId, cancellationToken);
        if (ComingAt(e) is not { } entry)
            return 0;
        var partners = db.CurrentPartners.Where(p => p.Id == invitation.PartnerId);
        if (await partners.SingleOrDefaultAsync(cancellationToken) is not { } partner)
            return 0;
        var invitees = await Recipients.ReadAsync(db, partners, AsOf.Today(time), cancellationToken);
        if (invitees.WhyNobody(partner.Id, invitation.Role, e.Strands) is not null)
            return 0;
        var successor = invitees.Of(partner.Id, invitation.Role, e.Strands)!;
        await sending.GoOnAsync(entry, invitation, new(partner, successor), cancellationToken);
        try
        {
            await db.SaveAsync(Text.Key("Invite the successor"), cancellationToken: cancellationToken);
            return 1;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody changed the invitation meanwhile: the next round looks again.
            return 0;
        }
    }
}
