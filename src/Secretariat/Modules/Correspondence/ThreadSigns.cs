using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.Mime;
using Secretariat.Modules.Identity;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;

namespace Secretariat.Modules.Correspondence;

/// <summary>Finds the thread a message belongs to by what it carries: the messages it answers, a letter's reference, its subject.</summary>
public sealed class ThreadSigns(SecretariatDb db, Keys keys)
{
    private const int Looked = 50;

    /// <summary>Shorter subjects ("Re: Info") are alike by chance.</summary>
    private const int ShortestSubject = 10;

    /// <summary>The Message-IDs it answers, nearest first; of a very long history the nearest.</summary>
    public static string[] AnsweredBy(MimeMessage mail) =>
        [.. mail.InReplyTo.Concat(mail.References.Reverse()).Distinct(StringComparer.Ordinal).Take(Looked)];

    public async Task<(Thread? Thread, FiledBy By)> FindAsync(
        Message message,
        MimeMessage mail,
        CancellationToken cancellationToken
    )
    {
        var answered = AnsweredBy(mail);
        var senders = await KnownSenders.ReadAsync(db, cancellationToken);
        var related = await db.RelatedTo([message], answered)
            .Where(m => m.PartnerId != null)
            .OrderByDescending(m => m.ReceivedAt)
            .Select(m => new Related(m.InternetMessageId, m.FromAddress, m.ThreadId!.Value, m.PartnerId, m.FiledBy))
            .Take(Looked)
            .ToListAsync(cancellationToken);
        related.RemoveAll(m => !m.SpeaksFor(message, answered, senders));
        if (await ByAnsweredAsync(answered, related.FindAll(m => !m.IsGuess), cancellationToken) is { Thread: not null } found)
            return found;
        if (await ByReferenceAsync(mail, cancellationToken) is { } named)
            return (named, FiledBy.Reference);
        var guess = related is [var first, ..]
            ? await db.Threads.CurrentAsync(first.ThreadId, cancellationToken)
            : await BySubjectAsync(message, mail, senders, cancellationToken);
        return (guess, FiledBy.Subject);
    }

    /// <summary>The nearest of those it answers decides; else a message that answers it, or that answers the same one.</summary>
    private async Task<(Thread? Thread, FiledBy By)> ByAnsweredAsync(
        string[] answered,
        List<Related> related,
        CancellationToken cancellationToken
    )
    {
        var token = new ReplyToken(await keys.GetAsync(ReplyToken.KeyName, cancellationToken));
        foreach (var id in answered)
        {
            if (token.ThreadOf(id) is { } signed)
            {
                var ours = await db
                    .Outbox.Where(m => m.InternetMessageId == id)
                    .Select(m => m.ThreadId)
                    .FirstOrDefaultAsync(cancellationToken);
                if (await db.Threads.CurrentAsync(ours ?? signed, cancellationToken) is { } byToken)
                    return (byToken, FiledBy.Token);
            }
            else if (related.Find(m => m.InternetMessageId == id) is { } known)
                return (await db.Threads.CurrentAsync(known.ThreadId, cancellationToken), FiledBy.Thread);
        }

        return related is [var other, ..]
            ? (await db.Threads.CurrentAsync(other.ThreadId, cancellationToken), FiledBy.Thread)
            : default;
    }

    /// <summary>The reference in the subject; else the only one in the body. Two different ones prove nothing.</summary>
    private async Task<Thread?> ByReferenceAsync(MimeMessage mail, CancellationToken cancellationToken)
    {
        foreach (var text in new[] { mail.Subject, mail.TextBody ?? "" })
        {
            var references = LetterReference.FindIn(text);
            if (references.Count == 1)
            {
                var id = await db
                    .Threads.Where(t => t.Reference == references[0])
                    .Select(t => t.Id)
                    .FirstOrDefaultAsync(cancellationToken);
                return await db.Threads.CurrentAsync(id, cancellationToken);
            }

            if (references.Count > 1)
                return null;
        }

        return null;
    }

