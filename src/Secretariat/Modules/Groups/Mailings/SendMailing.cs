using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Thread = Secretariat.Modules.Correspondence.Thread;

namespace Secretariat.Modules.Groups.Mailings;

/// <summary>Puts the messages of a mailing in the outbox, each in a thread of its partner; the caller saves.</summary>
public sealed class SendMailing(SecretariatDb db, PutInOutbox outbox, OfficeHours hours, TimeProvider time)
{
    /// <returns>How many wait for the office hours of their country.</returns>
    public async Task<int> RunAsync(Mailing mailing, IReadOnlyList<MailingMessage> messages, CancellationToken cancellationToken)
    {
        var (now, waiting) = (time.Now(), 0);
        mailing.Leave(now, time.Today());
        foreach (var message in messages)
        {
            var (partner, mandate) = message.Recipient;
            // Of two who merge the partner, or write to it, at the same moment the second one hears it.
            db.Touch(partner);
            var thread = new Thread { PartnerId = partner.Id, Subject = message.Subject };
            db.Threads.Add(thread);
            var text = new OutgoingText(
                $"{mailing.Purpose}{partner.Id}",
                mandate.Person.Name,
                mandate.Person.Email!,
                message.Subject,
                message.Body
            )
            {
                DueAt = hours.Next(partner.IsoAlpha2, now),
            };
            waiting += text.DueAt > now ? 1 : 0;
            await outbox.RunAsync(thread.Id, text, cancellationToken);
        }

        return waiting;
    }
}

/// <summary>A message of a mailing, with the partner to which it belongs today.</summary>
public sealed record SentMessage(Guid PartnerId, OutgoingMessage Message);

public static class SentMessages
{
    public static async Task<List<SentMessage>> SentAsync(
        this SecretariatDb db,
        Mailing mailing,
        CancellationToken cancellationToken
    ) =>
        await (
            from message in db.Outbox.AsNoTracking()
            where message.Purpose.StartsWith(mailing.Purpose)
            join thread in db.Threads on message.ThreadId equals thread.Id
            where thread.PartnerId != null
            select new SentMessage(thread.PartnerId!.Value, message)
        ).ToListAsync(cancellationToken);
}
