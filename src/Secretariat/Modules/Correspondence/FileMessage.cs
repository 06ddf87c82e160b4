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
        if (message.Kind is MailKind.Ordinary && message.Triage is not Triage.Copy)
            await WakeAsync(message, thread, cancellationToken);
    }

    /// <summary>Where something else says so: a person, a delivery report.</summary>
    public async Task FileAsync(Message message, Thread thread, FiledBy by, CancellationToken cancellationToken)
    {
        // Of two who file here and merge it elsewhere at one moment, one hears of the other.
        if (db.Entry(thread).State is EntityState.Unchanged)
            db.Touch(thread);
        message.File(thread, by, await TrustAsync(message, thread.PartnerId, cancellationToken));
    }

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
        if (message.Origin is Origin.Forged)
            return [];
        var followed = new List<MovedMessage>();
        var senders = await KnownSenders.ReadAsync(db, cancellationToken);
        var seen = new HashSet<Guid> { message.Id };
        List<Message> last = [message];
        while (last.Count > 0 && followed.Count < MostFollowers)
        {
            var related = await db.RelatedTo(last, answered)
                .Where(m => Weak.Contains(m.FiledBy) && m.Reading == Reading.Read)
                .Where(m => !db.Proposals.Any(p => p.MessageId == m.Id && p.Status == ProposalStatus.Confirmed))
                .OrderBy(m => m.Id)
                .Take(MostFollowers)
                .ToListAsync(cancellationToken);
            last = related.FindAll(m => senders.MayBe(m.FromAddress, thread.PartnerId) && seen.Add(m.Id));
            foreach (var follower in last)
            {
                followed.Add(MovedMessage.Of(follower));
                await FileAsync(follower, thread, FiledBy.Thread, cancellationToken);
            }

            answered = await AnsweredByAsync(last, cancellationToken);
        }

        return followed;
    }

    public Task<List<string>> AnsweredByAsync(IReadOnlyCollection<Message> messages, CancellationToken cancellationToken)
    {
        var ids = messages.Select(m => m.Id).ToList();
        return db
            .AnsweredIds.Where(a => ids.Contains(a.MessageId))
            .Select(a => a.InternetMessageId)
            .Distinct()
            .ToListAsync(cancellationToken);
    }

    /// <summary>What waited in this thread has waited for this.</summary>
    private async Task WakeAsync(Message message, Thread thread, CancellationToken cancellationToken)
    {
        var waiting = await db
            .Messages.Where(m => m.ThreadId == thread.Id && m.Triage == Triage.Waiting && m.Id != message.Id)
            .ToListAsync(cancellationToken);
        waiting.ForEach(m => m.Reopen());
    }

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
