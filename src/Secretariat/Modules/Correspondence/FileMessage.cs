using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.Mime;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;

namespace Secretariat.Modules.Correspondence;

/// <summary>
/// Ties a message to its thread, and says how far its sender can be trusted. What belongs together is found in any order of arrival:
/// whatever is filed draws after it the messages of its conversation that have no sign of their own, or a weaker one.
/// </summary>
public sealed class FileMessage(SecretariatDb db, ThreadSigns signs)
{
    /// <summary>So many messages at most follow one.</summary>
    private const int MostFollowers = 200;

    /// <summary>Signs that the answered messages outweigh.</summary>
    private static readonly FiledBy[] Weak = [FiledBy.Nothing, FiledBy.Subject, FiledBy.Reference];

    /// <summary>By the strongest sign that it carries; else it waits unfiled.</summary>
    public async Task ByItsSignsAsync(Message message, MimeMessage mail, CancellationToken cancellationToken)
    {
        var answered = ThreadSigns.AnsweredBy(mail);
        db.AnsweredIds.AddRange(answered.Select(id => new AnsweredId { MessageId = message.Id, InternetMessageId = id }));
        var (thread, by) = await signs.FindAsync(message, mail, cancellationToken);
        if (thread is null)
            return;
        await FileAsync(message, thread, by, cancellationToken);
        await DrawAsync(message, answered, thread, cancellationToken);
    }

    /// <summary>Where something else says so: a person, a delivery report.</summary>
    public async Task FileAsync(Message message, Thread thread, FiledBy by, CancellationToken cancellationToken) =>
        message.File(thread, by, await TrustAsync(message, thread.PartnerId, cancellationToken));

    /// <summary>Weighs the sender of a filed message again, by the domains that its partner has now.</summary>
    public async Task WeighAsync(Message message, CancellationToken cancellationToken)
    {
        if (message.IsFiled)
            message.Weigh(await TrustAsync(message, message.PartnerId, cancellationToken));
    }

    /// <summary>Files under the same thread what belongs to the message by its Message-IDs and is not yet filed as surely.</summary>
    /// <returns>What has followed, with where it was before.</returns>
    public async Task<IReadOnlyList<MovedMessage>> DrawAsync(
        Message message,
        IReadOnlyCollection<string> answered,
        Thread thread,
        CancellationToken cancellationToken
    )
    {
        var followed = new Dictionary<Guid, MovedMessage>();
        var open = new Queue<(Message Message, IReadOnlyCollection<string> Answered)>([(message, answered)]);
        while (followed.Count < MostFollowers && open.TryDequeue(out var next))
        {
            var related = await db.RelatedTo(next.Message, next.Answered)
                .Where(m => Weak.Contains(m.FiledBy) && m.Reading == Reading.Read && m.Id != message.Id)
                .Where(m => !db.Proposals.Any(p => p.MessageId == m.Id && p.Status == ProposalStatus.Confirmed))
                .OrderBy(m => m.Id)
                .Take(MostFollowers)
                .ToListAsync(cancellationToken);
            foreach (var follower in related.Where(m => !followed.ContainsKey(m.Id)))
            {
                followed.Add(follower.Id, MovedMessage.Of(follower));
                await FileAsync(follower, thread, FiledBy.Thread, cancellationToken);
                open.Enqueue((follower, await AnsweredByAsync(follower.Id, cancellationToken)));
            }
        }

        return [.. followed.Values];
    }

    public Task<List<string>> AnsweredByAsync(Guid messageId, CancellationToken cancellationToken) =>
        db.AnsweredIds.Where(a => a.MessageId == messageId).Select(a => a.InternetMessageId).ToListAsync(cancellationToken);

    private async Task<Trust> TrustAsync(Message message, Guid? partnerId, CancellationToken cancellationToken)
    {
        // Whoever writes at the desk has signed in as a contact of this partner.
        if (message.FiledBy is FiledBy.Desk && message.PartnerId == partnerId)
            return Trust.Known;
        var registered = await db
            .PartnerDomains.Where(d => d.PartnerId == partnerId)
            .Select(d => d.Domain)
            .ToListAsync(cancellationToken);
        var domain = message.FromAddress?.Split('@')[^1] ?? "";
        return message.Origin.TrustIn(registered.Exists(d => PartnerDomain.Matches(domain, d)));
    }
}
