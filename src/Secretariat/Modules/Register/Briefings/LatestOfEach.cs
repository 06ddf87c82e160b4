using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Letters;
using Secretariat.Platform.Data;

namespace Secretariat.Modules.Register.Briefings;

/// <summary>The latest mail and work of several partners: two queries for each sort, whatever there is.</summary>
internal sealed class LatestOfEach(SecretariatDb db, SharedFacts shared, IReadOnlyCollection<Guid> partners)
{
    /// <summary>More of one sort is never shown of one partner.</summary>
    public const int Most = 5;

    private readonly DateTimeOffset end = shared.Day.EndsAt;

    public Task<IReadOnlyDictionary<Guid, Latest>> LettersAsync(CancellationToken cancellationToken) =>
        ReadAsync(Told(Sent), cancellationToken);

    /// <summary>What counts as an answer; at the desk, of that only what is known as the partner's own.</summary>
    public Task<IReadOnlyDictionary<Guid, Latest>> MessagesAsync(CancellationToken cancellationToken)
    {
        var isOffice = shared.IsForOffice;
        return ReadAsync(
            Told(
                ReadAnswers
                    .Messages(db)
                    .Where(m => m.PartnerId != null && m.ReceivedAt < end)
                    .Where(m => isOffice || m.Trust == Trust.Known || m.Trust == Trust.NotChecked)
            ),
            cancellationToken
        );
    }

    public Task<IReadOnlyDictionary<Guid, Latest>> RepliesAsync(CancellationToken cancellationToken) =>
        ReadAsync(
            from reply in db.Outbox
            where
                reply.SentAt < end
                && (
                    reply.Purpose.StartsWith(OutgoingMessage.ReplyPurpose)
                    || reply.Purpose.StartsWith(OutgoingMessage.ReminderPurpose)
                )
            join thread in db.Threads on reply.ThreadId equals thread.Id
            where thread.PartnerId != null
            select new LatestRow
            {
                PartnerId = thread.PartnerId!.Value,
                Id = reply.Id,
                At = reply.SentAt!.Value,
                Words = reply.Subject,
            },
            cancellationToken
        );

    public Task<IReadOnlyDictionary<Guid, Latest>> UnansweredAsync(CancellationToken cancellationToken)
    {
        var answers = ReadAnswers.Messages(db);
        return ReadAsync(
            Told(
                from letter in Sent
                where letter.Status == LetterStatus.Sent
                join thread in db.Threads on letter.ThreadId equals thread.Id
                where
                    !answers.Any(m =>
                        m.ThreadId == (thread.MergedIntoId ?? thread.Id) && m.ReceivedAt >= letter.SentAt && m.ReceivedAt < end
                    )
                select letter
            ),
            cancellationToken
        );
    }

    public Task<IReadOnlyDictionary<Guid, Latest>> OpenAsync(CancellationToken cancellationToken) =>
        ReadAsync(Told(Received.Where(m => m.Triage == Triage.ToDo || m.Triage == Triage.Waiting)), cancellationToken);

    public Task<IReadOnlyDictionary<Guid, Latest>> ProposalsAsync(CancellationToken cancellationToken) =>
        ReadAsync(
            from proposal in db.Proposals
            where proposal.DecidedAt == null || proposal.DecidedAt >= end
            join message in Received on proposal.MessageId equals message.Id
            select new LatestRow
            {
                PartnerId = message.PartnerId!.Value,
                Id = proposal.Id,
                At = message.ReceivedAt,
                Words = message.Subject,
                Of = message.Id,
                Type = proposal.Type,
            },
            cancellationToken
        );

    private IQueryable<Letter> Sent => db.Letters.Where(l => l.SentAt < end);

    private IQueryable<Message> Received =>
        db.Messages.Where(m => m.PartnerId != null && m.ReceivedAt < end && m.Triage != Triage.Copy);

    private IQueryable<LatestRow> Told(IQueryable<Letter> letters) =>
        from letter in letters
        join campaign in db.Campaigns on letter.CampaignId equals campaign.Id
        select new LatestRow
        {
            PartnerId = letter.PartnerId,
            Id = letter.Id,
            At = letter.SentAt!.Value,
            Words = letter.Reference + " " + campaign.Title,
            Of = letter.CampaignId,
            HasPdf = letter.PdfSha256 != null,
        };

    private static IQueryable<LatestRow> Told(IQueryable<Message> messages) =>
        messages.Select(m => new LatestRow
        {
            PartnerId = m.PartnerId!.Value,
            Id = m.Id,
            At = m.ReceivedAt,
            Words = m.Subject,
            Triage = m.Triage,
        });

    private async Task<IReadOnlyDictionary<Guid, Latest>> ReadAsync(
        IQueryable<LatestRow> all,
        CancellationToken cancellationToken
    )
    {
        var rows = await db
            .Partners.Where(p => partners.Contains(p.Id))
            .SelectMany(p =>
                all.Where(r => r.PartnerId == p.Id).OrderByDescending(r => r.At).ThenByDescending(r => r.Id).Take(Most)
            )
            .ToListAsync(cancellationToken);
        var counts = await all.Where(r => partners.Contains(r.PartnerId))
            .GroupBy(r => r.PartnerId)
            .Select(g => new { g.Key, Number = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Number, cancellationToken);
        return rows.GroupBy(r => r.PartnerId)
            .ToDictionary(
                g => g.Key,
                g => new Latest([.. g.OrderByDescending(r => r.At).ThenByDescending(r => r.Id)], counts[g.Key])
            );
    }
}
