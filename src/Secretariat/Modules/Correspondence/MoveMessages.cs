using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Correspondence;

/// <summary>Files a message by hand, splits its thread, merges threads, and takes each of these back. Saves nothing.</summary>
public sealed class MoveMessages(SecretariatDb db, FileMessage filing, TimeProvider time)
{
    /// <returns>Why not, or null when it is done.</returns>
    public async Task<string?> FileAsync(Message message, Thread thread, Guid accountId, CancellationToken cancellationToken)
    {
        if (message.ThreadId == thread.Id)
            return Text.Key("The message is filed there already.");
        // Our reply to it lies beside it, and goes along.
        if (message is { FiledBy: FiledBy.Reply, ThreadId: { } own })
            return await MergeAsync(own, thread, accountId, cancellationToken);
        if (message.WhyNotFile(await HasConfirmedAsync([message.Id], cancellationToken), thread.PartnerId) is { } reason)
            return reason;
        var (from, before) = (message.ThreadId, MovedMessage.Of(message));
        var answered = await filing.AnsweredByAsync([message], cancellationToken);
        await filing.FileAsync(message, thread, FiledBy.Person, cancellationToken);
        var followed = await filing.DrawAsync(message, answered, thread, cancellationToken);
        await filing.WakeAsync(message, cancellationToken);
        var replies = await RepliesToAsync([message.Id, .. followed.Select(m => m.Id)], from, cancellationToken);
        Remember(MoveKind.Filed, from, thread.Id, [before, .. followed], accountId, replies.ConvertAll(m => m.Id));
        replies.ForEach(m => m.File(thread.Id));
        return null;
    }

    /// <summary>Our replies to these that lie in a thread; else the next mail would follow a reply back to where it was.</summary>
    private async Task<List<OutgoingMessage>> RepliesToAsync(List<Guid> ids, Guid? threadId, CancellationToken cancellationToken)
    {
        if (threadId is null)
            return [];
        var names = await db
            .Messages.Where(m => ids.Contains(m.Id) && m.InternetMessageId != null)
            .Select(m => m.InternetMessageId!)
            .ToHashSetAsync(cancellationToken);
        var sent = await db.Outbox.Where(m => m.ThreadId == threadId).ToListAsync(cancellationToken);
        return sent.FindAll(m => m.Answers is [.., var nearest] && names.Contains(nearest));
    }

    /// <summary>Makes the message and whatever answers it, ours and theirs, a matter of their own with the same partner.</summary>
    public async Task<string?> SplitAsync(Message message, Guid accountId, CancellationToken cancellationToken)
    {
        if (message.ThreadId is not { } from)
            return Text.Key("The message is not filed yet.");
        var received = await db.Messages.Where(m => m.ThreadId == from).ToListAsync(cancellationToken);
        var sent = await db.Outbox.Where(m => m.ThreadId == from).ToListAsync(cancellationToken);
        var (messages, ours) = await AnswersToAsync(message, received, sent, cancellationToken);
        if (messages.Count == received.Count && ours.Count == sent.Count)
            return Text.Key("Nothing else would stay in this thread, so there is nothing to split.");

        var thread = new Thread { PartnerId = message.PartnerId, Subject = message.Subject };
        db.Threads.Add(thread);
        Remember(MoveKind.Split, from, thread.Id, [.. messages.Select(MovedMessage.Of)], accountId, [.. ours.Select(m => m.Id)]);
        foreach (var moved in messages)
            await filing.FileAsync(moved, thread, FiledBy.Person, cancellationToken);
        ours.ForEach(m => m.File(thread.Id));
        return null;
    }

    /// <summary>Makes the whole thread a part of another, by whose subject and letter it goes from now on.</summary>
    public async Task<string?> MergeAsync(Guid fromId, Thread into, Guid accountId, CancellationToken cancellationToken)
    {
        if (fromId == into.Id)
            return Text.Key("A thread cannot become a part of itself.");
        var messages = await db.Messages.Where(m => m.ThreadId == fromId).ToListAsync(cancellationToken);
        var threads = await db
            .Threads.Where(t => t.Id == fromId || t.MergedIntoId == fromId)
            .OrderByDescending(t => t.Id == fromId)
            .ToListAsync(cancellationToken);
        if (threads[0].PartnerId != into.PartnerId && await HasConfirmedAsync(Ids(messages), cancellationToken))
            return Text.Key("The two threads belong to different partners, and something of this one has been confirmed.");

        var sent = await db.Outbox.Where(m => m.ThreadId == fromId).ToListAsync(cancellationToken);
        Remember(
            MoveKind.Merged,
            fromId,
            into.Id,
            [.. messages.Select(MovedMessage.Of)],
            accountId,
            [.. sent.Select(m => m.Id)],
            [.. threads.Select(t => t.Id)]
        );
        // Nobody merges into a thread that is being merged itself.
        if (db.Entry(into).State is EntityState.Unchanged)
            db.Touch(into);
        foreach (var message in messages)
            await filing.FileAsync(message, into, FiledBy.Person, cancellationToken);
        sent.ForEach(m => m.File(into.Id));
        threads.ForEach(t => t.MergeInto(into.Id));
        return null;
    }

