using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;
using Secretariat.Platform.Mail;

namespace Secretariat.Modules.Correspondence;

/// <summary>
/// Sends what is due, several messages at once but one at a time to each domain: one that is slow or has had its share never
/// holds up the others. A message is claimed by one conditional update; a sender that dies leaves the claim to run out, and
/// the message goes again under the same Message-ID unless its acceptance was recorded.
/// </summary>
public sealed partial class SendMail(
    SecretariatDb db,
    HandOver handOver,
    DomainTurns turns,
    OfficeHours hours,
    TimeProvider time,
    ILogger<SendMail> log
) : IWork
{
    /// <summary>How far ahead a round looks.</summary>
    private const int Horizon = 1000;

    /// <summary>Exchange Online refuses a fourth connection of one mailbox.</summary>
    private const int AtOnce = 3;

    /// <summary>A round begins nothing new after that, so that what has become due meanwhile has its chance.</summary>
    private static readonly TimeSpan Round = TimeSpan.FromMinutes(1);

    /// <summary>So long the server's yes is recorded again where the database is out of reach; within <see cref="OutgoingMessage.ClaimFor"/>.</summary>
    private static readonly TimeSpan RecordFor = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan RecordAgainAfter = TimeSpan.FromSeconds(5);

    public static TimeSpan Every => TimeSpan.FromSeconds(5);

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var accepted = await db.Outbox.Where(OutgoingMessage.IsAccepted).Select(m => m.Id).ToListAsync(cancellationToken);
        foreach (var id in accepted)
            await AloneAsync(id, () => FollowAsync(id));

        var lanes = await LanesAsync(cancellationToken);
        var (talks, worked, end) = (new List<Task<Talk>>(), 0, time.Now() + Round);
        try
        {
            while (true)
            {
                while (talks.Count < AtOnce && time.Now() < end && lanes.TryDequeue(out var lane))
                    worked += await BeginAsync(lane, talks, cancellationToken);
                if (talks.Count == 0)
                    return worked;
                if (await EndOneAsync(talks) is { Due.Count: > 0 } more)
                    lanes.Enqueue(more);
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            // Whatever stops the round, what a server has been told is recorded.
            while (talks.Count > 0)
                await EndOneAsync(talks);
        }
    }

    private async Task<Queue<Lane>> LanesAsync(CancellationToken cancellationToken)
    {
        var due = await db
            .Outbox.Where(OutgoingMessage.IsDue(time.Now()))
            .OrderBy(m => m.DueAt)
            .ThenBy(m => m.Id)
            .Select(m => new DueMessage(m.Id, m.ToAddress, m.Delivery, m.KeepsOfficeHours, m.Country, m.NoLaterThan))
            .Take(Horizon)
            .ToListAsync(cancellationToken);
        due = await OpenAsync(due, cancellationToken);
        return new(due.GroupBy(m => DomainTurns.DomainOf(m.ToAddress), m => m.Id, (domain, ids) => new Lane(domain, new(ids))));
    }

    /// <summary>Those that can leave now; the others wait for the office of their reader. What may have left already is not kept back.</summary>
    private async Task<List<DueMessage>> OpenAsync(List<DueMessage> due, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var opening = due.Where(m => m is { KeepsOfficeHours: true, Delivery: Delivery.Due })
            .Select(m => (Message: m, At: hours.Next(m.Country, now)))
            .Where(m => m.At > now && !(m.Message.NoLaterThan <= m.At))
            .ToLookup(m => m.At, m => m.Message.Id);
        foreach (var (at, ids) in opening.Select(o => (o.Key, o.ToList())))
            await db
                .Outbox.Where(OutgoingMessage.IsDue(now))
                .Where(m => m.Delivery == Delivery.Due && ids.Contains(m.Id))
                .ExecuteUpdateAsync(
                    s => s.SetProperty(m => m.DueAt, at).SetProperty(m => m.Version, m => m.Version + 1),
                    cancellationToken
                );
        var closed = opening.SelectMany(o => o).ToHashSet();
        return due.FindAll(m => !closed.Contains(m.Id));
    }

    /// <summary>Begins to hand over the next message to a domain, or has all of them wait when it has had its share.</summary>
    /// <returns>How many messages were worked on.</returns>
    private async Task<int> BeginAsync(Lane lane, List<Task<Talk>> talks, CancellationToken cancellationToken)
    {
        if (await turns.FullUntilAsync(lane.Domain, cancellationToken) is { } until)
            return await turns.PutOffAsync(lane.Domain, lane.Due, until, cancellationToken);
        while (lane.Due.TryDequeue(out var id))
        {
            if (!await ClaimAsync(id, cancellationToken))
                continue;
            var message = await db.Outbox.AsNoTracking().SingleAsync(m => m.Id == id, cancellationToken);
            talks.Add(TalkAsync(lane, message, cancellationToken));
            return 1;
        }

        return 0;
    }

    /// <summary>Touches no database: other messages are recorded meanwhile. Without an outcome when it was broken off.</summary>
    private async Task<Talk> TalkAsync(Lane lane, OutgoingMessage message, CancellationToken cancellationToken)
    {
        try
        {
            return new Talk(lane, message, await handOver.RunAsync(message, cancellationToken));
        }
        catch (OperationCanceledException)
        {
            return new Talk(lane, message, null);
        }
    }

    /// <returns>The domain that has its next turn.</returns>
    private async Task<Lane> EndOneAsync(List<Task<Talk>> talks)
    {
        var ended = await Task.WhenAny(talks);
        talks.Remove(ended);
        var talk = await ended;
        await AloneAsync(talk.Message.Id, () => EndAsync(talk));
        return talk.Lane;
    }

    private async Task<bool> ClaimAsync(Guid id, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var claimed = await db
            .Outbox.Where(OutgoingMessage.IsDue(now))
            .Where(m => m.Id == id)
            .ExecuteUpdateAsync(
                s =>
                    s.SetProperty(m => m.Delivery, Delivery.Claimed)
                        .SetProperty(m => m.ClaimedUntil, now + OutgoingMessage.ClaimFor)
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

    private async Task EndAsync(Talk talk)
    {
        switch (talk.Outcome)
        {
            case Sending.Accepted accepted:
                await RecordAsync(talk.Message.Id, accepted.Words);
                await FollowAsync(talk.Message.Id);
                break;
            case Sending.Refused refused:
                await RefuseAsync(talk.Message, refused);
                break;
        }
    }

    private async Task RefuseAsync(OutgoingMessage claimed, Sending.Refused refused)
    {
        var message = await db.Outbox.SingleAsync(m => m.Id == claimed.Id, CancellationToken.None);
        db.Expect(message, claimed.Version);
        if (refused.IsTemporary)
            message.MarkDelayed(time.Now(), refused.Words);
        else
            message.MarkRefused(refused.Words);
        await db.SaveAsync(Text.Key("Send mail"), cancellationToken: CancellationToken.None);
    }

    /// <summary>
    /// The one thing that must not be lost once the server has said yes: it depends on no version that somebody else may have
    /// changed, and goes on while the platform is being stopped.
    /// </summary>
    private async Task RecordAsync(Guid id, Reason words)
    {
        var now = time.Now();
        while (true)
        {
            try
            {
                await RecordAsync(id, now, words);
                return;
            }
            catch (Exception problem) when (time.Now() - now < RecordFor && Database.IsPassing(problem))
            {
                LogProblem(problem, id);
                await Task.Delay(RecordAgainAfter, time, CancellationToken.None);
            }
        }
    }

    private Task RecordAsync(Guid id, DateTimeOffset now, Reason words) =>
        db
            .Outbox.Where(m => m.Id == id && m.SentAt == null)
            .ExecuteUpdateAsync(
                s =>
                    s.SetProperty(m => m.Delivery, Delivery.Claimed)
                        .SetProperty(m => m.SentAt, now)
                        .SetProperty(m => m.ServerWords, words)
                        .SetProperty(m => m.Version, m => m.Version + 1),
                CancellationToken.None
            );

    /// <summary>Does what follows from an acceptance; when it is cut off, the next round does it.</summary>
    private async Task FollowAsync(Guid id)
    {
        db.ChangeTracker.Clear();
        // A delivery report, or another sender, may have been faster.
        var claimed = db.Outbox.Where(OutgoingMessage.IsAccepted);
        if (await claimed.SingleOrDefaultAsync(m => m.Id == id, CancellationToken.None) is not { } message)
            return;
        message.MarkSent();
        await db.SaveAsync(Text.Key("Send mail"), message.ServerWords?.ToString(), CancellationToken.None);
    }

    private sealed record DueMessage(
        Guid Id,
        string ToAddress,
        Delivery Delivery,
        bool KeepsOfficeHours,
        string? Country,
        DateTimeOffset? NoLaterThan
    );

    /// <summary>What is due to one domain, in its order.</summary>
    private sealed record Lane(string Domain, Queue<Guid> Due);

    private sealed record Talk(Lane Lane, OutgoingMessage Message, Sending? Outcome);

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {Id} of the outbox met a problem")]
    private partial void LogProblem(Exception problem, Guid id);
}
