using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.Mime;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
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
        var related = await db.RelatedTo(message, answered)
            .Where(m => m.ThreadId != null)
            .OrderByDescending(m => m.ReceivedAt)
            .Select(m => new Related(m.InternetMessageId, m.ThreadId!.Value, m.FiledBy))
            .Take(Looked)
            .ToListAsync(cancellationToken);
        if (await ByAnsweredAsync(answered, related.FindAll(m => !m.IsGuess), cancellationToken) is { Thread: not null } found)
            return found;
        if (await ByReferenceAsync(mail, cancellationToken) is { } named)
            return (named, FiledBy.Reference);
        var guess = related is [var first, ..]
            ? await db.Threads.CurrentAsync(first.ThreadId, cancellationToken)
            : await BySubjectAsync(message, mail, cancellationToken);
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
    private async Task<Thread?> BySubjectAsync(Message message, MimeMessage mail, CancellationToken cancellationToken)
    {
        var subject = BaseSubject.Of(mail.Subject);
        if (!subject.IsReply || subject.Text.Length < ShortestSubject || LetterReference.FindIn(mail.Subject).Count > 0)
            return null;
        if (message is not { FromAddress: { } address, Origin: not Origin.Forged })
            return null;
        var threads = await WithAsync(address, cancellationToken);
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
    private async Task<List<Thread>> WithAsync(string address, CancellationToken cancellationToken)
    {
        var domain = address.Split('@')[^1];
        var partners = (await db.PartnerDomains.AsNoTracking().ToListAsync(cancellationToken))
            .Where(d => PartnerDomain.Matches(domain, d.Domain))
            .Select(d => d.PartnerId)
            .ToHashSet();
        return await db
            .Threads.Where(t =>
                t.MergedIntoId == null
                && (
                    partners.Contains(t.PartnerId!.Value)
                    || db.Messages.Any(m => m.ThreadId == t.Id && m.FromAddress == address)
                    || db.Outbox.Any(m => m.ThreadId == t.Id && m.ToAddress == address)
                )
            )
            .OrderByDescending(t => t.Id)
            .Take(Looked)
            .ToListAsync(cancellationToken);
    }
}

/// <summary>A filed message of the same conversation.</summary>
internal sealed record Related(string? InternetMessageId, Guid ThreadId, FiledBy FiledBy)
{
    /// <summary>Whether it may lie in the wrong thread itself.</summary>
    public bool IsGuess => FiledBy is FiledBy.Subject;
}

public static class RelatedMessages
{
    /// <summary>The messages it answers, those that answer it, and those that answer the same ones.</summary>
    public static IQueryable<Message> RelatedTo(this SecretariatDb db, Message message, IReadOnlyCollection<string> answered)
    {
        var related = db
            .Messages.Where(m => answered.Contains(m.InternetMessageId!))
            .Select(m => m.Id)
            .Union(
                db.AnsweredIds.Where(a =>
                        a.InternetMessageId == message.InternetMessageId || answered.Contains(a.InternetMessageId)
                    )
                    .Select(a => a.MessageId)
            );
        return db.Messages.Where(m => m.Id != message.Id && related.Contains(m.Id));
    }
}
