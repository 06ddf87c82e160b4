using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Correspondence.Inbox;

/// <summary>Filing by hand, finishing and reopening.</summary>
public sealed partial class MessageModel
{
    /// <param name="threadId">The letter it answers; or …</param>
    /// <param name="partnerId">… the partner it comes from, where no letter was written.</param>
    public async Task<IActionResult> OnPostFileAsync(
        Guid id,
        int version,
        Guid? threadId,
        Guid? partnerId,
        CancellationToken cancellationToken
    )
    {
        if (await MessageAsync(id, cancellationToken) is not { } message)
            return NotFound();
        db.Expect(message, version);
        var hasConfirmed = await db.Proposals.AnyAsync(
            p => p.MessageId == id && p.Status == ProposalStatus.Confirmed,
            cancellationToken
        );
        if (message.WhyNotFile(hasConfirmed) is { } reason)
            return await RefuseAsync(id, "", reason, cancellationToken);
        if (await ThreadAsync(message, threadId, partnerId, cancellationToken) is not { } thread)
            return await RefuseAsync(id, "", Text.Key("Choose a letter or a partner."), cancellationToken);

        await filing.ByHandAsync(message, thread, cancellationToken);
        return await DoneAsync(id, Text.Key("File a message by hand"), null, t.Of("The message is filed."), cancellationToken);
    }

    public async Task<IActionResult> OnPostFinishAsync(Guid id, int version, CancellationToken cancellationToken)
    {
        if (await MessageAsync(id, cancellationToken) is not { } message)
            return NotFound();
        db.Expect(message, version);
        var hasOpen = await db.Proposals.AnyAsync(
            p => p.MessageId == id && p.Status == ProposalStatus.Proposed,
            cancellationToken
        );
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
            return await db.Threads.SingleOrDefaultAsync(found => found.Id == threadId, cancellationToken);
        if (partnerId is null || !await db.Partners.AnyAsync(p => p.Id == partnerId, cancellationToken))
            return null;
        var thread = new Thread { PartnerId = partnerId, Subject = message.Subject };
        db.Threads.Add(thread);
        return thread;
    }
}