    /// <summary>
    /// The one thread with this partner or correspondent that has the subject which the message says it replies to. Anybody can
    /// write a subject, so this is the weakest sign: it counts for no sender that is not who it claims to be, and two such threads
    /// prove nothing.
    /// </summary>
    private async Task<Thread?> BySubjectAsync(
        Message message,
        MimeMessage mail,
        KnownSenders senders,
        CancellationToken cancellationToken
    )
    {
        var subject = BaseSubject.Of(mail.Subject);
        if (!subject.IsReply || subject.Text.Length < ShortestSubject || LetterReference.FindIn(mail.Subject).Count > 0)
            return null;
        if (message is not { FromAddress: { } address, Origin: not Origin.Forged })
            return null;
        var threads = await WithAsync(address, senders.PartnersOf(address), cancellationToken);
        var ids = threads.ConvertAll(t => t.Id);
        var received = await db
            .Messages.Where(m => ids.Contains(m.ThreadId!.Value) && m.FiledBy != FiledBy.Subject)
            .OrderByDescending(m => m.ReceivedAt)
            .Select(m => new { Id = m.ThreadId!.Value, m.Subject })
            .Take(Looked * 10)
            .ToListAsync(cancellationToken);
        var wanted = Fold.Of(subject.Text);
        var alike = threads.Where(t => IsAlike(t.Subject) || received.Exists(m => m.Id == t.Id && IsAlike(m.Subject))).ToList();
        return alike is [var only] ? only : null;

        bool IsAlike(string other) => Fold.Of(BaseSubject.Of(other).Text) == wanted;
    }

    /// <summary>The latest threads with the partner of this mail domain, and those in which this address wrote or was written to.</summary>
    private async Task<List<Thread>> WithAsync(string address, IReadOnlySet<Guid> partners, CancellationToken cancellationToken)
    {
        var written = await db
            .Messages.Where(m => m.FromAddress == address && m.PartnerId != null)
            .OrderByDescending(m => m.Id)
            .Select(m => m.ThreadId!.Value)
            .Concat(db.Outbox.Where(m => m.ToAddress == address && m.ThreadId != null).Select(m => m.ThreadId!.Value))
            .Distinct()
            .ToListAsync(cancellationToken);
        return await db
            .Threads.Where(t => t.MergedIntoId == null && (partners.Contains(t.PartnerId!.Value) || written.Contains(t.Id)))
            .Where(t => db.Messages.Any(m => m.ThreadId == t.Id) || t.Reference != null)
            .OrderByDescending(t => t.Id)
            .Take(Looked)
            .ToListAsync(cancellationToken);
    }
}

/// <summary>A filed message of the same conversation.</summary>
internal sealed record Related(string? InternetMessageId, string? FromAddress, Guid ThreadId, Guid? PartnerId, FiledBy FiledBy)
{
    /// <summary>Whether it may lie in the wrong thread itself.</summary>
    public bool IsGuess => FiledBy is FiledBy.Subject;

    /// <summary>
    /// Several partners may answer one message of somebody else: its thread is nobody's whose domain is registered for others, and of two
    /// that only have the answered message in common, both come from one house.
    /// </summary>
    public bool SpeaksFor(Message message, string[] answered, KnownSenders senders) =>
        senders.MayBe(message.FromAddress, PartnerId)
        && (answered.Contains(InternetMessageId) || KnownSenders.HaveOneDomain(FromAddress, message.FromAddress));
}

public static class RelatedMessages
{
    /// <summary>The messages that these answer, those that answer these, and those that answer the same ones.</summary>
    /// <param name="db">The record.</param>
    /// <param name="messages">The messages.</param>
    /// <param name="answered">All Message-IDs that they answer.</param>
    public static IQueryable<Message> RelatedTo(
        this SecretariatDb db,
        IReadOnlyCollection<Message> messages,
        IReadOnlyCollection<string> answered
    )
    {
        var own = messages.Select(m => m.Id).ToList();
        var linked = messages.Select(m => m.InternetMessageId).OfType<string>().Concat(answered).Distinct().ToList();
        var related = db
            .Messages.Where(m => answered.Contains(m.InternetMessageId!))
            .Select(m => m.Id)
            .Union(db.AnsweredIds.Where(a => linked.Contains(a.InternetMessageId)).Select(a => a.MessageId));
        return db.Messages.Where(m => !own.Contains(m.Id) && related.Contains(m.Id));
    }
}
