using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Events;
using Secretariat.Modules.Events.Invitations;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Timelines;

/// <summary>To which events somebody was invited.</summary>
internal sealed class Invited(SecretariatDb db, IQueryable<Invitation> invitations, Text t) : ITimelineSource
{
    public TimelineSort Sort => TimelineSort.Invitation;

    public async Task<IReadOnlyList<TimelineEntry>> ReadAsync(Stretch stretch, CancellationToken cancellationToken)
    {
        var rows = await (
            from invitation in stretch.Of(invitations, i => i.SentAt)
            join e in db.Events on invitation.EventId equals e.Id
            select new
            {
                invitation.Id,
                invitation.SentAt,
                invitation.Name,
                invitation.PersonId,
                e.Code,
                e.Title,
            }
        ).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r => new TimelineEntry(
                Sort,
                new(r.SentAt, r.Id),
                t.Of("Invited to “{0}”", r.Title.In(t.Language.Code)),
                $"/office/events/{r.Code}#invitations"
            )
            {
                Detail = r.Name,
                PersonId = r.PersonId,
            }),
        ];
    }
}

/// <summary>What was answered to invitations.</summary>
internal sealed class InvitationsAnswered(SecretariatDb db, IQueryable<Invitation> invitations, Text t) : ITimelineSource
{
    public TimelineSort Sort => TimelineSort.Invitation;

    public async Task<IReadOnlyList<TimelineEntry>> ReadAsync(Stretch stretch, CancellationToken cancellationToken)
    {
        var rows = await (
            from invitation in stretch.Of(invitations.Where(i => i.AnsweredAt != null), i => i.AnsweredAt!.Value)
            join e in db.Events on invitation.EventId equals e.Id
            select new
            {
                invitation.Id,
                At = invitation.AnsweredAt!.Value,
                invitation.Name,
                invitation.PersonId,
                invitation.Answer,
                e.Code,
                e.Title,
            }
        ).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r => new TimelineEntry(
                Sort,
                new(r.At, r.Id),
                t.Of(InvitationAnswer.InWords(r.Answer!.Value), r.Name, r.Title.In(t.Language.Code)),
                $"/office/events/{r.Code}#invitations"
            )
            {
                PersonId = r.PersonId,
            }),
        ];
    }
}
