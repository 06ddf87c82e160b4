using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Mail;

namespace Secretariat.Modules.Correspondence;

/// <summary>
/// Sends what is due. A message is claimed by one conditional update; a sender that dies leaves the claim to run out, and
/// the message goes again under the same Message-ID unless its acceptance was recorded.
/// </summary>
public sealed partial class SendMail(SecretariatDb db, HandOver handOver, TimeProvider time, ILogger<SendMail> log) : IWork
{
    private const int Batch = 50;

    /// <summary>Well above <see cref="InTime.Limit"/>: nobody else takes a message that is still being talked about.</summary>
    private static readonly TimeSpan ClaimFor = TimeSpan.FromMinutes(15);

    public static TimeSpan Every => TimeSpan.FromSeconds(5);

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var accepted = await db.Outbox.Where(OutgoingMessage.IsAccepted).Select(m => m.Id).ToListAsync(cancellationToken);
        foreach (var id in accepted)
            await AloneAsync(id, () => FollowAsync(id));

        var due = await Due(time.Now())
            .OrderBy(m => m.DueAt)
            .ThenBy(m => m.Id)
            .Select(m => m.Id)
            .Take(Batch)
            .ToListAsync(cancellationToken);
        foreach (var id in due)
        {
            if (await ClaimAsync(id, cancellationToken))
                await AloneAsync(id, () => SendAsync(id, cancellationToken));
        }

        return due.Count;
    }

    private IQueryable<OutgoingMessage> Due(DateTimeOffset now) =>
        db.Outbox.Where(m =>
            m.SentAt == null
            && (
                (m.Delivery == Delivery.Due && m.DueAt <= now && (m.NextAttemptAt == null || m.NextAttemptAt <= now))
                || (m.Delivery == Delivery.Claimed && m.ClaimedUntil < now)
            )
        );

    private async Task<bool> ClaimAsync(Guid id, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var claimed = await Due(now)
            .Where(m => m.Id == id)
            .ExecuteUpdateAsync(
                s =>
                    s.SetProperty(m => m.Delivery, Delivery.Claimed)
                        .SetProperty(m => m.ClaimedUntil, now + ClaimFor)
                        .SetProperty(m => m.Attempts, m => m.Attempts + 1)
                        .SetProperty(m => m.Version, m => m.Version + 1),
                cancellationToken
            );
        return claimed == 1;
    }

    /// <summary>A bad message never stops the others.</summary>
    private async Task AloneAsync(Guid id, Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another sender has it by now: what it recorded stands.
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            LogProblem(problem, id);
        }

        db.ChangeTracker.Clear();
    }

    private async Task SendAsync(Guid id, CancellationToken cancellationToken)
    {
        var message = await db.Outbox.SingleAsync(m => m.Id == id, cancellationToken);
        switch (await handOver.RunAsync(message, cancellationToken))
        {
            case Sending.Accepted accepted:
                await RecordAsync(id, accepted.Words);
                await FollowAsync(id);
                return;
            case Sending.Refused { IsTemporary: true } delayed:
                message.MarkDelayed(time.Now(), delayed.Words);
                break;
            case Sending.Refused refused:
                message.MarkRefused(refused.Words);
                break;
        }

        await db.SaveAsync(Text.Key("Send mail"), cancellationToken: CancellationToken.None);
    }

    /// <summary>
    /// The one thing that must not be lost once the server has said yes: it depends on no version that somebody else may have
    /// changed, and goes on while the platform is being stopped.
    /// </summary>
    private Task RecordAsync(Guid id, Reason words)
    {
        var now = time.Now();
        return db
            .Outbox.Where(m => m.Id == id && m.SentAt == null)
            .ExecuteUpdateAsync(
                s =>
                    s.SetProperty(m => m.Delivery, Delivery.Claimed)
                        .SetProperty(m => m.SentAt, now)
                        .SetProperty(m => m.ServerWords, words)
                        .SetProperty(m => m.Version, m => m.Version + 1),
                CancellationToken.None
            );
    }

    /// <summary>Does what follows from an acceptance; when it is cut off, the next round does it.</summary>
    private async Task FollowAsync(Guid id)
    {
        db.ChangeTracker.Clear();
        var message = await db.Outbox.SingleAsync(m => m.Id == id, CancellationToken.None);
        message.MarkSent();
        await db.SaveAsync(Text.Key("Send mail"), message.ServerWords?.ToString(), CancellationToken.None);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {Id} of the outbox met a problem")]
    private partial void LogProblem(Exception problem, Guid id);
}
