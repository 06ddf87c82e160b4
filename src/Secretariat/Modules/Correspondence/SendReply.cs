using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.Mime;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Correspondence;

/// <summary>What becomes of a message once it is answered.</summary>
public enum AfterReply
{
    Wait,
    Finish,
    Stay,
}

/// <param name="Key">Of the form it was written in.</param>
/// <param name="Answers">The message it answers, and those before that one, oldest first (RFC 5322 section 3.6.4).</param>
public sealed record ReplyText(Guid Key, string ToName, string To, string Subject, string Body, IReadOnlyList<string> Answers);

/// <summary>What an officer should know before answering.</summary>
/// <param name="Others">Who has the message open as well.</param>
/// <param name="Earlier">When it was last answered, or null.</param>
/// <param name="Failed">What is known against the address, or null.</param>
public sealed record BeforeReply(IReadOnlyList<string> Others, DateTimeOffset? Earlier, FailedAddress? Failed);

/// <summary>Puts an officer's reply into the outbox, under the thread of the message that it answers.</summary>
public sealed class SendReply(SecretariatDb db, PutInOutbox outbox, TimeProvider time)
{
    public async Task<BeforeReply> BeforeAsync(Guid messageId, string to, Guid accountId, CancellationToken cancellationToken)
    {
        var (begins, key) = ($"{OutgoingMessage.ReplyPurpose}{messageId}/", FailedAddress.Key(to));
        return new BeforeReply(
            await Glance.LeaveAsync(db, messageId, accountId, time.Now(), cancellationToken),
            await db.Outbox.Where(m => m.Purpose.StartsWith(begins)).MaxAsync(m => (DateTimeOffset?)m.DueAt, cancellationToken),
            await db.FailedAddresses.AsNoTracking().FirstOrDefaultAsync(a => a.Address == key && !a.IsCleared, cancellationToken)
        );
    }

    public async Task RunAsync(Guid messageId, ReplyText reply, AfterReply then, CancellationToken cancellationToken)
    {
        if (await IsSentAsync(messageId, reply.Key, cancellationToken))
            return;
        var message = await db.Messages.SingleAsync(m => m.Id == messageId, cancellationToken);
        var thread = await ThreadAsync(message, cancellationToken);
        var body = reply.Body.ReplaceLineEndings("\n").TrimEnd() + "\n";
        var text = new OutgoingText(PurposeOf(messageId, reply.Key), reply.ToName, reply.To, reply.Subject, body)
        {
            Answers = reply.Answers,
            DueAt = time.Now(),
        };
        await outbox.RunAsync(thread.Id, text, cancellationToken);
        Follow(message, then);
        await db.SaveAsync(Text.Key("Reply to a message"), cancellationToken: cancellationToken);
    }

    /// <summary>Whether the form has been sent already: a second click is the same reply.</summary>
    public Task<bool> IsSentAsync(Guid messageId, Guid key, CancellationToken cancellationToken)
    {
        var purpose = PurposeOf(messageId, key);
        return db.Outbox.AnyAsync(m => m.Purpose == purpose, cancellationToken);
    }

    private static string PurposeOf(Guid messageId, Guid key) => $"{OutgoingMessage.ReplyPurpose}{messageId}/{key:N}";

    private static void Follow(Message message, AfterReply then)
    {
        if (then is AfterReply.Wait && message.IsOpen)
            message.Wait(message.WaitUntil);
        else if (then is AfterReply.Finish)
            message.Finish();
    }

    /// <summary>A message without a letter gets a thread of its own, so that the answer to the reply finds its way.</summary>
    private async Task<Thread> ThreadAsync(Message message, CancellationToken cancellationToken)
    {
        if (message.ThreadId is { } known)
            return await db.Threads.SingleAsync(t => t.Id == known, cancellationToken);
        var thread = new Thread { PartnerId = null, Subject = message.Subject };
        db.Threads.Add(thread);
        message.File(thread, FiledBy.Reply, message.Trust);
        return thread;
    }
}
