using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;

namespace Secretariat.Modules.Correspondence.Inbox;

/// <summary>Another message of the same thread, received or ours.</summary>
public sealed record ThreadItem(DateTimeOffset At, Guid Id, string Subject, string? Who, bool IsOurs)
{
    public PlaceInList Place => new(At, Id);
}

/// <summary>What was received and what was sent in one thread, the oldest first: the latest of it, or what came before a place.</summary>
/// <param name="Before">From where the earlier ones go on; null where there are none.</param>
public sealed record ThreadItems(IReadOnlyList<ThreadItem> Items, PlaceInList? Before)
{
    private const int Size = 25;

    public static readonly ThreadItems None = new([], null);

    public static async Task<ThreadItems> OfAsync(
        SecretariatDb db,
        Message message,
        PlaceInList? before,
        CancellationToken cancellationToken
    )
    {
        if (message.ThreadId is not { } thread)
            return None;
        var received = db.Messages.Where(m => m.ThreadId == thread && m.Id != message.Id);
        var sent = db.Outbox.Where(m => m.ThreadId == thread);
        if (before is { } place)
        {
            received = received.Where(m => m.ReceivedAt < place.At || (m.ReceivedAt == place.At && m.Id < place.Id));
            sent = sent.Where(m => (m.SentAt ?? m.DueAt) < place.At || ((m.SentAt ?? m.DueAt) == place.At && m.Id < place.Id));
        }

        // One more than is shown, of each, tells whether there is more of both together.
        var lastReceived = await received
            .OrderByDescending(m => m.ReceivedAt)
            .ThenByDescending(m => m.Id)
            .Select(m => new ThreadItem(m.ReceivedAt, m.Id, m.Subject, m.FromName ?? m.FromAddress, false))
            .Take(Size + 1)
            .ToListAsync(cancellationToken);
        var lastSent = await sent.OrderByDescending(m => m.SentAt ?? m.DueAt)
            .ThenByDescending(m => m.Id)
            .Select(m => new ThreadItem(m.SentAt ?? m.DueAt, m.Id, m.Subject, m.ToName, true))
            .Take(Size + 1)
            .ToListAsync(cancellationToken);
        var all = lastReceived.Concat(lastSent).OrderByDescending(i => i.At).ThenByDescending(i => i.Id).ToList();
        var shown = all.Take(Size).Reverse().ToList();
        return new ThreadItems(shown, all.Count > Size ? shown[0].Place : null);
    }
}
