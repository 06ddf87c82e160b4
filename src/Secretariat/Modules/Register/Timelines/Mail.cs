using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Correspondence.Inbox;
using Secretariat.Modules.Letters;
using Secretariat.Platform.Data;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Register.Timelines;

internal sealed class MessagesIn(IQueryable<Message> messages, Text t) : ITimelineSource
{
    public TimelineSort Sort => TimelineSort.Message;

    public async Task<IReadOnlyList<TimelineEntry>> ReadAsync(Stretch stretch, CancellationToken cancellationToken)
    {
        var rows = await stretch
            .Of(messages, m => m.ReceivedAt)
            .Select(m => new
            {
                m.Id,
                m.ReceivedAt,
                m.Subject,
                From = m.FromName ?? m.FromAddress,
                m.Trust,
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(m => new TimelineEntry(Sort, new(m.ReceivedAt, m.Id), t.Subject(m.Subject), $"/office/inbox/{m.Id}")
            {
                Detail = m.Trust is Trust.Known or Trust.NotChecked ? m.From : $"{m.From} ({t.Of(InWords.Short(m.Trust, true))})",
            }),
        ];
    }
}

/// <summary>Letters of ours that have left.</summary>
internal sealed class LettersSent(SecretariatDb db, IQueryable<Letter> letters) : ITimelineSource
{
    public TimelineSort Sort => TimelineSort.Letter;

    public async Task<IReadOnlyList<TimelineEntry>> ReadAsync(Stretch stretch, CancellationToken cancellationToken)
    {
        var rows = await (
            from letter in stretch.Of(letters.Where(l => l.SentAt != null), l => l.SentAt!.Value)
            join campaign in db.Campaigns on letter.CampaignId equals campaign.Id
            select new
            {
                letter.Id,
                SentAt = letter.SentAt!.Value,
                letter.Reference,
                campaign.Title,
                letter.CampaignId,
                letter.AddresseeName,
            }
        ).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(l => new TimelineEntry(
                Sort,
                new(l.SentAt, l.Id),
                $"{l.Reference} {l.Title}",
                $"/office/campaigns/{l.CampaignId}/letters/{l.Id}"
            )
            {
                Detail = l.AddresseeName,
            }),
        ];
    }
}

/// <summary>What officers answered, reminders and mailings, once they have left.</summary>
internal sealed class Replies(IQueryable<OutgoingMessage> outbox, Text t) : ITimelineSource
{
    public TimelineSort Sort => TimelineSort.Reply;

    public async Task<IReadOnlyList<TimelineEntry>> ReadAsync(Stretch stretch, CancellationToken cancellationToken)
    {
        var sent = outbox.Where(m =>
            m.SentAt != null
            && (
                m.Purpose.StartsWith(OutgoingMessage.ReplyPurpose)
                || m.Purpose.StartsWith(OutgoingMessage.ReminderPurpose)
                || m.Purpose.StartsWith(OutgoingMessage.MailingPurpose)
            )
        );
        var rows = await stretch
            .Of(sent, m => m.SentAt!.Value)
            .Select(m => new
            {
                m.Id,
                SentAt = m.SentAt!.Value,
                m.Subject,
                m.ToName,
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(m => new TimelineEntry(Sort, new(m.SentAt, m.Id), t.Subject(m.Subject), $"/office/outbox/{m.Id}")
            {
                Detail = t.Of("to {0}", m.ToName),
            }),
        ];
    }
}
