using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.Mime;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;

namespace Secretariat.Modules.Correspondence;

/// <summary>Ties a message to its thread by the signs it carries, and says how far its sender can be trusted.</summary>
public sealed class FileMessage(SecretariatDb db, Keys keys)
{
    /// <summary>By the signed token, then by a message we know, then by a letter's reference; else it waits unfiled.</summary>
    public async Task ByItsSignsAsync(Message message, MimeMessage mail, CancellationToken cancellationToken)
    {
        var (thread, by) = await FindAsync(mail, cancellationToken);
        if (thread is null)
            return;
        message.File(thread, by, await TrustAsync(message, thread.PartnerId, cancellationToken));
    }

    /// <summary>To the letter that a delivery report speaks of.</summary>
    public async Task ByReportAsync(Message message, Thread thread, CancellationToken cancellationToken) =>
        message.File(thread, FiledBy.Token, await TrustAsync(message, thread.PartnerId, cancellationToken));

    /// <summary>By a person's hand.</summary>
    public async Task ByHandAsync(Message message, Thread thread, CancellationToken cancellationToken) =>
        message.File(thread, FiledBy.Person, await TrustAsync(message, thread.PartnerId, cancellationToken));

    /// <summary>Weighs the sender of a filed message again, by the domains that its partner has now.</summary>
    public async Task WeighAsync(Message message, CancellationToken cancellationToken)
    {
        if (message.IsFiled)
            message.Weigh(await TrustAsync(message, message.PartnerId, cancellationToken));
    }

    private async Task<(Thread? Thread, FiledBy By)> FindAsync(MimeMessage mail, CancellationToken cancellationToken)
    {
        // The last references are the nearest.
        string[] answered = [.. mail.InReplyTo, .. mail.References.Reverse()];
        var token = new ReplyToken(await keys.GetAsync(ReplyToken.KeyName, cancellationToken));
        foreach (var id in answered)
        {
            if (token.ThreadOf(id) is { } threadId && await ThreadAsync(threadId, cancellationToken) is { } byToken)
                return (byToken, FiledBy.Token);
        }

        var known = await db
            .Messages.Where(m => m.ThreadId != null && m.InternetMessageId != null && answered.Contains(m.InternetMessageId))
            .OrderByDescending(m => m.ReceivedAt)
            .Select(m => m.ThreadId)
            .FirstOrDefaultAsync(cancellationToken);
        if (known is { } knownId)
            return (await ThreadAsync(knownId, cancellationToken), FiledBy.Thread);
        return (await ByReferenceAsync(mail, cancellationToken), FiledBy.Reference);
    }

    /// <summary>The reference in the subject; else the only one in the body. Two different ones prove nothing.</summary>
    private async Task<Thread?> ByReferenceAsync(MimeMessage mail, CancellationToken cancellationToken)
    {
        foreach (var text in new[] { mail.Subject, mail.TextBody ?? "" })
        {
            var references = LetterReference.FindIn(text);
            if (references.Count == 1)
                return await db.Threads.FirstOrDefaultAsync(t => t.Reference == references[0], cancellationToken);
            if (references.Count > 1)
                return null;
        }

        return null;
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

    private Task<Thread?> ThreadAsync(Guid id, CancellationToken cancellationToken) =>
        db.Threads.FirstOrDefaultAsync(t => t.Id == id, cancellationToken);
}
