using Microsoft.EntityFrameworkCore;
using Secretariat.Formats.Mime;
using Secretariat.Platform.Data;
using Secretariat.Platform.Domain;
using Secretariat.Platform.Localization;

namespace Secretariat.Modules.Correspondence;

/// <summary>Reads what has been stored: facts, thread, trust, proposals. What cannot be read is quarantined, never dropped.</summary>
public sealed partial class ReadMail(
    SecretariatDb db,
    OpenMail opening,
    FileMessage filing,
    TakeReport reports,
    TakeAnswer answers,
    ILogger<ReadMail> log
) : IWork
{
    private const int Batch = 50;

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
        var mail = await opening.ParseAsync(message, cancellationToken);
        if (mail.UnreadableReason is { } reason)
        {
            message.Quarantine(reason);
            return;
        }

        var opened = await opening.UnderstandAsync(mail, cancellationToken);
        message.TakeFrom(opened.Facts, opened.Unread);
        db.SearchTexts.Add(MessageFacts.SearchTextOf(message.Id, mail, opened.Attached));
        if (await IsCopyAsync(message, cancellationToken))
            message.MarkCopy();
        await filing.ByItsSignsAsync(message, mail, cancellationToken);
        if (message.Triage is not Triage.ToDo)
            return;
        if (message.Kind is MailKind.Bounce)
            await reports.RunAsync(message, mail, cancellationToken);
        if (message.Kind is MailKind.CalendarReply)
            await answers.RunAsync(message, mail, cancellationToken);
        // A report on one of our messages may have finished it.
        if (message.Triage is Triage.ToDo)
            db.Proposals.AddRange(opened.Suggestions.Select(s => Proposal.From(message.Id, s)));
    }

    /// <summary>The same mail over two ways differs in its trace lines only; another text under the same Message-ID is no copy.</summary>
    private Task<bool> IsCopyAsync(Message message, CancellationToken cancellationToken) =>
        message.InternetMessageId is null
            ? Task.FromResult(false)
            : db.Messages.AnyAsync(
                m =>
                    m.Id != message.Id
                    && m.InternetMessageId == message.InternetMessageId
                    && m.ContentSha256 == message.ContentSha256,
                cancellationToken
            );

    private async Task QuarantineAsync(Guid id, Reason reason, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var message = await db.Messages.SingleAsync(m => m.Id == id, cancellationToken);
        message.Quarantine(reason);
        await db.SaveAsync(Text.Key("Quarantine mail"), cancellationToken: cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Message {Id} was changed while it was being read")]
    private partial void LogConflict(Guid id);

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {Id} could not be read")]
    private partial void LogProblem(Exception problem, Guid id);
}
