using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Thread = Secretariat.Modules.Correspondence.Thread;

namespace Secretariat.Modules.Groups.Mailings;

/// <summary>Puts the messages of a mailing in the outbox, each in a thread of its partner; the caller saves.</summary>
public sealed class SendMailing(SecretariatDb db, PutInOutbox outbox, TakeBack takeBack, OfficeHours hours, TimeProvider time)
{
    /// <returns>How many wait for the office hours of their country.</returns>
    /// <param name="sent">What has been sent of it so far: a partner whose message did not arrive can be written to again.</param>
    public async Task<int> RunAsync(
        Mailing mailing,
        IReadOnlyList<MailingMessage> messages,
        IReadOnlyList<SentMessages> sent,
        CancellationToken cancellationToken
    )
    {
        var (now, waiting) = (time.Now(), 0);
        mailing.Leave(now);
        // Whoever takes the last of its messages back at the same moment makes it a draft again.
        db.Touch(mailing);
        var tried = sent.ToDictionary(s => s.PartnerId, s => s.Messages.Count);
        foreach (var message in messages)
        {
            var (partner, mandate) = message.Recipient;
            // Of two who merge the partner, or write to it, at the same moment the second one hears it.
            db.Touch(partner);
            var thread = new Thread { PartnerId = partner.Id, Subject = message.Subject };
            db.Threads.Add(thread);
            var text = new OutgoingText(
                $"{mailing.Purpose}{partner.Id}/{tried.GetValueOrDefault(partner.Id)}",
                mandate.Person.Name,
                mandate.Person.Email!,
                message.Subject,
                message.Body
            )
            {
                DueAt = hours.Next(partner.IsoAlpha2, now),
                KeepsOfficeHours = true,
                Country = partner.IsoAlpha2,
            };
            waiting += text.DueAt > now ? 1 : 0;
            await outbox.RunAsync(thread.Id, text, cancellationToken);
        }

        return waiting;
    }

    /// <summary>Takes back what has not left: nothing of these messages stays. The caller saves.</summary>
    /// <returns>How many they were.</returns>
    public async Task<int> TakeBackAsync(IReadOnlyList<SentMessages> sent, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var ids = sent.Select(s => s.Latest).Where(m => m.LeavesAt(now) is not null).Select(m => m.Id).ToList();
        var waiting = await db.Outbox.Where(m => ids.Contains(m.Id) && m.Delivery == Delivery.Due).ToListAsync(cancellationToken);
        await takeBack.RunAsync(waiting, [.. waiting.Select(m => m.ThreadId).OfType<Guid>()], cancellationToken);
        return waiting.Count;
    }
}

/// <summary>The messages of a mailing to one partner, the latest last.</summary>
public sealed record SentMessages(Guid PartnerId, IReadOnlyList<OutgoingMessage> Messages)
{
    public OutgoingMessage Latest => Messages[^1];

    /// <summary>Whether it has it, or will have it: what was refused or came back nobody has read.</summary>
    public bool IsTold => Latest.Delivery is not (Delivery.Failed or Delivery.Returned);

    /// <summary>By the partner for whom each was written, wherever its thread was filed since.</summary>
    public static async Task<IReadOnlyList<SentMessages>> OfAsync(
        SecretariatDb db,
        Mailing mailing,
        CancellationToken cancellationToken
    )
    {
        var entries = await MergedEntries.ReadAsync(db, cancellationToken);
        var messages = await db
            .Outbox.AsNoTracking()
            .Where(m => m.Purpose.StartsWith(mailing.Purpose))
            .OrderBy(m => m.Id)
            .ToListAsync(cancellationToken);
        return
        [
            .. messages
                .GroupBy(m => entries.KeptOf(Guid.Parse(m.Purpose[mailing.Purpose.Length..].Split('/')[0])))
                .Select(g => new SentMessages(g.Key, [.. g])),
        ];
    }
}