    /// <summary>Puts everything back where it was.</summary>
    public async Task<string?> UndoAsync(Move move, CancellationToken cancellationToken)
    {
        var ids = move.Messages.Select(m => m.Id).ToList();
        var messages = await db.Messages.Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, cancellationToken);
        if (move.WhyNotUndo(messages.Values) is { } reason)
            return reason;
        var origins = move.Messages.Select(m => m.FromId).Append(move.FromId).OfType<Guid>().Distinct().ToList();
        var threads = await db.Threads.Where(t => origins.Contains(t.Id)).ToDictionaryAsync(t => t.Id, cancellationToken);
        if (threads.Values.Any(t => t.MergedIntoId is { } merged && merged != move.ToId))
            return Text.Key("Where these messages came from has become a part of another thread since. Take that back first.");
        var confirmed = await ConfirmedAsync(ids, cancellationToken);
        foreach (var was in move.Messages)
        {
            var partner = was.FromId is { } from ? threads[from].PartnerId : null;
            if (messages[was.Id].WhyNotFile(confirmed.Contains(was.Id), partner) is { } stays)
                return stays;
        }

        await BackAsync(move, messages, threads, cancellationToken);
        move.MarkUndone(time.Now());
        return null;
    }

    private async Task BackAsync(
        Move move,
        Dictionary<Guid, Message> messages,
        Dictionary<Guid, Thread> threads,
        CancellationToken cancellationToken
    )
    {
        foreach (var thread in await db.Threads.Where(t => move.Threads.Contains(t.Id)).ToListAsync(cancellationToken))
            thread.MergeInto(thread.Id == move.FromId ? null : move.FromId);
        foreach (var was in move.Messages)
        {
            if (was.FromId is { } before)
                await filing.FileAsync(messages[was.Id], threads[before], was.By, cancellationToken);
            else
                messages[was.Id].Unfile();
        }

        foreach (var sent in await db.Outbox.Where(m => move.Sent.Contains(m.Id)).ToListAsync(cancellationToken))
            sent.File(move.FromId);
    }

    /// <summary>The message, and everything of its thread that answers it directly or through others; a loop of references ends.</summary>
    private async Task<(List<Message> Received, List<OutgoingMessage> Sent)> AnswersToAsync(
        Message message,
        List<Message> received,
        List<OutgoingMessage> sent,
        CancellationToken cancellationToken
    )
    {
        var ids = Ids(received);
        var answered = (await db.AnsweredIds.Where(a => ids.Contains(a.MessageId)).ToListAsync(cancellationToken)).ToLookup(
            a => a.MessageId,
            a => a.InternetMessageId
        );
        var (messages, ours) = (new HashSet<Message> { message }, new HashSet<OutgoingMessage>());
        var reached = new HashSet<string>(StringComparer.Ordinal);
        Reach(message.InternetMessageId);
        while (
            received.Where(m => answered[m.Id].Any(reached.Contains)).Count(messages.Add)
                + sent.Where(m => m.Answers.Exists(reached.Contains)).Count(ours.Add)
            > 0
        )
        {
            foreach (var id in messages.Select(m => m.InternetMessageId).Concat(ours.Select(m => m.InternetMessageId)))
                Reach(id);
        }

        return ([.. messages], [.. ours]);

        void Reach(string? id)
        {
            if (id is not null)
                reached.Add(id);
        }
    }

    private async Task<bool> HasConfirmedAsync(List<Guid> messageIds, CancellationToken cancellationToken) =>
        (await ConfirmedAsync(messageIds, cancellationToken)).Count > 0;

    private Task<HashSet<Guid>> ConfirmedAsync(List<Guid> messageIds, CancellationToken cancellationToken) =>
        db
            .Proposals.Where(p => messageIds.Contains(p.MessageId) && p.Status == ProposalStatus.Confirmed)
            .Select(p => p.MessageId)
            .ToHashSetAsync(cancellationToken);

    private static List<Guid> Ids(List<Message> messages) => messages.ConvertAll(m => m.Id);

    private void Remember(
        MoveKind kind,
        Guid? from,
        Guid to,
        IReadOnlyList<MovedMessage> messages,
        Guid accountId,
        IReadOnlyList<Guid>? sent = null,
        IReadOnlyList<Guid>? threads = null
    ) =>
        db.Moves.Add(
            new Move
            {
                Kind = kind,
                FromId = from,
                ToId = to,
                Messages = messages,
                Sent = sent ?? [],
                Threads = threads ?? [],
                AccountId = accountId,
                At = time.Now(),
            }
        );
}
