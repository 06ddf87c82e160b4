using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.Mime;
using Secretariat.Modules.Identity;
using Secretariat.Platform.Data;

namespace Secretariat.Modules.Correspondence;

/// <summary>
/// Ties a delivery report to the message of ours that it speaks of, and marks that message and its address. A report that names no
/// message of ours, or that comes from somebody who is not who it claims to be, changes nothing: anybody could write one.
/// </summary>
public sealed class TakeReport(SecretariatDb db, FileMessage filing, Keys keys)
{
    public async Task RunAsync(Message message, MimeMessage mail, CancellationToken cancellationToken)
    {
        if (message.Origin is Origin.Forged || DeliveryReportReader.Read(mail) is not { } report)
            return;
        if (await ReportedOnAsync(report, cancellationToken) is not { } sent)
            return;
        if (sent.ThreadId is { } threadId && await db.Threads.CurrentAsync(threadId, cancellationToken) is { } thread)
            await filing.FileAsync(message, thread, FiledBy.Token, cancellationToken);
        if (report.Recipients.MaxBy(r => Weight(r)) is not { } recipient)
            return;
        if (recipient.Action is DeliveryAction.Failed)
            await FailAsync(sent, recipient, message, cancellationToken);
        else
            message.Finish();
    }

    /// <summary>By the Message-ID; where a system on the way lost or replaced it, by the signed token that the envelope carried.</summary>
    private async Task<OutgoingMessage?> ReportedOnAsync(DeliveryReport report, CancellationToken cancellationToken)
    {
        if (report.OriginalMessageId is { } id)
        {
            var named = await db.Outbox.FirstOrDefaultAsync(m => m.InternetMessageId == id, cancellationToken);
            if (named is not null)
                return named;
        }

        var token = new ReplyToken(await keys.GetAsync(ReplyToken.KeyName, cancellationToken));
        return token.OutgoingOf(report.EnvelopeId ?? "") is { } outgoing
            ? await db.Outbox.FirstOrDefaultAsync(m => m.Id == outgoing, cancellationToken)
            : null;
    }

    private async Task FailAsync(
        OutgoingMessage sent,
        ReportedRecipient recipient,
        Message message,
        CancellationToken cancellationToken
    )
    {
        var isAboutIt = sent.IsAbout(recipient.Address, await DeadAsync(sent, cancellationToken));
        // Somebody has to read which mailbox it is.
        if (!isAboutIt && !sent.WentBefore(recipient.Address))
            return;
        // It may come before we know that the server took the message; then that one does not go again by itself.
        if (isAboutIt)
            sent.MarkReturned(recipient.Words, message.ReceivedAt);
        var key = FailedAddress.Key(isAboutIt ? sent.ToAddress : recipient.Address!);
        if (await db.FailedAddresses.FirstOrDefaultAsync(a => a.Address == key, cancellationToken) is not { } failed)
            db.FailedAddresses.Add(failed = new FailedAddress { Address = key });
        failed.Fail(recipient, message);
    }

    private async Task<List<string>> DeadAsync(OutgoingMessage sent, CancellationToken cancellationToken)
    {
        if (sent.FormerAddresses.Count == 0)
            return [];
        var former = sent.FormerAddresses.ConvertAll(FailedAddress.Key);
        return await db
            .FailedAddresses.Where(a => a.IsHard && !a.IsCleared && former.Contains(a.Address))
            .Select(a => a.Address)
            .ToListAsync(cancellationToken);
    }

    private static int Weight(ReportedRecipient recipient) =>
        (recipient.Action, recipient.Class) switch
        {
            (DeliveryAction.Failed, FailureClass.Hard) => 3,
            (DeliveryAction.Failed, _) => 2,
            (DeliveryAction.Delayed, _) => 1,
            _ => 0,
        };
}
