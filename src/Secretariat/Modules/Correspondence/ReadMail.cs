using Microsoft.EntityFrameworkCore;
using Secretariat.Formats;
using Secretariat.Formats.Mime;
using Secretariat.Platform;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Files;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Correspondence;

/// <summary>Reads what has been stored: facts, thread, trust, proposals. What cannot be read is quarantined, never dropped.</summary>
public sealed partial class ReadMail(
    SecretariatDb db,
    IFileStore files,
    FileMessage filing,
    Clerk clerk,
    TakeReport reports,
    TakeAnswer answers,
    Settings settings,
    ILogger<ReadMail> log
) : IWork
{
    private const int Batch = 50;
    private const int ExcerptLength = 200;

    public static TimeSpan Every => TimeSpan.FromSeconds(5);

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var stored = await db
            .Messages.Where(m => m.Reading == Reading.Stored)
            .OrderBy(m => m.ReceivedAt)
            .ThenBy(m => m.Id)
            .Select(m => m.Id)
            .Take(Batch)
            .ToListAsync(cancellationToken);
        foreach (var id in stored)
            await ReadOneAsync(id, cancellationToken);
        return stored.Count;
    }

    /// <summary>One message a transaction: an odd one never holds up the next.</summary>
    private async Task ReadOneAsync(Guid id, CancellationToken cancellationToken)
    {
        try
        {
            db.ChangeTracker.Clear();
            var message = await db.Messages.SingleAsync(m => m.Id == id, cancellationToken);
            await ReadAsync(message, cancellationToken);
            await db.SaveAsync(Text.Key("Read mail"), cancellationToken: cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another node has read it meanwhile; if not, it comes again.
            LogConflict(id);
            db.ChangeTracker.Clear();
        }
        catch (IOException problem)
        {
            // The file is out of reach for now: the message stays stored and is read in a later round.
            LogProblem(problem, id);
            db.ChangeTracker.Clear();
        }
        catch (Exception problem) when (problem is not (OperationCanceledException or System.Data.Common.DbException))
        {
            LogProblem(problem, id);
            await QuarantineAsync(id, Text.Key("The message could not be read: {0}", problem.Message), cancellationToken);
        }
    }

    private async Task ReadAsync(Message message, CancellationToken cancellationToken)
    {
        var mail = MimeReader.Read(await files.GetAsync(message.RawSha256!, cancellationToken), settings.Mail.Limits);
        if (mail.UnreadableReason is { } reason)
        {
            message.Quarantine(reason);
            return;
        }

        var attached = AttachedTexts.Of(mail, await OursAsync(mail, cancellationToken));
        var understood = clerk.Read(mail, attached.Texts);
        message.TakeFrom(FactsOf(mail, Origins.Of(mail, settings.Mail.AuthservId), understood.Kind), attached.Unread);
        if (await IsCopyAsync(message, cancellationToken))
            message.MarkCopy();
        await filing.ByItsSignsAsync(message, mail, cancellationToken);
        if (understood.Kind is MailKind.Bounce && message.Triage is Triage.ToDo)
            await reports.RunAsync(message, mail, cancellationToken);
        if (understood.Kind is MailKind.CalendarReply && message.Triage is Triage.ToDo)
            await answers.RunAsync(message, mail, cancellationToken);
        if (message.Triage is Triage.ToDo)
            db.Proposals.AddRange(understood.Suggestions.Select(s => Proposal.From(message.Id, s)));
    }

    /// <summary>Our own letters, which answers often bring back.</summary>
    private async Task<List<MimeAttachment>> OursAsync(MimeMessage mail, CancellationToken cancellationToken)
    {
        var ours = new List<MimeAttachment>();
        foreach (var attachment in mail.Attachments)
        {
            if (await files.HoldsAsync(attachment.Sha256, cancellationToken))
                ours.Add(attachment);
        }

        return ours;
    }

    /// <summary>The same mail over two ways differs in its trace lines only.</summary>
    private Task<bool> IsCopyAsync(Message message, CancellationToken cancellationToken) =>
        message.InternetMessageId is null
            ? Task.FromResult(false)
            : db.Messages.AnyAsync(
                m =>
                    m.Id != message.Id
                    && m.InternetMessageId == message.InternetMessageId
                    && m.FromAddress == message.FromAddress
                    && m.SentOn == message.SentOn,
                cancellationToken
            );

    private async Task QuarantineAsync(Guid id, Reason reason, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var message = await db.Messages.SingleAsync(m => m.Id == id, cancellationToken);
        message.Quarantine(reason);
        await db.SaveAsync(Text.Key("Quarantine mail"), cancellationToken: cancellationToken);
    }

    internal static MessageFacts FactsOf(MimeMessage mail, Origin origin, MailKind kind = MailKind.Ordinary)
    {
        var from = mail.From.Count > 0 ? mail.From[0] : null;
        var text = string.Join(
            ' ',
            NewText.Split(mail.TextBody ?? "").NewText.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
        return new MessageFacts(
            mail.MessageId,
            from?.Name,
            from?.Address,
            mail.Subject,
            mail.Date,
            text.Length > ExcerptLength ? WellFormed.Cut(text, ExcerptLength) + "…" : text,
            kind,
            origin
        );
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Message {Id} was changed while it was being read")]
    private partial void LogConflict(Guid id);

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {Id} could not be read")]
    private partial void LogProblem(Exception problem, Guid id);
}
