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
        // Somebody filed it while it could not be read.
        if (message.FiledBy is FiledBy.Person)
        {
            await WeighAsync(message, cancellationToken);
            return;
        }

        var (thread, by) = await signs.FindAsync(message, mail, cancellationToken);
        if (thread is null)
            return;
        await FileAsync(message, thread, by, cancellationToken);
        await DrawAsync(message, answered, thread, cancellationToken);
        await WakeAsync(message, cancellationToken);
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

    /// <summary>
    /// Files under the same thread what belongs to the message by its Message-IDs and is not yet filed as surely: what it answers, what
    /// answers it, and what its house wrote beside it. Others may have answered the same message in a matter of their own.
    /// </summary>
    /// <returns>What has followed, with where it was before.</returns>
    public async Task<IReadOnlyList<MovedMessage>> DrawAsync(
        Message message,
        IReadOnlyCollection<string> answered,
        Thread thread,
        CancellationToken cancellationToken
    )
    {
        if (message is { Origin: Origin.Forged } or { FiledBy: FiledBy.Subject })
            return [];
        var followed = new List<MovedMessage>();
        var senders = await KnownSenders.ReadAsync(db, cancellationToken);
        var seen = new HashSet<Guid> { message.Id };
        List<Message> branch = [message];
        List<Message> last = [message];
        while (last.Count > 0 && followed.Count < MostFollowers)
        {
            var related = await db.RelatedTo(last, answered)
                .Where(m => Weak.Contains(m.FiledBy) && m.Reading == Reading.Read)
                .Where(m => !db.Proposals.Any(p => p.MessageId == m.Id && p.Status == ProposalStatus.Confirmed))
                .OrderBy(m => m.Id)
                .Take(MostFollowers)
                .ToListAsync(cancellationToken);
            var answers = await AnswersOfAsync(related, cancellationToken);
            last = related.FindAll(m =>
                senders.MayBe(m.FromAddress, thread.PartnerId)
                && (answered.Contains(m.InternetMessageId) || IsOfBranch(m, answers[m.Id]))
                && seen.Add(m.Id)
            );
            branch.AddRange(last.FindAll(m => IsOfBranch(m, answers[m.Id])));
            foreach (var follower in last)
            {
                followed.Add(MovedMessage.Of(follower));
                await FileAsync(follower, thread, FiledBy.Thread, cancellationToken);
            }

            answered = [.. last.SelectMany(m => answers[m.Id]).Distinct(StringComparer.Ordinal)];
        }

        return followed;

        bool IsOfBranch(Message other, IEnumerable<string> answers) =>
            branch.Exists(m =>
                KnownSenders.HaveOneDomain(m.FromAddress, other.FromAddress) || answers.Contains(m.InternetMessageId)
            );
    }

    private async Task<ILookup<Guid, string>> AnswersOfAsync(List<Message> messages, CancellationToken cancellationToken)
    {
        var ids = messages.ConvertAll(m => m.Id);
        var answers = await db.AnsweredIds.AsNoTracking().Where(a => ids.Contains(a.MessageId)).ToListAsync(cancellationToken);
        return answers.ToLookup(a => a.MessageId, a => a.InternetMessageId);
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

    /// <summary>What waited in its thread has waited for this, unless it came after it.</summary>
    public async Task WakeAsync(Message message, CancellationToken cancellationToken)
    {
        if (message is not { Kind: MailKind.Ordinary, Triage: Triage.ToDo, ThreadId: { } threadId })
            return;
        var waiting = await db
            .Messages.Where(m => m.ThreadId == threadId && m.Triage == Triage.Waiting && m.Id != message.Id)
            .Where(m => m.ReceivedAt <= message.ReceivedAt)
            .ToListAsync(cancellationToken);
        waiting.ForEach(m => m.Reopen());
    }

    private async Task<Trust> TrustAsync(Message message, Guid? partnerId, CancellationToken cancellationToken)
    {
        // Whoever writes at the desk has signed in as a contact of this partner.
        if (message.FiledBy is FiledBy.Desk && message.PartnerId == partnerId)
            return Trust.Known;
        if (message.Channel is Channel.Paper)
            return Trust.OnPaper;
        if (message.Channel is Channel.Link && message.PartnerId == partnerId)
            return Trust.LinkHolder;
        var registered = await db
            .PartnerDomains.Where(d => d.PartnerId == partnerId)
            .Select(d => d.Domain)
            .ToListAsync(cancellationToken);
        var domain = message.FromAddress?.Split('@')[^1] ?? "";
        return message.Origin.TrustIn(registered.Exists(d => PartnerDomain.Matches(domain, d)));
    }
}
