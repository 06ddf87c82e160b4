using Microsoft.EntityFrameworkCore;
using Secretariat.Modules.Correspondence;
using Secretariat.Modules.Partners;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;
using Thread = Secretariat.Modules.Correspondence.Thread;

namespace Secretariat.Modules.Letters;

/// <summary>Signs a campaign off, and hands its frozen letters to the outbox: all of them or none.</summary>
public sealed class ReleaseCampaign(SecretariatDb db, PutInOutbox outbox, TakeBack takeBack, CoverMail cover, TimeProvider time)
{
    internal const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Numbers and their letters in one transaction; a roll-back leaves no gap.</summary>
    public async Task SignOffAsync(
        Campaign campaign,
        IReadOnlyList<Letter> letters,
        Guid? byId,
        CancellationToken cancellationToken
    )
    {
        var leaving = letters.Where(l => !l.IsVoided).ToList();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = time.Now();
        var references = await Numbers.TakeAsync(db, Clock.DayOf(now).Year, leaving.Count, cancellationToken);
        campaign.SignOff(leaving, references, now, byId);
        await db.SaveAsync(Text.Key("Sign off a campaign"), cancellationToken: cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    public async Task ReleaseAsync(
        Campaign campaign,
        IReadOnlyList<Letter> letters,
        int restatedCount,
        DateTimeOffset? leavesAt,
        CancellationToken cancellationToken
    )
    {
        var now = time.Now();
        campaign.Release(letters, restatedCount, now, leavesAt);
        await cover.PrepareAsync(campaign, cancellationToken);
        // A partner that is merged at this moment takes along the letter with its thread, or neither.
        var theirs = db.Letters.Where(l => l.CampaignId == campaign.Id && l.Status != LetterStatus.Voided);
        await db.TakeTurnsAsync(db.Partners.Where(p => theirs.Any(l => l.PartnerId == p.Id)), cancellationToken);
        var replaced = await (
            from letter in theirs
            join earlier in db.Letters on letter.CorrectsId equals earlier.Id
            join message in db.Outbox on earlier.OutgoingMessageId equals message.Id
            select new { letter.Id, message.InternetMessageId }
        ).ToDictionaryAsync(r => r.Id, r => r.InternetMessageId, cancellationToken);
        foreach (var letter in letters.Where(l => !l.IsVoided))
            await PostAsync(campaign, letter, replaced.GetValueOrDefault(letter.Id), leavesAt ?? now, cancellationToken);
        // Only the right number gets here, and it can be counted; what stays of the restating is that it was done.
        var why = Text.Key("The number of letters was restated before they left.");
        await db.SaveAsync(Text.Key("Send a campaign"), why, cancellationToken);
    }

    /// <summary>Letters that were to leave later lie before whoever sends them again; of their messages nothing stays.</summary>
    /// <exception cref="DbUpdateConcurrencyException">One of them is being sent at this moment: none is called back.</exception>
    public async Task CallBackAsync(
        Campaign campaign,
        IReadOnlyList<Letter> letters,
        string because,
        CancellationToken cancellationToken
    )
    {
        var sent = letters.Select(l => l.OutgoingMessageId).OfType<Guid>().ToList();
        var messages = await db.Outbox.Where(m => sent.Contains(m.Id)).ToListAsync(cancellationToken);
        var threads = letters.Select(l => l.ThreadId).OfType<Guid>().ToList();
        campaign.CallBack(letters, time.Now());
        await takeBack.RunAsync(messages, threads, cancellationToken);
        await db.SaveAsync(Text.Key("Call letters back"), because, cancellationToken);
    }

    /// <param name="replaced">The mail of the letter that it replaces, beside which it stands in the partner’s mailbox.</param>
    private async Task PostAsync(
        Campaign campaign,
        Letter letter,
        string? replaced,
        DateTimeOffset leaves,
        CancellationToken cancellationToken
    )
    {
        var subject = cover.SubjectOf(campaign, letter);
        var thread = new Thread
        {
            PartnerId = letter.PartnerId,
            Subject = subject,
            Reference = letter.Reference,
        };
        db.Threads.Add(thread);
        if (!letter.GoesByMail)
        {
            letter.WaitForPrinting(thread.Id);
            return;
        }

        var text = new OutgoingText(
            $"{OutgoingMessage.LetterPurpose}{letter.Id}/{letter.AddresseeEmail}",
            cover.RecipientOf(campaign, letter),
            letter.AddresseeEmail!,
            $"[{letter.Reference}] {subject}",
            cover.BodyFor(campaign, letter, leaves)
        )
        {
            Files = [.. FilesOf(letter)],
            Answers = replaced is null ? [] : [replaced],
            DueAt = leaves,
        };
        letter.PutInOutbox(await outbox.RunAsync(thread.Id, text, cancellationToken), thread.Id);
    }

    internal static IEnumerable<OutgoingFile> FilesOf(Letter letter)
    {
        if (letter.PdfSha256 is { } pdf)
            yield return new OutgoingFile($"{letter.Reference}.pdf", "application/pdf", pdf);
        yield return new OutgoingFile($"{letter.Reference}.docx", Docx, letter.DocxSha256!);
        if (letter.ReplySheetSha256 is { } sheet)
            yield return new OutgoingFile(letter.ReplySheetName, Docx, sheet);
    }
}
