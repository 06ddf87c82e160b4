using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Identity;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Correspondence.Inbox;

/// <summary>Filing by hand, splitting, merging and taking it back; finishing and reopening.</summary>
public sealed partial class MessageModel
{
    /// <param name="threadId">The letter it answers; or …</param>
    /// <param name="partnerId">… the partner it comes from, where no letter was written; or …</param>
    /// <param name="mergeInto">… the thread that its whole thread becomes a part of.</param>
    public async Task<IActionResult> OnPostFileAsync(
        Guid id,
        int version,
        Guid? threadId,
        Guid? partnerId,
        Guid? mergeInto,
        CancellationToken cancellationToken
    )
    {
        if (await MessageAsync(id, cancellationToken) is not { } message)
            return NotFound();
        db.Expect(message, version);
        if (await ThreadAsync(message, threadId ?? mergeInto, partnerId, cancellationToken) is not { } thread)
            return await RefuseAsync(id, "", Text.Key("Choose a letter or a partner."), cancellationToken);
        return mergeInto is not null && message.ThreadId is { } from
            ? await MoveAsync(
                id,
                await moves.MergeAsync(from, thread, AccountId, cancellationToken),
                (Text.Key("Merge threads"), t.Of("The two threads are one.")),
                cancellationToken
            )
            : await MoveAsync(
                id,
                await moves.FileAsync(message, thread, AccountId, cancellationToken),
                (Text.Key("File a message by hand"), t.Of("The message is filed.")),
                cancellationToken
            );
    }

    public async Task<IActionResult> OnPostSplitAsync(Guid id, int version, CancellationToken cancellationToken)
    {
        if (await MessageAsync(id, cancellationToken) is not { } message)
            return NotFound();
        db.Expect(message, version);
        return await MoveAsync(
            id,
            await moves.SplitAsync(message, AccountId, cancellationToken),
            (Text.Key("Split a thread"), t.Of("The message and the answers to it are a matter of their own.")),
            cancellationToken
        );
    }

    /// <param name="version">Of the move.</param>
    public async Task<IActionResult> OnPostUndoAsync(Guid id, Guid move, int version, CancellationToken cancellationToken)
    {
        if (await db.Moves.SingleOrDefaultAsync(m => m.Id == move, cancellationToken) is not { } found)
            return NotFound();
        db.Expect(found, version);
        return await MoveAsync(
            id,
            await moves.UndoAsync(found, cancellationToken),
            (Text.Key("Take a move back"), t.Of("Everything is back where it was.")),
            cancellationToken
        );
    }

    public async Task<IActionResult> OnPostFinishAsync(Guid id, int version, CancellationToken cancellationToken)
    {
        if (await MessageAsync(id, cancellationToken) is not { } message)
            return NotFound();
        db.Expect(message, version);
        var hasOpen = await db.Proposals.AnyAsync(p => p.MessageId == id && p.DecidedAt == null, cancellationToken);
        if (message.WhyNotFinish(hasOpen) is { } reason)
            return await RefuseAsync(id, "", reason, cancellationToken);
        message.Finish();
        return await DoneAsync(id, Text.Key("Finish a message"), null, t.Of("The message is done."), cancellationToken);
    }

    public async Task<IActionResult> OnPostReopenAsync(Guid id, int version, CancellationToken cancellationToken)
    {
        if (await MessageAsync(id, cancellationToken) is not { } message)
            return NotFound();
        db.Expect(message, version);
        if (message.WhyNotReopen() is { } reason)
            return await RefuseAsync(id, "", reason, cancellationToken);
        message.Reopen();
        return await DoneAsync(id, Text.Key("Reopen a message"), null, t.Of("The message is open again."), cancellationToken);
    }

    private async Task<Thread?> ThreadAsync(Message message, Guid? threadId, Guid? partnerId, CancellationToken cancellationToken)
    {
        if (threadId is not null)
            return await db.Threads.CurrentAsync(threadId.Value, cancellationToken);
        if (await db.TryTakeTurnAsync(partnerId, cancellationToken) is null)
            return null;
        var thread = new Thread { PartnerId = partnerId, Subject = message.Subject };
        db.Threads.Add(thread);
        return thread;
    }

    private Guid AccountId => User.AccountId()!.Value;

    private async Task<IActionResult> MoveAsync(
        Guid id,
        string? refused,
        (string Process, string Done) said,
        CancellationToken cancellationToken
    ) =>
        refused is not null
            ? await RefuseAsync(id, "", refused, cancellationToken)
            : await DoneAsync(id, said.Process, null, said.Done, cancellationToken);
}
