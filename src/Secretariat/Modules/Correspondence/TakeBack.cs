using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;

namespace Secretariat.Modules.Correspondence;

/// <summary>Takes messages back that have not left: nothing of them stays, nor of a thread that was opened for them alone.</summary>
public sealed class TakeBack(SecretariatDb db)
{
    /// <summary>The caller saves.</summary>
    /// <param name="threads">Those that may have been opened for them; one in which something else stands meanwhile stays.</param>
    public async Task RunAsync(
        IReadOnlyCollection<OutgoingMessage> messages,
        IReadOnlyCollection<Guid> threads,
        CancellationToken cancellationToken
    )
    {
        foreach (var message in messages)
            message.TakeBack();
        db.Outbox.RemoveRange(messages);
        var taken = messages.Select(m => m.Id).ToList();
        var unused = db
            .Threads.Where(t => threads.Contains(t.Id))
            .Where(t => !db.Messages.Any(m => m.ThreadId == t.Id))
            .Where(t => !db.Outbox.Any(m => m.ThreadId == t.Id && !taken.Contains(m.Id)))
            .Where(t => !db.Threads.Any(other => other.MergedIntoId == t.Id))
            .Where(t => !db.Moves.Any(m => m.FromId == t.Id || m.ToId == t.Id));
        db.Threads.RemoveRange(await unused.ToListAsync(cancellationToken));
    }
}
